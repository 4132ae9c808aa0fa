"""Sheets as a workbook (XLSX): every text stays a text, the first row stays in view, and what columns mean stands last."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from generator.downloads.sheet import Cell, Sheet

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LONGEST = 32_767  # what a cell holds
_CUT = " ... (the whole text stands in the CSV)"
_NAME = 31  # what the name of a sheet holds
_HEAD = 200  # rows by which the width of a column is measured
_NARROWEST, _WIDEST = 8, 60
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def as_xlsx(title: str, sheets: Sequence[Sheet], about: Sequence[str], day: tuple[int, int, int]) -> bytes:
    """One workbook with these sheets, one that says `about` line by line, and one that explains the columns."""
    import xlsxwriter  # noqa: PLC0415 - slow to load

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    book.set_properties({"title": title, "created": datetime(*day, tzinfo=UTC).replace(tzinfo=None)})
    bold = book.add_format({"bold": True})
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name[:_NAME]), sheet.header, sheet.rows, bold)
    meanings = [
        (sheet.name, field.name, field.title, field.description, field.type)
        for sheet in sheets
        for field in sheet.fields
    ]
    _write(book.add_worksheet("Columns"), ("sheet", "column", "title", "meaning", "type"), meanings, bold)
    _write(book.add_worksheet("Read me"), (title,), [(line,) for line in about], bold)
    book.close()
    return file.getvalue()


def _write(sheet: Worksheet, header: Sequence[str], rows: Sequence[tuple[Cell, ...]], bold: Any) -> None:
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(header):
        sheet.write_string(0, column, name, bold)
        longest = max((len(str(row[column])) for row in rows[:_HEAD] if row[column] is not None), default=0)
        sheet.set_column(column, column, max(_NARROWEST, min(_WIDEST, max(longest, len(name)) + 2)))
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            _put(sheet, number, column, cell)


def _put(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, cell if len(cell) <= _LONGEST else cell[: _LONGEST - len(_CUT)] + _CUT)
