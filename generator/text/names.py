"""Names in running text: which records a text mentions, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_WORD = re.compile(r"[^\W_]+")
_WORDS_ONLY = "".join(character if character.isalnum() else " " for character in map(chr, range(128)))
_FIRST = re.compile(r"([^\W_]+)")
_NEXT = re.compile(r"(?:[-–&/'’.]{1,2} ?| ?[-–&/'’(]{1,2}| *\n? *)([^\W_]+)")


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name as words; a `proper` name keeps its capitals, another may be written in any case and in the plural."""

    words: tuple[str, ...]
    target: str
    proper: bool

    @property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """The ways to write it, in lower case."""
        folded = tuple(word.casefold() for word in self.words)
        return (folded,) if self.proper else (folded, *((*folded[:-1], plural) for plural in _plurals(folded[-1])))


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a record."""

    target: str
    start: int
    end: int


@dataclass(frozen=True)
class Names:
    """Names by spelling, and the lengths in words of those that begin with a word: one look-up a word, however many names there are."""

    by_spelling: Mapping[tuple[str, ...], tuple[Name, ...]] = field(default_factory=dict)
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    firsts_as_written: frozenset[str] = frozenset()
    firsts_in_any_case: frozenset[str] = frozenset()

    @staticmethod
    def of(names: Iterable[tuple[str, str, bool]]) -> Names:
        """Build the index from (name, target, proper)."""
        by_spelling: dict[tuple[str, ...], list[Name]] = {}
        lengths: dict[str, set[int]] = {}
        firsts: dict[bool, set[str]] = {True: set(), False: set()}
        for text, target, proper in names:
            words = tuple(_WORD.findall(text))
            if len("".join(words)) < 2:
                continue
            name = Name(words, target, proper)
            for spelling in name.spellings:
                by_spelling.setdefault(spelling, []).append(name)
                lengths.setdefault(spelling[0], set()).add(len(spelling))
                firsts[proper].add(words[0] if proper else spelling[0])
        return Names(
            {spelling: tuple(sorted(found)) for spelling, found in by_spelling.items()},
            {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
            frozenset(firsts[True]),
            frozenset(firsts[False]),
        )

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every mention in `text`, the longest where several begin at one word; mentions never overlap."""
        at = 0
        for start in self._starts(text):
            if start >= at and (mention := self._mention(text, start)):
                yield mention
                at = mention.end

    def _starts(self, text: str) -> Iterable[int]:
        """Where a word stands with which some name begins."""
        starts = set(_occurrences(self.firsts_as_written, text))
        if self.firsts_in_any_case:
            folded = text.casefold()
            if len(folded) != len(text):
                return [match.start() for match in _WORD.finditer(text)]
            starts.update(_occurrences(self.firsts_in_any_case, folded))
        return sorted(starts)

    def _mention(self, text: str, start: int) -> Mention | None:
        """The longest name that begins with the word at `start`."""
        first = _WORD.match(text, start)
        lengths = self.lengths.get(first[0].casefold(), ()) if first else ()
        words = _words(text, start, most=lengths[0] if lengths else 0)
        for length in lengths:
            written = tuple(word for word, _ in words[:length])
            for name in self.by_spelling.get(tuple(map(str.casefold, written)), ()) if len(written) == length else ():
                end = words[length - 1][1]
                if (not name.proper or name.words == written) and not _is_joined(text, start, end):
                    return Mention(name.target, start, end)
        return None


def _occurrences(words: frozenset[str], text: str) -> Iterator[int]:
    """Where some of `words` stand in `text` as whole words."""
    for word in words.intersection(text.translate(_WORDS_ONLY).split() if text.isascii() else _WORD.findall(text)):
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not text[end : end + 1].isalnum() and not (at and text[at - 1].isalnum()):
                yield at
            at = text.find(word, end)


def _words(text: str, start: int, most: int) -> list[tuple[str, int]]:
    """The word at `start` and those that follow it without a pause, `most` at most, each with its end."""
    found: list[tuple[str, int]] = []
    match = _FIRST.match(text, start)
    while match and len(found) < most:
        found.append((match[1], match.end()))
        match = _NEXT.match(text, match.end())
    return found


def _is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a hyphen makes the mention part of a longer word, as `S3` in `S3-4AlpClusters`."""
    before = start > 1 and text[start - 1] in "-‑_" and text[start - 2].isalnum()
    return before or (text[end : end + 1] in {"-", "‑", "_"} and text[end + 1 : end + 2].isalnum())


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith("y") and len(word) > 2:
        return (f"{word[:-1]}ies", f"{word}s")
    return (f"{word}s", f"{word}es") if word.endswith(("s", "x", "ch", "sh")) else (f"{word}s",)
