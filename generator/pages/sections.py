"""The index of each section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue, sort_key
from generator.evidence import LABELS, evidence_level
from generator.pages.base import Page, escape, front_matter, relative, render
from generator.pages.case_opening import TYPES, countries
from generator.pages.prose import Writer, first_sentence, plain
from generator.pages.record_page import SECTIONS
from generator.records import RECORD_TYPES, Case, Concept, Course, Model, Organisation, Record, Source
from generator.tables import Row as TableRow
from generator.text.dates import words as words_of

_NAMED = re.compile(r"(?:^|\n\s*\n)\s*(?:- )?\*\*(.+?)\*\*\s*(.+?)(?=\n\s*\n|$)", re.DOTALL)
MAP = "map/index.md"
_BRIEF = 750  # words
_WAYS = (("limits", "What stayed open"), ("conditions", "What it takes"))
_LEADS = {
    "case": "What regions and cities did: one story of policy on each page, with its figures, its limits and its sources.",
    "concept": "The ideas of the field, each with a definition, what it means in practice, and the cases that show it.",
    "organisation": "The bodies that act, pay, host or are counted in the cases.",
    "model": "What the source papers draw: processes, anatomies and schemes, drawn anew and told in parts.",
    "source": "The works that the casebook rests on, each with all that is taken from it.",
    "course": "Ways through the casebook for a class.",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One record in a list: its link, a short aside, a line of text, and how strong its evidence is."""

    id: str
    words: str
    aside: str
    text: Markup | str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading, shown as `cards` or as `rows`; `stays` where the heading's anchor is promised."""

    title: str
    anchor: str
    rows: tuple[Row, ...] = ()
    look: str = "rows"
    stays: bool = True
    level: int = 2
    lead: str = ""


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
        if not records:
            return ()
        match self.kind:
            case "case":
                return (*self._by_length(), *self._by_challenge(), *self._by_place())
            case "concept":
                return self._by_letter(records)
            case "organisation":
                return self._by_type()
            case "source":
                return self._by_use()
            case _:
                return (self._group("", "", records, "cards"),)

    def _group(self, title: str, anchor: str, records: Iterable[Record], look: str = "rows") -> RowGroup:
        return RowGroup(title, anchor, tuple(row_of(self.catalogue, record) for record in records), look)

    def _by_length(self) -> Iterator[RowGroup]:
        """All cases: first those that the sources tell at length, so that nobody meets five short ones first."""
        cases = self.catalogue.cases
        brief = [case for case in cases if is_brief(case)]
        to_map = Markup("[On the map](%s)") % Markup(relative(self.uri, MAP))  # noqa: S704 - our own file
        yield RowGroup("All", "all", lead=to_map)
        for title, anchor, lead, chosen in (
            ("Told at length", "at-length", "", [case for case in cases if case not in brief]),
            ("Told briefly", "briefly", "The sources give these little room, and so do we.", brief),
        ):
            if chosen:
                yield replace(self._group(title, anchor, chosen, "cards"), level=3, lead=lead)

    def _by_challenge(self) -> Iterator[RowGroup]:
        found = challenges(self.catalogue)
        if found:
            yield RowGroup("By problem", "challenges")
        for challenge, cases in found:
            group = self._group(challenge.label, f"challenge-{challenge.key}", cases)
            rows = tuple(self._admitting(row, case) for row, case in zip(group.rows, cases, strict=True))
            yield replace(group, level=3, lead=challenge.definition, rows=rows)

    def _admitting(self, row: Row, case: Case) -> Row:
        """The case in a list of problems: what it tells in a sentence, and the ways to what stayed open and what it takes."""
        ways = [self.writer.link(case.id, words, name) for name, words in _WAYS if getattr(case, name)]
        brief = ("told briefly",) if is_brief(case) else ()
        aside = " · ".join((*countries(self.catalogue, case.places), f"as told in {words_of(case.as_told)}", *brief))
        story = escape(first_sentence(plain(self.catalogue, case.summary)))
        text = story + Markup("<br>") + Markup(" · ").join(ways) if ways else story
        return replace(row, words=self.catalogue.short_name(case), aside=aside, text=text, evidence="")

    def _by_place(self) -> Iterator[RowGroup]:
        countries: dict[str, list[Case]] = {}
        for case in self.catalogue.cases:
            for country in {self.catalogue.row("places", code).cells.get("country", "") for code in case.places}:
                countries.setdefault(self.catalogue.row("places", country).label, []).append(case)
        rows = tuple(
            Row("", country, "", Markup(", ").join(self.writer.link(case.id) for case in countries[country]))
            for country in sorted(countries, key=sort_key)
            if country
        )
        if rows:
            yield RowGroup("By country", "countries", rows)

    def _by_letter(self, records: Iterable[Record]) -> tuple[RowGroup, ...]:
        letters: dict[str, list[Record]] = {}
        for record in records:
            letters.setdefault(sort_key(record.name)[:1].upper(), []).append(record)
        return tuple(
            replace(self._group(letter, f"letter-{letter.lower()}", found), stays=False)
            for letter, found in letters.items()
        )

    def _by_type(self) -> tuple[RowGroup, ...]:
        types = self.catalogue.tables.get("organisation-types", {}).values()
        groups = [
            self._group(row.label, row.key, [body for body in self.catalogue.organisations if body.type == row.key])
            for row in types
        ]
        return tuple(group for group in groups if group.rows)

    def _by_use(self) -> tuple[RowGroup, ...]:
        telling = {key for case in self.catalogue.cases for key in case.sources}
        works = sorted(self.catalogue.sources, key=lambda work: (sort_key(self.catalogue.short_name(work)), work.id))
        groups = (
            self._group("Works that tell the cases", "tell", [work for work in works if work.id in telling]),
            self._group("Works that they cite", "cited", [work for work in works if work.id not in telling]),
        )
        return tuple(group for group in groups if group.rows)


