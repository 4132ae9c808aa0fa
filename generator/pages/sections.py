"""Home, and the index of each section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue, sort_key
from generator.evidence import LABELS, evidence_level
from generator.pages.base import Page, Settings, front_matter, relative, render
from generator.pages.case import TYPES
from generator.pages.prose import Writer, short_name
from generator.pages.record_page import SECTIONS
from generator.records import RECORD_TYPES, Case, Concept, Course, Model, Organisation, Record, Source
from generator.text.dates import words

_LEADS = {
    "case": "What regions and cities did: one story of policy on each page, with its figures, its limits and its sources.",
    "concept": "The ideas of the field, each with a definition, what it means in practice, and the cases that show it.",
    "organisation": "The bodies that act, pay, host or are counted in the cases.",
    "model": "What the source papers draw: processes, anatomies and schemes, told in parts.",
    "source": "The works that the casebook rests on, each with all that is taken from it.",
    "course": "Ways through the casebook for a class.",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One record in a list: its link, a short aside, and a line of text."""

    id: str
    words: str
    aside: str
    text: Markup | str


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading."""

    title: str
    anchor: str
    rows: tuple[Row, ...]


class SectionPage:
    """The index of one kind of record."""

    def __init__(self, catalogue: Catalogue, kind: str) -> None:
        self.catalogue, self.kind = catalogue, kind
        self.uri = f"{RECORD_TYPES[kind].folder}/index.md"
        self.title = SECTIONS[kind]
        self.lead = _LEADS[kind]
        self.writer = Writer(catalogue, self.uri, cites=False)

    def page(self) -> Page:
        """Fill the template."""
        return Page(self.uri, self.title, render("section.md.jinja", page=self))

    @property
    def front_matter(self) -> Markup:
        """The title for the theme."""
        return front_matter(self.title, description=self.lead)

    def to(self, uri: str) -> Markup:
        """The way to another file."""
        return Markup(relative(self.uri, uri))  # noqa: S704

    @cached_property
    def groups(self) -> tuple[RowGroup, ...]:
        """The rows, in the groups by which readers look for them."""
        records = self.catalogue.all_of(RECORD_TYPES[self.kind])
        if self.kind == "case":
            return (*self._all(records), *self._by_challenge(), *self._by_place())
        if self.kind == "organisation":
            return self._by_type()
        return self._all(records)

    def _all(self, records: Iterable[Record]) -> tuple[RowGroup, ...]:
        rows = tuple(row_of(self.catalogue, self.writer, record) for record in records)
        return (RowGroup("All" if self.kind == "case" else "", "all", rows),) if rows else ()

    def _by_challenge(self) -> tuple[RowGroup, ...]:
        rows = []
        for key, challenge in self.catalogue.tables.get("challenges", {}).items():
            cases = [case for case in self.catalogue.cases if key in case.challenges]
            if cases:
                rows.append(self._list(f"{challenge.label}.", cases))
        return (RowGroup("By the trouble that people were in", "challenges", tuple(rows)),) if rows else ()

    def _by_place(self) -> tuple[RowGroup, ...]:
        countries: dict[str, list[Case]] = {}
        for case in self.catalogue.cases:
            for country in sorted(
                {self.catalogue.row("places", code).cells.get("country", "") for code in case.places}
            ):
                countries.setdefault(self.catalogue.row("places", country).label, []).append(case)
        rows = tuple(
            self._list(country, cases)
            for country, cases in sorted(countries.items(), key=lambda pair: sort_key(pair[0]))
            if country
        )
        return (RowGroup("By country", "countries", rows),) if rows else ()

    def _list(self, title: str, cases: list[Case]) -> Row:
        links = Markup(", ").join(self.writer.link(case.id) for case in cases)
        return Row("", title, "", links)

    def _by_type(self) -> tuple[RowGroup, ...]:
        groups = []
        for key, organisation_type in self.catalogue.tables.get("organisation-types", {}).items():
            bodies = [body for body in self.catalogue.organisations if body.type == key]
            if bodies:
                groups.append(
                    RowGroup(
                        organisation_type.label,
                        key,
                        tuple(row_of(self.catalogue, self.writer, body) for body in bodies),
                    )
                )
        return tuple(groups)


class HomePage:
    """The first page."""

    uri = "index.md"

    def __init__(self, catalogue: Catalogue, settings: Settings) -> None:
        self.catalogue = catalogue
        self.title = settings.site_name
        self.writer = Writer(catalogue, self.uri, cites=False)

    def page(self) -> Page:
        """Fill the template."""
        return Page(self.uri, self.title, render("home.md.jinja", page=self))

    @property
    def front_matter(self) -> Markup:
        """The title for the theme."""
        return front_matter(
            self.title, description="Cases of clusters and cluster policy in smart specialisation, with every source."
        )

    def to(self, uri: str) -> Markup:
        """The way to another file."""
        return Markup(uri)  # noqa: S704

    @property
    def cases(self) -> tuple[Row, ...]:
        """Every case."""
        return tuple(row_of(self.catalogue, self.writer, case) for case in self.catalogue.cases)

    @property
    def sections(self) -> list[dict[str, str]]:
        """Every section with its number of records."""
        return [
            {
                "title": SECTIONS[kind],
                "uri": f"{record_type.folder}/index.md",
                "count": str(len(self.catalogue.all_of(record_type))),
                "text": _LEADS[kind],
            }
            for kind, record_type in RECORD_TYPES.items()
        ]


def row_of(catalogue: Catalogue, writer: Writer, record: Record) -> Row:
    """A record in a list."""
    writer.section()
    match record:
        case Case():
            places = "; ".join(catalogue.row("places", code).label for code in record.places)
            aside = f"{places} · {TYPES[record.type].lower()} · as told in {words(record.as_told)} · {LABELS[evidence_level(record)]}"
            return Row(record.id, record.title, aside, writer.line(record.summary))
        case Concept():
            return Row(
                record.id,
                record.term,
                "; ".join((*record.abbreviations, *record.aliases)),
                writer.line(record.definition),
            )
        case Organisation():
            return Row(
                record.id,
                record.title,
                catalogue.row("places", record.place).label if record.place else "",
                writer.line(record.summary),
            )
        case Source():
            return Row(record.id, record.short, "", record.title)
        case Model() | Course():
            return Row(record.id, record.title, "", writer.line(record.summary))
        case _:
            return Row(record.id, short_name(record), "", "")
