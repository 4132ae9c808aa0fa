"""A chain: boxes in a row, joined by arrows; below each other where the sheet is narrow. An arrow back runs below."""

from __future__ import annotations

from dataclasses import replace

from generator.drawings.sheet import (
    BESIDE,
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
from generator.drawings.sketch import Piece, Sketch, Tie

_ARROW = 30


def chain(sketch: Sketch, width: float) -> Sheet:
    """Draw it side by side where no word has to be cut for it, else from top to bottom."""
    number = len(sketch.pieces)
    column = (width - _ARROW * (number - 1)) / number
    texts = [text for piece in sketch.pieces for text in piece.texts]
    return _across(sketch, width, column) if fits(texts, column - 2 * PADDING) else _down(sketch, width)


def _across(sketch: Sketch, width: float, column: float) -> Sheet:
    insides = [block(piece.texts, column - 2 * PADDING) for piece in sketch.pieces]
    height = max(inside.height for inside in insides) + 2 * PADDING
    labels = [
        block([(tie.text, LABEL)], column + _ARROW - 8, anchor="middle") if tie else Block((), 0)
        for tie in _steps(sketch)
    ]
    top = max((label.height for label in labels), default=0) + 8
    shapes: list[Shape] = []
    for number, inside in enumerate(insides):
        x = number * (column + _ARROW)
        shapes.append(Box(x, top, column, height))
        shapes += inside.at(x + PADDING, top + PADDING)
        if number < len(labels):
            middle = top + min(height / 2, 30)
            shapes += arrow(((x + column + 3, middle), (x + column + _ARROW - 3, middle)))
            label = labels[number]
            shapes += label.at(x + column + _ARROW / 2 - (column + _ARROW - 8) / 2, top - 8 - label.height)
    foot = top + height
    for tie in _backward(sketch):
        start, end = (sketch.place(key) * (column + _ARROW) + column / 2 for key in (tie.start, tie.end))
        low = foot + 26
        shapes += arrow(((start, foot), (start, low), (end, low), (end, foot + 3)), "back")
        label = block([(tie.text, LABEL)], max(start - end, 2 * column), anchor="middle")
        shapes += label.at((start + end - max(start - end, 2 * column)) / 2, low + 4)
        foot = low + label.height + 8
    return Sheet(width, foot + 2, tuple(shapes))


def _down(sketch: Sketch, width: float) -> Sheet:
    back = list(_backward(sketch))
    margin = 24 if back else 0
    shapes: list[Shape] = []
    boxes: list[Box] = []
    y = 1.0
    steps = [*_steps(sketch), None]
    for number, (piece, tie) in enumerate(zip(sketch.pieces, steps, strict=True), start=1):
        words, height = _words(replace(piece, name=f"{number}. {piece.name}"), width - margin - 2 - 2 * PADDING)
        box = Box(1, y, width - margin - 2, height + 2 * PADDING)
        boxes.append(box)
        shapes.append(box)
        shapes += (word for part, x, down in words for word in part.at(1 + PADDING + x, y + PADDING + down))
        y = box.foot
        if number < len(sketch.pieces):
            label = block([(tie.text, LABEL)] if tie else [], width - margin - 60)
            gap = max(34.0, label.height + 16)
            shapes += arrow(((28, y + 2), (28, y + gap - 2)))
            shapes += label.at(44, y + (gap - label.height) / 2)
            y += gap
    for tie in back:
        start, end = boxes[sketch.place(tie.start)], boxes[sketch.place(tie.end)]
        edge = width - margin
        points = ((edge, start.y + 20), (width - 6, start.y + 20), (width - 6, end.y + 20), (edge + 1, end.y + 20))
        shapes += arrow(points, "back")
        number = sketch.place(tie.end) + 1
        label = block(
            [(f"back to {number}: {tie.text}" if tie.text else f"back to {number}", LABEL)], width - GAP, anchor="end"
        )
        shapes += label.at(0, y + 8)
        y += label.height + 10
    return Sheet(width, y + 2, tuple(shapes))


def _words(piece: Piece, width: float) -> tuple[list[tuple[Block, float, float]], float]:
    """The words of a box, notes beside the name where there is room; and their height."""
    if width < BESIDE:
        inside = block(piece.texts, width)
        return [(inside, 0.0, 0.0)], inside.height
    first = width * 0.3
    name, notes = block(piece.texts[:1], first), block(piece.texts[1:], width - first - GAP)
    return [(name, 0.0, 0.0), (notes, first + GAP, 1.0)], max(name.height, notes.height)


def _steps(sketch: Sketch) -> list[Tie | None]:
    """What leads from each box to the next."""
    pairs = zip(sketch.pieces, sketch.pieces[1:], strict=False)
    return [next((tie for tie in sketch.from_(a.id) if tie.end == b.id), None) for a, b in pairs]


def _backward(sketch: Sketch) -> list[Tie]:
    return [tie for tie in sketch.ties if sketch.place(tie.end) < sketch.place(tie.start)]