def is_brief(case: Case) -> bool:
    """Tell a case of which the sources tell little, by the words of its story."""
    told = (case.context, case.challenge, case.objectives, case.approach, case.results, case.limits, case.conditions)
    return sum(len(text.split()) for text in told if text) < _BRIEF


def challenges(catalogue: Catalogue) -> tuple[tuple[TableRow, tuple[Case, ...]], ...]:
    """Every trouble that some case speaks to, in the order of the table, with its cases: those told at length first, each lot by name."""
    rows = catalogue.tables.get("challenges", {}).values()
    found = ((row, tuple(case for case in catalogue.cases if row.key in case.challenges)) for row in rows)
    return tuple((row, tuple(sorted(cases, key=is_brief))) for row, cases in found if cases)


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that a case names in bold, and the first sentence on it."""

    name: str
    sentence: str


def named_limits(catalogue: Catalogue, case: Case) -> tuple[Limit, ...]:
    """The limits that a case names, in its order."""
    found = _NAMED.findall(case.limits or "")
    return tuple(
        Limit(plain(catalogue, name).rstrip("."), first_sentence(plain(catalogue, rest))) for name, rest in found
    )


def is_variant(name: str, term: str) -> bool:
    """Tell a mere plural or another hyphen from a synonym."""
    return _letters(name) == _letters(term)


def _letters(name: str) -> str:
    return re.sub(r"s\b|[^a-z]", "", name.casefold())


def row_of(catalogue: Catalogue, record: Record) -> Row:
    """A record in a list."""
    match record:
        case Case():
            places = [catalogue.row("places", code).label for code in record.places]
            where = "; ".join((*places, *countries(catalogue, record.places, beside=record.places)))
            aside = f"{where} · {TYPES[record.type].lower()} · as told in {words_of(record.as_told)}"
            return Row(record.id, record.title, aside, plain(catalogue, record.summary), LABELS[evidence_level(record)])
        case Concept():
            aside = "; ".join(name for name in record.names[1:] if not is_variant(name, record.term))
            return Row(record.id, record.term, aside, plain(catalogue, record.definition))
        case Organisation():
            place = catalogue.row("places", record.place).label if record.place else ""
            return Row(
                record.id, record.title, place if place != record.title else "", plain(catalogue, record.summary)
            )
        case Source():
            count = len(catalogue.citing.get(record.id, ()))
            used = f"cited on {count} page{'' if count == 1 else 's'} here" if count else "not cited here"
            short = catalogue.short_name(record)
            return Row(record.id, short[:1].upper() + short[1:], used, record.title)
        case Model() | Course():
            return Row(record.id, record.title, "", plain(catalogue, record.summary))
        case _:
            return Row(record.id, catalogue.short_name(record), "", "")
