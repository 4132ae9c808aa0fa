"""The first page: a door for each reader, what is inside, a question answered, and what stayed open side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.drawings.bars import Share, stacked
from generator.evidence import LABELS, completeness, evidence_level
from generator.pages.base import Page, Settings, escape, front_matter, render
from generator.pages.figures import shares
from generator.pages.prose import Writer, page_uri
from generator.pages.record_page import SECTIONS
from generator.pages.sections import Limit, Row, challenges, named_limits, row_of
from generator.printed import printed_share
from generator.records import RECORD_TYPES, Case, Figure, Record
from generator.text.dates import words

MOST_CARDS, MOST_COMPARED, MOST_LIMITS = 6, 4, 2


@dataclass(frozen=True, slots=True)
class Trouble:
    """A trouble in policymakers' words, and how many cases speak to it."""

    words: str
    anchor: str
    count: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure that answers a question: who or what it is about, its parts as a drawing and in words, and who says so."""

    question: str
    about: Markup
    drawing: Markup
    parts: tuple[tuple[str, str], ...]
    said_by: str
    source: Markup
    as_of: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One case in the table of what stayed open."""

    case: Markup
    told: str
    limits: tuple[Limit, ...]
    more: Markup
    evidence: str


class HomePage:
    """What the template of the first page asks for."""

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

    @cached_property
    def fullest(self) -> tuple[Case, ...]:
        """The cases that answer most, in the order of their list."""
        chosen = sorted(self.catalogue.cases, key=lambda case: -completeness(case).filled)[:MOST_CARDS]
        return tuple(case for case in self.catalogue.cases if case in chosen)

    @property
    def cards(self) -> tuple[Row, ...]:
        """The cases that answer most."""
        return tuple(row_of(self.catalogue, case) for case in self.fullest)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """The troubles that cases speak to."""
        return tuple(
            Trouble(row.label, f"challenge-{row.key}", f"{len(cases)} cases" if len(cases) > 1 else "")
            for row, cases in challenges(self.catalogue)
        )

    @cached_property
    def answer(self) -> Answer | None:
        """The first figure that is made of shares and whose measure asks a question; none where there is no such figure."""
        return next(self._answers(), None)

    def _answers(self) -> Iterator[Answer]:
        for record in self.catalogue.records.values():
            for figure in getattr(record, "figures", ()):
                question = self.catalogue.row("measures", figure.measure).cells.get("question", "")
                found = shares(self.catalogue, figure)
                if question and found:
                    yield self._answer(record, figure, question, found)

    def _answer(self, record: Record, figure: Figure, question: str, found: tuple[Share, ...]) -> Answer:
        target = f"{page_uri(record)}#{figure.anchor}"
        return Answer(
            question,
            Markup("[%s](%s)") % (escape(figure.about or record.name), Markup(target)),  # noqa: S704 - made of ids
            stacked(found),
            tuple((share.name, printed_share(self.catalogue, figure, at)) for at, share in enumerate(found)),
            figure.said_by or "",
            self.writer.works(figure.cite),
            words(figure.as_of),
        )

    @property
    def compared(self) -> tuple[Compared, ...]:
        """What stayed open in the cases that answer most."""
        return tuple(
            Compared(
                self.writer.link(case.id),
                words(case.as_told),
                named_limits(self.catalogue, case)[:MOST_LIMITS],
                self.writer.link(case.id, "All limits", "limits"),
                LABELS[evidence_level(case)],
            )
            for case in self.fullest[:MOST_COMPARED]
            if named_limits(self.catalogue, case)
        )

    @property
    def tellers(self) -> Markup:
        """How many works tell the cases, by name; the others are cited by them."""
        works = dict.fromkeys(key for case in self.catalogue.cases for key in case.sources)
        if not works:
            return Markup()
        names = Markup(" and ").join(self.writer.link(key) for key in works)
        return Markup("The cases are told by %s: %s. The other sources are cited in them or used beside them.") % (
            "one work" if len(works) == 1 else f"{len(works)} works",
            names,
        )

    @property
    def sections(self) -> list[dict[str, str]]:
        """Every section with its number of records."""
        return [
            {
                "title": SECTIONS[kind] if len(self.catalogue.all_of(record_type)) != 1 else kind,
                "uri": f"{record_type.folder}/index.md",
                "count": str(len(self.catalogue.all_of(record_type))),
            }
            for kind, record_type in RECORD_TYPES.items()
        ]
