"""The tables of `data/` as sheets: places, and every word that records may use, with what it means."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.downloads.cells import whole
from generator.downloads.sheet import Cell, Field, Sheet
from generator.tables import TABLE_TYPES, Column, Row, TableType

PLACES, WORDS = "places", "words"


def word_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The places, then the words of all vocabularies in one sheet."""
    yield from (_places(catalogue, table) for table in TABLE_TYPES if table.name == PLACES)
    rows = [
        (table.name, row.key, row.label, row.definition)
        for table in TABLE_TYPES
        if any(column.name == "definition" for column in table.columns)
        for row in catalogue.tables.get(table.name, {}).values()
    ]
    fields = (
        Field("vocabulary", "Vocabulary", "The list to which the word belongs."),
        Field("id", "Id", "The word that records use."),
        Field("label", "Label", "The words that pages show."),
        Field("definition", "Definition", "What it means."),
    )
    title = "Words with their meaning"
    about = "Every word that records choose from a list, such as units, levels and instruments."
    yield Sheet(WORDS, title, about, "words", fields, tuple(rows), ("vocabulary", "id"))


def _places(catalogue: Catalogue, table: TableType) -> Sheet:
    fields = tuple(
        Field(
            column.name,
            column.name.replace("_", " ").capitalize(),
            column.description,
            "number" if column.number else "string",
        )
        for column in table.columns
    )
    rows = tuple(
        tuple(_cell(column, row) for column in table.columns) for row in catalogue.tables.get(PLACES, {}).values()
    )
    return Sheet(PLACES, "Places", f"{table.title}.", "words", fields, rows, (table.columns[0].name,))


def _cell(column: Column, row: Row) -> Cell:
    text = row.cells.get(column.name, "")
    return whole(text) if column.number and text else text or None
