"""Whether a table holds what was typed from the papers, no less and no more: numbers, units, dates, pages and words.

Both ways: a typed row that no cell holds is a complaint, and so is a number, a date or a page of the table that nobody
typed. A value in words counts as held where each of its words stands in the cell, small words apart, or the words that
the records use instead.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from building import ROOT
from readings import BESIDE, ELSEWHERE, FIGURE, PHRASES, READINGS, ROLES, ROWS, SPREAD, VIEWS, Where

from generator.comparisons import COMPARISONS, Comparison
from generator.load import load
from generator.text.quantities import quantity

FOLDER = ROOT / "tests" / "expected"
CATALOGUE = load(ROOT).catalogue
BY_ID = {comparison.id: comparison for comparison in COMPARISONS}
Row = Mapping[str, Any]
Typed = Mapping[str, str]
Amount = tuple[str, float, float]

_SCALES = {"million": 10**6, "billion": 10**9}
_SMALL = frozenset("a an and as at by for from in into of on or other the to with".split())
_STEM = 5
_WORDS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True))
_COUNTS = {**_WORDS, "fifty": 50}
_BRACKETS = re.compile(r"\[(@[^\]]+)\]")
_NUMBER = re.compile(r"(?<![\w-])(\d+(?:,\d{3})*(?:\.\d+)?)(?:st|nd|rd|th)?(?!\w)")
_PERIODS = {"once": ", once", "year": " a year"}


def typed(name: str) -> list[dict[str, str]]:
    """The rows of a file that was typed from the papers."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows_of(comparison: Comparison) -> list[Row]:
    """The rows of a table of ours."""
    return [{str(key): cell for key, cell in row.items()} for row in comparison.frame(CATALOGUE).to_dict("records")]


def complaints(name: str, expected: Sequence[Typed], rows: Sequence[Row]) -> Iterator[str]:
    """What a table lacks of what was typed, and what it says that nobody typed."""
    told: list[list[Typed]] = [[] for _ in rows]
    for one in expected:
        found = [at for at, row in enumerate(rows) if _answers(name, row, one)]
        if not found and not _stands_beside(name, one):
            yield f"nothing holds {dict(one)}"
        for at in found:
            told[at].append(one)
    for row, known in zip(rows, told, strict=True):
        of_row = [one for one in expected if _key(one) == str(row[READINGS[name].key]).split(" ")[0]]
        yield from (f"nobody typed {what} of {dict(row)}" for what in _untyped(name, row, known, of_row))


def _key(one: Typed) -> str:
    return ROWS.get(one["row"], one["row"])


def _answers(name: str, row: Row, one: Typed) -> bool:
    """Tell whether a row of the table holds a typed row, with its date and pages."""
    reading = READINGS[name]
    where = Where("told_as") if name == "timeline" else reading.columns.get(one["column"])
    if where is None or str(row[reading.key]).split(" ")[0] != _key(one):
        return False
    return (
        all(row[column] == value for column, value in where.only.items())
        and _date(row, one) == one["date"]
        and set(_pages(one)) <= _opened(name, row)
        and _holds_cell(row, where, one)
    )


def _date(row: Row, one: Typed) -> str:
    if not one["date"]:
        return ""
    return f"{row.get('as_of') or row.get('date', '')} {row.get('basis', '')}".strip()


def _pages(one: Typed) -> list[str]:
    return [_read(page) for page in one["page"].split(";")]


def cited(row: Row) -> set[str]:
    """The pages that a row names, each as work and page that were read."""
    in_texts = [cite for cell in row.values() for cite in _BRACKETS.findall(str(cell))]
    cites = [str(row.get("source", "")), *in_texts]
    return {_read(page) for cite in cites for page in cite.split(";") if page.strip()}


def _opened(name: str, row: Row) -> set[str]:
    """The pages that a reader finds in a row, or behind it: the names of limits lead to their text."""
    return cited({"text": CATALOGUE.records[row["case"]].limits}) if name == "limits-by-case" else cited(row)  # type: ignore[attr-defined]


def _read(page: str) -> str:
    return " ".join(page.replace("@", "").split()).rpartition(" in ")[2]


def _holds_cell(row: Row, where: Where, one: Typed) -> bool:
    if where.column in (FIGURE, SPREAD):
        return amount(row, where.column) == asked(one["value"]) and _has_unit(row, one)
    if where.column in (*ROLES, "pilots", "told_as"):
        return one["value"] in str(row[where.column]).split()
    return one["unit"] in ("", row.get("told_as", "")) and _holds_words(row, where, one["value"])


