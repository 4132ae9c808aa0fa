"""check: load everything, report every problem."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.builder import public_address
from generator.load import Loaded, load
from generator.problems import Problem
from generator.project import Project
from generator.report import as_annotations, as_json, as_lines, as_summary, as_text, more


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: the problems to tell, those of other files, and whether the check fails."""

    told: tuple[Problem, ...]
    others: tuple[Problem, ...]
    records: int
    fails: bool


def check(project: Project, files: Sequence[str], *, strict: bool) -> Checked:
    """Check the whole content; with `files`, tell their problems and those that a reference into them causes."""
    loaded = load(project.root)
    gc.freeze()  # what was read lives to the end: the collector need not look at it
    told, others = _parted(loaded, project, files)
    fails = any(problem.severity == "error" or strict for problem in told)
    return Checked(told, others, len(loaded.catalogue.entries), fails)


def report(checked: Checked, project: Project, format_name: str, *, named: bool) -> str:
    """Write what was found in one of the formats."""
    line_of = project.line_reader()
    if format_name == "json":
        return as_json(checked.told, public_address(project))
    if format_name == "github":
        site_url = public_address(project)
        _write_summary(as_summary(checked.told, checked.others, line_of, site_url))
        return as_annotations(checked.told, site_url)
    text = as_lines(checked.told) if format_name == "line" else as_text(checked.told, line_of)
    if not checked.told:
        text = f"checked {checked.records} records: no problems\n" if not named else "no problems in the files named\n"
    elif format_name == "text":
        text += more(checked.told)
    if checked.others:
        count = len(checked.others)
        text += (
            f"other files have {count} problem{'' if count == 1 else 's'}; `casebook check` without a file tells them\n"
        )
    return text


def _parted(loaded: Loaded, project: Project, files: Sequence[str]) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    if not files:
        return loaded.problems, ()
    named = {project.relative(Path(file)) for file in files}
    stems = {Path(path).stem for path in named if path.startswith("content/")}
    told: list[Problem] = []
    others: list[Problem] = []
    for problem in loaded.problems:
        mine = problem.place.path in named or any(_is_below(problem.place.path, path) for path in named)
        broke = problem.code in {"unknown-record", "unknown-source", "wrong-kind"} and any(
            f"`{stem}`" in problem.message for stem in stems
        )
        (told if mine or broke else others).append(problem)
    return tuple(told), tuple(others)


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(f"{folder.rstrip('/')}/")


def _write_summary(text: str) -> None:
    """Append to the summary page of a GitHub Actions step, where there is one; it holds 1 MB at most."""
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if target:
        cut = text.encode()[:900_000].decode(errors="ignore")
        with Path(target).open("a", encoding="utf-8", newline="\n") as file:
            file.write(cut)
