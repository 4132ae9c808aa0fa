"""What a source may say: a work, in CSL-JSON's own names."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import ConfigDict, Field

from generator.records.base import Address, Day, Language, Line, NativeName, Part, Prose, Record, SourceId
from generator.text.dates import dates

CslType = Literal[
    "article",
    "article-journal",
    "book",
    "chapter",
    "document",
    "legislation",
    "motion_picture",
    "paper-conference",
    "report",
    "speech",
    "webpage",
]


class Name(Part):
    """An author or editor: `family` and `given`, or `literal` for a body."""

    family: Line | None = Field(default=None, description="The family name.")
    given: Line | None = Field(default=None, description="The given names or initials.")
    literal: Line | None = Field(
        default=None, description="The whole name, for a body; `et al.` where a work names the first author only."
    )

    @property
    def short(self) -> str:
        """The name as it stands in a short citation."""
        return self.family or self.literal or self.given or ""


class Source(Record):
    """A work that the casebook rests on or names."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    kind: ClassVar[str] = "source"
    folder: ClassVar[str] = "sources"
    name_field: ClassVar[str] = "title"
    optional_fields: ClassVar[frozenset[str]] = frozenset(
        "author editor container_title publisher publisher_place volume issue page number doi isbn url event_title medium genre language note"
        " cited_by authors pagination doubts links".split()
    )

    type: CslType = Field(
        description="The kind of work, in CSL's terms: `article-journal`, `book`, `chapter`, `report` ..."
    )
    title: NativeName = Field(description="The title as printed.")
    author: tuple[Name, ...] = Field(default=(), description="The authors, in the order of the work.")
    editor: tuple[Name, ...] = Field(default=(), description="The editors.")
    issued: Day | None = Field(default=None, description="When it came out: `2016`, `2018-11` or `2018-11-05`.")
    container_title: NativeName | None = Field(
        default=None, alias="container-title", description="The journal, book or series that it stands in."
    )
    publisher: Line | None = Field(default=None, description="The publisher or issuing body.")
    publisher_place: Line | None = Field(
        default=None, alias="publisher-place", description="The place of the publisher."
    )
    volume: Line | None = Field(default=None, description="The volume.")
    issue: Line | None = Field(default=None, description="The issue.")
    page: Line | None = Field(default=None, description="The pages, as `351-364`.")
    number: Line | None = Field(default=None, description="The number of a report, law or working paper.")
    doi: Line | None = Field(default=None, alias="DOI", description="The DOI without its address.")
    isbn: Line | None = Field(default=None, alias="ISBN", description="The ISBN.")
    url: Address | None = Field(
        default=None, alias="URL", description="The web address, as printed in the work that cites it."
    )
    event_title: Line | None = Field(
        default=None, alias="event-title", description="The event at which it was presented."
    )
    genre: Line | None = Field(default=None, description="What it calls itself, such as `Working paper`.")
    medium: Line | None = Field(default=None, description="The form, where it is no text, such as `Video`.")
    language: Language | None = Field(default=None, description="The language of the work, where it is not English.")
    note: Line | None = Field(default=None, description="What else a reference should say.")
    pagination: Literal["printed", "counted"] = Field(
        default="printed", description="`counted` where the pages are our count, because the copy shows none."
    )
    cited_by: tuple[SourceId, ...] = Field(
        default=(), description="The works of the casebook that cite it, one id a line."
    )
    good_for: Prose | None = Field(default=None, description="What a reader can learn from it.")
    limits: Prose | None = Field(
        default=None, description="What it cannot show, and how its authors stand to what they tell."
    )
    doubts: Prose | None = Field(default=None, description="Open questions about the reference itself.")

    @property
    def year(self) -> str:
        """The year in which it came out, or `n.d.`."""
        found = dates(self.issued or "")
        return str(found[0].year) if found else "n.d."

    @property
    def short(self) -> str:
        """The short form in running text, without brackets: `Keller et al. 2018`."""
        names = [name.short for name in self.author or self.editor] or [self.title]
        who = f"{names[0]} et al." if len(names) > 2 or "et al." in names else " and ".join(names)
        return f"{who} {self.year}"

    @property
    def names(self) -> tuple[str, ...]:
        """No text mentions a work by its title alone: works are cited."""
        return ()

    def __hash__(self) -> int:
        return hash((self.kind, self.id))
