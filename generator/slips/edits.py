"""Edits that mend a slip of layout: another indentation, a missing colon, dash or space, a field's name that is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.source import Lines

_KEY = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[a-zA-Z_-]+) *:(?: |$)")
_FIELD = re.compile(r" *(?:- +)*[a-z_-]+:")
_BARE_KEY = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[a-z_-]+)(?P<between> *[=;] *| +|$)(?P<value>.*)$")


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to one line (or to it and the lines that belong to it), and how an author is told of it.

    `changes` are offsets with the text to put there; `shown` is the stretch that is wrong. Of two edits that mend
    equally much, the one that costs less is the likelier slip.
    """

    code: str
    message: str
    help: str
    shown: tuple[int, int]
    changes: tuple[tuple[int, int, str], ...]
    cost: int

    def applied(self, lines: Lines) -> Lines:
        """The lines with all changes made."""
        for start, end, text in sorted(self.changes, reverse=True):
            lines = lines.mended(start, end, text)
        return lines


def edits_of_line(lines: Lines, number: int, fields: frozenset[str]) -> Iterator[Edit]:
    """Every edit of one line that might be meant."""
    text = lines.line(number)
    if not text.strip() or text.startswith("#"):
        return
    yield from _colons(lines, number, fields)
    yield from _dashes(lines, number)
    yield from _indents(lines, number)
    yield from _bars(lines, number)
    yield from _twins(lines, number)
    if not _FIELD.match(text) and not text.lstrip().startswith("- "):
        start, end = lines.starts[number - 1], lines.starts[number - 1] + len(text)
        advice = "delete it, or write the name of a field and a colon in front of it"
        yield Edit(
            "bad-yaml",
            "this line is neither a field nor an entry of a list",
            advice,
            (start + _indent(text), end),
            ((start, min(end + 1, len(lines.text)), ""),),
            60,
        )


def heading(lines: Lines, number: int, column: int, name: str, cost: int) -> Edit:
    """The edit that puts the name of a field on a line of its own above the line `number`."""
    start, indent = lines.starts[number - 1], _indent(lines.line(number))
    where = f", after {_spaces(column)}" if column else ""
    advice = f"write the name of its field on a line of its own above this one{where}, such as `{name}`"
    shown = (start + indent, start + len(lines.line(number)))
    return Edit(
        "no-field-name",
        "the name of the field is missing above this line",
        advice,
        shown,
        ((start, start, f"{' ' * column}{name}\n"),),
        cost,
    )


def entry_start(lines: Lines, number: int, column: int, first: str, cost: int) -> Edit:
    """The edit that puts the first field of an entry on a line of its own above the line `number`."""
    start, indent = lines.starts[number - 1], _indent(lines.line(number))
    advice = f"write its first line above this one, after {_spaces(column)}, such as `- {first}`, with your own value"
    shown = (start + indent, start + len(lines.line(number)))
    return Edit(
        "missing-field",
        "the first line of this entry is missing",
        advice,
        shown,
        ((start, start, f"{' ' * column}- {first}\n"),),
        cost,
    )


def _bars(lines: Lines, number: int) -> Iterator[Edit]:
    """Find a field whose text begins on the next line without a `|`."""
    match, below = re.fullmatch(r" *(?:- +)*(?P<key>[a-z_-]+):(?P<rest> *)", lines.line(number)), _below(lines, number)
    if (
        match
        and below
        and not re.match(r" *-", lines.line(below))
        and _indent(lines.line(below)) > _indent(lines.line(number))
    ):
        start, end = (lines.starts[number - 1] + at for at in match.span("rest"))
        shown = (lines.starts[number - 1] + match.start("key"), start)
        yield Edit(
            "no-bar",
            f"a `|` is missing after `{match['key']}:`",
            f"write `{match['key']}: |`",
            shown,
            ((start, end, " |"),),
            2,
        )


def _twins(lines: Lines, number: int) -> Iterator[Edit]:
    if number < len(lines.starts) and lines.line(number) == lines.line(number + 1):
        start, end = lines.starts[number], min(lines.starts[number] + len(lines.line(number)) + 1, len(lines.text))
        indent = _indent(lines.line(number))
        yield Edit(
            "duplicate-key",
            "this line stands here twice",
            "delete one of the two",
            (start + indent, start + len(lines.line(number))),
            ((start, end, ""),),
            2,
        )


def _colons(lines: Lines, number: int, fields: frozenset[str]) -> Iterator[Edit]:
    text, start = lines.line(number), lines.starts[number - 1]
    tight = re.match(r" *(?:- +)*(?P<key>[a-z_-]+):(?=\S)", text)
    if tight and tight["key"] in fields:
        at = start + tight.end()
        good = f"{tight['key']}: {text[tight.end() :].rstrip()}"
        yield Edit(
            "no-space",
            f"a space is missing after `{tight['key']}:`",
            f"write `{clip(good)}`",
            (start + tight.start("key"), at),
            ((at, at, " "),),
            0,
        )
    match = _BARE_KEY.match(text)
    if match and match["key"] in fields and not _KEY.match(text):
        at = start + match.end("key")
        value = match["value"].rstrip()
        good = f"{match['key']}: {value}" if value else f"{match['key']}:"
        change = (at, start + match.end("between"), ": " if value else ":")
        yield Edit(
            "no-colon",
            f"a colon is missing after `{match['key']}`",
            f"write `{clip(good)}`",
            (start + match.start("key"), at),
            (change,),
            0,
        )


