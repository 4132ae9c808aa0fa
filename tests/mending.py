"""Do what the help of a problem says, to the letter: make its edits, and tell whether the help asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from generator.problems import Mend, Problem
from generator.source import Lines


def mend(project: Path, problems: Iterable[Problem]) -> None:
    """Make the edits of all problems, in each file from the last place to the first."""
    edits = sorted({edit for problem in problems for edit in problem.mends}, key=lambda edit: (edit.place, edit.text), reverse=True)
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
        return bool(re.search(r"\bdelete\b|\btake away\b|\bwithout\b|\bkeep\b|\bstart of the line\b", advice)) or new.strip(" ,") in advice
    if old == new and re.search(r"\bspaces?\b|\bline\b", advice):
        return True
    line = lines.mended(start, end, edit.text).line(edit.place.span.line)
    wanted = (new.strip(" ,:"), new.strip("\"'"), " ".join(line.split()))
    return any(text and text in advice for text in wanted) or any(is_shortened(new, part) for part in re.findall(r"`([^`]*)\.\.\.`", advice))


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
