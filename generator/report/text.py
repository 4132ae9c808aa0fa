"""Problems → text for a person: the place, what is wrong, the line with the fault marked, and what to write instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from generator.problems import Problem

LineOf = Callable[[str, int], str | None]


def as_text(problems: Sequence[Problem], line_of: LineOf) -> str:
    """Every problem with its line, then the count; `line_of` gives a line of a file, or `None`."""
    blocks = ["\n".join(_block(problem, line_of)) for problem in problems]
    return "\n\n".join([*blocks, count(problems)]) + "\n"


def as_lines(problems: Sequence[Problem]) -> str:
    """One line a problem: place, severity, code, message."""
    return "".join(f"{first_line(problem)}\n" for problem in problems) + f"{count(problems)}\n"


def first_line(problem: Problem) -> str:
    """The line that stands alone."""
    return f"{visible(str(problem.place))}: {problem.severity}[{problem.code}]: {visible(problem.message)}"


def count(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "no problems"
    said = [
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((errors, "error"), (warnings, "warning"))
        if number
    ]
    return " and ".join(said)


def visible(text: str) -> str:
    """Show control and formatting characters as codes, so that no text can disturb the terminal."""
    if text.isprintable():
        return text
    return "".join(
        character
        if unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else f"<U+{ord(character):04X}>"
        for character in text
    )


def marked(problem: Problem, line_of: LineOf) -> tuple[str, str, str] | None:
    """The line of a problem as shown: what stands before the fault, the fault, and what follows; `None` where there is no line."""
    span = problem.place.span
    line = line_of(problem.place.path, span.line)
    if line is None or not line.strip():
        return None
    return _window(line, span.column, span.end_column if span.end_line == span.line else len(line) + 1)


def more(problems: Sequence[Problem]) -> str:
    """How to learn more about the first code of a report; nothing where there is no problem."""
    return f"`casebook explain {problems[0].code}` tells more about the word in square brackets\n" if problems else ""


def _block(problem: Problem, line_of: LineOf) -> Iterator[str]:
    yield first_line(problem)
    shown = marked(problem, line_of)
    if shown:
        lead, fault, rest = shown
        number = str(problem.place.span.line)
        yield f"{number} | {lead}{fault}{rest}"
        yield f"{' ' * len(number)} | {' ' * _width(lead)}{'^' * max(_width(fault), 1)}"
    for note in problem.notes:
        yield f"  note: {visible(note.message)}" + (f" ({note.place})" if note.place else "")
    if problem.help:
        yield f"  help: {visible(problem.help)}"


def _window(line: str, column: int, end: int, most: int = 110) -> tuple[str, str, str]:
    """The part of a long line round the fault, with tabs and invisible characters shown."""
    start = max(0, column - 1 - 60) if len(line) > most else 0
    lead, fault, rest = line[start : column - 1], line[column - 1 : end - 1], line[end - 1 :]
    fault = fault[:most]
    rest = rest[: max(0, most - len(lead) - len(fault))]
    return ("…" if start else "") + _plain(lead), _plain(fault), _plain(rest)


def _plain(text: str) -> str:
    return visible(text.replace("\t", "→"))


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else 0 if unicodedata.combining(character) else 1
        for character in text
    )
