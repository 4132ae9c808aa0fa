"""Letters: where each character of a text value that is no white space stands in the file, in whatever style."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from generator.source.events import Node

_SINGLE = re.compile(r"(?P<escape>'')|[^'\n]+")
_DOUBLE = re.compile(
    r"(?P<escape>\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.))|[^\\\n]+", re.DOTALL
)
_RUN = re.compile(r"\S+")
_BLANK_ESCAPES = frozenset("tnvfr N_LP\t\n")


class _Piece(NamedTuple):
    """A line, or a part of one, from `start` to `end`; an escape is a piece of its own and makes one letter or none."""

    start: int
    end: int
    letters: int
    is_escape: bool = False


@dataclass(frozen=True, slots=True)
class Letters:
    """The pieces of a scalar of the file `text`; `firsts` are the numbers of their first letters, from 0."""

    text: str
    pieces: tuple[_Piece, ...]
    firsts: tuple[int, ...]

    @staticmethod
    def of(text: str, node: Node) -> Letters:
        """Find the letters of a scalar."""
        pieces = tuple(_quoted_pieces(text, node) if node.style in {'"', "'"} else _plain_pieces(text, node))
        return Letters(text, pieces, tuple(accumulate((piece.letters for piece in pieces), initial=0)))

    @property
    def total(self) -> int:
        """How many letters there are."""
        return self.firsts[-1]

    def span(self, number: int) -> tuple[int, int]:
        """Start and end in the file of the letter with this number, which counts from 0 and is below `total`."""
        index = bisect_right(self.firsts, number, hi=len(self.pieces)) - 1
        piece = self.pieces[index]
        if piece.is_escape:
            return piece.start, piece.end
        before = number - self.firsts[index]
        for run in _RUN.finditer(self.text, piece.start, piece.end):
            at = run.start() + before
            if at < run.end():
                return at, at + 1
            before -= len(run[0])
        return piece.end, piece.end


def count_letters(text: str) -> int:
    """How many characters are no white space."""
    return len("".join(text.split()))


def _plain_pieces(text: str, node: Node) -> Iterator[_Piece]:
    start = text.find("\n", node.start, node.end) + 1 or node.end if node.style in {"|", ">"} else node.start
    for line in text[start : node.end].split("\n"):
        yield _Piece(start, start + len(line), count_letters(line))
        start += len(line) + 1


def _quoted_pieces(text: str, node: Node) -> Iterator[_Piece]:
    pattern = _DOUBLE if node.style == '"' else _SINGLE
    for match in pattern.finditer(text, node.start + 1, node.end - 1):
        if match["escape"]:
            yield _Piece(*match.span(), letters=0 if _is_blank(match[0]) else 1, is_escape=True)
        else:
            yield _Piece(*match.span(), letters=count_letters(match[0]))


def _is_blank(escape: str) -> bool:
    """Tell whether an escape stands for white space."""
    if escape[0] != "\\":
        return False
    digits = escape[2:]
    return chr(int(digits, 16)).isspace() if escape[1] in "xuU" else escape[1] in _BLANK_ESCAPES
