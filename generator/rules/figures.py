"""Figures of every record, with their path: what several rules look at."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.records import Case, Concept, Figure, Model, Organisation
from generator.records.walk import Path


def figures(catalogue: Catalogue) -> Iterator[tuple[Entry, Path, Figure]]:
    """Every figure with the entry and the path where it stands: beside others, with an instrument, with a workshop."""
    for entry in catalogue.entries.values():
        record = entry.record
        if isinstance(record, Case | Concept | Model | Organisation):
            for index, figure in enumerate(record.figures):
                yield entry, ("figures", index), figure
        if isinstance(record, Case):
            for index, instrument in enumerate(record.instruments):
                if instrument.figure:
                    yield entry, ("instruments", index, "figure"), instrument.figure
            for index, workshop in enumerate(record.workshops):
                if workshop.participants:
                    yield entry, ("workshops", index, "participants"), workshop.participants
