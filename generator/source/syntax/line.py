"""Line and Finding: one line near a fault, its parts as an entry, and what a check found there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.source.document import Lines

ENTRY = re.compile(
    r"(?P<indent>[ ]*)(?P<dashes>(?:- +)*)(?:(?P<key>[A-Za-z_][\w.-]*)(?P<colon>[ ]*:[ ]+))?(?P<value>\S(?:.*\S)?)?(?P<tail>\s*)$"
)


KEY_LINE = re.compile(r"(?P<indent>[ ]*)(?P<dashes>(?:- +)*)(?P<key>[A-Za-z_][\w.-]*)[ ]*:(?:[ ]|$)")


MANY = 3
_MOST_LINES = 1000  # no text of a record has more


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: an edit from `start` to `end`, in offsets of the text."""

    code: str
    message: str
    help: str
    start: int
    end: int
    replacement: str
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line near the fault: its number, its offset, its text, and its parts as an entry."""

    lines: Lines
    number: int
    start: int
    text: str

    @property
    def entry(self) -> re.Match[str] | None:
        """The line's indentation, dashes, key and value."""
        return ENTRY.match(self.text)

    def value(self) -> tuple[int, str] | None:
        """The offset and text of what follows the key or the dash."""
        entry = self.entry
        if not entry or not entry["value"] or not (entry["key"] or entry["dashes"]):
            return None
        return self.start + entry.start("value"), entry["value"]


def has_fields(lines: Lines) -> bool:
    """Tell whether a text has a single line that looks like a field."""
    return any(KEY_LINE.match(line) for line in lines.text.split("\n"))


def is_in_text(lines: Lines, number: int) -> bool:
    """Tell whether a line belongs to the text of a `|`, where nothing but its beginning can be wrong."""
    least = len(lines.line(number)) - len(lines.line(number).lstrip(" "))
    whole, starts = lines.text, lines.starts
    for other in range(number - 1, max(number - _MOST_LINES, 0), -1) if least else ():
        text = whole[starts[other - 1] : starts[other] - 1]
        indent = len(text) - len(text.lstrip(" "))
        if not text.strip() or indent >= least:
            continue
        if re.search(r"(?::|-)[ ]+[|>][+-]?\d?\s*(?:#.*)?$", text):
            return True
        if indent == 0 or KEY_LINE.match(text):
            return False
        least = indent
    return False


def is_text_below(line: Line) -> bool:
    """Tell whether the next line belongs to a text."""
    return line.number < len(line.lines.starts) and line.lines.line(line.number + 1).startswith("  ")


def closing_quote(value: str) -> int:
    """Where the first quote of a value closes, or -1."""
    pattern = r'"(?:[^"\\]|\\.)*(")' if value[0] == '"' else r"'(?:[^']|'')*(')(?!')"
    match = re.match(pattern, value)
    return match.start(1) if match else -1


def columns_above(line: Line) -> list[int]:
    """The columns in which the entries above begin that this line may belong to, the nearest first."""
    columns: list[int] = []
    limit = 10**6
    for number in range(line.number - 1, 0, -1):
        match = KEY_LINE.match(line.lines.line(number))
        if not match:
            continue
        column = len(match["indent"]) + len(match["dashes"])
        if column < limit or not columns:
            columns.append(column)
            limit = column
        if len(match["indent"]) == 0 and not match["dashes"]:
            break
    return columns


def is_start_of_list(line: Line) -> bool:
    """Tell whether the next line begins a list."""
    return line.number < len(line.lines.starts) and line.lines.line(line.number + 1).lstrip().startswith("- ")


def is_between_fields(line: Line, indent: int) -> bool:
    """Tell whether a line begins in the column of fields above it."""
    above = [line.lines.line(number) for number in range(1, line.number)]
    fields = [len(match["indent"]) + len(match["dashes"]) for match in map(KEY_LINE.match, above) if match]
    return not fields or indent in fields


def shown(line: Line, good: str) -> str:
    """The entry as its author should write it, in backticks."""
    entry = line.entry
    lead = f"{entry['key']}: " if entry and entry["key"] else "- " if entry and entry["dashes"] else ""
    shown = clip(f"{lead}{good}")
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


def clip(text: str) -> str:
    """Text cut to what a help can show."""
    return text if len(text) <= 100 else text[:97] + "..."