def _dashes(lines: Lines, number: int) -> Iterator[Edit]:
    text, start = lines.line(number), lines.starts[number - 1]
    indent = _indent(text)
    rest = text[indent:]
    shown = (start + indent, start + len(text.rstrip()))
    if re.match(r"-[^\s-]", rest):
        yield Edit(
            "no-space",
            "a space is missing after `-`",
            f"write `- {clip(rest[1:].rstrip())}`",
            (start + indent, start + indent + 1),
            ((start + indent + 1, start + indent + 1, " "),),
            1,
        )
    if rest.startswith("- "):
        return
    for column in _dash_columns(lines, number):
        yield Edit(
            "no-dash",
            "a `- ` is missing at the start of this entry",
            f"write `- {clip(rest.rstrip())}`, with the `-` after {_spaces(column)}",
            shown,
            ((start, start + indent, " " * column + "- "),),
            3 + abs(column + 2 - indent),
        )


def _dash_columns(lines: Lines, number: int) -> set[int]:
    """Where the dash of a line may stand: below another dash, or two columns to the left of its text, or inside its field."""
    indent = _indent(lines.line(number))
    columns = {indent, max(indent - 2, 0)}
    for other in (_above(lines, number), _below(lines, number)):
        if other and lines.line(other).lstrip().startswith("- "):
            columns.add(_indent(lines.line(other)))
    return columns


def _indents(lines: Lines, number: int) -> Iterator[Edit]:
    text, start = lines.line(number), lines.starts[number - 1]
    indent = _indent(text)
    belongs = _belonging(lines, number)
    for column in sorted(_columns(lines, number) - {indent}):
        change = (start, start + indent, " " * column)
        cost = 10 + 2 * abs(column - indent) + (column > indent) + 3 * (column % 2)
        yield Edit(
            "bad-indentation",
            f"{_name(text)} does not begin in the column of {_others(text)}",
            f"begin it {_where(column)}",
            _margin(start, indent),
            (change,),
            cost,
        )
        if belongs:
            more = tuple(_shifted(lines, other, column - indent) for other in belongs)
            along = f"{len(belongs)} lines" if len(belongs) > 1 else "line"
            advice = f"begin it {_where(column)}, and move the {along} below, which belong{'' if len(belongs) > 1 else 's'} to it, along"
            yield Edit(
                "bad-indentation",
                f"{_name(text)} does not begin in the column of {_others(text)}",
                advice,
                _margin(start, indent),
                (change, *more),
                cost + 1,
            )


def _columns(lines: Lines, number: int) -> set[int]:
    """The columns where a line may belong: those of the lines above and below, a step in or out, and the margin."""
    columns = {0}
    above, seen = _above(lines, number), 0
    while above and seen < 12:
        column = _indent(lines.line(above))
        columns |= {column, column + 2}
        if lines.line(above).lstrip().startswith("- "):
            columns.add(column + 4)
        if column == 0:
            break
        above, seen = _above(lines, above), seen + 1
    below = _below(lines, number)
    return columns | ({_indent(lines.line(below))} if below else set())


def _belonging(lines: Lines, number: int) -> list[int]:
    """The lines below that stand further in."""
    indent, found = _indent(lines.line(number)), []
    for other in range(number + 1, len(lines.starts) + 1):
        text = lines.line(other)
        if text.strip() and _indent(text) <= indent:
            break
        if text.strip():
            found.append(other)
    return found


def _shifted(lines: Lines, number: int, by: int) -> tuple[int, int, str]:
    start, indent = lines.starts[number - 1], _indent(lines.line(number))
    return (start, start + indent, " " * max(indent + by, 0))


def _above(lines: Lines, number: int) -> int | None:
    return next(
        (
            other
            for other in range(number - 1, 0, -1)
            if lines.line(other).strip() and not lines.line(other).startswith("#")
        ),
        None,
    )


def _below(lines: Lines, number: int) -> int | None:
    return next((other for other in range(number + 1, len(lines.starts) + 1) if lines.line(other).strip()), None)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _margin(start: int, indent: int) -> tuple[int, int]:
    return (start, start + max(indent, 1))


def _name(text: str) -> str:
    key = _KEY.match(text)
    if key and "-" not in key["lead"]:
        return f"`{key['key']}`"
    return "this entry" if text.lstrip().startswith("- ") else "this line"


def _others(text: str) -> str:
    return {"`": "the fields beside it", "this entry": "the entries beside it"}.get(
        _name(text) if _name(text)[0] != "`" else "`", "the lines beside it"
    )


def _where(column: int) -> str:
    return "at the start of the line" if column == 0 else f"after {_spaces(column)}"


def _spaces(count: int) -> str:
    return f"{count} space{'' if count == 1 else 's'}"


def clip(text: str) -> str:
    """Shorten a long line for a help text."""
    return text if len(text) <= 100 else text[:97] + "..."
