"""figure-form: a figure lacks what makes it comparable, or says two things at once."""

from __future__ import annotations

import pytest

from generator.catalogue import Entry
from generator.rules import figure_form
from rules import told


def case(figure: str) -> Entry:
    """A case with one figure."""
    return told.entry(
        "case",
        "lakeland",
        f'{told.CASE}figures:\n  - {{{figure}, as_of: 2016, as_of_basis: stated, cite: "@lake-2018, p. 2"}}\n',
    )


@pytest.mark.parametrize(
    "figure",
    [
        "measure: members, value: 267, unit: companies",
        "measure: members, value: not reported, unit: members",
        "measure: public-money, value: 4.6, unit: EUR, scale: million, per: once",
        "measure: firms, value: 1.5, scale: thousand, unit: companies",
        "measure: staff, value: 2.5, unit: people",
        "measure: members, value: 20, range: 10 to 45, unit: members",
    ],
)
def test_figures_that_can_be_read_in_one_way_are_right(figure: str) -> None:
    assert told.of(figure_form, case(figure)) == []


@pytest.mark.parametrize(
    ("figure", "message"),
    [
        ("measure: members, unit: members", "the figure has neither `value` nor `parts`"),
        (
            "measure: budget-by-source, unit: percent, parts: [{part: services, value: 1}]",
            "the figure has `parts` and no `whole`",
        ),
        (
            "measure: budget-by-source, unit: percent, value: 1, whole: 1, parts: [{part: services, value: 1}]",
            "the figure has both `value` and `parts`",
        ),
        ("measure: public-money, value: 4.6, unit: EUR", "the figure is money, and does not say for how long"),
        ("measure: members, value: 4, unit: EUR", "`EUR` is no unit of `members`"),
        ("measure: firms, value: 2.5, unit: companies", "`firms` counts whole things, and `2.5` is a fraction"),
        (
            "measure: members, value: 50, range: 10 to 45, unit: members",
            "the value `50` lies outside its range `10 to 45`",
        ),
        (
            "measure: members, value: 4, unit: members, about: others, of: lakeland",
            "the figure has both `about` and `of`",
        ),
    ],
)
def test_each_way_to_be_unclear_is_told(figure: str, message: str) -> None:
    assert [problem.message for problem in told.of(figure_form, case(figure))] == [message]


@pytest.mark.parametrize(
    "figure",
    [
        "measure: members, unit: members",
        "measure: public-money, value: 4.6, unit: EUR",
        "measure: members, value: 4, unit: EUR",
        "measure: members, value: 50, range: 10 to 45, unit: members",
    ],
)
def test_what_the_help_asks_for_makes_the_figure_right(figure: str) -> None:
    found = case(figure)
    (problem,) = told.of(figure_form, found)

    again = told.entry("case", "lakeland", told.mended(found, problem))

    assert told.of(figure_form, again) == []
