"""Span, Place, Note, Mend, Problem: what can be wrong, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file; lines and columns count characters from 1, and the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path relative to the project, with forward slashes, and a span in it."""

    path: str
    span: Span

    def __str__(self) -> str:
        return f"{self.path}:{self.span.line}:{self.span.column}"


@dataclass(frozen=True, slots=True)
class Note:
    """Another fact about a problem, with a place of its own if it has one."""

    message: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Mend:
    """What `help` asks for, as an edit: `text` in place of what stands at `place` (an empty span inserts)."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault with its place; `message` says what is wrong, only `help` what to write instead."""

    place: Place
    code: str
    message: str
    help: str = ""
    severity: Severity = "error"
    notes: tuple[Note, ...] = ()
    mends: tuple[Mend, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort by file, line and column; the rest only makes the order complete."""
        return (self.place.path, self.place.span.line, self.place.span.column, self.code, self.message)


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sort problems as a reader meets them, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))
