"""dates-in-order: dates contradict each other."""

from __future__ import annotations

import pytest

from generator.catalogue import Entry
from generator.rules import dates_in_order
from rules import told

SOURCE = told.entry("source", "lake-2018", told.SOURCE)


def case(*dates: str, more: str = "", planned: bool = False) -> Entry:
    """A case told in November 2018 with a timeline of these dates."""
    plan = ", planned: true" if planned else ""
    events = "".join(f'  - {{date: {date}, text: So., cite: "@lake-2018, p. 1"{plan}}}\n' for date in dates)
    return told.entry("case", "lakeland", told.CASE + (f"timeline:\n{events}" if dates else "") + more)


@pytest.mark.parametrize(
    "dates", [("2015", "2016", "2018-11"), ("2016", "2016-03"), ("2016-11", "2016"), ("2015/2018", "2016")]
)
def test_dates_that_may_follow_each_other_are_right(dates: tuple[str, ...]) -> None:
    assert told.of(dates_in_order, SOURCE, case(*dates)) == []


def test_a_timeline_that_runs_backwards_names_both_entries() -> None:
    (problem,) = told.of(dates_in_order, SOURCE, case("2017", "2016"))

    assert problem.message == "`2016` stands after `2017`"
    assert [note.place.span.line for note in problem.notes if note.place] == [8]


def test_what_comes_after_its_source_must_be_a_plan() -> None:
    found = case("2019-03")

    (problem,) = told.of(dates_in_order, SOURCE, found)

    assert "{planned: true, date: 2019-03," in told.mended(found, problem)
    assert told.of(dates_in_order, SOURCE, case("2019-03", planned=True)) == []


@pytest.mark.parametrize(("day", "told_of"), [("2018-10-31", 1), ("2018-11", 0), ("2026-11-21", 0)])
def test_nobody_checks_a_case_before_it_was_told(day: str, told_of: int) -> None:
    assert len(told.of(dates_in_order, SOURCE, case(more=f"verified: {{on: {day}, by: editors}}\n"))) == told_of


def test_a_figure_later_than_its_source_is_told() -> None:
    figure = 'figures:\n  - {measure: firms, value: 3, unit: companies, as_of: 2020, as_of_basis: stated, cite: "@lake-2018, p. 1"}\n'

    (problem,) = told.of(dates_in_order, SOURCE, case(more=figure))

    assert problem.message.startswith("`2020` is later than its source")
