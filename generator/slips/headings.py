"""Names of fields that are gone from above a line: entries, fields or text that fit nothing where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.records import RECORD_TYPES, Part
from generator.records.examples import example_of
from generator.records.forms import Field, Form, Group, Keyed, ListOf, Text, fields, inner_part
from generator.records.marks import Prose
from generator.slips.edits import Edit, entry_start, heading
from generator.source import Document, Lines

_FIRST = 2  # an entry begins with the first or second of its fields
_KEY = re.compile(r"(?P<indent> *)(?P<name>[\w-]+) *:(?: |$)")


def headings(lines: Lines, document: Document | None, numbers: list[int], kind: str) -> Iterator[Edit]:
    """Lines that may be missing above one of `numbers`, the likeliest first: what follows next in the order of fields."""
    record_type = RECORD_TYPES[kind]
    given = document.data if document else {}
    for number in numbers:
        indent = len(lines.line(number)) - len(lines.line(number).lstrip(" "))
        dashed = lines.line(number).lstrip().startswith("- ")
        host, sibling = (
            _key_above(lines, number, 0),
            _key_above(lines, number, indent if dashed else max(indent - 2, 0)),
        )
        inner = _part_of(record_type, host) if host else None
        if indent <= 2:
            free = [field for field in _after(fields(record_type), host) if field.name not in given]
            yield from _of(free, lines, number, 0)
        if inner and indent:
            for column in (indent, indent - 2) if dashed else (indent - 2,):
                yield from _of(_after(fields(inner), sibling), lines, number, column)


def entry_starts(lines: Lines, numbers: list[int], kind: str) -> Iterator[Edit]:
    """First lines of an entry that may be missing above one of `numbers`: fields that stand in no entry, or in the one above."""
    for number in numbers:
        match = _KEY.match(lines.line(number))
        if not match or len(match["indent"]) < 2:
            continue
        column = len(match["indent"]) - 2
        part = _part_of(RECORD_TYPES[kind], _key_above(lines, number, 0))
        names = [field.name for field in fields(part)] if part else []
        if part and match["name"] in names:
            firsts = sorted(
                (field for field in fields(part) if field.name != match["name"]),
                key=lambda field: field.need != "required",
            )
            for cost, field in enumerate(firsts[:3] if names.index(match["name"]) >= _FIRST else ()):
                yield entry_start(lines, number, column, f"{field.name}: {example_of(field.form, field.name)}", cost)


def _after(every: Sequence[Field], name: str) -> list[Field]:
    """Fields in their order, beginning behind the one with this name."""
    names = [field.name for field in every]
    start = names.index(name) + 1 if name in names else 0
    return [*every[start:], *every[:start]]


def _of(free: Sequence[Field], lines: Lines, number: int, column: int) -> Iterator[Edit]:
    for cost, field in enumerate(free):
        if _fits(field, lines.line(number).strip()):
            yield heading(lines, number, column, _line(field), 100 + cost)


def _fits(field: Field, text: str) -> bool:
    """Tell whether a line may be the first below a field: by its form alone."""
    form: Form = field.form
    if text.startswith("- "):
        if not isinstance(form, ListOf):
            return False
        return (
            isinstance(form.each, Group)
            if _KEY.match(text[2:])
            else not isinstance(form.each, Group) or form.each.or_text
        )
    if _KEY.match(text):
        return isinstance(form, Group | Keyed)
    return isinstance(form, Text) and isinstance(form.mark, Prose)


def _line(field: Field) -> str:
    return f"{field.name}: |" if isinstance(field.form, Text) else f"{field.name}:"


def _key_above(lines: Lines, number: int, most: int) -> str:
    """The name of the nearest field above that begins at the column `most` or further left."""
    for other in range(number - 1, 0, -1):
        match = _KEY.match(lines.line(other).replace("- ", "  ", 1))
        if match and len(match["indent"]) <= most:
            return match["name"]
    return ""


def _part_of(record_type: type[Part], name: str) -> type[Part] | None:
    return next((inner_part(field.form) for field in fields(record_type) if field.name == name), None)
