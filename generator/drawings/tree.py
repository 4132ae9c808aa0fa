"""A tree: a head, its parts side by side (one below the other where there is no room), and below each what it has."""

from __future__ import annotations

from generator.drawings.sheet import (
    BESIDE,
    GAP,
    LABEL,
    NAME,
    NOTE,
    PADDING,
    Box,
    Line,
    Point,
    Shape,
    Sheet,
    block,
)
from generator.drawings.sketch import Piece, Sketch, Tie

_LEAST = 150
_INDENT = 18
_HEAD = 320.0


def tree(sketch: Sketch, width: float) -> Sheet:
    """Draw it; where no part leads to another, the title is the head and all are its parts."""
    heads = [piece for piece in sketch.pieces if not any(sketch.to(piece.id)) and any(sketch.from_(piece.id))]
    head = heads[0] if heads else Piece("", sketch.title)
    ties = list(sketch.from_(head.id)) if heads else [Tie("", piece.id) for piece in sketch.pieces]
    column = (width - GAP * (len(ties) - 1)) / len(ties)
    is_across = width >= BESIDE and column >= _LEAST
    top, shapes = _head(head, width, is_centred=is_across)
    body, foot = _across(sketch, ties, top, column) if is_across else _down(sketch, ties, top, width)
    return Sheet(width, foot + 2, (*shapes, *body))


def _head(piece: Piece, width: float, *, is_centred: bool) -> tuple[Box, list[Shape]]:
    wide = (min(width, _HEAD) if is_centred else width) - 2
    anchor = "middle" if is_centred else "start"
    inside = block(piece.texts, wide - 2 * PADDING, anchor=anchor)
    box = Box((width - wide) / 2 if is_centred else 1, 1, wide, inside.height + 2 * PADDING, "head-box")
    return box, [box, *inside.at(box.x + PADDING, box.y + PADDING)]


def _across(sketch: Sketch, ties: list[Tie], top: Box, column: float) -> tuple[list[Shape], float]:
    y = top.foot + 30
    middle = (top.foot + y) / 2
    shapes: list[Shape] = []
    feet = []
    for number, tie in enumerate(ties):
        x = number * (column + GAP)
        trunk = ((top.middle, top.foot), (top.middle, middle), (x + column / 2, middle), (x + column / 2, y))
        branch, foot = _branch(sketch, tie, (x + 1, y), column - 2)
        shapes += [Line(trunk), *branch]
        feet.append(foot)
    return shapes, max(feet)


def _down(sketch: Sketch, ties: list[Tie], top: Box, width: float) -> tuple[list[Shape], float]:
    y = last = top.foot + 12
    shapes: list[Shape] = []
    for tie in ties:
        branch, foot = _branch(sketch, tie, (1 + _INDENT, y), width - _INDENT - 2)
        last = y + 20
        shapes += [Line(((8, last), (1 + _INDENT, last))), *branch]
        y = foot + 12
    return [*shapes, Line(((8, top.foot), (8, last)))], y - 12


def _branch(sketch: Sketch, tie: Tie, corner: Point, width: float) -> tuple[list[Shape], float]:
    """A part with what it has below it, and where it ends."""
    box, shapes = _boxed(sketch, tie, corner, width)
    x, foot = box.x, box.foot
    last = None
    for below in sketch.from_(tie.end):
        leaf, words = _boxed(sketch, below, (x + _INDENT, foot + 8), width - _INDENT)
        last = leaf.y + 20
        shapes += [Line(((x + 7, last), (x + _INDENT, last))), *words]
        foot = leaf.foot
    if last is not None:
        shapes.append(Line(((x + 7, box.foot), (x + 7, last))))
    return shapes, foot


def _boxed(sketch: Sketch, tie: Tie, corner: Point, width: float) -> tuple[Box, list[Shape]]:
    piece = sketch.piece(tie.end) or Piece(tie.end, tie.end)
    lead = [(tie.text, LABEL)] if tie.text else []
    inner = width - 2 * PADDING
    first = inner * 0.4 if inner >= BESIDE - 4 * _INDENT and piece.notes else inner
    name = block([*lead, (piece.name, NAME)], first)
    notes = block([(note, NOTE) for note in piece.notes], inner - first - GAP if first < inner else inner)
    below = name.height + 5 if piece.notes and first == inner else 0
    box = Box(*corner, width, (max(name.height, notes.height) if not below else below + notes.height) + 2 * PADDING)
    x, y = box.x + PADDING, box.y + PADDING
    beside = first + GAP if first < inner else 0
    return box, [box, *name.at(x, y), *notes.at(x + beside, y + below)]
