"""blanks: a field is both filled and blank, or a blank names no field."""

from __future__ import annotations

import pytest

from generator.catalogue import Entry
from generator.rules import blanks
from rules import told


def case(written: str, more: str = "") -> Entry:
    """A case with these blanks."""
    return told.entry("case", "lakeland", f"{told.CASE}{more}blanks:{written}")


@pytest.mark.parametrize(
    "written",
    [
        " {not_reported: [limits, workshops.date]}\n",
        "\n  not_applicable:\n    - priorities\n  not_researched:\n    - links\n",
    ],
)
def test_blanks_of_empty_fields_are_right(written: str) -> None:
    assert told.of(blanks, case(written)) == []


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (" {not_reported: [limts]}\n", "a case has no field `limts` that may be blank"),
        (" {not_reported: [title]}\n", "`title` can never be blank"),
        (" {not_reported: [limits], not_researched: [limits]}\n", "`limits` is blank for two reasons"),
        (" {not_reported: [results]}\n", "`results` is blank and filled"),
        (" {not_reported: [workshops.dat]}\n", "a case has no field `workshops.dat` that may be blank"),
    ],
)
def test_each_fault_is_told(written: str, message: str) -> None:
    (problem,) = told.of(blanks, case(written, more="results: Two firms came [@lake-2018, p. 1].\n"))

    assert problem.message == message


@pytest.mark.parametrize(
    "written",
    [
        " {not_reported: [results]}\n",
        " {not_reported: [results, limits]}\n",
        " {not_reported: [limits, results]}\n",
        " {not_reported: [results], not_researched: [links]}\n",
        " {not_researched: [links], not_reported: [results]}\n",
        "\n  not_reported: [results]\n",
        "\n  not_reported: [results]\n  not_researched: [links]\n",
        "\n  not_reported:\n    - results\n",
        "\n  not_reported:\n    - limits\n    - results\n",
        "\n  not_reported:\n    - results\n  not_researched:\n    - links\n",
    ],
)
def test_taking_the_blank_away_mends_it_however_it_is_written(written: str) -> None:
    found = case(written, more="results: Two firms came [@lake-2018, p. 1].\n")
    (problem,) = told.of(blanks, found)

    again = told.entry("case", "lakeland", told.mended(found, problem))

    assert told.of(blanks, again) == []
    assert "results" in again.data
    assert ("limits" in written) == ("limits" in str(again.data.get("blanks")))
