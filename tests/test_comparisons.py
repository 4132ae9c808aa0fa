"""Every comparison holds what the papers say: each number and word of it is typed in `tests/expected/comparisons/`.

The files name rows and columns as the papers do; `readings.py` maps those names to ours. A value in words counts as
held where each of its words stands in the cell, small words apart, or the words that the records use instead.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Mapping
from typing import Any

import pytest
from building import ROOT
from readings import BESIDE, ELSEWHERE, EVENTS, FIGURE, NUMBERS, PHRASES, READINGS, ROWS, SPREAD, VIEWS, Where

from generator.catalogue import Catalogue
from generator.comparisons import BLANKS, COMPARISONS, GROUPS, Comparison
from generator.load import load
from generator.pages import Settings
from generator.pages.table import TablePage
from generator.text.quantities import quantity

FOLDER = ROOT / "tests" / "expected" / "comparisons"
HEADERS = ROOT / "tests" / "expected" / "comparison_headers.csv"
CATALOGUE = load(ROOT).catalogue
BY_ID = {comparison.id: comparison for comparison in COMPARISONS}
SCALES = {"million": 10**6, "billion": 10**9}
SMALL = frozenset("a an and as at by for from in into of on or other the to with".split())
STEM = 5
YES = "yes"
HOSTILE = '<script>alert(1)</script> "onload=x ](javascript:x) `a` {% b %} =1+1'
Row = Mapping[str, Any]
Amount = tuple[str, float, float]


def typed(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows_of(comparison: Comparison) -> list[Row]:
    return [{str(key): cell for key, cell in row.items()} for row in comparison.frame(CATALOGUE).to_dict("records")]


Tables = Mapping[str, list[Row]]
TABLES: Tables = {key: rows_of(comparison) for key, comparison in BY_ID.items()}
TYPED = [(name, row) for name in sorted(READINGS) for row in typed(name)]


def is_told(name: str, row: Mapping[str, str], tables: Tables = TABLES) -> bool:
    """Tell whether our table holds what was typed from the paper."""
    reading = READINGS[name]
    place = (name, row["row"], row["column"])
    if place in ELSEWHERE:
        record, text = ELSEWHERE[place]
        return holds(
            str(getattr(CATALOGUE.records[record], text)), row["column"] if row["value"] == YES else row["value"]
        )
    if row["unit"] == "view":
        return any(holds(entry, VIEWS[row["row"], row["column"]]) for entry in beside(reading.table))
    where = reading.columns[row["column"]]
    if where.column == BESIDE:
        return any(holds(entry, row["value"]) for entry in beside(reading.table))
    key = ROWS.get(row["row"], row["row"])
    found = [one for one in tables[reading.table] if one[reading.key] == key and fits(one, where)]
    return any(cell_holds(one, where, row) for one in found)


def fits(row: Row, where: Where) -> bool:
    return all(row[name] == value for name, value in where.only.items())


def beside(table: str) -> list[str]:
    return list((BY_ID[table].beside_rows or (lambda _: ()))(CATALOGUE))


def cell_holds(row: Row, where: Where, wanted: Mapping[str, str]) -> bool:
    if where.column in (FIGURE, SPREAD):
        return amount(row, where.column) == asked(wanted["value"]) and has_unit(row, wanted["unit"])
    if wanted["value"] == YES:
        return str(row[where.column]) not in ("", *BLANKS.values())
    return holds(" ".join(in_words(row, name) for name in where.column.split()), wanted["value"])


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
    found = quantity(number if scale in SCALES else plain)
    factor = SCALES.get(scale, 1)
    return found.qualifier, float((found.low or 0) * factor), float((found.high or 0) * factor)


def has_unit(row: Row, unit: str) -> bool:
    label = CATALOGUE.row("units", row.get("unit", "")).label
    return not row.get("unit") or label == unit or row["unit"] == unit


def in_words(row: Row, name: str) -> str:
    """A cell with the names of places and terms beside their codes."""
    text = str(row[name])
    return text + " " + "; ".join(CATALOGUE.row("places", key).label for key in text.split())


def stems(text: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"\w+", text.casefold()) if word not in SMALL}


def holds(cell: str, value: str) -> bool:
    wanted = PHRASES.get(value, value)
    return bool(stems(wanted)) and stems(wanted) <= stems(cell)


@pytest.mark.parametrize(
    ("name", "row"), TYPED, ids=lambda one: one if isinstance(one, str) else f"{one['row']}, {one['column']}"
)
def test_the_table_holds_what_the_paper_says(name: str, row: dict[str, str]) -> None:
    assert is_told(name, row)


@pytest.mark.parametrize("row", typed("timeline"), ids=lambda row: f"{row['row']} {row['column']}")
def test_the_timeline_holds_the_event(row: dict[str, str]) -> None:
    found = [
        one
        for one in TABLES["timeline"]
        if one["date"] == row["row"] and EVENTS[row["column"]] in one["records"].split()
    ]

    assert {"planned": "plan"}.get(row["value"], "fact") in {one["told_as"] for one in found}
    assert row["value"] == "planned" or row["value"] in {one["basis"] for one in found}


def test_every_file_that_was_typed_is_read() -> None:
    assert {file.stem for file in FOLDER.glob("*.csv")} == {*READINGS, "timeline"}


@pytest.mark.parametrize("name", sorted(NUMBERS))
def test_no_table_holds_a_number_that_was_not_typed(name: str) -> None:
    allowed = [(ROWS.get(row["row"], row["row"]), asked(row["value"])) for row in typed(name)]
    reading = READINGS[name]

    held = [row for row in TABLES[reading.table] if not math.isnan(row["number"])]
    extra = [row for row in held if (row[reading.key], amount(row, FIGURE)) not in allowed]

    assert held
    assert extra == []


@pytest.mark.parametrize("name", sorted(NUMBERS))
def test_a_wrong_number_is_seen(name: str) -> None:
    reading = READINGS[name]
    wrong: Tables = {**TABLES, reading.table: [{**row, "number": row["number"] + 1} for row in TABLES[reading.table]]}
    asking = [
        row
        for row in typed(name)
        if reading.columns.get(row["column"]) and reading.columns[row["column"]].column == FIGURE
    ]

    assert asking
    assert not any(is_told(name, row, wrong) for row in asking)


def test_a_wrong_word_is_seen() -> None:
    rows = [row for row in typed("priority-schemes-by-case") if row["column"] == "priority"]

    assert not any(is_told("priority-schemes-by-case", {**row, "value": "quantum computing"}) for row in rows)


def headers() -> list[list[str]]:
    return [
        [comparison.id, column.id, column.kind, str(comparison.frame(CATALOGUE)[column.id].dtype)]
        for comparison in COMPARISONS
        for column in comparison.columns
    ]


def test_columns_their_kinds_and_their_order_are_fixed(*, update: bool) -> None:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([["table", "column", "kind", "dtype"], *headers()])
    if update:
        HEADERS.write_text(file.getvalue(), encoding="utf-8")

    assert HEADERS.read_text(encoding="utf-8") == file.getvalue(), "run `pytest --update` if this is meant"


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.id)
def test_a_table_of_nothing_keeps_its_columns_and_types(comparison: Comparison) -> None:
    empty, full = comparison.frame(Catalogue.of([])), comparison.frame(CATALOGUE)

    assert len(empty) == 0
    assert len(full) > 2
    assert empty.dtypes.equals(full.dtypes)


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.id)
def test_a_table_is_the_same_from_records_in_another_order(comparison: Comparison) -> None:
    turned = Catalogue.of_entries(reversed(list(CATALOGUE.entries.values())), CATALOGUE.tables)

    assert comparison.frame(turned).equals(comparison.frame(CATALOGUE))


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.id)
def test_what_a_table_shows_can_be_resolved(comparison: Comparison) -> None:
    for row in TABLES[comparison.id]:
        for column in comparison.columns:
            value = str(row[column.id])
            if value in ("", *BLANKS.values()):
                continue
            if column.kind in ("record", "records"):
                assert set(value.split()) <= CATALOGUE.records.keys()
            if column.kind in ("place", "places"):
                assert set(value.split()) <= CATALOGUE.tables["places"].keys()
            if column.kind == "term":
                assert set(value.split()) <= CATALOGUE.tables[column.vocabulary].keys()
            if column.kind == "cite":
                assert set(re.findall(r"@([\w-]+)", value)) <= CATALOGUE.records.keys()


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.id)
def test_every_row_tells_when_it_was_told_or_true_and_by_whom(comparison: Comparison) -> None:
    dated = {"as_of", "as_told", "date"} & {column.id for column in comparison.shown}
    sourced = {"source", "sources"} & {column.id for column in comparison.shown}

    for row in TABLES[comparison.id]:
        assert any(row[name] for name in dated)
        assert any(row[name] for name in sourced) or "[@" in row["text"]


def test_every_figure_opens_where_it_stands(real_site: Any) -> None:
    for comparison in COMPARISONS:
        for row in TABLES[comparison.id]:
            for column in comparison.columns:
                if column.opens and row[column.opens] and row[column.id] not in BLANKS.values():
                    page, _, anchor = row[column.opens].partition("#")
                    text = (real_site / page.strip("/") / "index.html").read_text(encoding="utf-8")
                    assert f'id="{anchor}"' in text or f"id={anchor}" in text, row[column.opens]


def test_a_table_stands_under_one_heading_and_each_heading_has_one() -> None:
    assert {comparison.group for comparison in COMPARISONS} == GROUPS.keys()
    assert len(BY_ID) == len(COMPARISONS)


def test_hostile_words_stay_words(make_case: Any) -> None:
    case = make_case(
        id="hostile",
        limits=f"**{HOSTILE}.** Text.",
        instruments=[{"type": "voucher", "text": HOSTILE}],
        timeline=[{"date": "2016", "text": HOSTILE, "cite": "@a-2016, p. 1"}],
        priorities={"scheme": "list", "values": [{"name": HOSTILE, "tier": HOSTILE}], "cite": "@a-2016, p. 1"},
    )
    catalogue = Catalogue.of([case])

    for table in ("limits-by-case", "instruments-by-case", "timeline", "priority-layouts"):
        page = TablePage(catalogue, BY_ID[table], Settings()).page()
        assert "alert(1)" in page.markdown
        assert "<script" not in page.markdown
        assert "](javascript" not in page.markdown
        assert "{% b" not in page.markdown or r"\{% b" in page.markdown
