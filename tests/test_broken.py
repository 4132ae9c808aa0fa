"""Damaged records, as people damage them: each cause is told once, at its line, and doing what the help says mends it.

A folder of `tests/broken/` holds the damaged files, laid over the sample. Beside them stand

- `report.txt`: what the author sees (`pytest --update` writes it);
- `where.txt`: the path and line of the damage;
- `causes.txt`: how many damages there are, where it is not one;
- `delete.txt`: files of the sample that are gone, one a line;
- `mend.txt`: what the help asks for where it is no edit: `rename A B`, `recode A ENCODING` or `delete A`;
- `mended/`: what a person writes after reading the help, where nobody can do it by the letter.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest

from generator.explain import explanations
from generator.load import load
from generator.problems import Mend, Problem
from generator.project import Project
from generator.report import as_text
from generator.source import Lines

HERE = Path(__file__).parent
BROKEN = HERE / "broken"
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
def damage(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    project_of: Callable[[Path, Path | None], Path],
) -> Damage:
    """The sample with one damage."""
    folder = BROKEN / request.param
    project = project_of(tmp_path_factory.mktemp("damage") / "project", HERE / "sample" / "content")
    for path in filter(
        None,
        (folder / "delete.txt").read_text(encoding="utf-8").split("\n") if (folder / "delete.txt").exists() else (),
    ):
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


@pytest.mark.long
def test_doing_what_the_help_says_mends_it(damage: Damage, tmp_path: Path) -> None:
    project = Path(shutil.copytree(damage.project, tmp_path / "project"))

    if (damage.folder / "mended").exists():
        shutil.copytree(damage.folder / "mended", project, dirs_exist_ok=True)
    elif (damage.folder / "mend.txt").exists():
        follow(damage, project)
    else:
        assert [
            edit for problem in damage.problems for edit in problem.mends if not asks_for(problem, edit, project)
        ] == []
        mend(project, damage.problems)

    assert [f"{problem.place} {problem.code}" for problem in load(project).problems] == []


def follow(damage: Damage, project: Path) -> None:
    """Do what `mend.txt` says, which is what the help says."""
    said = " ".join(problem.help for problem in damage.problems)
    for line in damage.expected("mend.txt").split("\n"):
        order, path, argument = re.fullmatch(r"(rename|recode|delete) (.+?)(?: (\S+))?", line).groups()  # type: ignore[union-attr]
        if order == "delete":
            assert "delete it" in said
            (project / path).unlink()
        elif order == "rename":
            names = (f"`{Path(argument).name}`", f"`{Path(argument).parent.as_posix()}/`", "another name")
            assert any(name in said for name in names)
            (project / argument).parent.mkdir(exist_ok=True)
            (project / path).rename(project / argument)
        else:
            assert "UTF-8" in said
            (project / path).write_text((project / path).read_bytes().decode(argument), encoding="utf-8", newline="")


def mend(project: Path, problems: Iterable[Problem]) -> None:
    """Make the edits of all problems, in each file from the last place to the first."""
    edits = sorted(
        {edit for problem in problems for edit in problem.mends}, key=lambda edit: (edit.place, edit.text), reverse=True
    )
    for path, found in groupby(edits, key=lambda edit: edit.place.path):
        lines = read_lines(project, path)
        text = lines.text
        for edit in found:
            start, end = offsets(lines, edit)
            text = text[:start] + edit.text + text[end:]
        (project / path).write_text(text, encoding="utf-8", newline="\n")


def asks_for(problem: Problem, edit: Mend, project: Path) -> bool:
    """Tell whether the help of a problem asks for an edit: it holds the text or the line, or says to delete or move."""
    lines = read_lines(project, edit.place.path)
    start, end = offsets(lines, edit)
    old, new = (" ".join(text.split()) for text in (lines.text[start:end], edit.text))
    advice = " ".join(problem.help.split())
    if not edit.text or (new in old and len(new) < len(old)):
        says_so = re.search(r"\bdelete\b|\btake away\b|\bwithout\b|\bkeep\b|\bstart of the line\b", advice)
        return bool(says_so or (new and new.strip(" ,") in advice))
    if old == new and re.search(r"\bspaces?\b|\bline\b", advice):
        return True
    line = lines.mended(start, end, edit.text).line(edit.place.span.line)
    wanted = (new.strip(" ,:"), new.strip("\"'"), " ".join(line.split()))
    return any(text and text in advice for text in wanted) or any(
        is_shortened(new, part) for part in re.findall(r"`([^`]*)\.\.\.`", advice)
    )


def is_shortened(text: str, beginning: str) -> bool:
    """Tell whether a help text shows `text` as `beginning` and three dots, with the field's name or without."""
    shown = re.sub(r"^(?:- )?[\w-]+: ", "", beginning)
    return len(shown) > 20 and text.startswith(shown)


def read_lines(project: Path, path: str) -> Lines:
    """Read a file as editors do, so that places count as they do."""
    text = (project / path).read_bytes().decode("utf-8-sig")
    return Lines(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def offsets(lines: Lines, edit: Mend) -> tuple[int, int]:
    """Where an edit begins and ends in the text of its file."""
    span = edit.place.span
    return lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)


def codes_in_reports() -> set[str]:
    reports = [report.read_text(encoding="utf-8") for report in BROKEN.glob("*/report.txt")]
    return {
        code
        for report in reports
        for code in re.findall(r"^\S.*?: (?:error|warning)\[([a-z0-9-]+)\]", report, flags=re.MULTILINE)
    }


def test_there_are_more_than_eighty_damages() -> None:
    assert len(DAMAGES) > 80


def test_every_code_has_a_damaged_record() -> None:
    assert sorted(explanations().keys() - codes_in_reports() - ELSEWHERE) == []


def test_every_code_is_explained() -> None:
    assert sorted(codes_in_reports() - explanations().keys()) == []
