"""A flow: boxes in rows, with arrows from what goes in to what comes out; one below the other where there is no room."""

from __future__ import annotations

from generator.drawings.sheet import (
    GAP,
    LABEL,
    PADDING,
    Block,
    Box,
    Shape,
    Sheet,
    arrow,
    block,
    fits,
)
from generator.drawings.sketch import Piece, Sketch

_MOST = 236.0


def flow(sketch: Sketch, width: float) -> Sheet:
    """Draw it; a part stands one row above the highest of those to which it leads."""
    rows = _rows(sketch)
    column = min(_MOST, (width - GAP * (max(map(len, rows)) - 1)) / max(map(len, rows)))
    texts = [text for piece in sketch.pieces for text in piece.texts]
    return _across(sketch, rows, column, width) if fits(texts, column - 2 * PADDING) else _down(sketch, rows, width)


def _across(sketch: Sketch, rows: list[list[Piece]], column: float, width: float) -> Sheet:
    boxes: dict[str, Box] = {}
    shapes: list[Shape] = []
    y = 1.0
    for row in rows:
        insides = [block(piece.texts, column - 2 * PADDING) for piece in row]
        height = max(inside.height for inside in insides) + 2 * PADDING
        left = (width - len(row) * column - GAP * (len(row) - 1)) / 2
        for number, (piece, inside) in enumerate(zip(row, insides, strict=True)):
            box = Box(left + number * (column + GAP) + 1, y, column - 2, height)
            boxes[piece.id] = box
            shapes += [box, *inside.at(box.x + PADDING, y + PADDING)]
        labels = [_label(sketch, piece, column) for piece in row]
        for piece, label in zip(row, labels, strict=True):
            shapes += label.at(boxes[piece.id].middle + 7, y + height + 5)
        y += height + max(label.height for label in labels) + 34
    lowest = max(box.foot for box in boxes.values())
    lines = [shape for tie in sketch.ties for shape in _joined(boxes[tie.start], boxes[tie.end])]
    return Sheet(width, lowest + 2, (*lines, *shapes))


def _label(sketch: Sketch, piece: Piece, column: float) -> Block:
    """What stands beside the line that leads away from a part."""
    texts = dict.fromkeys(tie.text for tie in sketch.from_(piece.id))
    return block([(text, LABEL) for text in texts], column / 2 - 9)


def _joined(start: Box, end: Box) -> tuple[Shape, ...]:
    bend = end.y - 16
    return arrow(((start.middle, start.foot), (start.middle, bend), (end.middle, bend), (end.middle, end.y - 2)))


def _down(sketch: Sketch, rows: list[list[Piece]], width: float) -> Sheet:
    names = {piece.id: piece.name for piece in sketch.pieces}
    shapes: list[Shape] = []
    y = 1.0
    for piece in (piece for row in rows for piece in row):
        inside = block(piece.texts, width - 2 - 2 * PADDING)
        box = Box(1, y, width - 2, inside.height + 2 * PADDING)
        shapes += [box, *inside.at(1 + PADDING, y + PADDING)]
        y = box.foot
        for tie in sketch.from_(piece.id):
            label = block([(f"{tie.text}: {names[tie.end]}" if tie.text else names[tie.end], LABEL)], width - 44)
            shapes += arrow(((20, y), (20, y + 15), (36, y + 15)))
            shapes += label.at(42, y + 5)
            y += label.height + 8
        y += 14
    return Sheet(width, y - 12, tuple(shapes))


def _rows(sketch: Sketch) -> list[list[Piece]]:
    depth: dict[str, int] = {}

    def of(key: str, seen: frozenset[str]) -> int:
        if key not in depth:
            onward = [tie.end for tie in sketch.from_(key) if tie.end not in seen]
            depth[key] = 1 + max((of(end, seen | {end}) for end in onward), default=-1)
        return depth[key]

    deepest = max(of(piece.id, frozenset({piece.id})) for piece in sketch.pieces)
    rows = [[piece for piece in sketch.pieces if depth[piece.id] == level] for level in range(deepest, -1, -1)]
    return [row for row in rows if row]
