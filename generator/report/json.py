"""Problems → JSON for a program: a list of objects with path, line, column, severity, code, message, help, notes, mends."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.explain import explained_at
from generator.problems import Mend, Note, Place, Problem


def as_json(problems: Sequence[Problem], site_url: str = "") -> str:
    """Write the problems as one JSON document with sorted keys; with a public site each names the page that explains it."""
    found = [_problem(problem, site_url) for problem in problems]
    return json.dumps({"problems": found}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _problem(problem: Problem, site_url: str) -> dict[str, Any]:
    return {
        **({"explained_at": explained_at(problem.code, site_url)} if site_url else {}),
        **_place(problem.place),
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "help": problem.help,
        "notes": [_note(note) for note in problem.notes],
        "mends": [_mend(mend) for mend in problem.mends],
    }


def _place(place: Place) -> dict[str, Any]:
    span = place.span
    return {
        "path": place.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _note(note: Note) -> dict[str, Any]:
    return {"message": note.message, **({"place": _place(note.place)} if note.place else {})}


def _mend(mend: Mend) -> dict[str, Any]:
    return {**_place(mend.place), "text": mend.text}
