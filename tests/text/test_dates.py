"""Dates as EDTF text."""

from __future__ import annotations

import pytest

from generator.text.dates import Date, dates, fault_in_date, words


@pytest.mark.parametrize(
    ("text", "found"), [("2016", Date(2016)), ("2016-11", Date(2016, 11)), ("2016-02-29", Date(2016, 2, 29))]
)
def test_a_date_keeps_the_precision_it_was_written_in(text: str, found: Date) -> None:
    assert dates(text) == (found,)


@pytest.mark.parametrize("text", ["2016-13", "2015-02-29", "2016-00", "16", "2016-1", "", "2016/", "٢٠١٦-٠١-٠٠"])
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert dates(text) == ()


def test_the_last_day_of_a_month_depends_on_the_year() -> None:
    assert [date.last for date in (Date(2015, 2), Date(2016, 2), Date(2016))] == [
        (2015, 2, 28),
        (2016, 2, 29),
        (2016, 12, 31),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [("2016", "2016"), ("2016-11-21", "21 November 2016"), ("2016-04/2020", "April 2016 to 2020"), ("soon", "soon")],
)
def test_dates_are_said_in_words(text: str, said: str) -> None:
    assert words(text) == said


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("21.11.2016", "2016-11-21"),
        ("21 November 2016", "2016-11-21"),
        ("November 21st, 2016", "2016-11-21"),
        ("Nov 2016", "2016-11"),
        ("2016/11/21", "2016-11-21"),
        ("circa 2016", "2016"),
        ("2016–2018", "2016/2018"),
        ("April 2016 to March 2020", "2016-04/2020-03"),
        ("2020-03/2016-04", "2016-04/2020-03"),
        ("2018-2016", "2016/2018"),
    ],
)
def test_dates_as_people_write_them_are_understood(text: str, offered: str) -> None:
    fault = fault_in_date(text, interval=True)

    assert fault is not None
    assert fault.replacement == offered


@pytest.mark.parametrize("text", ["11/21/2016 or so", "last spring", "32.11.2016", "2016-02-30"])
def test_nothing_is_offered_where_the_date_cannot_be_told(text: str) -> None:
    fault = fault_in_date(text, interval=True)

    assert fault is not None
    assert fault.replacement is None


def test_where_one_date_stands_an_interval_gives_its_first_day() -> None:
    faults = [fault_in_date(text, interval=False) for text in ("2016-04/2020", "2016-2018")]

    assert [fault.replacement if fault else "" for fault in faults] == ["2016-04", "2016"]
