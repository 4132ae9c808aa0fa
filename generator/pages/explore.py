"""The page that finds cases by trouble, place and instrument, and says what they take; whole without a script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.pages.base import Page, escape, front_matter, relative, render
from generator.pages.conditions import Conditions, named_conditions
from generator.pages.facets import FACETS, NOT_TOLD, Facet, Value
from generator.pages.prose import Writer
from generator.pages.sections import Row, challenges, row_of
from generator.records import Case

_ON_CARD = frozenset({"type", "country", "evidence"})


@dataclass(frozen=True, slots=True)
class Answers:
    """What a case answers to one facet: the keys that the script reads, their words, and whether the card shows these elsewhere."""

    facet: Facet
    keys: str
    words: str
    is_on_card: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A case as it is found: its card and its answers."""

    row: Row
    answers: tuple[Answers, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A trouble with its cases, each with the conditions that it names."""

    key: str
    label: str
    definition: str
    cases: tuple[tuple[Case, tuple[Conditions, ...]], ...]


class ExplorePage:
    """What the template asks for."""

    uri = "explore/index.md"
    title = "Explore"

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.writer = Writer(catalogue, self.uri, cites=False)

    def page(self) -> Page:
        """Fill the template."""
        return Page(self.uri, self.title, render("explore.md.jinja", page=self))

    @property
    def front_matter(self) -> Markup:
        """Title and description for the theme."""
        said = "Find cases by trouble, country, level, instrument, concept, time and evidence, and what they take."
        return front_matter(self.title, description=said, styles=("explore",), scripts=("explore",))

    def to(self, uri: str) -> Markup:
        """The way to another file."""
        return Markup(relative(self.uri, uri))  # noqa: S704 - made of ids

    @property
    def facets(self) -> tuple[tuple[Facet, tuple[Value, ...]], ...]:
        """Every facet with its answers; one to which all cases give the same answer, or none, finds nothing."""
        found = ((facet, facet.values(self.catalogue)) for facet in FACETS)
        return tuple((facet, values) for facet, values in found if any(value.key != NOT_TOLD for value in values))

    def way_in(self, facet: Facet, value: Value) -> Markup:
        """An answer in the list of a facet; a trouble leads to its cases further down."""
        if facet.id == "challenge":
            return Markup("[%s](#challenge-%s)") % (escape(value.label), escape(value.key))
        return escape(value.label)

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every case: those told at length first, as in the list of a trouble."""
        cases = sorted(self.catalogue.cases, key=lambda case: "brief" in self._keys(case, "length"))
        return tuple(Found(row_of(self.catalogue, case), tuple(self._answers(case))) for case in cases)

    def _answers(self, case: Case) -> Iterator[Answers]:
        for facet in FACETS:
            keys = facet.keys(self.catalogue, case)
            words = "; ".join(facet.label(self.catalogue, key) for key in keys)
            yield Answers(facet, " ".join(keys), words, facet.id in _ON_CARD)

    def _keys(self, case: Case, facet: str) -> tuple[str, ...]:
        return next(one for one in FACETS if one.id == facet).keys(self.catalogue, case)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """Every trouble with its cases and what they take."""
        named = [
            Trouble(row.key, row.label, row.definition, self._told(cases)) for row, cases in challenges(self.catalogue)
        ]
        others = tuple(case for case in self.catalogue.cases if not case.challenges)
        return (*named, *([Trouble(NOT_TOLD, "Cases that name no trouble", "", self._told(others))] if others else []))

    def short(self, case: Case) -> Markup:
        """The way to what a case takes, or to the case where it says nothing on that."""
        return self.writer.link(case.id, "", "conditions") if case.conditions else self.writer.link(case.id)

    def _told(self, cases: tuple[Case, ...]) -> tuple[tuple[Case, tuple[Conditions, ...]], ...]:
        return tuple((case, named_conditions(self.catalogue, case)) for case in cases)
