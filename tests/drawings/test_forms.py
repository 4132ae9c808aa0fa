"""Drawings of models: nothing lies over anything else, nothing runs out of its box or sheet, every name is there."""

from __future__ import annotations

import html
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from building import ROOT

from generator.drawings import FORMS, NARROW, WIDE, Form, drawing_of
from generator.drawings.sheet import LABEL, NAME, NOTE, Box, Sheet, Style, Words, block, width_of, wrapped
from generator.drawings.sketch import Piece, Sketch, Tie
from generator.drawings.svg import alone, inline
from generator.load import load
from generator.records import Model

HOSTILE = "</svg><script>alert(1)</script>"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
CATALOGUE = load(ROOT).catalogue
MODELS = [record for record in CATALOGUE.records.values() if isinstance(record, Model)]


def _sketch(names: tuple[str, ...], note: str = "around 30% of the budget") -> Sketch:
    """Parts of which the first leads to all others, and each to the next."""
    pieces = tuple(Piece(f"part-{number}", name, (note,)) for number, name in enumerate(names))
    ties = [Tie("part-0", piece.id, "who decides") for piece in pieces[1:]]
    ties += [Tie(a.id, b.id, "facts guide the search") for a, b in pairwise(pieces[1:])]
    return Sketch("A model", pieces, tuple(ties))


def _ends(words: Words) -> tuple[float, float]:
    width = width_of(words.text, words.style)
    left = words.x - {"start": 0, "middle": width / 2, "end": width}[words.anchor]
    return left, left + width


def _inside(words: Words, box: Box) -> bool:
    left, right = _ends(words)
    top = words.y - 0.8 * words.style.size
    return box.x <= left and right <= box.x + box.width and box.y <= top and words.y <= box.foot


def _touches(words: Words, box: Box) -> bool:
    left, right = _ends(words)
    return (
        left < box.x + box.width and right > box.x and words.y - 0.8 * words.style.size < box.foot and words.y > box.y
    )


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.x + other.width and other.x < one.x + one.width and one.y < other.foot and other.y < one.foot


def faults(sheet: Sheet) -> list[str]:
    """What is wrong with a sheet, in words."""
    boxes = [shape for shape in sheet.shapes if isinstance(shape, Box) and shape.kind != "stripe"]
    words = [shape for shape in sheet.shapes if isinstance(shape, Words)]
    found = [f"boxes overlap: {one} {other}" for one, other in combinations(boxes, 2) if _overlap(one, other)]
    paper = Box(0, 0, sheet.width, sheet.height)
    found += [f"out of the sheet: {word.text}" for word in words if not _inside(word, paper)]
    found += [
        f"runs over an edge: {word.text}"
        for word in words
        for box in boxes
        if _touches(word, box) and not _inside(word, box)
    ]
    lines = [(word.x, word.y) for word in words]
    return found + [f"two lines at one place: {place}" for place in set(lines) if lines.count(place) > 1]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_every_model_is_drawn_whole_at_both_widths(model: Model) -> None:
    drawing = drawing_of(CATALOGUE, model)

    for sheet in (drawing.wide, drawing.narrow):
        assert faults(sheet) == []
        assert sheet.height < 4 * sheet.width
    for part in model.parts:
        if model.drawing != "diamond" or part.id in CATALOGUE.tables["societal-challenges"]:
            assert part.name in drawing.words


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("names", [("One", "Two"), tuple(f"Part number {n}" for n in range(9)), (LONG, LONG, "End")])
def test_every_form_keeps_parts_apart(form: Form, width: float, names: tuple[str, ...]) -> None:
    assert faults(form.draw(_sketch(names), width)) == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_model_without_parts_says_that_there_is_nothing_to_draw(form: Form) -> None:
    model = next(record for record in CATALOGUE.records.values() if isinstance(record, Model))
    drawing = drawing_of(CATALOGUE, model.model_copy(update={"parts": (), "relations": (), "drawing": form.id}))

    assert [faults(sheet) for sheet in (drawing.wide, drawing.narrow)] == [[], []]
    assert drawing.words.endswith("The record tells no part that could be drawn.")


def test_a_box_that_is_too_small_is_seen() -> None:
    sheet = Sheet(200, 100, (Box(0, 0, 50, 50), Box(40, 0, 50, 50), Words(10, 20, "too long for it", NAME)))

    assert [fault.split(":")[0] for fault in faults(sheet)] == [
        "boxes overlap",
        "runs over an edge",
        "runs over an edge",
    ]


def test_the_forms_are_those_of_the_table() -> None:
    assert {form.id for form in FORMS} == set(CATALOGUE.tables["drawings"])


def test_words_from_strangers_stay_words() -> None:
    sheet = FORMS[0].draw(_sketch((HOSTILE, "{{ 1 }}"), HOSTILE), WIDE)

    assert "<script" not in inline(sheet, "wide")
    assert "<script" not in alone(sheet, HOSTILE, HOSTILE, HOSTILE)
    assert ET.fromstring(alone(sheet, HOSTILE, HOSTILE, HOSTILE)).tag.endswith("svg")


@pytest.mark.parametrize("style", [NAME, NOTE, LABEL], ids=lambda style: style.kind)
def test_no_line_is_wider_than_its_block(style: Style) -> None:
    for width in (60.0, 120.0, 300.0):
        lines = wrapped(f"{LONG} and {LONG[:20]} around 30% of the budget", width, style)
        assert max(width_of(line, style) for line in lines) <= width
        assert "".join(lines).replace(" ", "") == f"{LONG}and{LONG[:20]}around30%ofthebudget"


def test_a_block_is_as_high_as_its_lines() -> None:
    assert block([("one", NAME), ("two", NOTE)], 100).height == NAME.line + 5 + NOTE.line
    assert block([], 100).height == 0


def test_the_page_shows_the_drawing_and_leads_to_its_file(real_site: Path) -> None:
    page = html.unescape((real_site / "models" / "s3-innovation-model" / "index.html").read_text(encoding="utf-8"))

    assert page.count('<div class="drawing" role="img" aria-label="Drawing of: S3-Innovation Model.') == 1
    assert 'href="drawing.svg"' in page
    assert (real_site / "models" / "s3-innovation-model" / "drawing.svg").read_text(encoding="utf-8").startswith("<svg")
