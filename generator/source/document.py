"""Document: the data of a file, and where each part of it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.problems import Mend, Place, Span
from generator.source.events import Node
from generator.source.letters import Letters, count_letters

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Lines:
    """A text with its path, so that offsets turn into places.

    A text that was mended in memory may have more lines than its file, or fewer: `moved` tells after which line, and
    by how many, so that places are those of the file, whose lines are `written`.
    """

    path: str
    text: str
    moved: tuple[tuple[int, int], ...] = ()
    written: Lines | None = None

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        return (0, *(match.end() for match in re.finditer("\n", self.text)))

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of the characters from `start` to `end`; one character where `end` is left out."""
        start = min(max(start, 0), len(self.text))
        end = start if end is None else min(max(end, start), len(self.text))
        line, end_line = self.number(start), self.number(end)
        first, last = (line, start - self.starts[line - 1] + 1), (end_line, end - self.starts[end_line - 1] + 1)
        if self.written:
            first = self._in_file(*first)
            last = max(first, self._in_file(*last))
        return Place(self.path, Span(*first, *last))

    def number(self, offset: int) -> int:
        """The number of the line that holds an offset, as this text counts."""
        return bisect_right(self.starts, offset)

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

    def mended(self, start: int, end: int, text: str) -> Lines:
        """These lines with `text` in place of the characters from `start` to `end`; places stay those of the file."""
        more = text.count("\n") - self.text.count("\n", start, end)
        moved = ((self.number(start) + text.count("\n"), more),) if more else ()
        return Lines(self.path, self.text[:start] + text + self.text[end:], (*moved, *self.moved), self.written or self)

    def _in_file(self, line: int, column: int) -> tuple[int, int]:
        """The line and column in the file; its last line or column, where it has not so many."""
        for last, more in self.moved:
            if line >= last:
                line -= more
        written = self.written or self
        line = min(max(line, 1), len(written.starts))
        return line, min(column, len(written.line(line)) + 1)


@dataclass(frozen=True, eq=False)
class Document:
    """What a file says (`data`), and where each key and value stands (`nodes`, by path)."""

    lines: Lines
    data: Mapping[str, Any]
    nodes: Mapping[Path, Node]

    @property
    def path(self) -> str:
        """The path of the file, relative to the project."""
        return self.lines.path

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

    @cached_property
    def children(self) -> Mapping[Path, tuple[Path, ...]]:
        """The paths of the values of each list and group, in the order of the file."""
        found: dict[Path, list[Path]] = {}
        for path in sorted(self.nodes, key=lambda path: self.nodes[path].start):
            if path:
                found.setdefault(path[:-1], []).append(path)
        return {parent: tuple(paths) for parent, paths in found.items()}

    def place_inside(self, path: Path, start: int, end: int) -> Place:
        """The place of characters `start` to `end` of a text value, in whatever style it is written."""
        node = self.nodes.get(path)
        if node is None or node.style == "collection":
            return self.place(path)
        letters = self._letters(node)
        first = count_letters(node.value[:start])
        if first >= letters.total:
            return self.place(path)
        begin = letters.span(first)[0]
        words = node.value[start:end].strip()
        if node.style not in {'"', "'"} and self.lines.text.startswith(words, begin):
            return self.lines.place(begin, begin + len(words))
        last = count_letters(node.value[:end]) - 1
        return self.lines.place(begin, letters.span(min(max(last, first), letters.total - 1))[1])

    def _end(self, node: Node) -> int:
        raw = self.lines.text[node.start : node.end]
        if node.style in {"|", ">"}:
            return node.start + len(raw.rstrip())
        if node.style == "collection":
            return node.start + len(raw.split("\n", 1)[0].rstrip()) if "\n" in raw else node.start + len(raw.rstrip())
        return node.end

    def _letters(self, node: Node) -> Letters:
        """The letters of a value as they stand in the file; kept, because one text often has several problems."""
        letters = self._letters_by_start.get(node.start)
        if letters is None:
            letters = self._letters_by_start[node.start] = Letters.of(self.lines.text, node)
        return letters

    @cached_property
    def _letters_by_start(self) -> dict[int, Letters]:
        return {}
