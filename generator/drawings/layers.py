"""Layers and lists: bands one below the other, with names at the left and notes beside them; a list is numbered."""

from __future__ import annotations

from generator.drawings.sheet import BESIDE, GAP, NAME, NOTE, PADDING, Box, Dot, Shape, Sheet, Words, block, width_of
from generator.drawings.sketch import Sketch

_NUMBER = 34


def layers(sketch: Sketch, width: float) -> Sheet:
    """Draw bands without numbers."""
    return _bands(sketch, width, is_numbered=False)


def numbered(sketch: Sketch, width: float) -> Sheet:
    """Draw bands with numbers."""
    return _bands(sketch, width, is_numbered=True)


def _bands(sketch: Sketch, width: float, *, is_numbered: bool) -> Sheet:
    left = _NUMBER if is_numbered else 0
    inner = width - left - 2 * PADDING - 2
    is_beside = width >= BESIDE and any(piece.notes for piece in sketch.pieces)
    longest = max(width_of(piece.name, NAME) for piece in sketch.pieces) + 1
    shapes: list[Shape] = []
    y = 1.0
    for number, piece in enumerate(sketch.pieces, start=1):
        first = min(inner * 0.45, longest) if is_beside else inner
        name = block([(piece.name, NAME)], first)
        notes = block([(note, NOTE) for note in piece.notes], inner - first - GAP if is_beside else inner)
        height = max(name.height, notes.height) if is_beside else name.height + notes.height + (4 if notes.words else 0)
        shapes.append(Box(left + 1, y, width - left - 2, height + 2 * PADDING))
        shapes += name.at(left + 1 + PADDING, y + PADDING)
        shapes += notes.at(
            *(
                (left + 1 + PADDING + first + GAP, y + PADDING + 1)
                if is_beside
                else (left + 1 + PADDING, y + PADDING + name.height + 4)
            )
        )
        if is_numbered:
            shapes += [
                Dot(13, y + PADDING + 10, 12, "number"),
                Words(13, y + PADDING + 15, str(number), NAME, "middle"),
            ]
        y += height + 2 * PADDING + (10 if is_numbered else 6)
    return Sheet(width, y - 4, tuple(shapes))
