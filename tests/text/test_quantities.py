"""Quantities as sources state them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.text.quantities import Quantity, fault_in_quantity, quantity


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("267", Quantity("", Decimal(267), Decimal(267))),
        ("around 100", Quantity("around", Decimal(100), Decimal(100))),
        ("more than 5900", Quantity("more than", Decimal(5900), Decimal(5900))),
        ("10 to 45", Quantity("", Decimal(10), Decimal(45))),
        ("4.6", Quantity("", Decimal("4.6"), Decimal("4.6"))),
        ("not reported", Quantity()),
    ],
)
def test_each_form_is_read(text: str, found: Quantity) -> None:
    assert quantity(text) == found
    assert fault_in_quantity(text, blank=True) is None


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("22.000", "22000"),
        ("70,000", "70000"),
        ("1 250 000", "1250000"),
        ("4,6", "4.6"),
        ("approx. 100", "around 100"),
        ("~100", "around 100"),
        (">5900", "more than 5900"),
        ("100+", "more than 100"),
        ("up to 30", "at most 30"),
        ("10-45", "10 to 45"),
        ("between 10 and 45", "10 to 45"),
        ("45 to 10", "10 to 45"),
        ("45-10", "10 to 45"),
        ("about 22,000", "around 22000"),
        ("45.000 to 10.000", "10000 to 45000"),
        ("20%", "20"),
        ("n/a", "not reported"),
    ],
)
def test_quantities_as_people_write_them_are_understood(text: str, offered: str) -> None:
    fault = fault_in_quantity(text, blank=True)

    assert fault is not None
    assert fault.replacement == offered


@pytest.mark.parametrize("text", ["from 22.000 to many", "n/a"])
def test_nothing_is_offered_that_would_be_refused(text: str) -> None:
    fault = fault_in_quantity(text, blank=False)

    assert fault is not None
    assert fault.replacement is None


def test_a_decimal_of_three_places_is_taken_for_thousands_because_nobody_can_tell() -> None:
    fault = fault_in_quantity("4.125", blank=False)

    assert fault is not None
    assert fault.code == "thousands-mark"


def test_not_reported_is_refused_where_a_number_must_stand() -> None:
    assert fault_in_quantity("not reported", blank=False) is not None


def test_words_are_no_quantity_and_nothing_is_offered() -> None:
    fault = fault_in_quantity("a lot", blank=True)

    assert fault is not None
    assert fault.replacement is None
