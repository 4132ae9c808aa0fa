"""drawing_of(catalogue, model): a model as a drawing, at two widths and in words.

Record → `Sketch` (its parts and what leads from one to another) → a form lays them out → `Sheet` (shapes with places)
→ a template writes SVG. Nothing is drawn that the record does not say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.drawings.chain import chain
from generator.drawings.diamond import diamond
from generator.drawings.exchange import exchange
from generator.drawings.flow import flow
from generator.drawings.layers import layers, numbered
from generator.drawings.schemes import schemes
from generator.drawings.sheet import LABEL, Sheet, block
from generator.drawings.sketch import Piece, Sketch, Tie
from generator.drawings.tree import tree
from generator.records import Model, ModelPart

WIDE, NARROW = 680.0, 330.0
NOTHING = "The record tells no part that could be drawn."


@dataclass(frozen=True, slots=True)
class Form:
    """A form of drawing: its id in `data/drawings.csv`, and what lays it out on a sheet of some width."""

    id: str
    draw: Callable[[Sketch, float], Sheet]


FORMS = (
    Form("chain", chain),
    Form("tree", tree),
    Form("flow", flow),
    Form("layers", layers),
    Form("list", numbered),
    Form("exchange", exchange),
    Form("diamond", diamond),
    Form("schemes", schemes),
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A model drawn for a screen or a page, drawn for a phone, and told in words."""

    wide: Sheet
    narrow: Sheet
    words: str


def drawing_of(catalogue: Catalogue, model: Model) -> Drawing:
    """Draw a model in the form that its record names."""
    sketch = sketch_of(catalogue, model)
    form = next((form for form in FORMS if form.id == model.drawing), FORMS[0])
    draw = form.draw if sketch.pieces else _nothing
    return Drawing(draw(sketch, WIDE), draw(sketch, NARROW), _words(sketch))


def _nothing(_: Sketch, width: float) -> Sheet:
    """What stands in place of a drawing where the record has no part that could be drawn."""
    text = block([(NOTHING, LABEL)], width - 40)
    return Sheet(width, text.height + 24, tuple(text.at(20, 12)))


def sketch_of(catalogue: Catalogue, model: Model) -> Sketch:
    """What the drawing of a model shows.

    A chain shows what is done in each step (the first of its values), its tools and the cases that show it, where tools
    are named; every other form the values of the parts. Of diamonds, only the parts that are named after a challenge are drawn.
    """
    parts = model.parts
    if model.drawing == "diamond":
        parts = tuple(part for part in parts if part.id in catalogue.tables.get("societal-challenges", {}))
    is_by_tools = model.drawing == "chain" and any(part.tools for part in parts)
    pieces = tuple(Piece(part.id, part.name, _notes(catalogue, model, part, is_by_tools=is_by_tools)) for part in parts)
    drawn = {piece.id for piece in pieces}
    ties = (
        Tie(relation.start, relation.end, relation.text or "")
        for relation in model.relations
        if relation.start != relation.end and {relation.start, relation.end} <= drawn
    )
    return Sketch(model.title, pieces, tuple(ties))


def _notes(catalogue: Catalogue, model: Model, part: ModelPart, *, is_by_tools: bool) -> tuple[str, ...]:
    tools, cases = (
        ", ".join(catalogue.short_name(catalogue.records[key]) for key in keys if key in catalogue.records)
        for keys in (part.tools, part.shown_by)
    )
    seen = (f"Shown by: {cases}",) if cases else ()
    if is_by_tools:
        return (*part.values[:1], *((f"Tools: {tools}",) if tools else ()), *seen)
    if model.drawing == "diamond":
        return (*((f"Named: {', '.join(part.values)}",) if part.values else ()), *seen)
    return part.values


def _words(sketch: Sketch) -> str:
    """The drawing in sentences, for those who do not see it."""
    if not sketch.pieces:
        return f"Drawing of: {sketch.title}. {NOTHING}"
    parts = "; ".join(
        f"{number}. {piece.name}" + (f" ({', '.join(piece.notes)})" if piece.notes else "")
        for number, piece in enumerate(sketch.pieces, start=1)
    )
    names = {piece.id: piece.name for piece in sketch.pieces}
    ties = "; ".join(
        f"from {names[tie.start]} to {names[tie.end]}" + (f": {tie.text}" if tie.text else "") for tie in sketch.ties
    )
    return f"Drawing of: {sketch.title}. It shows {parts}." + (f" What leads on: {ties}." if ties else "")
