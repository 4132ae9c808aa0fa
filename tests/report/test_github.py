"""Problems as annotations and as a summary page of a pull request."""

from __future__ import annotations

import html
import re

import pytest
from markdown_it import MarkdownIt

from generator.problems import Mend, Note, Place, Problem, Span
from generator.report import as_annotations, as_json, as_summary

HOSTILE = [
    "a\n::error::forged",
    "a\r::set-output name=x::y",
    "%0A::warning::forged",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "`</code><b>`",
    "@everyone #1 closes #2",
    "| a | b |",
    "# heading",
    "https://evil.example",
]


def problem(path: str = "content/cases/x.yml", line: int = 1, **fields: str) -> Problem:
    """A problem in a file, with other words where a test needs them."""
    words = {"message": "this is wrong", "help": "write it right"} | fields
    return Problem(Place(path, Span(line, 1, line, 5)), "some-code", words["message"], help=words["help"])


def summary(*own: Problem, others: tuple[Problem, ...] = (), line: str = "the line") -> str:
    """The summary page."""
    return as_summary(own, others, lambda _, __: line)


def test_an_annotation_names_file_line_and_columns() -> None:
    assert (
        as_annotations([problem()])
        == "::error file=content/cases/x.yml,line=1,col=1,endLine=1,endColumn=5,title=some-code::this is wrong%0Awrite it right\n"
    )


def test_with_a_public_site_every_report_leads_to_the_page_of_the_code() -> None:
    address, site = "https://cases.example.org/about/codes/some-code/", "https://cases.example.org/"

    assert as_annotations([problem()], site).endswith(f"%0A{address}\n")
    assert f'<a href="{address}">' in as_summary([problem()], (), lambda _, __: None, site)
    assert f'"explained_at": "{address}"' in as_json([problem()], site)
    assert "explained_at" not in as_json([problem()])


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_and_no_name_can_add_a_workflow_command(words: str) -> None:
    said = as_annotations([problem(path=f"content/{words}.yml", message=words, help=words)])

    (line,) = said.splitlines()
    head, _, _ = line.removeprefix("::error ").partition("::")
    assert [part.partition("=")[0] for part in head.split(",")] == [
        "file",
        "line",
        "col",
        "endLine",
        "endColumn",
        "title",
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_and_no_name_can_add_markup_to_the_summary(words: str) -> None:
    said = summary(problem(path=f"content/{words}.yml", message=words, help=words), line=words)

    page = MarkdownIt("gfm-like", {"linkify": False}).render(said)
    assert set(re.findall(r"<(/?\w+)", page)) <= {
        part for tag in ("h2", "h3", "p", "ul", "li", "strong", "code", "sub", "br") for part in (tag, f"/{tag}")
    }
    assert "@everyone" not in said
    assert "https://" not in said


def test_the_summary_shows_what_was_written() -> None:
    page = MarkdownIt().render(summary(problem(), line="title: `a` <b> & [c]"))

    assert "title: `a` <b> & [c]" in html.unescape(re.sub(r"</?code>", "", page))


def test_the_summary_holds_every_problem_and_the_contributors_first() -> None:
    own = [problem(line=number, message=f"own {number}") for number in range(1, 31)]
    others = tuple(
        problem(path="content/cases/a.yml", line=number, message=f"other {number}") for number in range(1, 31)
    )

    said = summary(*own, others=others)

    assert re.findall(r"\b(?:own|other) \d+", said) == [
        *(f"own {number}" for number in range(1, 31)),
        *(f"other {number}" for number in range(1, 31)),
    ]
    assert [line.rpartition(": ")[2] for line in said.splitlines() if line.startswith("## ")] == [
        "30 errors",
        "30 errors",
    ]


def test_a_note_and_its_place_are_told() -> None:
    place = Place("content/cases/x.yml", Span(2, 1, 2, 5))
    said = summary(Problem(place, "c", "m", notes=(Note("first given here", place),), mends=(Mend(place, ""),)))

    assert "first given here" in said
    assert "x.yml&#58;2&#58;1" in said or "x.yml:2:1" in html.unescape(said)


def test_where_nothing_is_wrong_the_summary_says_so() -> None:
    assert summary().startswith("## Your records are right")


def test_where_only_others_are_wrong_the_summary_says_so() -> None:
    assert summary(others=(problem(),)).startswith("## Your files are right")
