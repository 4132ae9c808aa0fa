"""Every comparison holds what the papers say, no less and no more: `tests/expected/<table>.csv` was typed from the papers, with the page.

Damage of each kind, on either side, has to be seen: a wrong number, unit, qualifier, date, page or word; a number or an
event that nobody typed; a typed row that no cell holds. What we count ourselves is counted again here from the files.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from building import ROOT
from holding import BY_ID, FOLDER, Row, complaints, numbers, rows_of, typed
from readings import BESIDE, FIGURE, READINGS, ROWS, SPREAD

from generator.evidence import LABELS, LEVELS
from generator.records import Case

TABLES = {key: rows_of(comparison) for key, comparison in BY_ID.items()}
TYPED = {name: typed(name) for name in READINGS}
FIGURES = sorted(name for name, one in READINGS.items() if {FIGURE, SPREAD} & {w.column for w in one.columns.values()})
WORKS = {one["row"]: one["value"] for one in typed("evidence-by-case") if one["column"] == "as told"}
TELLERS = {one["row"]: one["value"] for one in typed("evidence-by-case") if one["column"] == "told by"}
# Columns of numbers that the papers do not hold: we count or add them up.
OURS = {
    "association-funding": {"cumulated_number"},
    "alpine-regions": {"number"},
    "limits-by-case": {"number"},
    "evidence-by-case": {"rank", "filled", "blank", "unwritten"},
}


@pytest.mark.parametrize("name", sorted(READINGS))
def test_the_table_holds_what_was_typed_and_no_other_number_date_or_page(name: str) -> None:
    assert list(complaints(name, TYPED[name], TABLES[name])) == []


def test_every_table_is_typed_or_holds_no_number() -> None:
    left = BY_ID.keys() - READINGS.keys() - {"evidence-by-case"}
    texts = [
        str(row[column.id])
        for name in left
        for row in TABLES[name]
        for column in BY_ID[name].columns
        if column.id != "as_told"
    ]

    assert left == {"concepts-by-case"}
    assert not any(numbers(text) for text in texts)


def test_no_file_is_left_unread() -> None:
    files = {file.stem for file in FOLDER.glob("*.csv")}

    assert files == {*READINGS, "evidence-by-case", "comparison_headers", "table_b1"}


def test_every_column_of_numbers_is_typed_or_counted_again() -> None:
    for name, comparison in BY_ID.items():
        told = {"number", "high", "spread_low", "spread_high"} if name in FIGURES else set()

        assert {one.id for one in comparison.columns if one.kind == "number"} <= told | OURS.get(name, set())


def seeds_in_typed(one: dict[str, str], where: str) -> Iterator[dict[str, str]]:
    """A typed row, damaged in each way that its column has."""
    yield {**one, "page": "rivas-2016, p. 99"}
    if where == BESIDE:
        yield {**one, "value": "quantum computing"}
        return
    yield {**one, "row": "nobody"}
    if where not in (FIGURE, SPREAD):
        yield {**one, "value": "77 quantum computers"}
        return
    value = one["value"]
    yield {**one, "value": re.sub(r"\d+", lambda found: str(int(found[0]) + 1), value, count=1)}
    yield {**one, "value": value.split(" ", 1)[1] if value[0].isalpha() else f"more than {value}"}
    yield {**one, "unit": "barrels"}
    if one["date"]:
        yield {**one, "date": "1999 stated"}
        yield {**one, "date": one["date"].replace("source-date", "derived").replace("stated", "derived")}


@pytest.mark.parametrize("name", sorted(READINGS))
def test_a_wrong_typed_row_is_seen(name: str) -> None:
    for at, one in enumerate(TYPED[name]):
        where = READINGS[name].columns.get(one["column"])
        if one["unit"] == "view":
            wrong = {**one, "page": "rivas-2016, p. 99"}
            assert any(complaints(name, [*TYPED[name][:at], wrong, *TYPED[name][at + 1 :]], TABLES[name])), wrong
        if one["unit"] == "view" or (where is None and name != "timeline"):
            continue
        for wrong in seeds_in_typed(one, where.column if where else "told_as"):
            assert any(complaints(name, [*TYPED[name][:at], wrong, *TYPED[name][at + 1 :]], TABLES[name])), wrong


@pytest.mark.parametrize("name", sorted({*FIGURES, "timeline"}))
def test_a_number_or_event_without_a_typed_row_is_seen(name: str) -> None:
    columns = READINGS[name].columns
    for at, one in enumerate(TYPED[name]):
        if name == "timeline" or (one["column"] in columns and columns[one["column"]].column in (FIGURE, SPREAD)):
            assert any(complaints(name, [*TYPED[name][:at], *TYPED[name][at + 1 :]], TABLES[name])), one


Seed = Callable[[Row], dict[str, Any] | None]


def more(column: str) -> Seed:
    """Damage: the number of a column is another."""
    return lambda row: None if math.isnan(row.get(column, math.nan)) else {column: row[column] + 1}


def other(column: str, value: str) -> Seed:
    """Damage: a column holds something else."""
    return lambda row: {column: value} if row.get(column) else None


SEEDS: dict[str, Seed] = {
    "number": more("number"),
    "upper end": more("high"),
    "low end of the spread": more("spread_low"),
    "high end of the spread": more("spread_high"),
    "qualifier": lambda row: {"qualifier": "" if row["qualifier"] else "around"} if "qualifier" in row else None,
    "unit": lambda row: {"unit": "years"} if row.get("unit") else None,
    "as of": other("as_of", "1999"),
    "date": other("date", "1999"),
    "basis": other("basis", "derived of late"),
    "page": other("source", "@rivas-2016, p. 99"),
    "one more page": lambda row: {"source": f"{row['source']}; @rivas-2016, p. 99"} if row.get("source") else None,
    "fact or plan": lambda row: {"told_as": "plan" if row["told_as"] == "fact" else "fact"} if "told_as" in row else None,
    "number in words": lambda row: next(({key: f"{row[key]} In twelve years."} for key in ("text", "event", "about", "form", "actions", "limits") if row.get(key)), None),
    "page in words": lambda row: {"text": f"{row['text']} [@rivas-2016, p. 99]."} if row.get("text") else None,
}  # fmt: skip


@pytest.mark.parametrize("kind", SEEDS)
def test_a_wrong_cell_is_seen_in_every_table(kind: str) -> None:
    seen = 0
    for name in READINGS:
        for at, row in enumerate(TABLES[name]):
            wrong = None if kind == "number" and name in OURS and name not in FIGURES else SEEDS[kind](row)
            if wrong:
                seen += 1
                assert any(
                    complaints(name, TYPED[name], [*TABLES[name][:at], {**row, **wrong}, *TABLES[name][at + 1 :]])
                ), (name, row)

    assert seen


@pytest.mark.parametrize("name", FIGURES)
def test_another_figure_is_seen(name: str) -> None:
    for row in TABLES[name]:
        if not math.isnan(row["number"]):
            assert any(complaints(name, TYPED[name], [*TABLES[name], {**row, "number": row["number"] + 7}]))


def test_every_row_tells_when_its_source_told_it() -> None:
    for name, rows in TABLES.items():
        for row in rows if any(column.id == "as_told" for column in BY_ID[name].columns) else ():
            works = re.findall("|".join(WORKS), str(row.get("source") or row.get("sources") or row.get("text")))

            told = sorted({WORKS[work] for work in works})

            assert row["as_told"] == "/".join(dict.fromkeys((told[0], told[-1]))), (name, row)


def test_a_case_is_told_by_whom_the_papers_name() -> None:
    for row in TABLES["evidence-by-case"]:
        assert row["evidence"] == TELLERS[row["sources"]]
        assert LABELS[LEVELS[int(row["rank"])]] == row["evidence"]


def test_the_running_total_is_the_sum_so_far() -> None:
    rows = TABLES["association-funding"]

    assert [row["cumulated_number"] for row in rows] == [
        sum(one["number"] for one in rows[: at + 1]) for at in range(len(rows))
    ]
    assert [row["cumulated"] for row in rows] == [f"around {row['cumulated_number']:g}%" for row in rows]


def test_the_pilots_of_a_region_are_counted() -> None:
    told = Counter(ROWS[one["row"]] for one in TYPED["alpine-regions"] if one["column"] != "none told")

    assert {row["region"]: row["number"] for row in TABLES["alpine-regions"]} == {
        row["region"]: told[row["region"]] for row in TABLES["alpine-regions"]
    }


def of_file(case: str) -> dict[str, Any]:
    """The record as its file has it."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "content" / "cases" / f"{case}.yml").read_text(encoding="utf-8"))
    return found


def test_limits_and_fields_are_counted() -> None:
    for row in TABLES["limits-by-case"]:
        assert row["number"] == len(re.findall(r"^\*\*", of_file(row["case"])["limits"], re.MULTILINE))
    outside = {"blanks", "verified", "authors", *Case.optional_fields}
    for row in TABLES["evidence-by-case"]:
        file = of_file(row["case"])
        blanks = {
            key
            for reason in ("not_reported", "not_researched")
            for key in file["blanks"].get(reason, ())
            if "." not in key
        }

        assert row["filled"] == len({key for key, value in file.items() if value} - outside)
        assert row["blank"] == len(blanks - outside - file.keys())
        assert row["unwritten"] == 0
        assert row["verified"] == str(file["verified"][True])  # `on`, as PyYAML reads it
