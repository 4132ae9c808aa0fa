"""Document: the data of a file, and where each part of it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.problems import Mend, Place, Span
from generator.source.events import Node, parse_nodes

Path = tuple[str | int, ...]
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|.)", re.DOTALL)
_BLANK_ESCAPES = frozenset("tnvfr eN_LP\t\n")


@dataclass(frozen=True)
class Lines:
    """A text with its path, so that offsets turn into places."""

    path: str
    text: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        return (0, *(match.end() for match in re.finditer("\n", self.text)))

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of the characters from `start` to `end`; one character where `end` is left out."""
        start = min(max(start, 0), len(self.text))
        end = start if end is None else min(max(end, start), len(self.text))
        line, end_line = bisect_right(self.starts, start), bisect_right(self.starts, end)
        return Place(self.path, Span(line, start - self.starts[line - 1] + 1, end_line, end - self.starts[end_line - 1] + 1))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column that count from 1."""
        return self.starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """The text of a line that counts from 1, without its end."""
        start = self.starts[number - 1]
        end = self.starts[number] - 1 if number < len(self.starts) else len(self.text)
        return self.text[start:end]

    def mend(self, start: int, end: int, text: str) -> Mend:
        """The edit that puts `text` in place of the characters from `start` to `end`."""
        return Mend(self.place(start, end), text)


@dataclass(frozen=True, eq=False)
class Document:
    """What a file says (`data`), and where: places are worked out when somebody first asks for one."""

    lines: Lines
    data: Mapping[str, Any]

    @property
    def path(self) -> str:
        """The path of the file, relative to the project."""
        return self.lines.path

    @cached_property
    def nodes(self) -> Mapping[Path, Node]:
        """Every key and value by its path."""
        return parse_nodes(self.lines.text)

    def has(self, path: Path) -> bool:
        """Tell whether the file itself holds a value at `path`."""
        return path in self.nodes

    def place(self, path: Path) -> Place:
        """The place of a value, or of its nearest parent where the file has none."""
        node = self.nearest(path)
        return self.lines.place(node.start, self._end(node)) if node else self.lines.place(0)

    def place_of_key(self, path: Path) -> Place:
        """The place of the key that leads to a value; of the value itself in a list."""
        node = self.nodes.get(path)
        if node is None or node.key_start is None:
            return self.place(path)
        return self.lines.place(node.key_start, node.key_end)

    def nearest(self, path: Path) -> Node | None:
        """The node at `path`, or the nearest one above it."""
        while path and path not in self.nodes:
            path = path[:-1]
        return self.nodes.get(path)

    def place_inside(self, path: Path, start: int, end: int) -> Place:
        """The place of characters `start` to `end` of a text value, in whatever style it is written."""
        node = self.nodes.get(path)
        if node is None or node.style == "collection":
            return self.place(path)
        offsets = self._offsets(node)
        value = node.value
        first = _count(value, start)
        last = _count(value, end) - 1
        if not offsets or first >= len(offsets):
            return self.place(path)
        begin = offsets[first][0]
        stop = offsets[min(max(last, first), len(offsets) - 1)][1] if end > start else begin
        return self.lines.place(begin, stop)

    def _end(self, node: Node) -> int:
        raw = self.lines.text[node.start : node.end]
        if node.style in {"|", ">"}:
            return node.start + len(raw.rstrip())
        if node.style == "collection":
            return node.start + len(raw.split("\n", 1)[0].rstrip()) if "\n" in raw else node.start + len(raw.rstrip())
        return node.end

    def _offsets(self, node: Node) -> list[tuple[int, int]]:
        """Start and end in the file of every character of the value that is not white space, in order."""
        raw = self.lines.text[node.start : node.end]
        at, stop = 0, len(raw)
        if node.style in {"|", ">"}:
            at = raw.find("\n") + 1 or stop
        elif node.style in {'"', "'"}:
            at, stop = 1, stop - 1
        found = []
        while at < stop:
            step, blank = _step(raw, at, node.style)
            if not blank:
                found.append((node.start + at, node.start + at + step))
            at += step
        return found


def _step(raw: str, at: int, style: str) -> tuple[int, bool]:
    """How many characters of the file make the next one of the value, and whether that is white space."""
    if style == '"' and raw[at] == "\\":
        match = _ESCAPE.match(raw, at)
        length = len(match[0]) if match else 1
        written = raw[at + 1] if at + 1 < len(raw) else ""
        decoded = int(raw[at + 2 : at + length], 16) if written in "xuU" and length > 2 else None
        return length, chr(decoded).isspace() if decoded is not None else written in _BLANK_ESCAPES and not (written == "e")
    if style == "'" and raw.startswith("''", at):
        return 2, False
    return 1, raw[at].isspace()


def _count(text: str, end: int) -> int:
    """How many characters before `end` are not white space."""
    return sum(not character.isspace() for character in text[:end])
