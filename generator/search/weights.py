"""Entries → how much each word weighs on each page (BM25F), worked out here so that a browser only has to add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.search.entries import Entry
from generator.search.words import words

LEVELS = 26  # a weight is written as a letter
_SATURATION = 1.6


@dataclass(frozen=True, slots=True)
class _Field:
    boost: float
    slope: float  # how much a long field counts less: 0 not at all, 1 fully


_FIELDS = {
    "title": _Field(5, 0.4),
    "names": _Field(4, 0.3),
    "asked": _Field(3, 0.4),
    "lead": _Field(2.5, 0.4),
    "headings": _Field(1.5, 0.6),
    "links": _Field(1.5, 0.6),
    "text": _Field(1, 0.6),
}


def postings(entries: Sequence[Entry]) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Every word, in order, with the pages on which it stands and its weight there, from 1 to `LEVELS`."""
    counts = [{name: _counts(entry.fields[name]) for name in _FIELDS} for entry in entries]
    means = {name: _mean([found[name].total() for found in counts]) for name in _FIELDS}
    weighed: dict[str, list[tuple[int, int]]] = {}
    for number, found in enumerate(counts):
        for word, frequency in _frequencies(found, means).items():
            share = frequency / (_SATURATION + frequency)
            weighed.setdefault(word, []).append((number, 1 + int(share * (LEVELS - 1))))
    return {word: tuple(weighed[word]) for word in sorted(weighed)}


def _frequencies(found: Mapping[str, Counter[str]], means: Mapping[str, float]) -> Mapping[str, float]:
    """How often each word stands on a page, by the worth of the fields in which it does."""
    total: Counter[str] = Counter()
    for name, field in _FIELDS.items():
        length = 1 - field.slope + field.slope * found[name].total() / means[name]
        for word, count in found[name].items():
            total[word] += field.boost * count / length  # type: ignore[assignment]
    return total


@lru_cache(maxsize=1 << 15)
def _counts(text: str) -> Counter[str]:
    return Counter(words(text))


def _mean(lengths: Sequence[int]) -> float:
    filled = [length for length in lengths if length]
    return sum(filled) / len(filled) if filled else 1
