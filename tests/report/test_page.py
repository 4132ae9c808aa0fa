"""Problems as a page that stands in place of the site."""

from __future__ import annotations

import re

import pytest

from generator.explain import explanations
from generator.problems import Note, Place, Problem, Span
from generator.report import as_page, as_text, explanation_page, fault_page

LINE = "ilustrates: [related-variety]"
PLACE = Place("content/cases/x.yml", Span(4, 1, 4, 11))
PROBLEM = Problem(
    PLACE,
    "unknown-field",
    "a case has no field `ilustrates`",
    help="did you mean `illustrates`?",
    notes=(Note("first given here", Place("content/cases/a.yml", Span(2, 1, 2, 2))),),
)
HOSTILE = "<script>alert(1)</script>&\"'\x1b[31m"


def line_of(*_: object) -> str:
    """The same line everywhere."""
    return LINE


def words(page: str) -> str:
    """What the page says, without marks."""
    body = page.partition("<body>")[2]
    return " ".join(re.sub(r"<[^>]+>", "", body).split())


def test_a_problem_shows_all_that_the_terminal_shows() -> None:
    said = words(as_page([PROBLEM], line_of))

    for part in re.findall(r"[\w./:-]*\w", as_text([PROBLEM], line_of).replace("note: ", "").replace("help: ", "")):
        assert part in said


def test_the_fault_is_marked_in_its_line() -> None:
    assert f"4 | </span><mark>ilustrates</mark>{LINE.removeprefix('ilustrates')}" in as_page([PROBLEM], line_of)


def test_a_file_is_named_once_above_its_problems() -> None:
    page = as_page([PROBLEM, PROBLEM, Problem(Place("data/places.csv", PLACE.span), "bad-row", "m")], line_of)

    assert re.findall(r"<h2><code>(.*?)</code></h2>", page) == ["content/cases/x.yml", "data/places.csv"]
    assert "<h1>3 errors</h1>" in page


@pytest.mark.parametrize("base", ["/", "/book/"])
def test_a_code_leads_to_its_page_below_the_base_of_the_site(base: str) -> None:
    assert f'<a href="{base}about/codes/unknown-field/">unknown-field</a>' in as_page([PROBLEM], line_of, base)


def test_nothing_that_a_record_says_becomes_part_of_the_page() -> None:
    problem = Problem(Place(HOSTILE, PLACE.span), "c", HOSTILE, help=f"`{HOSTILE}`", notes=(Note(HOSTILE),))

    page = as_page([problem], lambda *_: HOSTILE) + fault_page("title", "lead", HOSTILE)

    assert "<script" not in page
    assert "\x1b" not in page


def test_a_page_has_a_language_a_title_and_headings_in_order() -> None:
    page = as_page([PROBLEM], line_of)

    assert '<html lang="en">' in page
    assert "<title>1 error – Casebook</title>" in page
    assert re.findall(r"<(h\d)>", page) == ["h1", "h2", "h3"]


@pytest.mark.parametrize("code", explanations())
def test_an_explanation_shows_its_fault_and_its_example(code: str) -> None:
    explanation = explanations()[code]

    page = explanation_page(explanation)

    assert f"<h1>{code}</h1>" in page
    assert page.count("<pre>") >= min(1, explanation.text.count("\n    "))
    assert words(page).startswith(f"{code} {explanation.fault[:1].upper()}".replace("`", "").strip())
