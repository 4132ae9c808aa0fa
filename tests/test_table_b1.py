"""Table B1 of Keller et al. 2018 can be made again from the activities of the cases: its terms, in its order."""

from __future__ import annotations

import csv
import re

import pytest
from building import ROOT

from generator.load import load
from generator.records import Activity, Case

EXPECTED = ROOT / "tests" / "expected" / "table_b1.csv"
CATALOGUE = load(ROOT).catalogue
# Words that carry no term: the records say the same in plainer words.
_SMALL = frozenset("a among and field for in including of on the to with 3 three 4 four sme smes".split())
_STEM = 5

with EXPECTED.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def terms(item: str) -> tuple[str, ...]:
    """The stems of the words of an entry, small words apart."""
    found = re.findall(r"[a-z0-9]+", item.casefold())
    return tuple(word[:_STEM] for word in found if word not in _SMALL)


def _activity(case: str) -> Activity:
    record = CATALOGUE.records[case]
    assert isinstance(record, Case)
    return next(activity for activity in record.activities if activity.status == "pilot")


def rebuilt(case: str) -> dict[str, list[tuple[str, ...]]]:
    """A row of the table, made from the record: the terms of each entry by column."""
    activity = _activity(case)
    columns = {
        "regions": [CATALOGUE.row("places", code).label for code in activity.regions],
        "resources": [resource.name for resource in activity.resources],
        "opportunities": activity.opportunities,
        "capacities": activity.capacities,
        "actions": activity.actions,
    }
    return {name: [terms(item) for item in items] for name, items in columns.items()}


def typed(row: dict[str, str]) -> dict[str, list[tuple[str, ...]]]:
    """A row as it was typed from the paper, in the same form."""
    return {name: [terms(item) for item in cell.split("; ")] for name, cell in row.items() if name != "case"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["case"])
def test_the_row_is_made_again_from_the_record(row: dict[str, str]) -> None:
    assert rebuilt(row["case"]) == typed(row)


def test_the_whole_table_is_typed() -> None:
    assert [row["regions"] for row in ROWS] == ["Upper Austria; Veneto", "Salzburg", "Piedmont", "Lombardy"]


def test_another_entry_is_seen() -> None:
    changed = {**ROWS[1], "resources": "Construction; Timber"}

    assert rebuilt("salzburg") != typed(changed)


def test_six_activities_were_worked_on_and_one_is_an_illustration() -> None:
    activities = [activity for case in CATALOGUE.cases for activity in case.activities]

    assert sum(activity.status == "pilot" for activity in activities) == 6
    assert [activity.id for activity in activities if activity.status == "illustration"] == [
        activity.id for activity in _lombardy() if activity.status == "illustration"
    ]
    assert len([activity for activity in activities if activity.status == "illustration"]) == 1


def _lombardy() -> tuple[Activity, ...]:
    record = CATALOGUE.records["lombardy"]
    assert isinstance(record, Case)
    return record.activities
