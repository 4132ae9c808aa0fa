"""The tables of `data/`: vocabularies and places, read as strictly as the records."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.problems import Mend, Place, Problem
from generator.source import Lines
from generator.source.characters import faults_in_characters
from generator.text.signs import faults_in_line

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PAGE = "page"  # instead of a kind of record, where cells hold the address of any page
_WORDS = r"\S(?:.*\S)?"
_PHRASE = r"[^\s;]+(?: [^\s;]+)*"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: what it holds, and the form of its cells as a regular expression.

    `names` is the kind of the records whose ids its cells hold, one space between, or `PAGE` for addresses.
    """

    name: str
    description: str
    form: str = _WORDS
    required: bool = True
    number: bool = False
    names: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose data a table holds: title and address, and the licence by its name, title and address."""

    title: str
    address: str
    licence: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class TableType:
    """What a file of `data/` looks like; its first column is the key. `origin` names where it is from, if it is not our own."""

    name: str
    title: str
    columns: tuple[Column, ...]
    origin: Origin | None = None

    @property
    def path(self) -> str:
        """The path of the file."""
        return f"data/{self.name}.csv"

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UNREADABLE = "\0"


def _vocabulary(name: str, title: str, *more: Column) -> TableType:
    first = (
        Column("id", "The word that records use.", SLUG if name != "units" else r"[A-Za-z0-9-]+"),
        Column("label", "The words that pages show."),
    )
    return TableType(name, title, (*first, *more, Column("definition", "What it means.")))


_DEGREES = r"-?\d{1,3}(?:\.\d+)?"

TABLE_TYPES: tuple[TableType, ...] = (
    TableType(
        "places",
        "Places, keyed by NUTS code or by country and name",
        (
            Column(
                "code",
                "The NUTS code, or country and name where no NUTS region fits.",
                rf"[A-Z]{{2}}[A-Z0-9]{{0,3}}|{SLUG}",
            ),
            Column("name", "The name in English texts."),
            Column("native_name", "The name in the language of the place.", required=False),
            Column("native_language", "The language of the native name.", r"[a-z]{2,3}", required=False),
            Column("country", "The country, as ISO 3166 code.", "[A-Z]{2}"),
            Column("nuts_level", "The NUTS level, 0 to 3.", "[0-3]", required=False),
            Column("nuts_edition", "The edition of NUTS that the code is from.", r"20\d\d", required=False),
            Column("latitude", "Degrees north of the point that stands for the place.", _DEGREES, number=True),
            Column("longitude", "Degrees east of the point that stands for the place.", _DEGREES, number=True),
            Column(
                "precision",
                "What the point is: `city centre`, `region centre`, `country centre`, `site`.",
                "(?:city|region|country) centre|site",
            ),
            Column("source", "Who placed it; `editors` means general knowledge of the editors."),
        ),
    ),
    _vocabulary(
        "measures",
        "What figures count",
        Column("family", "The family of units it is counted in.", SLUG),
        Column("number", "`integer` or `decimal`.", "integer|decimal"),
        Column("question", "The question that a figure of this kind answers, for the first page.", required=False),
        Column(
            "prominence",
            "`1` or `2` where figures of this kind stand first at the top of a case: money, then staff; `9` where never.",
            "[129]",
            required=False,
        ),
    ),
    _vocabulary(
        "units", "Units of figures", Column("families", "The families of units it belongs to.", rf"{SLUG}(?: {SLUG})*")
    ),
    _vocabulary("parts", "Parts of figures"),
    _vocabulary("levels", "Levels of government"),
    _vocabulary("functions", "What actors do", Column("plural", "The label for a group of several.")),
    _vocabulary(
        "groups",
        "Groups of actors without a name of their own",
        Column(
            "level",
            "The level of government at which such a group acts, where it is always the same.",
            SLUG,
            required=False,
        ),
    ),
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
    TableType(
        "kibs-in-cities",
        "Cities whose knowledge-intensive services one report found larger or smaller than expected",
        (
            Column("place", "The code of the city in `data/places.csv`.", rf"[A-Z]{{2}}[A-Z0-9]{{0,3}}|{SLUG}"),
            Column("judgement", "`larger` or `smaller` than expected.", "larger|smaller"),
            Column("named", "`all` where every city of the kind is named, else `example`.", "all|example"),
            Column("as_of", "The year of the judgement.", r"\d{4}"),
            Column("cite", "Where it stands, as in records: `@rivas-2016, p. 16`.", r"@[a-z0-9-]+.*"),
        ),
    ),
    TableType(
        "comparison-sets",
        "Cases that are worth reading side by side",
        (
            Column("id", "The last part of the address of its page, below `/compare/`.", SLUG),
            Column("title", "The title of the page."),
            Column("question", "The question that the cases answer together."),
            Column(
                "cases", "The ids of two to six cases, one space between.", rf"{SLUG}(?: {SLUG}){{1,5}}", names="case"
            ),
        ),
    ),
    TableType(
        "everyday-words",
        "Words that readers type for what the pages call otherwise",
        (
            Column("id", "A word of the field, as the pages use it.", "[a-z]+"),
            Column("words", "Other words for the same, one space between.", "[a-z]+(?: [a-z]+)*"),
        ),
    ),
    TableType(
        "asked-as",
        "What readers say when they look for a page and do not know its term",
        (
            Column("address", "The address of the page: `/concepts/critical-mass/`.", rf"/(?:{SLUG}/)*", names=PAGE),
            Column(
                "words",
                "Everyday words and short phrases, a semicolon and a space between.",
                rf"{_PHRASE}(?:; {_PHRASE})*",
            ),
        ),
    ),
    TableType(
        "quality",
        "What was measured of this site",
        (
            Column("measure", "What was measured: a name that `casebook quality` knows.", SLUG),
            Column("value", "The figure.", r"\d+(?:\.\d+)?", number=True),
            Column("of", "Of how many things it was taken.", r"\d+", required=False, number=True),
            Column("on", "The day.", r"\d{4}-\d{2}-\d{2}"),
            Column(
                "tools",
                "The tools with their versions, a semicolon and a space between.",
                rf"{_PHRASE}(?:; {_PHRASE})*",
                required=False,
            ),
        ),
    ),
    TableType(
        "europe",
        "The outline of Europe under the map",
        (
            Column("id", "The country, and the number of its part: the largest is the first.", r"[a-z]{2}-\d+"),
            Column("country", "The country, as ISO 3166 code.", "[A-Z]{2}"),
            Column(
                "points",
                "The corners of the part in order: degrees east and north of each, with a space between all.",
                rf"{_DEGREES} {_DEGREES}(?: {_DEGREES} {_DEGREES}){{2,}}",
            ),
        ),
        Origin(
            "Natural Earth 4.1, countries at 1:50 million, simplified as data/europe.md says",
            "https://www.naturalearthdata.com/",
            ("other-pd", "Public domain", "https://www.naturalearthdata.com/about/terms-of-use/"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """A record that a cell names: its id, the kind that it must have, and where it stands; or a page by its address."""

    id: str
    kind: str
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by column, and the records that they name."""

    key: str
    cells: Mapping[str, str]
    names: tuple[NamedRecord, ...] = ()

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
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        lines = Lines(table_type.path, "")
        return MappingProxyType({}), (
            Problem(lines.place(0), "not-utf-8", "the table is not saved as UTF-8", help="save it as `CSV UTF-8`"),
        )
    lines = Lines(table_type.path, text)
    rows: dict[str, Row] = {}
    problems: list[Problem] = list(faults_in_characters(lines))
    mark = _mark(text, table_type)
    reader = csv.reader(io.StringIO(_CONTROL.sub("", text)), delimiter=mark)
    for number, cells in _numbered(reader) or [(1, [])]:
        if number == 1:
            if tuple(cells) != table_type.header or mark != ",":
                problems.append(_bad_header(table_type, lines, mark))
            if tuple(cells) != table_type.header:
                break
            continue
        if cells == [_UNREADABLE]:
            problems.append(_unreadable(lines, number))
            break
        if not any(cells):
            continue
        problems += _faults_in_row(table_type, lines, number, cells, rows)
        written = zip(table_type.header, (cell.strip() for cell in cells), strict=False)
        row = dict.fromkeys(table_type.header, "") | dict(written)  # where cells are missing, their columns are there
        key = _key(cells[0])
        rows.setdefault(key, Row(key, MappingProxyType(row), tuple(_named(table_type, lines, number, row))))
    return MappingProxyType(rows), tuple(problems)


