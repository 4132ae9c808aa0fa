"""Facets: the questions by which cases are found, each with its answers and how many cases give them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.catalogue import Catalogue, sort_key
from generator.evidence import LABELS, evidence_level
from generator.pages.case_opening import TYPES
from generator.pages.sections import is_brief
from generator.records import Case
from generator.text.dates import dates

NOT_TOLD = "not-told"
_PERIOD = 7  # years, as the budgets of the European Union run
_FIRST = 2000


@dataclass(frozen=True, slots=True)
class Value:
    """One answer to a question: its key in the address, its words, and how many cases give it."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A question by which cases are found: its name in the address, and how a case answers.

    `words` are the answers in their order, with their labels.
    """

    id: str
    name: str
    question: str
    answers: Callable[[Catalogue, Case], Iterable[str]]
    words: Callable[[Catalogue], Mapping[str, str]]

    def keys(self, catalogue: Catalogue, case: Case) -> tuple[str, ...]:
        """The answers of a case, in their order; one that gives none is found as such."""
        given = set(self.answers(catalogue, case))
        order = {key: at for at, key in enumerate(_labels(self, catalogue))}
        return tuple(sorted(given, key=lambda key: (order.get(key, len(order)), key))) or (NOT_TOLD,)

    def label(self, catalogue: Catalogue, key: str) -> str:
        """An answer in words."""
        return "Not told" if key == NOT_TOLD else _labels(self, catalogue).get(key, key)

    def values(self, catalogue: Catalogue) -> tuple[Value, ...]:
        """Every answer that some case gives, in the order of the words; `not told` comes last."""
        counts = Counter(key for case in catalogue.cases for key in self.keys(catalogue, case))
        known = [key for key in _labels(self, catalogue) if key in counts]
        unknown = sorted(counts.keys() - set(known) - {NOT_TOLD})
        last = [NOT_TOLD] if NOT_TOLD in counts else []
        return tuple(Value(key, self.label(catalogue, key), counts[key]) for key in (*known, *unknown, *last))


@lru_cache(maxsize=32)
def _labels(facet: Facet, catalogue: Catalogue) -> Mapping[str, str]:
    """The words of a facet, which are asked for with every case."""
    return facet.words(catalogue)


def _table(name: str) -> Callable[[Catalogue], Mapping[str, str]]:
    return lambda catalogue: {row.key: row.label for row in catalogue.tables.get(name, {}).values()}


def _by_label(labels: Mapping[str, str]) -> Mapping[str, str]:
    return dict(sorted(labels.items(), key=lambda pair: (sort_key(pair[1]), pair[0])))


def _countries(catalogue: Catalogue, case: Case) -> Iterator[str]:
    for code in case.places:
        country = catalogue.row("places", code).cells.get("country", "")
        if country:
            yield country


def _concepts(_: Catalogue, case: Case) -> Iterator[str]:
    return (bearing.concept for bearing in (*case.illustrates, *case.nuances, *case.contradicts))


def _periods(_: Catalogue, case: Case) -> Iterator[str]:
    """The budget periods of the European Union in which something happened; plans do not count."""
    for event in case.timeline:
        years = [date.year for date in dates(event.date)]
        if years and not event.planned:
            yield from (_period(year) for year in range(years[0], years[-1] + 1))


def _period(year: int) -> str:
    start = year - (year - _FIRST) % _PERIOD
    return f"{start}-{start + _PERIOD - 1}" if year >= _FIRST else f"before-{_FIRST}"


def _all_periods(catalogue: Catalogue) -> Mapping[str, str]:
    found = {key for case in catalogue.cases for key in _periods(catalogue, case)}
    order = sorted(found, key=lambda key: (not key.startswith("before"), key))
    return {key: key.replace("before-", "before ").replace("-", " to ").capitalize() for key in order}


FACETS = (
    Facet("challenge", "Trouble", "What trouble are you in?", lambda _, case: case.challenges, _table("challenges")),
    Facet("type", "Kind of case", "What kind of case?", lambda _, case: [case.type], lambda _: TYPES),
    Facet("country", "Country", "In which country?", _countries, lambda found: _by_label(_table("places")(found))),
    Facet("level", "Level that acts", "Which level acts?", lambda _, case: case.levels, _table("levels")),
    Facet(
        "instrument",
        "Instrument",
        "With which instrument?",
        lambda _, case: [instrument.type for instrument in case.instruments],
        lambda found: _by_label(_table("instruments")(found)),
    ),
    Facet(
        "concept",
        "Concept",
        "Which concept does it show?",
        _concepts,
        lambda found: {concept.id: concept.term for concept in found.concepts},
    ),
    Facet("period", "When", "When did it happen?", _periods, _all_periods),
    Facet(
        "evidence",
        "Evidence",
        "How strong is the evidence?",
        lambda _, case: [evidence_level(case)],
        lambda _: {key: label[:1].upper() + label[1:] for key, label in LABELS.items()},
    ),
    Facet(
        "length",
        "Length",
        "How much is told?",
        lambda _, case: ["brief" if is_brief(case) else "full"],
        lambda _: {"full": "Told at length", "brief": "Told briefly"},
    ),
)
