"""Names in running text: which records a text mentions, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"(?:[ \n]+|[-–&/'’.]{1,2} ?| ?[-–&/'’(]{1,2})?(?![\n]\n)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as words; a `proper` name keeps its capitals, another may be written in any case and in the plural."""

    words: tuple[str, ...]
    target: str
    proper: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a record."""

    target: str
    start: int
    end: int


@dataclass(frozen=True)
class Names:
    """Names by their first word in lower case: one look-up a word, however many names there are."""

    by_first: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)

    @staticmethod
    def of(names: Iterable[tuple[str, str, bool]]) -> Names:
        """Build the index from (name, target, proper), longest names first under each word."""
        by_first: dict[str, list[Name]] = {}
        for text, target, proper in names:
            words = tuple(_WORD.findall(text))
            if words and len("".join(words)) > 1:
                kept = words if proper else tuple(word.casefold() for word in words)
                by_first.setdefault(words[0].casefold(), []).append(Name(kept, target, proper))
        ordered = {first: tuple(sorted(found, key=lambda name: (-len(name.words), name.words, name.target))) for first, found in by_first.items()}
        if any(not name.proper and len(name.words) == 1 for found in ordered.values() for name in found):
            for first, found in list(ordered.items()):
                singles = tuple(name for name in found if not name.proper and len(name.words) == 1)
                for plural in _plurals(first) if singles else ():
                    ordered[plural] = (*ordered.get(plural, ()), *singles)
        return Names(ordered)

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every mention in `text`, the longest where several begin at one word; mentions never overlap."""
        if self.by_first.keys().isdisjoint(map(str.casefold, _WORD.findall(text))):
            return
        at = 0
        for match in _WORD.finditer(text):
            if match.start() < at:
                continue
            for name in self.by_first.get(match[0].casefold(), ()):
                end = _end_of_match(name, text, match)
                if end:
                    yield Mention(name.target, match.start(), end)
                    at = end
                    break


def _end_of_match(name: Name, text: str, first: re.Match[str]) -> int:
    """Where the name ends that begins at `first`, or 0 where another text stands there."""
    match: re.Match[str] | None = first
    for index, word in enumerate(name.words):
        if index:
            gap = _GAP.match(text, match.end())  # type: ignore[union-attr]
            match = _WORD.match(text, gap.end() if gap else match.end())  # type: ignore[union-attr]
        if match is None or not _is_word(name, word, match[0], last=index == len(name.words) - 1):
            return 0
    return match.end() if match else 0


def _is_word(name: Name, word: str, written: str, *, last: bool) -> bool:
    if name.proper:
        return written == word
    written = written.casefold()
    return written == word or (last and written in _plurals(word))


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith("y") and len(word) > 2:
        return (f"{word[:-1]}ies", f"{word}s")
    return (f"{word}s", f"{word}es") if word.endswith(("s", "x", "ch", "sh")) else (f"{word}s",)
