"""RecordPage: what every page of a record shows, as its template asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue, sort_key
from generator.drawings.axis import axis
from generator.evidence import completeness
from generator.pages.base import Page, Settings, escape, front_matter, relative, render, uri_of, web_address
from generator.pages.prose import Writer, first_sentence, page_uri, plain
from generator.pages.references import bibtex, heading, how_to_cite, reference
from generator.pages.told import told_to_programs
from generator.printed import value_text
from generator.records import RECORD_TYPES, Concept, Event, Figure, Record, Source
from generator.text.dates import words

from generator.pages.figures import FigureRow, dated, figure_rows  # isort: skip

SECTIONS: Mapping[str, str] = {
    "case": "Cases",
    "concept": "Concepts",
    "organisation": "Organisations",
    "model": "Models",
    "source": "Sources",
    "course": "Courses",
}
_BLANK = {
    "not_reported": "The sources do not report this.",
    "not_applicable": "This does not apply here.",
    "not_researched": "Nobody has looked into this yet.",
}
REASON_WORDS = {
    "not_reported": "not reported by the sources",
    "not_applicable": "not applicable",
    "not_researched": "not researched yet",
}
_EDITORS = "casebook-editors"
# What else a case leaves blank is said where it would stand.
_WITHOUT_A_PLACE = frozenset({"challenges", "illustrates", "images", "levels", "links"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of the facts at a glance."""

    name: str
    value: Markup


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumb."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Term:
    """A concept that the page links, with its definition."""

    id: str
    definition: Markup


@dataclass(frozen=True, slots=True)
class Group:
    """Records under one heading."""

    title: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BearingGroup:
    """Records on one side of `illustrates`, `nuances` or `contradicts`, each with the reason where one is given."""

    title: str
    bearings: tuple[tuple[str, str | None], ...]

    @property
    def plain(self) -> tuple[str, ...]:
        """The ids without a reason, which stand on one line."""
        return tuple(key for key, why in self.bearings if not why)

    @property
    def explained(self) -> tuple[tuple[str, str], ...]:
        """The ids with a reason, one line each."""
        return tuple((key, why) for key, why in self.bearings if why)


_SECTION_TITLES = {
    "approach": "what was done", "actors": "who did what", "limits": "limits and open problems", "conditions": "what it takes to do the same",
    "concepts": "what the case shows", "in-practice": "why it matters in practice", "explanation": "what it means", "text": "what it says",
    "parts": "its parts", "caveat": "before you use it", "top": "the first lines",
}  # fmt: skip


