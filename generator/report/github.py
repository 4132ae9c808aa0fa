"""Problems → a pull request: annotations (GitHub shows ten a step) and one summary page that holds all of them."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.problems import Problem
from generator.report.text import LineOf, count, visible


def as_annotations(problems: Sequence[Problem]) -> str:
    """One workflow command a problem, which GitHub shows beside the line."""
    return "".join(f"{line}\n" for line in map(_annotation, problems))


def as_summary(own: Sequence[Problem], others: Sequence[Problem], line_of: LineOf) -> str:
    """A Markdown page in plain words: the contributor's own problems first, each with what to write instead."""
    return "\n".join(_summary(own, others, line_of)) + "\n"


def _annotation(problem: Problem) -> str:
    span = problem.place.span
    end = (
        f",endLine={span.end_line},endColumn={max(span.end_column, 1)}"
        if span.end_line == span.line
        else f",endLine={span.end_line}"
    )
    words = visible(problem.message) + (f"\n{visible(problem.help)}" if problem.help else "")
    return f"::{problem.severity} file={_property(problem.place.path)},line={span.line},col={span.column}{end},title={_property(problem.code)}::{_data(words)}"


def _summary(own: Sequence[Problem], others: Sequence[Problem], line_of: LineOf) -> Iterator[str]:
    if not own and not others:
        yield "## Your records are right"
        yield ""
        yield "Nothing to mend. An editor will read your case and answer here."
        return
    if own:
        yield f"## In your files, or caused by them: {count(own)}"
        yield ""
        yield "Each point below names a place in a file you changed, says what is wrong there, and what to write instead. Change the file in this pull request, and the check runs again by itself. Warnings may stay."
        yield from _by_file(own, line_of)
    else:
        yield "## Your files are right"
    if others:
        yield ""
        yield f"## In files that you did not change: {count(others)}"
        yield ""
        yield "You need not mend these, unless your change caused them (a record that you renamed or deleted, for example)."
        yield from _by_file(others, line_of)


def _by_file(problems: Sequence[Problem], line_of: LineOf) -> Iterator[str]:
    for path, found in groupby(problems, key=lambda problem: problem.place.path):
        yield ""
        yield f"### {_code(path)}"
        for problem in found:
            yield ""
            line = line_of(path, problem.place.span.line)
            mark = "" if problem.severity == "error" else " (warning)"
            yield f"- **Line {problem.place.span.line}**{mark}: {_words(problem.message)}"
            if line and line.strip():
                yield f"  <br>You wrote: {_code(line.strip()[:160])}"
            for note in problem.notes:
                where = f" ({_words(str(note.place))})" if note.place else ""
                yield f"  <br>Note: {_words(note.message)}{where}"
            if problem.help:
                yield f"  <br>**What to do:** {_words(problem.help)}"
            yield f"  <br><sub>{_code(problem.code)}: `casebook explain {problem.code}` tells more</sub>"


def _words(text: str) -> str:
    """Text with its backticked parts as code; everything else is shown as it is."""
    parts = visible(text).split("`")
    if len(parts) % 2 == 0:
        return _escape(visible(text))
    return "".join(_code(part) if index % 2 else _escape(part) for index, part in enumerate(parts))


def _code(text: str) -> str:
    return f"<code>{_escape(visible(text))}</code>"


def _escape(text: str) -> str:
    return "".join(
        f"&#{ord(character)};" if character in "\\`*_{}[]()#+!|~@:" else character for character in html.escape(text)
    )


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