def _named(table_type: TableType, lines: Lines, number: int, row: Mapping[str, str]) -> Iterator[NamedRecord]:
    """The records that the cells of a row name, each where it stands."""
    at = lines.starts[min(number, len(lines.starts)) - 1]
    for column in table_type.columns:
        cell = row.get(column.name, "")
        start = max(lines.text.find(cell, at), at)
        if column.names and re.fullmatch(column.form, cell):
            for word in re.finditer(r"\S+", cell):
                yield NamedRecord(word[0], column.names, lines.place(start + word.start(), start + word.end()))
        at = start + len(cell)


def _mark(text: str, table_type: TableType) -> str:
    """What parts the cells: some programs write semicolons or tabs."""
    first = text.split("\n", 1)[0].strip()
    return next((mark for mark in (";", "\t") if first == mark.join(table_type.header)), ",")


def _bad_header(table_type: TableType, lines: Lines, mark: str) -> Problem:
    header, end = ",".join(table_type.header), len(lines.line(1))
    if mark == ",":
        return Problem(
            lines.place(0, end),
            "bad-header",
            "the first line does not name the columns of this table",
            help=f"write `{header}`",
            mends=(lines.mend(0, end, header),),
        )
    good = io.StringIO()
    csv.writer(good, lineterminator="\n").writerows(csv.reader(io.StringIO(lines.text), delimiter=mark))
    sign = "semicolons" if mark == ";" else "tabs"
    advice = f"save the table as CSV with commas and no {sign} between the cells, so that it begins with `{header}`"
    return Problem(
        lines.place(0, end),
        "bad-header",
        f"the cells of this table are parted by {sign}",
        help=advice,
        mends=(lines.mend(0, len(lines.text), good.getvalue()),),
    )


