"""The tables of `data/`: vocabularies and places, read as strictly as the records."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.problems import Problem
from generator.source import MOST_BYTES, Lines

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: what it holds, and the form of its cells as a regular expression."""

    name: str
    description: str
    form: str = r"\S(?:.*\S)?"
    required: bool = True
    number: bool = False


@dataclass(frozen=True, slots=True)
class TableType:
    """What a file of `data/` looks like; its first column is the key."""

    name: str
    title: str
    columns: tuple[Column, ...]

    @property
    def path(self) -> str:
        """The path of the file."""
        return f"data/{self.name}.csv"

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def _vocabulary(name: str, title: str, *more: Column) -> TableType:
    first = (Column("id", "The word that records use.", SLUG if name != "units" else r"[A-Za-z0-9-]+"), Column("label", "The words that pages show."))
    return TableType(name, title, (*first, *more, Column("definition", "What it means.")))


_DEGREES = r"-?\d{1,3}(?:\.\d+)?"

TABLE_TYPES: tuple[TableType, ...] = (
    TableType(
        "places",
        "Places, keyed by NUTS code or by country and name",
        (
            Column("code", "The NUTS code, or country and name where no NUTS region fits.", rf"[A-Z]{{2}}[A-Z0-9]{{0,3}}|{SLUG}"),
            Column("name", "The name in English texts."),
            Column("native_name", "The name in the language of the place.", required=False),
            Column("native_language", "The language of the native name.", r"[a-z]{2,3}", required=False),
            Column("country", "The country, as ISO 3166 code.", "[A-Z]{2}"),
            Column("nuts_level", "The NUTS level, 0 to 3.", "[0-3]", required=False),
            Column("nuts_edition", "The edition of NUTS that the code is from.", r"20\d\d", required=False),
            Column("latitude", "Degrees north of the point that stands for the place.", _DEGREES, number=True),
            Column("longitude", "Degrees east of the point that stands for the place.", _DEGREES, number=True),
            Column("precision", "What the point is: `city centre`, `region centre`, `country centre`, `site`.", "(?:city|region|country) centre|site"),
            Column("source", "Who placed it; `editors` means general knowledge of the editors."),
        ),
    ),
    _vocabulary("measures", "What figures count", Column("family", "The family of units it is counted in.", SLUG), Column("number", "`integer` or `decimal`.", "integer|decimal")),
    _vocabulary("units", "Units of figures", Column("families", "The families of units it belongs to.", rf"{SLUG}(?: {SLUG})*")),
    _vocabulary("parts", "Parts of figures"),
    _vocabulary("levels", "Levels of government"),
    _vocabulary("functions", "What actors do"),
    _vocabulary("groups", "Groups of actors without a name of their own"),
    _vocabulary("instruments", "Kinds of instruments"),
    _vocabulary("domains", "Fields of priorities"),
    _vocabulary("challenges", "Trouble in policymakers' words"),
    _vocabulary("societal-challenges", "Wider challenges of the Alpine region"),
    _vocabulary("stages", "Stages of a transformative activity"),
    _vocabulary("schemes", "Ways of laying out priorities"),
    _vocabulary("workshop-kinds", "Kinds of workshops"),
    _vocabulary("organisation-types", "Kinds of organisations"),
    _vocabulary("helices", "Sides of the quadruple helix"),
    _vocabulary("model-types", "Kinds of models"),
    _vocabulary("drawings", "Forms of drawings"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by column."""

    key: str
    cells: Mapping[str, str]

    @property
    def label(self) -> str:
        """The words that pages show for the row."""
        return self.cells.get("label") or self.cells.get("name") or self.key

    @property
    def definition(self) -> str:
        """What the row means; empty for a place."""
        return self.cells.get("definition", "")


Tables = Mapping[str, Mapping[str, Row]]


def read_table(table_type: TableType, raw: bytes) -> tuple[Mapping[str, Row], tuple[Problem, ...]]:
    """Read one file of `data/`: rows by key, in the order of the file, and every fault with its line."""
    try:
        if len(raw) > 4 * MOST_BYTES:
            raise UnicodeDecodeError("utf-8", b"", 0, 1, "too large")
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        lines = Lines(table_type.path, "")
        return MappingProxyType({}), (Problem(lines.place(0), "not-utf-8", "the table is too large, or not saved as UTF-8", help="save it as `CSV UTF-8`"),)
    lines = Lines(table_type.path, text)
    rows: dict[str, Row] = {}
    problems: list[Problem] = []
    header = ",".join(table_type.header)
    reader = csv.reader(io.StringIO(text.replace("\0", "")))
    for number, cells in _numbered(reader) or [(1, [])]:
        if number == 1:
            if tuple(cells) != table_type.header:
                end = len(lines.line(1))
                problems.append(Problem(lines.place(0, end), "bad-header", "the first line does not name the columns of this table", help=f"write `{header}`", mends=(lines.mend(0, end, header),)))
                break
            continue
        if not any(cells):
            continue
        problems += _faults_in_row(table_type, lines, number, cells, rows)
        row = dict(zip(table_type.header, (cell.strip() for cell in cells), strict=False))
        rows.setdefault(row["id" if "id" in row else table_type.header[0]], Row(cells[0].strip(), MappingProxyType(row)))
    return MappingProxyType(rows), tuple(problems)


def _numbered(reader: object) -> list[tuple[int, list[str]]]:
    found: list[tuple[int, list[str]]] = []
    before = 0
    try:
        for cells in reader:  # type: ignore[attr-defined]
            found.append((before + 1, cells))
            before = reader.line_num  # type: ignore[attr-defined]
    except csv.Error:
        found.append((before + 1, []))
    return found


def _faults_in_row(table_type: TableType, lines: Lines, number: int, cells: list[str], rows: Mapping[str, Row]) -> list[Problem]:
    number = min(number, len(lines.starts))
    start, end = lines.starts[number - 1], lines.starts[number - 1] + len(lines.line(number))
    if len(cells) != len(table_type.columns):
        advice = f"write {len(table_type.columns)} cells, parted by commas; a cell that holds a comma stands in double quotes"
        return [Problem(lines.place(start, end), "bad-row", f"this row has {len(cells)} cells, and the table has {len(table_type.columns)} columns", help=advice)]
    problems = []
    for column, cell in zip(table_type.columns, cells, strict=True):
        at = lines.text.find(cell, start, end) if cell else start
        place = lines.place(max(at, start), max(at, start) + len(cell) if at >= 0 else end)
        if not cell.strip():
            if column.required:
                problems.append(Problem(place, "empty-cell", f"`{column.name}` is empty", help=f"fill it: {column.description}"))
        elif not re.fullmatch(column.form, cell):
            problems.append(Problem(place, "bad-cell", f"`{cell}` does not fit the column `{column.name}`", help=column.description))
    if cells[0] in rows:
        problems.append(Problem(lines.place(start, start + len(cells[0])), "duplicate-row", f"`{cells[0]}` stands in this table already", help="delete one of the two rows, or give this one another id", mends=(lines.mend(start, min(end + 1, len(lines.text)), ""),)))
    return problems
