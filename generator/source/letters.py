"""Letters: where each character of a text value that is no white space stands in the file, in whatever style."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.source.events import Node

_PLAIN = re.compile(r"[^\n]+")
_SINGLE = re.compile(r"('')|[^'\n]+")
_DOUBLE = re.compile(r"(\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.))|[^\\\n]+", re.DOTALL)
_WORD = re.compile(r"\S+")
_BLANK_ESCAPES = frozenset("tnvfr N_LP\t\n")


@dataclass(frozen=True, slots=True)
class Letters:
    """Stretches of `text`, each a piece of a line or one escape, with the number of the first letter of each."""

    text: str
    stretches: tuple[tuple[int, int], ...]
    firsts: tuple[int, ...]
    total: int

    def span(self, number: int) -> tuple[int, int]:
        """Start and end in the file of the letter with this number, which counts from 0 and is below `total`."""
        index = bisect_right(self.firsts, number) - 1
        start, end = self.stretches[index]
        following = self.firsts[index + 1] if index + 1 < len(self.firsts) else self.total
        if following - self.firsts[index] == 1:
            return start, end
        rest = number - self.firsts[index]
        for word in _WORD.finditer(self.text, start, end):
            if rest < word.end() - word.start():
                return word.start() + rest, word.start() + rest + 1
            rest -= word.end() - word.start()
        return start, end


def letters_of(text: str, node: Node) -> Letters:
    """Find the letters of a scalar of the file `text`."""
    stretches, firsts, total = [], [], 0
    for start, end, letters in _stretches(text, node):
        stretches.append((start, end))
        firsts.append(total)
        total += letters
    return Letters(text, tuple(stretches), tuple(firsts), total)


def count_letters(text: str) -> int:
    """How many characters are no white space."""
    return len("".join(text.split()))


def _stretches(text: str, node: Node) -> Iterator[tuple[int, int, int]]:
    start, stop, pattern = node.start, node.end, _PLAIN
    if node.style in {"|", ">"}:
        start = text.find("\n", start, stop) + 1 or stop
    elif node.style in {'"', "'"}:
        start, stop, pattern = start + 1, stop - 1, _DOUBLE if node.style == '"' else _SINGLE
    for match in pattern.finditer(text, start, stop):
        piece = match[0]
        if match.lastindex:
            if not _is_blank(piece):
                yield match.start(), match.end(), 1
        elif letters := count_letters(piece):
            yield match.end() - len(piece.lstrip()), match.start() + len(piece.rstrip()), letters


def _is_blank(escape: str) -> bool:
    """Tell whether an escape stands for white space."""
    if escape[0] != "\\":
        return False
    return chr(int(escape[2:], 16)).isspace() if escape[1] in "xuU" else escape[1] in _BLANK_ESCAPES
