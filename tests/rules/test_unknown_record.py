"""unknown-record, where a table of `data/` names a record; records themselves are tried in `tests/broken/`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load import load
from generator.problems import Problem

HEADER = "id,title,question,cases\n"


@pytest.fixture
def problems_of(sample_project: Path) -> Callable[[str], tuple[Problem, ...]]:
    """The problems of the sample with this row in its table of sets."""

    def problems(row: str) -> tuple[Problem, ...]:
        (sample_project / "data" / "comparison-sets.csv").write_text(HEADER + row + "\n", encoding="utf-8")
        return load(sample_project).problems

    return problems


def test_a_set_of_cases_that_are_there_is_right(problems_of: Callable[[str], tuple[Problem, ...]]) -> None:
    assert problems_of("both,Both,Which?,basque-country fribourg") == ()


def test_a_case_that_is_nowhere_is_told_at_its_place(problems_of: Callable[[str], tuple[Problem, ...]]) -> None:
    (problem,) = problems_of("both,Both,Which?,basque-country xyz fribourg")

    assert (str(problem.place), problem.code) == ("data/comparison-sets.csv:2:33", "unknown-record")
    assert problem.message == "there is no case `xyz`"
    assert "content/cases" in problem.help
    assert problem.mends == ()


def test_another_kind_of_record_is_no_case(problems_of: Callable[[str], tuple[Problem, ...]]) -> None:
    (problem,) = problems_of("both,Both,Which?,basque-country fribourg keller-2018")

    assert problem.message == "there is no case `keller-2018`"


def test_a_set_told_wrongly_is_no_list_of_cases(problems_of: Callable[[str], tuple[Problem, ...]]) -> None:
    (problem,) = problems_of("both,Both,Which?,basque-country; frybourg")

    assert problem.code == "bad-cell"