def _key(cell: str) -> str:
    """The key of a row, also where a fault of the row has glued its cells together."""
    match = re.match(r"[\w-]+", cell.strip())
    return match[0] if match else cell.strip()


def _numbered(reader: object) -> list[tuple[int, list[str]]]:
    found: list[tuple[int, list[str]]] = []
    before = 0
    try:
        for cells in reader:  # type: ignore[attr-defined]
            found.append((before + 1, cells))
            before = reader.line_num  # type: ignore[attr-defined]
    except csv.Error:
        found.append((before + 1, [_UNREADABLE]))
    return found


def _unreadable(lines: Lines, number: int) -> Problem:
    start = lines.starts[min(number, len(lines.starts)) - 1]
    advice = "look for a double quote that is not closed, from here on"
    return Problem(lines.place(start, start + 1), "bad-row", "this row cannot be read", help=advice)


def _faults_in_row(
    table_type: TableType, lines: Lines, number: int, cells: list[str], rows: Mapping[str, Row]
) -> list[Problem]:
    number = min(number, len(lines.starts))
    start, end = lines.starts[number - 1], lines.starts[number - 1] + len(lines.line(number))
    written = lines.text[start:end]
    form = table_type.columns[0].form
    parted = next(csv.reader([written], delimiter=";"))
    if len(parted) == len(table_type.columns) and re.fullmatch(form, parted[0]) and not re.fullmatch(form, cells[0]):
        good = io.StringIO()
        csv.writer(good, lineterminator="").writerow(parted)
        return [
            Problem(
                lines.place(start, end),
                "bad-row",
                "the cells of this row are parted by semicolons",
                help=f"write `{good.getvalue()}`",
                mends=(lines.mend(start, end, good.getvalue()),),
            )
        ]
    if len(cells) != len(table_type.columns):
        advice = f"write {len(table_type.columns)} cells, parted by commas; a cell that holds a comma stands in double quotes"
        return [
            Problem(
                lines.place(start, end),
                "bad-row",
                f"this row has {len(cells)} cells, and the table has {len(table_type.columns)} columns",
                help=advice,
            )
        ]
    problems = []
    for column, cell in zip(table_type.columns, cells, strict=True):
        at = lines.text.find(cell, start, end) if cell else start
        place = lines.place(max(at, start), max(at, start) + len(cell) if at >= 0 else end)
        if not cell.strip():
            if column.required:
                problems.append(
                    Problem(place, "empty-cell", f"`{column.name}` is empty", help=f"fill it: {column.description}")
                )
        elif not re.fullmatch(column.form, cell):
            guess = cell.replace(",", ".")
            fits = column.number and re.fullmatch(column.form, guess)
            advice = f"write `{guess}`" if fits else f"write what the column holds: {column.description}"
            problems.append(
                Problem(
                    place,
                    "bad-cell",
                    f"`{cell}` does not fit the column `{column.name}`",
                    help=advice,
                    mends=(Mend(place, guess),) if fits else (),
                )
            )
        elif column.form == _WORDS:
            fault = next(iter(faults_in_line(cell)), None)
            if fault:
                problems.append(Problem(place, fault.code, fault.message, help=fault.help))
    if cells[0] in rows:
        problems.append(
            Problem(
                lines.place(start, start + len(cells[0])),
                "duplicate-row",
                f"`{cells[0]}` stands in this table already",
                help="delete one of the two rows, or give this one another id",
                mends=(lines.mend(start, min(end + 1, len(lines.text)), ""),),
            )
        )
    return problems
