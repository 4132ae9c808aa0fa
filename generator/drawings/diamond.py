"""Diamonds: each with its four corners and the axes between them. A corner of which nothing is told stays empty."""

from __future__ import annotations

from generator.drawings.sheet import BESIDE, GAP, LABEL, Dot, Line, Shape, Sheet, block
from generator.drawings.sketch import Sketch

_HALF = 64.0
_MOST = 4  # in a row


def diamond(sketch: Sketch, width: float) -> Sheet:
    """Draw the diamonds beside each other, two in a row where the sheet is narrow, with name and notes below each."""
    columns = len(sketch.pieces) if width >= BESIDE and len(sketch.pieces) <= _MOST else 2
    column = (width - GAP * (columns - 1)) / columns
    shapes: list[Shape] = []
    y = 8.0
    for start in range(0, len(sketch.pieces), columns):
        row = sketch.pieces[start : start + columns]
        texts = [block(piece.texts, column - 12, anchor="middle") for piece in row]
        for number, text in enumerate(texts):
            middle = number * (column + GAP) + column / 2
            shapes += _shape(middle, y + _HALF)
            shapes += text.at(middle - (column - 12) / 2, y + 2 * _HALF + 16)
        y += 2 * _HALF + 16 + max(text.height for text in texts) + 26
    legend = block(
        [("Empty corner: a priority area that the text does not tell. Crossing lines: new combinations.", LABEL)],
        width - 40,
    )
    shapes += [Dot(10, y + 9, 6, "open"), *legend.at(26, y)]
    return Sheet(width, y + legend.height + 4, tuple(shapes))


def _shape(x: float, y: float) -> list[Shape]:
    corners = ((x, y - _HALF), (x + _HALF, y), (x, y + _HALF), (x - _HALF, y))
    axes = [Line((one, other), "faint") for one, other in zip(corners, corners[2:], strict=False)]
    return [Line(corners, "edge", is_closed=True), *axes, *(Dot(*corner, 7, "open") for corner in corners)]
