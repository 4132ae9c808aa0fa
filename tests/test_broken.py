"""Damaged records, as people damage them: each cause is told once, at its line, and doing what the help says mends it.

A folder of `tests/broken/` holds the damaged files, laid over the sample. Beside them stand

- `report.txt`: what the author sees (`pytest --update` writes it);
- `where.txt`: the path and line of the damage;
- `causes.txt`: how many damages there are, where it is not one;
- `delete.txt`: files of the sample that are gone, one a line;
- `mend.txt`: what the help asks for where it is no edit: `rename A B` or `recode A ENCODING`;
- `mended/`: what a person writes after reading the help, where nobody can do it by the letter.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.conftest import ROOT, SAMPLE, copy_project
from tests.mending import asks_for, mend

from generator.explain import explanations
from generator.load import load
from generator.problems import Problem
from generator.project import Project
from generator.report import as_text

BROKEN = ROOT / "tests" / "broken"
DAMAGES = sorted(folder.name for folder in BROKEN.iterdir() if folder.is_dir())
# What no text can hold: file systems and builds make these, and other tests try them.
ELSEWHERE = {"link-out", "unreadable-file", "unwritable-file", "too-large", "dropped-address", "bad-value"}


@dataclass(frozen=True)
class Damage:
    """One damaged project with its problems; `folder` holds what is expected."""

    folder: Path
    project: Path
    problems: tuple[Problem, ...]

    def expected(self, name: str, default: str = "") -> str:
        """What a file beside the damage says."""
        file = self.folder / name
        return file.read_text(encoding="utf-8").strip() if file.exists() else default


@pytest.fixture(scope="module", params=DAMAGES)
def damage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Damage:
    """The sample with one damage."""
    folder = BROKEN / request.param
    project = copy_project(tmp_path_factory.mktemp("damage") / "project", SAMPLE / "content")
    for path in filter(None, (folder / "delete.txt").read_text(encoding="utf-8").split("\n") if (folder / "delete.txt").exists() else ()):
        (project / path).unlink()
    for part in ("content", "data"):
        if (folder / part).exists():
            shutil.copytree(folder / part, project / part, dirs_exist_ok=True)
    return Damage(folder, project, load(project).problems)


def test_the_report_is_what_the_author_sees(damage: Damage, *, update: bool) -> None:
    report = as_text(damage.problems, Project(damage.project).line)

    if update:
        (damage.folder / "report.txt").write_text(report, encoding="utf-8", newline="\n")
    assert report.strip() == damage.expected("report.txt"), "if the new report is better, run `pytest --update`"


def test_each_cause_is_told_once(damage: Damage) -> None:
    assert len(damage.problems) == int(damage.expected("causes.txt", "1"))


def test_the_problem_stands_where_the_damage_is(damage: Damage) -> None:
    place = damage.problems[0].place

    assert f"{place.path}:{place.span.line}" == damage.expected("where.txt")


def test_doing_what_the_help_says_mends_it(damage: Damage, tmp_path: Path) -> None:
    project = Path(shutil.copytree(damage.project, tmp_path / "project"))

    if (damage.folder / "mended").exists():
        shutil.copytree(damage.folder / "mended", project, dirs_exist_ok=True)
    elif (damage.folder / "mend.txt").exists():
        follow(damage, project)
    else:
        assert [edit for problem in damage.problems for edit in problem.mends if not asks_for(problem, edit, project)] == []
        mend(project, damage.problems)

    assert [f"{problem.place} {problem.code}" for problem in load(project).problems] == []


def follow(damage: Damage, project: Path) -> None:
    """Do what `mend.txt` says, which is what the help says."""
    said = " ".join(problem.help for problem in damage.problems)
    for line in damage.expected("mend.txt").split("\n"):
        order, path, argument = re.fullmatch(r"(rename|recode) (.+) (\S+)", line).groups()  # type: ignore[union-attr]
        if order == "rename":
            assert f"`{Path(argument).name}`" in said or f"`{Path(argument).parent.as_posix()}/`" in said
            (project / argument).parent.mkdir(exist_ok=True)
            (project / path).rename(project / argument)
        else:
            assert "UTF-8" in said
            (project / path).write_text((project / path).read_bytes().decode(argument), encoding="utf-8", newline="")


def codes_in_reports() -> set[str]:
    reports = [report.read_text(encoding="utf-8") for report in BROKEN.glob("*/report.txt")]
    return {code for report in reports for code in re.findall(r"^\S.*?: (?:error|warning)\[([a-z0-9-]+)\]", report, flags=re.MULTILINE)}


def test_there_are_more_than_eighty_damages() -> None:
    assert len(DAMAGES) > 80


def test_every_code_has_a_damaged_record() -> None:
    assert sorted(explanations().keys() - codes_in_reports() - ELSEWHERE) == []


def test_every_code_is_explained() -> None:
    assert sorted(codes_in_reports() - explanations().keys()) == []
