"""A sheet as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from generator.downloads.sheet import Cell, Sheet
from generator.text.spreadsheets import inert


def as_csv(sheet: Sheet) -> str:
    """The sheet as CSV in UTF-8; a text that a spreadsheet would run gets a `'` in front and stays a text."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(sheet.header)
    writer.writerows([_written(cell) for cell in row] for row in sheet.rows)
    return file.getvalue()


def as_json(sheet: Sheet) -> str:
    """The sheet as a list of objects, one a row; an empty cell is `null`."""
    return json_text(rows_of(sheet))


def rows_of(sheet: Sheet) -> list[dict[str, Cell]]:
    """The rows of a sheet, each with its cells by the header."""
    return [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows]


def json_text(value: Any) -> str:
    """JSON as people can read it, in UTF-8, the same on every machine."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _written(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return inert(cell) if isinstance(cell, str) else cell
