"""The ten traps of YAML that CONTRIBUTING tells: what it calls wrong is a problem, what it calls right is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.load import load

CONTRIBUTING = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
ROWS = re.findall(
    r"^\| ([^|`]+[^|]*) \| (?:`([^`]+)`)? ?\| (?:`([^`]+)`)? ?\|$",
    CONTRIBUTING.partition("### The ten traps")[2].partition("\n### ")[0],
    flags=re.MULTILINE,
)
TRAPS = [(wrong, right) for _, wrong, right in ROWS if wrong]
CASE = """\
title: Lakeland
summary: Carpenters and architects met.
type: place
as_told: 2018-11
places: [CH022]
levels: [regional]
authors: [Anna Berg]
figures:
  - measure: members
    value: 267
    unit: companies
    as_of: 2018-11
    as_of_basis: stated
    cite: "@keller-2018, p. 13"
sources: {keller-2018: involved}
blanks: {not_reported: [limits]}
"""


def errors_with(line: str, project: Path) -> list[str]:
    """The codes of the errors in a right case in which `line` takes the place of the line with the same field."""
    key = line.partition(":")[0]
    text, replaced = re.subn(rf"^( *){key}:.*$", lambda found: found[1] + line, CASE, flags=re.MULTILINE)
    assert replaced == 1, f"the case has no line for `{key}`"
    (project / "content" / "cases" / "lakeland.yml").write_text(text, encoding="utf-8")
    return [problem.code for problem in load(project).errors if problem.place.path == "content/cases/lakeland.yml"]


def test_the_table_holds_ten_traps() -> None:
    assert len([row for row in ROWS if row[0] not in {"trap", "---"}]) == 10
    assert len(TRAPS) == 9


@pytest.mark.parametrize(("wrong", "right"), TRAPS)
def test_what_the_table_calls_wrong_is_found(wrong: str, right: str, sample_project: Path) -> None:
    assert errors_with(wrong, sample_project), f"nobody would notice; the table says to write {right}"


@pytest.mark.parametrize("right", [right for _, right in TRAPS])
def test_what_the_table_calls_right_is_right(right: str, sample_project: Path) -> None:
    assert errors_with(right, sample_project) == []
