"""The fields by which cases are compared, in the order in which a reader goes down them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.pages.side_by_side.cell import Cell
from generator.pages.side_by_side.column import BEARINGS, CaseColumn

FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class FieldType:
    """A field by which cases are compared; the figures have no cell of their own, but rows by what is counted."""

    id: str
    label: str
    cell: Callable[[CaseColumn], Cell] | None


def fields(catalogue: Catalogue) -> tuple[FieldType, ...]:
    """Every field; one for the actors of each level of government."""
    levels = [(row.key, row.label) for row in reversed([*catalogue.tables.get("levels", {}).values()])]
    actors = [
        FieldType(f"actors-{key or 'others'}", f"Who did what: {label}", _at(key))
        for key, label in (*levels, (None, "Others"))
    ]
    return (
        FieldType("summary", "In short", lambda case: case.told_text("summary")),
        FieldType("where", "Where", CaseColumn.where),
        FieldType("type", "Kind of case", CaseColumn.kind),
        FieldType("evidence", "Evidence", CaseColumn.evidence),
        FieldType("levels", "Levels that act", CaseColumn.levels),
        FieldType("challenges", "Trouble it speaks to", CaseColumn.challenges),
        FieldType("results", "Results", _text("results")),
        FieldType("limits", "Limits and open problems", _text("limits")),
        FieldType("conditions", "What it takes to do the same", _text("conditions")),
        FieldType(FIGURES, "Figures", None),
        *actors,
        FieldType("instruments", "Instruments", CaseColumn.instruments),
        FieldType("priorities", "Priorities", CaseColumn.priorities),
        FieldType("timeline", "Timeline", CaseColumn.timeline),
        *(FieldType(name, f"{title} (concepts)", _bearing(name)) for name, title in BEARINGS),
    )


def _text(name: str) -> Callable[[CaseColumn], Cell]:
    return lambda case: case.told_text(name)


def _at(level: str | None) -> Callable[[CaseColumn], Cell]:
    return lambda case: case.actors_at(level)


def _bearing(name: str) -> Callable[[CaseColumn], Cell]:
    return lambda case: case.bearing(name)


def cells(column: CaseColumn) -> Mapping[str, Cell]:
    """What a case says of every field but the figures; each cell is a section of text, whatever stands beside it."""
    found = {}
    for field in fields(column.catalogue):
        column.begin()
        if field.cell is not None:
            found[field.id] = field.cell(column)
    return found
