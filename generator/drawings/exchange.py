"""An exchange: two sides, and between them what each gives to the other."""

from __future__ import annotations

from generator.drawings.sheet import (
    BESIDE,
    NAME,
    NOTE,
    PADDING,
    Block,
    Box,
    Shape,
    Sheet,
    Words,
    arrow,
    block,
    width_of,
)
from generator.drawings.sketch import Piece, Sketch

Given = tuple[str, tuple[str, ...]]

_LEAST, _MOST = 132.0, 180.0
_BETWEEN = 8


def exchange(sketch: Sketch, width: float) -> Sheet:
    """Draw the first two parts as sides; what leads from one to the other stands between them.

    Further parts say what is given: a part that leads to a side, and to which the other side leads.
    """
    one, other = sketch.pieces[0], sketch.pieces[1]
    there, back = _given(sketch, one, other), _given(sketch, other, one)
    return _beside(one, other, there, back, width) if width >= BESIDE else _below(one, other, there, back, width)


def _given(sketch: Sketch, start: Piece, end: Piece) -> list[Given]:
    """What one side gives to the other: names with their notes."""
    between = [
        piece
        for piece in sketch.pieces[2:]
        if any(tie.start == start.id for tie in sketch.to(piece.id))
        and any(tie.end == end.id for tie in sketch.from_(piece.id))
    ]
    direct = [(tie.text, ()) for tie in sketch.from_(start.id) if tie.end == end.id and tie.text]
    return [*direct, *((piece.name, piece.notes) for piece in between)]


def _list(given: list[Given], width: float) -> Block:
    words: list[Words] = []
    height = 0.0
    for name, notes in given:
        inside = block([(name, NAME), *((note, NOTE) for note in notes)], width)
        words += inside.at(0, height)
        height += inside.height + _BETWEEN
    return Block(tuple(words), max(0, height - _BETWEEN))


def _beside(one: Piece, other: Piece, there: list[Given], back: list[Given], width: float) -> Sheet:
    words = [word for piece in (one, other) for word in piece.name.split()]
    side = min(_MOST, max(_LEAST, *(width_of(word, NAME) + 2 * PADDING + 1 for word in words)))
    upper, lower = (_list(given, width - 2 * side - 36) for given in (there, back))
    sides = [_inside(piece, side) for piece in (one, other)]
    middle = 1 + 24 + upper.height + 14
    height = max(middle + 24 + lower.height + 10, *(side.height + 2 * PADDING for side in sides))
    x, far = side + 18, width - side - 1
    shapes: list[Shape] = [
        Box(1, 1, side, height, "head-box"),
        *sides[0].at(1 + PADDING, 1 + (height - sides[0].height) / 2),
        Box(far, 1, side, height, "head-box"),
        *sides[1].at(far + PADDING, 1 + (height - sides[1].height) / 2),
        *arrow(((side + 6, 14), (far - 5, 14)), "strong"),
        *upper.at(x, 24),
        *arrow(((far - 5, middle + 14), (side + 6, middle + 14)), "strong"),
        *lower.at(x, middle + 24),
    ]
    return Sheet(width, height + 3, tuple(shapes))


def _below(one: Piece, other: Piece, there: list[Given], back: list[Given], width: float) -> Sheet:
    column = (width - 24) / 2
    down, up = _list(there, column - 26), _list(back, column - 26)
    name = block(one.texts, width - 2 * PADDING)
    top = name.height + 2 * PADDING
    height = max(down.height, up.height) + 28
    foot = top + height
    last = block(other.texts, width - 2 * PADDING)
    shapes: list[Shape] = [
        Box(1, 1, width - 2, top, "head-box"),
        *name.at(PADDING, 1 + PADDING),
        Box(1, foot, width - 2, last.height + 2 * PADDING, "head-box"),
        *last.at(PADDING, foot + PADDING),
        *arrow(((10, top + 4), (10, foot - 3)), "strong"),
        *down.at(26, top + 14),
        *arrow(((column + 34, foot - 3), (column + 34, top + 4)), "strong"),
        *up.at(column + 50, top + 14),
    ]
    return Sheet(width, foot + last.height + 2 * PADDING + 2, tuple(shapes))


def _inside(piece: Piece, width: float) -> Block:
    return block(piece.texts, width - 2 * PADDING, anchor="middle")
