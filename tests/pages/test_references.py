"""References in full: authors whom a record does not name, or that nobody names, and titles that end in a mark."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from generator.pages.references import reference, reference_in_words

Make = Callable[..., Any]
BERG = {"family": "Berg", "given": "A."}
LIND = {"family": "Lind", "given": "C."}
OTHERS = {"literal": "et al."}


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        ([BERG], "Berg, A. (2018). "),
        ([BERG, LIND], "Berg, A., & Lind, C. (2018). "),
        ([BERG, OTHERS], "Berg, A., et al. (2018). "),
        ([BERG, LIND, OTHERS], "Berg, A., Lind, C., et al. (2018). "),
    ],
)
def test_authors_whom_the_record_does_not_name_are_others(
    make_source: Make, authors: list[dict[str, str]], said: str
) -> None:
    assert unescape(reference(make_source(author=authors, issued="2018"))).startswith(said)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"title": "Who pays?", "container-title": "Timber Letters", "type": "article-journal", "volume": "3"},
            "Berg, A. (2018). Who pays? Timber Letters, 3.",
        ),
        ({"title": "Who pays?", "genre": "Report"}, "Berg, A. (2018). Who pays? [Report]."),
        ({"title": "Who pays?"}, "Berg, A. (2018). Who pays?"),
        ({"title": "Timber now!"}, "Berg, A. (2018). Timber now!"),
    ],
)
def test_no_full_stop_follows_a_title_that_ends_in_a_mark(make_source: Make, fields: dict[str, Any], said: str) -> None:
    source = make_source(author=[BERG], issued="2018", **fields)

    assert reference_in_words(source) == said
    assert "?." not in unescape(reference(source)).replace("*", "")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"type": "motion_picture", "medium": "Video"}, "(a film of timber, untitled) [Video]. (n.d.)."),
        ({"type": "report", "issued": "2018"}, "(a film of timber, untitled). (2018)."),
        ({"type": "report", "issued": "2018", "title": "Wood. untitled"}, "Wood. untitled. (2018)."),
        ({"type": "webpage", "URL": "https://lake.example"}, "(a film of timber, untitled). (n.d.). https://lake.example"),
        ({"type": "report", "issued": "2018", "publisher": "Lake Press"}, "(a film of timber, untitled). (2018). Lake Press."),
    ],
)  # fmt: skip
def test_a_title_without_author_stands_once_and_first(make_source: Make, fields: dict[str, Any], said: str) -> None:
    source = make_source(**{"author": [], "issued": None, "title": "(a film of timber, untitled)", **fields})

    assert reference_in_words(source) == said
    assert unescape(reference(source)).count("untitled") == 1


def test_a_work_that_bears_the_name_of_its_author_says_it_once(make_source: Make) -> None:
    source = make_source(author=[{"literal": "Lake Timber"}], title="Lake Timber", issued="2018")

    assert reference_in_words(source) == "Lake Timber. (2018)."
