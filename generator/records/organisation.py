"""What an organisation may say."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.records import marks
from generator.records.base import (
    AsOfBasis,
    Cite,
    Day,
    Language,
    Level,
    Line,
    Link,
    NativeName,
    OrganisationId,
    Part,
    PlaceCode,
    Prose,
    Record,
    ShortProse,
    Title,
    Word,
)
from generator.records.event import Event
from generator.records.figure import Figure


class Founding(Part):
    """When a body came into being, and who says so."""

    date: Day = Field(description="The year, month or day.")
    date_basis: AsOfBasis = Field(
        default="stated", description="`stated` in the source, the `source-date` of the work, or `derived` by us."
    )
    cite: Cite = Field(description="Where it stands, as `@rivas-2016, p. 9`.")


class Organisation(Record):
    """A body that acts, funds, hosts or is counted in a case."""

    kind: ClassVar[str] = "organisation"
    folder: ClassVar[str] = "organisations"
    name_field: ClassVar[str] = "title"
    optional_fields: ClassVar[frozenset[str]] = frozenset(
        {"native_name", "native_language", "aliases", "part_of", "authors", "text", "timeline"}
    )

    title: Title = Field(description="The name by which the body is known in English texts.")
    native_name: NativeName | None = Field(
        default=None, description="The name in its own language, where that differs."
    )
    native_language: Language | None = Field(
        default=None,
        description="The language of the native name, or of the title where that is the native name: `fr`, `de`, `es`, `eu` ...",
    )
    aliases: tuple[Line, ...] = Field(
        default=(), description="Other names, short forms and spellings found in sources, one a line."
    )
    type: Annotated[Word, marks.Term("organisation-types")] = Field(
        description="What kind of body it is, from `data/organisation-types.csv`."
    )
    helix: Annotated[Word, marks.Term("helices")] | None = Field(
        default=None, description="Its side of the quadruple helix, from `data/helices.csv`."
    )
    level: Level | None = Field(default=None, description="The level at which it works, from `data/levels.csv`.")
    place: PlaceCode | None = Field(default=None, description="Where it sits, by its code in `data/places.csv`.")
    founded: Founding | None = Field(default=None, description="When it came into being, and who says so.")
    part_of: tuple[OrganisationId, ...] = Field(
        default=(), description="Larger bodies that it belongs to, one id a line."
    )
    summary: ShortProse = Field(description="What it is and does, in one or two sentences, with a citation.")
    text: Prose | None = Field(default=None, description="What else the sources tell about it, with citations.")
    figures: tuple[Figure, ...] = Field(default=(), description="The numbers that describe the body.")
    timeline: tuple[Event, ...] = Field(default=(), description="What happened to it when.")
    links: tuple[Link, ...] = Field(default=(), description="Pages elsewhere that are worth opening.")

    @property
    def names(self) -> tuple[str, ...]:
        """The name, the native name and the aliases."""
        return tuple(name for name in (self.title, self.native_name, *self.aliases) if name)

    def __hash__(self) -> int:
        return hash((self.kind, self.id))
