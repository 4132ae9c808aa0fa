"""Problems → a pull request: annotations (GitHub shows ten a step) and one summary page that holds all of them."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.explain import explained_at
from generator.problems import Problem
from generator.report.text import LineOf, count, visible


def as_annotations(problems: Sequence[Problem], site_url: str = "") -> str:
    """One workflow command a problem, which GitHub shows beside the line; `site_url` is where the codes are explained."""
    return "".join(f"{_annotation(problem, site_url)}\n" for problem in problems)


def as_summary(own: Sequence[Problem], others: Sequence[Problem], line_of: LineOf, site_url: str = "") -> str:
    """A Markdown page in plain words: the contributor's own problems first, each with what to write instead."""
    return "\n".join(_Summary(line_of, site_url).lines(own, others)) + "\n"


def _annotation(problem: Problem, site_url: str) -> str:
    span = problem.place.span
    end = (
        f",endLine={span.end_line},endColumn={max(span.end_column, 1)}"
        if span.end_line == span.line
        else f",endLine={span.end_line}"
    )
    explained = explained_at(problem.code, site_url) if site_url else ""
    words = "\n".join(filter(None, (visible(problem.message), visible(problem.help), explained)))
    return f"::{problem.severity} file={_property(problem.place.path)},line={span.line},col={span.column}{end},title={_property(problem.code)}::{_data(words)}"


@dataclass(frozen=True, slots=True)
class _Summary:
    line_of: LineOf
    site_url: str

    def lines(self, own: Sequence[Problem], others: Sequence[Problem]) -> Iterator[str]:
        if not own and not others:
            yield "## Your records are right"
            yield ""
            yield "Nothing to mend. An editor will read your case and answer here."
            return
        if own:
            yield f"## In your files, or caused by them: {count(own)}"
            yield ""
            yield "Each point below names a place in a file you changed, says what is wrong there, and what to write instead. Change the file in this pull request, and the check runs again by itself. Warnings may stay."
            yield from self._by_file(own)
        else:
            yield "## Your files are right"
        if others:
            yield ""
            yield f"## In files that you did not change: {count(others)}"
            yield ""
            yield "You need not mend these, unless your change caused them (a record that you renamed or deleted, for example)."
            yield from self._by_file(others)

    def _by_file(self, problems: Sequence[Problem]) -> Iterator[str]:
        for path, found in groupby(problems, key=lambda problem: problem.place.path):
            yield ""
            yield f"### {_code(path)}"
            for problem in found:
                yield ""
                yield from self._point(problem)

    def _point(self, problem: Problem) -> Iterator[str]:
        line = self.line_of(problem.place.path, problem.place.span.line)
        mark = "" if problem.severity == "error" else " (warning)"
        yield f"- **Line {problem.place.span.line}**{mark}: {_words(problem.message)}"
        if line and line.strip():
            yield f"  <br>You wrote: {_code(line.strip()[:160])}"
        for note in problem.notes:
            where = f" ({_words(str(note.place))})" if note.place else ""
            yield f"  <br>Note: {_words(note.message)}{where}"
        if problem.help:
            yield f"  <br>**What to do:** {_words(problem.help)}"
        yield f"  <br><sub>{_code(problem.code)}: {self._explanation(problem.code)}</sub>"

    def _explanation(self, code: str) -> str:
        if not self.site_url:
            return f"`casebook explain {code}` tells more"
        return f'<a href="{html.escape(explained_at(code, self.site_url))}">what it means, with an example</a>'


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
