"""Near: the word that somebody most likely meant, found without comparing it with every other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

_MOST_COMPARED = 200
_ENOUGH = 0.72


@dataclass(frozen=True)
class Near:
    """Words indexed by what is left when one letter is taken away, by their parts, and by their first letters."""

    words: frozenset[str]
    by_deletion: dict[str, list[str]]
    by_parts: dict[tuple[str, ...], list[str]]
    by_start: dict[str, list[str]]

    @staticmethod
    def of(words: Iterable[str]) -> Near:
        """Build the index; its size grows in proportion to the words."""
        known = sorted(set(words))
        near = Near(frozenset(known), {}, {}, {})
        for word in known:
            for shorter in _deletions(word):
                near.by_deletion.setdefault(shorter, []).append(word)
            near.by_parts.setdefault(tuple(sorted(word.split("-"))), []).append(word)
            near.by_start.setdefault(word[:2], []).append(word)
        return near

    def to(self, word: str) -> str | None:
        """The likeliest word, or `None` where none is near."""
        if word in self.words:
            return word
        candidates = set(self.by_parts.get(tuple(sorted(word.split("-"))), ()))
        if not candidates:
            for shorter in _deletions(word):
                candidates.update(self.by_deletion.get(shorter, ()))
        if candidates:
            return min(candidates, key=lambda other: (-_likeness(word, other), other))
        close = [
            other for other in self.by_start.get(word[:2], ()) if abs(len(other) - len(word)) <= max(3, len(word) // 2)
        ][:_MOST_COMPARED]
        best = max(close, key=lambda other: (_likeness(word, other), other), default=None)
        return (
            best
            if best and (_likeness(word, best) >= _ENOUGH or best.startswith(f"{word}-") or word.startswith(f"{best}-"))
            else None
        )


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The likeliest of a few choices, or `None` where none is near."""
    choices = list(choices)
    folded = {choice.casefold().replace("_", "-"): choice for choice in reversed(choices)}
    plain = word.casefold().replace("_", "-").strip()
    if plain in folded:
        return folded[plain]
    best = max(
        choices, key=lambda choice: (_likeness(plain, choice.casefold().replace("_", "-")), choice), default=None
    )
    if best and (_likeness(plain, best.casefold().replace("_", "-")) >= _ENOUGH):
        return best
    starts = [choice for choice in choices if len(plain) >= 3 and choice.startswith(plain)]
    return starts[0] if len(starts) == 1 else None


def _deletions(word: str) -> set[str]:
    return {word, *(word[:index] + word[index + 1 :] for index in range(len(word)))}


@lru_cache(maxsize=10_000)  # the same words meet again while mends of a file are tried
def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
