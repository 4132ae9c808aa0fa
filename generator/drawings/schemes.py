"""Schemes of priorities beside each other, each with a sign of its form: a triangle, a list, a galaxy."""

from __future__ import annotations

import math
from collections.abc import Callable

from generator.drawings.sheet import BESIDE, GAP, Box, Dot, Line, Shape, Sheet, block
from generator.drawings.sketch import Piece, Sketch

_SIGN = 120.0


def schemes(sketch: Sketch, width: float) -> Sheet:
    """Draw a panel for each part; the sign is chosen by the id of the part, one of `data/schemes.csv`."""
    columns = min(3, len(sketch.pieces)) if width >= BESIDE else 1
    column = (width - GAP * (columns - 1)) / columns
    shapes: list[Shape] = []
    y = 1.0
    for start in range(0, len(sketch.pieces), columns):
        row = sketch.pieces[start : start + columns]
        texts = [block(piece.texts, column - 24, anchor="middle") for piece in row]
        height = _SIGN + 28 + max(text.height for text in texts)
        for number, (piece, text) in enumerate(zip(row, texts, strict=True)):
            x = number * (column + GAP)
            shapes += [Box(x + 1, y, column - 2, height), *_sign(piece, x + column / 2, y + 10 + _SIGN / 2)]
            shapes += text.at(x + 12, y + _SIGN + 18)
        y += height + GAP
    return Sheet(width, y - GAP + 2, tuple(shapes))


def _triangle(x: float, y: float) -> list[Shape]:
    corners = ((x, y - 46), (x + 54, y + 44), (x - 54, y + 44))
    lines = [Line((corner, (x, y + 14)), "faint") for corner in corners]
    return [Line(corners, "facet", is_closed=True), *lines, Dot(x, y + 14, 9, "filled")]


def _list(x: float, y: float) -> list[Shape]:
    rows = range(-2, 3)
    return [
        shape
        for row in rows
        for shape in (Dot(x - 46, y + row * 20, 4, "filled"), Box(x - 34, y + row * 20 - 5, 84, 10, "stripe"))
    ]


def _galaxy(x: float, y: float) -> list[Shape]:
    """Points round a centre; how near and how large they are means nothing."""
    far = ((number, 48 if number % 2 else 30, 4 + number % 3) for number in range(9))
    points = [
        (x + way * math.cos(math.tau * n / 9), y + way * math.sin(math.tau * n / 9), size) for n, way, size in far
    ]
    return [*(Dot(round(a, 1), round(b, 1), size, "open") for a, b, size in points), Dot(x, y, 9, "filled")]


def _tiers(x: float, y: float) -> list[Shape]:
    return [Box(x - 18 * (row + 2), y - 36 + row * 26, 36 * (row + 2), 20, "stripe") for row in range(3)]


_SIGNS: dict[str, Callable[[float, float], list[Shape]]] = {
    "cross-point": _triangle,
    "list": _list,
    "galaxy": _galaxy,
    "tiers": _tiers,
}


def _sign(piece: Piece, x: float, y: float) -> list[Shape]:
    return _SIGNS[piece.id](x, y) if piece.id in _SIGNS else []
