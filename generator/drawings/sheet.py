"""Shapes on a sheet: what a drawing is made of before a template writes it as SVG.

A sheet has no fonts of its own, so the width of words is reckoned from a wide system font: what fits here fits anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

GAP = 14
PADDING = 10
BESIDE = 520  # from this width on, things stand beside each other

_NARROW, _WIDE = frozenset("fijlrtI.,;:'!|()[] -"), frozenset("mwMW@%&")
_EM = {"narrow": 0.38, "wide": 0.94, "capital": 0.72, "other": 0.61}
_HEAD = 5.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Style:
    """How a line of words is set: its size, the height of its line, and its weight; in the units of the sheet."""

    kind: str
    size: float
    line: float
    factor: float = 1.0


NAME = Style("name", 15, 19, 1.06)
NOTE = Style("note", 13, 17)
LABEL = Style("label", 12.5, 16)


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words, whose baseline begins, has its middle, or ends at a point."""

    x: float
    y: float
    text: str
    style: Style
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    kind: str = "box"

    @property
    def middle(self) -> float:
        """Halfway from left to right."""
        return self.x + self.width / 2

    @property
    def foot(self) -> float:
        """Where it ends below."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; `kind` says how it is drawn, `is_closed` makes a shape of it."""

    points: tuple[Point, ...]
    kind: str = "line"
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle."""

    x: float
    y: float
    radius: float
    kind: str = "dot"


Shape = Words | Box | Line | Dot


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing with its size; the units are pixels where it is shown at its full width."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of words below each other, from their upper left corner at 0, and how high they stand together."""

    words: tuple[Words, ...]
    height: float

    def at(self, x: float, y: float) -> tuple[Words, ...]:
        """The same lines elsewhere."""
        return tuple(replace(words, x=words.x + x, y=words.y + y) for words in self.words)


def width_of(text: str, style: Style) -> float:
    """How wide a line of words is at most."""
    return sum(_em(character) for character in text) * style.size * style.factor


def fits(texts: Iterable[tuple[str, Style]], width: float) -> bool:
    """Tell whether no word of the texts has to be cut."""
    return all(width_of(word, style) <= width for text, style in texts for word in text.split())


def wrapped(text: str, width: float, style: Style) -> list[str]:
    """A text in lines no wider than `width`; a word that is wider is cut."""
    lines: list[str] = []
    for word in (part for whole in text.split() for part in _cut(whole, width, style)):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, style) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def block(pieces: Iterable[tuple[str, Style]], width: float, *, anchor: str = "start", space: float = 5) -> Block:
    """Texts below each other, each in its style and wrapped: from the left, centred (`middle`) or to the right (`end`)."""
    x = {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    found: list[Words] = []
    at = 0.0
    for text, style in pieces:
        at += space if found else 0
        for line in wrapped(text, width, style):
            at += style.line
            found.append(Words(x, at - style.line * 0.27, line, style, anchor))
    return Block(tuple(found), at)


def arrow(points: Sequence[Point], kind: str = "line") -> tuple[Shape, ...]:
    """A line through points with a head at its end; its last stretch runs along an axis."""
    (x1, y1), (x2, y2) = points[-2], points[-1]
    if abs(x2 - x1) > abs(y2 - y1):
        back = x2 - _HEAD * 1.6 * (1 if x2 > x1 else -1)
        head = ((x2, y2), (back, y2 - _HEAD), (back, y2 + _HEAD))
        end = (back, y2)
    else:
        back = y2 - _HEAD * 1.6 * (1 if y2 > y1 else -1)
        head = ((x2, y2), (x2 - _HEAD, back), (x2 + _HEAD, back))
        end = (x2, back)
    return Line((*points[:-1], end), kind), Line(head, "head", is_closed=True)


def _em(character: str) -> float:
    if character in _NARROW:
        return _EM["narrow"]
    if character in _WIDE:
        return _EM["wide"]
    if ord(character) > 0x2E80:
        return 1.05
    return _EM["capital"] if character.isupper() else _EM["other"]


def _cut(word: str, width: float, style: Style) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and width_of(parts[-1] + character, style) > width:
            parts.append("")
        parts[-1] += character
    return parts