class RecordPage:
    """The values that a record's template asks for; each kind of page adds its own."""

    template: str

    def __init__(self, catalogue: Catalogue, record: Record, settings: Settings) -> None:
        self.catalogue, self.record, self.settings = catalogue, record, settings
        self.uri = page_uri(record)
        self.writer = Writer(catalogue, self.uri, record.id)

    def page(self) -> Page:
        """Fill the template."""
        name = "body" if self.record.kind == "organisation" else self.record.kind
        return Page(self.uri, self.title, render(self.template, page=self, **{name: self.record}), self.record_path)

    def pages(self) -> tuple[Page, ...]:
        """The page, and those that go on from it where it would grow too long."""
        return (self.page(),)

    @property
    def record_path(self) -> str:
        """The path of the record's file."""
        return f"content/{self.record.folder}/{self.record.id}.yml"

    @property
    def front_matter(self) -> Markup:
        """Title and description for the theme."""
        told = told_to_programs(self.catalogue, self.record, self.settings)
        return front_matter(self.title, description=self.description, kind=self.record.kind, told=told)

    @property
    def title(self) -> str:
        """The name with a capital, as a heading."""
        return heading(self.record)

    @property
    def description(self) -> str:
        """One line for search engines and link previews."""
        return f"{SECTIONS[self.record.kind]}: {self.record.name}"

    @property
    def trail(self) -> tuple[Crumb, ...]:
        """Home and the section of the page."""
        return (
            Crumb("Home", self.to("index.md")),
            Crumb(SECTIONS[self.record.kind], self.to(f"{self.record.folder}/index.md")),
        )

    @property
    def short_name(self) -> str:
        """The name of the page in the breadcrumb."""
        return self.catalogue.short_name(self.record)

    def begin(self) -> Markup:
        """Begin a section of text."""
        self.writer.section()
        return Markup()

    def value(self, name: str) -> str | None:
        """The text of a field."""
        found = getattr(self.record, name)
        return found if isinstance(found, str) else None

    def has(self, name: str) -> bool:
        """Tell whether a section is filled, or says why it is empty."""
        return bool(getattr(self.record, name)) or bool(self.blank(name))

    def blank(self, name: str) -> str:
        """Why a field is empty, in a sentence."""
        reason = self.record.blanks.reasons.get(name)
        return _BLANK[reason] if reason and not getattr(self.record, name) else ""

    def anchor(self, name: str) -> str:
        """The anchor of a field's heading."""
        return name.replace("_", "-")

    def to(self, uri: str) -> Markup:
        """The way from this page to another file."""
        return Markup(relative(self.uri, uri))  # noqa: S704 - made of ids

    def address(self, url: str) -> Markup:
        """A checked web address, with every character encoded that could end it."""
        return web_address(url)

    def label(self, vocabulary: str, key: str) -> str:
        """The words for a term."""
        return self.catalogue.row(vocabulary, key).label

    def labels(self, vocabulary: str, keys: Iterable[str]) -> str:
        """The words for several terms, the first with a capital."""
        found = [self.label(vocabulary, key) for key in keys]
        return ", ".join([*found[:1], *(label[:1].lower() + label[1:] for label in found[1:])])

    def definition(self, vocabulary: str, key: str) -> str:
        """What a term means."""
        return self.catalogue.row(vocabulary, key).definition

    def place(self, code: str) -> Markup:
        """A place by name, its native name marked with its language, and its country."""
        row = self.catalogue.row("places", code)
        name, native, language = row.label, row.cells.get("native_name", ""), row.cells.get("native_language", "")
        shown = escape(name)
        if native and native not in name:
            shown += Markup(" (%s)") % self.in_language(native, language)
        return shown

    def in_language(self, text: str, language: str | None) -> Markup:
        """Text in another language, marked so that it is spoken rightly."""
        if not language or not language.replace("-", "").isalnum():
            return escape(text)
        return Markup(f'<span lang="{language}">{escape(text)}</span>')  # noqa: S704 - escaped

    def places(self, codes: Iterable[str]) -> Markup:
        """Several places in one line."""
        return Markup("; ").join(self.place(code) for code in codes)

    def figure_text(self, figure: Figure) -> str:
        """A figure in one line: what, how much, as of when."""
        rows = figure_rows(self.catalogue, figure, "")
        return "; ".join(f"{row.what}: {row.value}, {row.as_of}" for row in rows) + "."

    def date(self, event: Event) -> str:
        """The date of an event, and how it is known where it is not stated."""
        return dated(event.date, event.date_basis)

    @property
    def own_figures(self) -> tuple[FigureRow, ...]:
        """The rows of the record's own figures."""
        return self.rows_of(getattr(self.record, "figures", ()))

    def rows_of(self, figures: Iterable[Figure], owner: str = "") -> tuple[FigureRow, ...]:
        """The rows of a table of figures."""
        return tuple(row for figure in figures for row in figure_rows(self.catalogue, figure, owner))

    def links(self, keys: Iterable[str]) -> Markup:
        """Links to several records in one line."""
        return Markup(", ").join(self.writer.link(key) for key in keys)

    def terms_in(self, keys: Iterable[str]) -> Markup:
        """Links to several concepts in one line; what they mean stands under the page's terms."""
        return Markup(", ").join(self.writer.term(key) for key in keys)

    def reference(self, source: Source) -> Markup:
        """A work in full."""
        return reference(source, self.catalogue.letters.get(source.id, ""))

    def entry(self, source: Source) -> Markup:
        """A work in the list of sources, with the way to its page."""
        counted = escape("Its page numbers are counted by us. ") + Markup(" ") if source.pagination == "counted" else ""
        is_here = source.id == self.record.id
        about = "" if is_here else Markup("%s{ .aside }") % self.writer.link(source.id, "About this source")
        return Markup("%s %s%s") % (self.reference(source), counted, about)

    def site_link(self, address: str) -> Markup:
        """A link to an address of this site, with the name of its page."""
        page, _, anchor = address.partition("#")
        key = page.strip("/").rpartition("/")[2]
        record = self.catalogue.records.get(key)
        if record is not None and record.address == page:
            words = self.catalogue.short_name(record) + (f": {_section(anchor)}" if anchor else "")
            return self.writer.link(key, words, anchor) if key != self.record.id else escape(words)
        shown = SECTIONS.get(
            next((kind for kind, record_type in RECORD_TYPES.items() if f"/{record_type.folder}/" == page), ""), address
        )
        target = self.to(uri_of(page)) + (f"#{anchor}" if anchor else "")
        return Markup(f"[{escape(shown)}]({target})")  # noqa: S704 - a checked address

    def value_text(self, figure: Figure) -> str:
        """The value of a figure."""
        return value_text(self.catalogue, figure)

    def axis(self, events: Sequence[Event]) -> Markup:
        """The dates of a timeline drawn to scale."""
        return axis(events)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The concepts that the text has linked so far, by name, each with its definition in bare words."""
        found = (self.catalogue.records[key] for key in self.writer.terms)
        concepts = sorted((record for record in found if isinstance(record, Concept)), key=lambda c: sort_key(c.name))
        return tuple(
            Term(concept.id, escape(first_sentence(plain(self.catalogue, concept.definition)))) for concept in concepts
        )

    def name_of(self, key: str) -> str:
        """The short name of another record."""
        return self.catalogue.short_name(self.catalogue.records[key])

    def way(self, key: str) -> Markup:
        """The way to the page of another record."""
        return self.to(page_uri(self.catalogue.records[key]))

    @property
    def before(self) -> str:
        """The id of the record before this one in the list of its kind; empty at the beginning."""
        return self.catalogue.neighbours[self.record.id][0]

    @property
    def after(self) -> str:
        """The id of the record after this one in the list of its kind; empty at the end."""
        return self.catalogue.neighbours[self.record.id][1]

    @property
    def around(self) -> frozenset[str]:
        """The records that stand under a heading of their own, which what links here leaves out."""
        return frozenset()

    @cached_property
    def backlinks(self) -> tuple[Group, ...]:
        """What links here, by kind."""
        linking = self.catalogue.backlinks.get(self.record.id, ())
        ids = [key for key in linking if key not in self.around] or linking  # the address of the section stays
        groups = [
            Group(SECTIONS[kind], tuple(key for key in ids if self.catalogue.kind_of(key) == kind))
            for kind in RECORD_TYPES
        ]
        return tuple(group for group in groups if group.ids)

    @property
    def how_to_cite(self) -> Markup:
        """The page as a reference."""
        return escape(how_to_cite(self.record, self.settings))

    @property
    def bibtex(self) -> Markup:
        """The page for BibTeX, as a block of code."""
        return Markup("\n".join(f"    {line}" for line in bibtex(self.record, self.settings).split("\n")))  # noqa: S704 - indented code is shown as it is

    @property
    def report(self) -> Markup:
        """Where to report a mistake on this page: a form, or the page that says how."""
        form = self.settings.form("mistake", self.record.address)
        return Markup("<%s>") % web_address(form) if form else self.to("about/index.md") + Markup("#report")

    @property
    def verified(self) -> str:
        """When the record was last checked, and by whom."""
        found = self.record.verified
        by = "the casebook's editors" if found and found.by == _EDITORS else found.by if found else ""
        return f"{words(found.on)}, by {by}" if found else ""

    @property
    def completeness(self) -> str:
        """How much of the record is answered."""
        counted = completeness(self.record)
        if not counted.unwritten:
            rest = "one says why it is empty" if counted.blank == 1 else f"{counted.blank} say why they are empty"
            return (
                f"All {counted.total} fields are filled."
                if not counted.blank
                else f"{counted.filled} of {counted.total} fields are filled, and {rest}."
            )
        names = ", ".join(name.replace("_", " ") for name in counted.unwritten)
        return f"{counted.filled} of {counted.total} fields are filled, {counted.blank} say why they are empty, and these are not written yet: {names}."

    @property
    def left_blank(self) -> str:
        """The blank fields of the record that nothing above names, by reason; what makes no sense for it is no gap."""
        reasons = {
            name: reason
            for name, reason in self.record.blanks.reasons.items()
            if "." not in name and (self.record.kind != "case" or name in _WITHOUT_A_PLACE)
        }
        said = []
        for reason in ("not_reported", "not_researched"):
            fields = [name.replace("_", " ") for name, why in reasons.items() if why == reason]
            if fields:
                said.append(f"{', '.join(fields)} ({REASON_WORDS[reason]})")
        return "; ".join(said)


def _section(anchor: str) -> str:
    """The heading above an anchor, in words."""
    name = anchor.removeprefix("figure-")
    return (
        _SECTION_TITLES.get(anchor, name.replace("-", " ")) if name == anchor else f"figure, {name.replace('-', ' ')}"
    )
