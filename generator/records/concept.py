"""What a concept may say."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.records.base import Address, ConceptId, Line, Prose, Record, ShortProse, Title
from generator.records.event import Event
from generator.records.figure import Figure


class Concept(Record):
    """An idea of the field, defined, explained and tied to the cases that show it."""

    kind: ClassVar[str] = "concept"
    folder: ClassVar[str] = "concepts"
    name_field: ClassVar[str] = "term"
    optional_fields: ClassVar[frozenset[str]] = frozenset(
        {
            "aliases",
            "abbreviations",
            "authors",
            "broader",
            "related",
            "where_authors_differ",
            "exact_matches",
            "figures",
            "timeline",
        }
    )

    term: Title = Field(description="The term as it stands in running text, in lower case unless it is a name.")
    aliases: tuple[Line, ...] = Field(default=(), description="Other terms for the same idea, one a line.")
    abbreviations: tuple[Line, ...] = Field(default=(), description="Short forms, such as `EDP`, one a line.")
    definition: ShortProse = Field(description="What it is, in one or two sentences, with a citation.")
    explanation: Prose | None = Field(
        default=None, description="What one must understand beyond the definition, with citations."
    )
    in_practice: Prose | None = Field(
        default=None, description="Why it matters to somebody who makes policy, with citations."
    )
    where_authors_differ: Prose | None = Field(
        default=None, description="Where works disagree about it, with citations."
    )
    figures: tuple[Figure, ...] = Field(
        default=(), description="The numbers that describe the idea itself, such as a count in Europe."
    )
    timeline: tuple[Event, ...] = Field(default=(), description="When the idea came up, and what became of it.")
    broader: tuple[ConceptId, ...] = Field(
        default=(), description="Wider concepts that include this one, one id a line."
    )
    related: tuple[ConceptId, ...] = Field(default=(), description="Neighbouring concepts, one id a line.")
    exact_matches: tuple[Address, ...] = Field(
        default=(), description="Addresses of the same concept in public vocabularies, one a line."
    )

    @property
    def names(self) -> tuple[str, ...]:
        """The term, its aliases and its short forms."""
        return (self.term, *self.aliases, *self.abbreviations)

    def __hash__(self) -> int:
        return hash((self.kind, self.id))
