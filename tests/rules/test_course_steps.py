"""course-steps: a course sends its class to a page that does not exist, or its minutes do not add up."""

from __future__ import annotations

import pytest

from generator.catalogue import Entry
from generator.rules import course_steps
from rules import told

CASE = told.entry("case", "lakeland", told.CASE)


def course(duration: int, *steps: str) -> Entry:
    """A course of steps of 30 minutes."""
    listed = "".join(f"  - {{title: Read, minutes: 30, open: [{address}]}}\n" for address in steps)
    return told.entry(
        "course", "course", f"title: C\nsummary: S.\naudience: A\nduration: {duration}\noutcomes: [o]\nsteps:\n{listed}"
    )


@pytest.mark.parametrize("address", ["/cases/lakeland/", "/cases/lakeland/#limits", "/", "/about/", "/concepts/"])
def test_pages_of_the_site_are_known(address: str) -> None:
    assert told.of(course_steps, CASE, course(30, address)) == []


def test_a_page_that_does_not_exist_is_told_with_the_one_that_was_meant() -> None:
    (problem,) = told.of(course_steps, CASE, course(30, "/cases/lakland/#limits"))

    assert (problem.message, problem.help) == ("there is no page `/cases/lakland/`", "did you mean `/cases/lakeland/`?")
    assert (problem.place.span.line, problem.place.span.end_column - problem.place.span.column) == (
        7,
        len("/cases/lakland/"),
    )


def test_minutes_that_do_not_add_up_are_told_with_their_sum() -> None:
    found = course(90, "/", "/")

    (problem,) = told.of(course_steps, found)

    assert problem.message == "the steps take 60 minutes, and the course 90"
    assert "duration: 60\n" in told.mended(found, problem)
