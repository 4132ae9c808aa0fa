"""Problems → an HTML page that stands in place of the site while something is wrong; it needs no other file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from generator.explain import Explanation, explained_at
from generator.problems import Note, Problem
from generator.report.text import LineOf, count, marked, visible

_MEND = "Mend it in your editor and save. Then this page gives way to the one that you were reading, at the same place."


def as_page(problems: Sequence[Problem], line_of: LineOf, base: str = "/") -> str:
    """Every problem with its line, under its file; `base` is where the site begins, for the links to the codes' pages."""
    files = [
        _File(visible(path), tuple(_shown(found, line_of, base)))
        for path, found in groupby(problems, key=lambda problem: problem.place.path)
    ]
    return _render(title=count(problems), lead=_MEND, files=files)


def fault_page(title: str, lead: str, details: str) -> str:
    """What went wrong that no record explains: a sentence, then the words of whoever noticed it."""
    return _render(title=title, lead=lead, details=visible_lines(details))


def explanation_page(explanation: Explanation) -> str:
    """The explanation of a code, for as long as there is no site that could show it."""
    text = MarkdownIt("commonmark", {"html": False}).render(f"{explanation.sentence}\n\n{explanation.text}")
    return _render(title=explanation.code, text=Markup(text))  # noqa: S704 - our own Markdown


def visible_lines(text: str) -> str:
    """`visible`, line by line."""
    return "\n".join(visible(line) for line in text.splitlines())


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    problems: tuple[_Shown, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    problem: Problem
    place: str
    message: Markup
    line: tuple[str, str, str] | None
    notes: tuple[Markup, ...]
    help: Markup
    explained: str


def _shown(problems: Iterator[Problem], line_of: LineOf, base: str) -> Iterator[_Shown]:
    for problem in problems:
        yield _Shown(
            problem,
            visible(str(problem.place)),
            _words(problem.message),
            marked(problem, line_of),
            tuple(map(_note, problem.notes)),
            _words(problem.help),
            explained_at(problem.code, base),
        )


def _note(note: Note) -> Markup:
    return _words(f"{note.message} (`{note.place}`)" if note.place else note.message)


def _words(text: str) -> Markup:
    """Text with its backticked parts as code; everything else is shown as it is."""
    parts = visible(text).split("`")
    if len(parts) % 2 == 0:
        return escape(visible(text))
    code = Markup("<code>{}</code>")
    return Markup().join(code.format(part) if index % 2 else escape(part) for index, part in enumerate(parts))


def _render(**values: object) -> str:
    return _environment().get_template("page.html.jinja").render(**values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("generator", "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
