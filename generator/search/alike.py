"""Words that mean the same to readers → where any of them stands, worked out here so that a browser loads one list."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.search.words import SHORTEST_STEM, normal, stem

TABLE = "everyday-words"
MARK = (
    "\ue000"  # before the number of a group: no letter, and behind all of them, so that groups stand behind the words
)

Postings = Mapping[str, tuple[tuple[int, int], ...]]


def alike(catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """The groups of words that mean the same, each in its normal form."""
    rows = catalogue.tables.get(TABLE, {}).values()
    return tuple(
        tuple(dict.fromkeys(normal(word) for word in (row.key, *row.cells.get("words", "").split()))) for row in rows
    )


def group_postings(groups: tuple[tuple[str, ...], ...], weighed: Postings) -> Postings:
    """For each group the pages on which one of its words stands, or one of their families, with the greatest weight."""
    by_stem: dict[str, list[str]] = {}
    for word in weighed:
        by_stem.setdefault(stem(word), []).append(word)
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, group in enumerate(groups):
        members = {other for word in group for other in (word, *_family(word, by_stem)) if other in weighed}
        weights: dict[int, int] = {}
        for page, weight in (place for member in sorted(members) for place in weighed[member]):
            weights[page] = max(weight, weights.get(page, 0))
        found[f"{MARK}{number}"] = tuple(sorted(weights.items()))
    return found


def _family(word: str, by_stem: Mapping[str, list[str]]) -> list[str]:
    return by_stem.get(stem(word), []) if len(stem(word)) >= SHORTEST_STEM else []