def _holds_words(row: Row, where: Where, value: str) -> bool:
    cells = " ".join(in_words(row, column) for column in where.column.split())
    if where.is_counted:
        return numbers(value) <= numbers(cells)
    if where.under:
        return any(entry.startswith(where.under) and holds(entry, value) for entry in cells.split("; "))
    return holds(cells, value)


def amount(row: Row, column: str) -> Amount:
    """The number of a cell, as it is sorted and downloaded: its qualifier and both ends."""
    if column == SPREAD:
        return "", row["spread_low"], row["spread_high"]
    high = row.get("high", math.nan)
    return row.get("qualifier", ""), row["number"], row["number"] if math.isnan(high) else high


def asked(value: str) -> Amount:
    """The number that was typed: `about 1.5 million`."""
    plain = value.replace("about", "around")
    number, _, scale = plain.rpartition(" ")
    found = quantity(number if scale in _SCALES else plain)
    factor = _SCALES.get(scale, 1)
    return found.qualifier, float((found.low or 0) * factor), float((found.high or 0) * factor)


def _has_unit(row: Row, one: Typed) -> bool:
    """Tell whether the unit is the typed one, with its period; where units have no column, it stands in the figure."""
    unit = one["unit"]
    for period in _PERIODS.values():
        if unit.endswith(period):
            return str(row["value"]).endswith(period) and str(row["unit"]) == unit.removesuffix(period)
    if "unit" not in row:
        return str(row["value"]).endswith(f" {unit}")
    return unit in (row["unit"], CATALOGUE.row("units", row["unit"]).label)


def in_words(row: Row, name: str) -> str:
    """A cell without its citations, with the names of places beside their codes."""
    text = _BRACKETS.sub("", str(row[name]))
    return text + " " + "; ".join(CATALOGUE.row("places", key).label for key in text.split())


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w+", text.casefold()) if word not in _SMALL}


def holds(cell: str, value: str) -> bool:
    """Tell whether each word of a value stands in a cell."""
    wanted = PHRASES.get(value, value)
    return bool(_stems(wanted)) and _stems(wanted) <= _stems(cell)


def numbers(text: str) -> set[float]:
    """The numbers of a text, in digits or in words from two on."""
    plain = re.sub(r"\[\[!?[^\]|]*\|?", "", _BRACKETS.sub("", text))
    found = {float(one.replace(",", "")) for one in _NUMBER.findall(plain)}
    return found | {float(_COUNTS[word]) for word in re.findall(r"[a-z]+", plain.casefold()) if word in _COUNTS}


def _stands_beside(name: str, one: Typed) -> bool:
    """Tell whether the list beside the table holds a typed row, or the record where the table leads instead."""
    place = (name, one["row"], one["column"])
    if place in ELSEWHERE:
        record, text = ELSEWHERE[place]
        return holds(str(getattr(CATALOGUE.records[record], text)), one["value"])
    where = READINGS[name].columns.get(one["column"])
    is_view = one["unit"] == "view"
    if not is_view and (where is None or where.column != BESIDE):
        return False
    wanted = VIEWS[one["row"], one["column"]] if is_view else one["value"]
    entries = (BY_ID[name].beside_rows or (lambda _: ()))(CATALOGUE)
    return any(holds(entry, wanted) and set(_pages(one)) <= cited({"text": entry}) for entry in entries)


def _untyped(name: str, row: Row, known: Sequence[Typed], of_row: Sequence[Typed]) -> Iterator[str]:
    """The numbers, dates and pages of a row of the table that nobody typed."""
    columns = [READINGS[name].columns.get(one["column"]) for one in known]
    kinds = {where.column for where in columns if where}
    if FIGURE in {where.column for where in READINGS[name].columns.values()} and not math.isnan(row["number"]):
        yield from () if FIGURE in kinds else ("the figure",)
    if not math.isnan(row.get("spread_low", math.nan)) and SPREAD not in kinds:
        yield "the spread"
    if (row.get("as_of") or row.get("date")) and not any(one["date"] for one in known):
        yield "the date"
    yield from (f"the page {page}" for page in sorted(cited(row) - {page for one in known for page in _pages(one)}))
    allowed = {
        number
        for one in of_row
        for number in numbers(f"{one['value']}; {PHRASES.get(one['value'], '')}; {one['column']}")
    }
    for column in BY_ID[name].shown:
        if column.kind in ("text", "list"):
            yield from (f"the number {one:g}" for one in sorted(numbers(str(row[column.id])) - allowed))
    for function in (*ROLES, "pilots") if name in ("roles-by-level", "alpine-regions") else ():
        entries = {one["value"] for one in known if function in (one["column"], "pilots")}
        held = set(str(row.get(function, "")).split()) - {"not", "reported"}
        yield from (f"the entry {one}" for one in sorted(held - entries))
