"""Fields and entries that stand too far in, or have lost the name above them, and so belong to the text of another field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.problems import Problem
from generator.records import RECORD_TYPES, Record
from generator.records.forms import ListOf, fields, inner_part
from generator.records.walk import field_names
from generator.source import Document


def swallowed_fields(document: Document, kind: str) -> list[Problem]:
    """Find fields and entries inside texts."""
    record_type = RECORD_TYPES[kind]
    return [*_fields_in_texts(document, record_type), *_entries_in_texts(document, record_type)]


def without_echoes(problems: list[Problem], swallowed: list[Problem]) -> list[Problem]:
    """Leave out what a text has wrong only because it has swallowed a field: that it is too long, and what is a field's."""
    first = swallowed[0].place.span.line if swallowed else 0
    return [
        problem for problem in problems if not first or not (_spans(problem, first) or _follows(problem, first))
    ] + swallowed


def _fields_in_texts(document: Document, record_type: type[Record]) -> Iterator[Problem]:
    """Find `limits: |` inside the text of another field: a field that stands too far in belongs to the text above it."""
    pattern = _heading_inside(record_type)
    for path, node in document.nodes.items():
        for match in pattern.finditer(document.lines.text, node.start, node.end) if node.style in {"|", ">"} else ():
            name, indent = match["name"], match.span("indent")
            if name in document.data:
                continue
            yield Problem(
                document.lines.place(*match.span("name")),
                "field-in-text",
                f"`{name}` stands inside the text of `{_name(path)}`",
                help="begin it at the start of the line",
                mends=(document.lines.mend(*indent, ""),),
            )


@cache
def _heading_inside(record_type: type[Record]) -> re.Pattern[str]:
    """A line that holds a field's name alone, further in; one pattern a kind, because making one takes long."""
    return re.compile(
        rf"^(?P<indent> +)(?P<name>{'|'.join(field_names(record_type))}):[ ]*(?:[|>][+-]?)?[ ]*$", re.MULTILINE
    )


def _entries_in_texts(document: Document, record_type: type[Record]) -> Iterator[Problem]:
    """Find `- who: ...` inside the text of another field: the name of its list is gone from above it."""
    pattern, lists = _entry_inside(record_type)
    for path, node in document.nodes.items():
        match = pattern.search(document.lines.text, node.start, node.end) if node.style in {"|", ">"} else None
        name = next((owner for owner in lists[match["key"]] if owner not in document.data), None) if match else None
        if match and name:
            yield Problem(
                document.lines.place(match.end("indent"), match.end()),
                "no-field-name",
                f"an entry of `{name}` stands inside the text of `{_name(path)}`",
                help=f"write the name of its field on a line of its own above this one, such as `{name}:`",
                mends=(document.lines.mend(match.start(), match.start(), f"{name}:\n"),),
            )


@cache
def _entry_inside(record_type: type[Record]) -> tuple[re.Pattern[str], Mapping[str, list[str]]]:
    """A line that begins an entry of fields, and the lists whose entries have each field."""
    lists: dict[str, list[str]] = {}
    for field in fields(record_type):
        part = inner_part(field.form) if isinstance(field.form, ListOf) else None
        for inner in fields(part) if part else ():
            lists.setdefault(inner.name, []).append(field.name)
    return re.compile(rf"^(?P<indent> *)- (?P<key>{'|'.join(lists) or '(?!)'}): .*$", re.MULTILINE), lists


def _spans(problem: Problem, line: int) -> bool:
    return problem.code == "too-long" and problem.place.span.line < line <= problem.place.span.end_line


def _follows(problem: Problem, line: int) -> bool:
    return problem.code == "bad-citation" and problem.place.span.line >= line


def _name(path: tuple[str | int, ...]) -> str:
    return next((name for name in reversed(path) if isinstance(name, str)), "the record")
