"""The record types; everyone else imports them from here."""

from __future__ import annotations

from types import MappingProxyType

from generator.records.base import KINDS, REASONS, Blanks, Link, Part, Record, Verified
from generator.records.case import (
    Activity,
    Actor,
    Bearing,
    Case,
    FiguresOf,
    Image,
    Instrument,
    Priorities,
    Related,
    Workshop,
)
from generator.records.concept import Concept
from generator.records.course import Course, Step
from generator.records.event import Event
from generator.records.figure import FACTOR, Figure, Share
from generator.records.model import Model, ModelPart, ModelRelation
from generator.records.organisation import Organisation
from generator.records.source import Name, Source

RECORD_TYPES: MappingProxyType[str, type[Record]] = MappingProxyType(
    {record_type.kind: record_type for record_type in (Case, Concept, Organisation, Model, Source, Course)}
)

__all__ = [
    "FACTOR", "KINDS", "REASONS", "RECORD_TYPES", "Activity", "Actor", "Bearing", "Blanks", "Case", "Concept", "Course", "Event", "Figure", "FiguresOf", "Image",
    "Instrument", "Link", "Model", "ModelPart", "ModelRelation", "Name", "Organisation", "Part", "Priorities", "Record", "Related", "Share",
    "Source", "Step", "Verified", "Workshop",
]  # fmt: skip
