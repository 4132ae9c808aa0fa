"""The small drawings: what they show, and when they stay away."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from generator.drawings.axis import axis
from generator.drawings.bars import Share, bar, shares_of, stacked
from generator.records import Event, Figure


def _event(date: str, *, planned: bool = False) -> Event:
    return Event(date=date, text="Something happened.", planned=planned, cite="@keller-2018, p. 1")


def _budget(*values: str, whole: str = "100") -> Figure:
    parts = [{"part": f"part-{number}", "value": value} for number, value in enumerate(values)]
    fields = {
        "measure": "budget",
        "unit": "percent",
        "as_of": "2016",
        "as_of_basis": "stated",
        "cite": "@rivas-2016, p. 6",
    }
    return Figure.model_validate({**fields, "whole": whole, "parts": parts})


def test_shares_are_hundredths_of_the_whole() -> None:
    found = shares_of(_budget("50", "around 150", whole="200"), ["fees", "services"])

    assert [(share.name, share.value) for share in found] == [("fees", Decimal(25)), ("services", Decimal(75))]


def test_a_range_is_drawn_at_its_middle_with_its_ends() -> None:
    (share,) = shares_of(_budget("10 to 30"), ["fees"])

    assert (share.value, share.low, share.high) == (Decimal(20), Decimal(10), Decimal(30))


def test_nothing_is_drawn_where_a_part_has_no_number() -> None:
    assert shares_of(_budget("30", "not reported"), ["fees", "services"]) == ()


def test_a_bar_is_as_long_as_its_share_and_hidden_from_screen_readers() -> None:
    drawn = bar(Share("fees", Decimal(30), Decimal(10), Decimal(45)))

    assert 'class="share" width="30"' in drawn
    assert "M10 2v8M10 6H45" in drawn
    assert 'aria-hidden="true"' in drawn


def test_stacked_shares_begin_where_the_one_before_ends() -> None:
    drawn = stacked([Share("fees", Decimal(30)), Share("services", Decimal("45.5")), Share("other", Decimal("24.5"))])

    assert 'class="share-2" x="30" width="45.5"' in drawn
    assert 'class="share-3" x="75.5" width="24.5"' in drawn


def test_an_axis_sets_dates_to_scale_and_marks_plans() -> None:
    drawn = axis([_event("2000"), _event("2010"), _event("2015", planned=True), _event("2018/2019")])

    places = [float(part.split('"')[0]) for part in drawn.split('cx="')[1:]]
    assert len(places) == 3
    assert (places[1] - places[0]) / (places[2] - places[1]) == 2.0
    assert drawn.count(" planned") == 1
    assert drawn.count('class="span"') == 1


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        (("1983", "1990", "2020-03"), [1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020]),
        (("2007", "2013-12", "2018-06"), [2008, 2010, 2012, 2014, 2016, 2018]),
        (("2013-12", "2014", "2016-01"), [2013, 2014, 2015, 2016, 2017]),
    ],
)
def test_the_years_below_an_axis_are_round_evenly_spaced_and_ticked(dates: tuple[str, ...], years: list[int]) -> None:
    drawn = axis([_event(date) for date in dates])

    written = re.findall(r'<text x="([\d.]+)" y="38">(\d+)</text>', drawn)
    assert [int(year) for _, year in written] == years
    assert re.findall(r"M([\d.]+) 14v", drawn) == [place for place, _ in written]


def test_a_dot_stands_where_its_date_is_and_a_plan_beside_it_is_small() -> None:
    drawn = axis([_event("2013-12"), _event("2014", planned=True), _event("2016", planned=True), _event("2018-01")])

    dots = [(float(place), radius) for place, radius in re.findall(r'cx="([\d.]+)" cy="14" r="([\d.]+)"', drawn)]
    december, new_year = sorted(dots)[:2]
    assert december[0] < new_year[0]
    assert [radius for _, radius in sorted(dots)] == ["6", "3.5", "6", "6"]


def test_few_or_close_dates_have_no_axis() -> None:
    assert axis([]) == ""
    assert axis([_event("1983"), _event("2016")]) == ""
    assert axis([_event("2016-01"), _event("2016-05"), _event("2016-11")]) == ""
