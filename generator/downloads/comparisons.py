"""Comparisons as sheets, with the same columns as their pages and those that only downloads have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparisons import COMPARISONS, Column, Comparison
from generator.downloads.cells import Context, Kind, cells_of, fields_of
from generator.downloads.sheet import Cell, Sheet

_KINDS: dict[str, Kind] = {
    "record": Kind("record"),
    "records": Kind("record"),
    "place": Kind("place"),
    "places": Kind("place"),
    "text": Kind("prose"),
    "cite": Kind("cite"),
    "number": Kind("number"),
    "address": Kind("address"),
}


def comparison_sheets(context: Context) -> Iterator[Sheet]:
    """Every comparison, in the order of the site."""
    for comparison in COMPARISONS:
        yield comparison_sheet(context, comparison)


def comparison_sheet(context: Context, comparison: Comparison) -> Sheet:
    """A comparison under the name of its page."""
    kinds = [_kind(column) for column in comparison.columns]
    fields = [
        field
        for column, kind in zip(comparison.columns, kinds, strict=True)
        for field in fields_of(column.id, column.label, column.definition, kind)
    ]
    rows = []
    for row in comparison.frame(context.catalogue).to_dict("records"):
        cells: list[Cell] = []
        for column, kind in zip(comparison.columns, kinds, strict=True):
            cells += cells_of(context, kind, row[column.id])
        rows.append(tuple(cells))
    description = f"{comparison.question} {comparison.caveat}"
    about = f"/tables/{comparison.id}/"
    return Sheet(comparison.id, comparison.title, description, "tables", tuple(fields), tuple(rows), about=about)


def _kind(column: Column) -> Kind:
    return Kind("term", column.vocabulary) if column.kind == "term" else _KINDS.get(column.kind, Kind("plain"))
