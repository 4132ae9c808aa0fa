"""unknown-address: what `data/asked-as.csv` may name; records are told by the check, other pages when they are made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.addresses import unknown
from generator.load import Loaded, load
from generator.pages import all_pages


@pytest.fixture
def loaded_with(sample_project: Path) -> Callable[[str], Loaded]:
    """The sample with these rows in its table."""

    def loaded(rows: str) -> Loaded:
        (sample_project / "data" / "asked-as.csv").write_text(f"address,words\n{rows}\n", encoding="utf-8")
        return load(sample_project)

    return loaded


def test_pages_that_are_there_are_right(loaded_with: Callable[[str], Loaded]) -> None:
    found = loaded_with("/cases/fribourg/,too small alone; join forces\n/map/,where is it\n/,start")

    assert found.problems == ()
    assert tuple(unknown(found.catalogue, all_pages(found.catalogue))) == ()


def test_a_record_that_is_nowhere_is_told_with_what_is_meant(loaded_with: Callable[[str], Loaded]) -> None:
    found = loaded_with("/cases/friburg/,too small alone")
    (problem,) = found.problems

    assert (str(problem.place), problem.code) == ("data/asked-as.csv:2:1", "unknown-address")
    assert problem.help == "did you mean `/cases/fribourg/`?"
    assert tuple(unknown(found.catalogue, all_pages(found.catalogue))) == ()


def test_another_page_that_is_nowhere_is_told_when_the_pages_are_made(loaded_with: Callable[[str], Loaded]) -> None:
    found = loaded_with("/tables/timelin/,when was it")
    (problem,) = unknown(found.catalogue, all_pages(found.catalogue))

    assert found.problems == ()
    assert (str(problem.place), problem.code) == ("data/asked-as.csv:2:1", "unknown-address")
    assert problem.help == "did you mean `/tables/timeline/`?"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("/cases/fribourg/,one\n/cases/fribourg/,two", "duplicate-row"),
        ("cases/fribourg/,one; two", "bad-cell"),
        ("/cases/fribourg/,one;two", "bad-cell"),
        ("/cases/fribourg/,", "empty-cell"),
    ],
)
def test_a_row_of_another_form_is_told(loaded_with: Callable[[str], Loaded], rows: str, code: str) -> None:
    assert [problem.code for problem in loaded_with(rows).problems] == [code]
