"""YAML events → data or nodes, by YAML 1.2's core rules as far as text goes: only true, false and null are no text.

libyaml is required, so that every machine reads alike; numbers and dates stay as they are written, and the models
read them. Depth, aliases and tags are judged on the events, before anything is built from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

if not yaml.__with_libyaml__:
    MISSING = "PyYAML is here without libyaml, and would read some files otherwise; `pip install --force-reinstall pyyaml` brings both"
    raise ImportError(MISSING)

MOST_DEEP = 20
_CONSTANTS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_EMPTY = (None, "")


@dataclass(frozen=True, slots=True)
class Node:
    """Where a value stands (offsets, end exclusive), how it is written, and where its key stands."""

    start: int
    end: int
    style: str
    value: str
    key_start: int | None = None
    key_end: int | None = None


class Stop(Exception):  # noqa: N818 - it ends the reading of one file and never leaves this folder
    """The events hold what a record may not: `code` names it, `start` and `end` are offsets."""

    def __init__(self, code: str, start: int, end: int, word: str = "") -> None:
        super().__init__(code)
        self.code, self.start, self.end, self.word = code, start, end, word


class SyntaxFault(Exception):  # noqa: N818 - likewise
    """The text is no YAML; `offset` is where the parser gave up, `opened` where the construct at fault began."""

    def __init__(self, offset: int, opened: int | None, problem: str) -> None:
        super().__init__(problem)
        self.offset, self.opened, self.problem = offset, opened, problem


@dataclass(frozen=True, slots=True)
class RepeatedKey:
    """A key that is given twice; offsets of the one that counts, of the one to delete, and of the end of its value."""

    key: str
    kept: tuple[int, int]
    spare: tuple[int, int]
    end: int


def parse(text: str) -> tuple[Any, dict[tuple[str | int, ...], Node], list[RepeatedKey]]:
    """Read the one document of `text`: its data, where each value stands, and keys given twice.

    The first of two equal keys wins, unless it is empty.

    Raises:
        Stop: where the text nests too deep, or holds an alias, an anchor, a tag or a second document.
        SyntaxFault: where the text is no YAML.
    """
    nodes: dict[tuple[str | int, ...], Node] = {}
    reader = _Reader(text, nodes)
    return reader.document(), nodes, reader.repeated


class _Reader:
    def __init__(self, text: str, nodes: dict[tuple[str | int, ...], Node]) -> None:
        self.nodes: dict[tuple[str | int, ...], Node] | None = nodes
        self.repeated: list[RepeatedKey] = []
        self.events = _events(text)

    def document(self) -> Any:
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                data = self.value(next(self.events), (), 0, None)
                next(self.events)
                after = next(self.events)
                if not isinstance(after, StreamEndEvent):
                    raise Stop("two-documents", after.start_mark.index, after.start_mark.index + 3)
                return data
        return None

    def value(self, event: Any, path: tuple[str | int, ...], depth: int, key: Any) -> Any:
        if isinstance(event, ScalarEvent):
            _refuse_extras(event)
            self.keep(path, event, event.end_mark.index, key)
            return event.value if event.style else _CONSTANTS.get(event.value, event.value)
        if isinstance(event, AliasEvent):
            raise Stop("alias", event.start_mark.index, event.end_mark.index)
        _refuse_extras(event)
        if depth >= MOST_DEEP:
            raise Stop("too-deep", event.start_mark.index, event.start_mark.index + 1)
        build = self.mapping if isinstance(event, MappingStartEvent) else self.sequence
        data, end = build(path, depth + 1)
        self.keep(path, event, end, key)
        return data

    def mapping(self, path: tuple[str | int, ...], depth: int) -> tuple[dict[str, Any], int]:
        data: dict[str, Any] = {}
        places: dict[str, tuple[int, int]] = {}
        ends: dict[str, int] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                return data, event.end_mark.index
            _refuse_extras(event)
            if not isinstance(event, ScalarEvent):
                raise Stop("bad-key", event.start_mark.index, event.start_mark.index + 1)
            name, place = event.value, (event.start_mark.index, event.end_mark.index)
            value = next(self.events)
            if name not in places or data[name] in _EMPTY:
                if name in places:
                    self.repeated.append(RepeatedKey(name, place, places[name], ends[name]))
                places[name], ends[name] = place, value.end_mark.index
                data[name] = self.value(value, (*path, name), depth, event)
                continue
            self.repeated.append(RepeatedKey(name, places[name], place, value.end_mark.index))
            kept, self.nodes = self.nodes, None
            self.value(value, (*path, name), depth, event)
            self.nodes = kept
        return data, 0

    def sequence(self, path: tuple[str | int, ...], depth: int) -> tuple[list[Any], int]:
        data: list[Any] = []
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                return data, event.end_mark.index
            data.append(self.value(event, (*path, len(data)), depth, None))
        return data, 0

    def keep(self, path: tuple[str | int, ...], event: Any, end: int, key: Any) -> None:
        if self.nodes is None:
            return
        style, value = (event.style or "plain", event.value) if isinstance(event, ScalarEvent) else ("collection", "")
        places = (None, None) if key is None else (key.start_mark.index, key.end_mark.index)
        self.nodes[path] = Node(event.start_mark.index, end, style, value, *places)


def _refuse_extras(event: Any) -> None:
    if getattr(event, "anchor", None):
        raise Stop("alias", event.start_mark.index, event.start_mark.index + len(event.anchor) + 1)
    if getattr(event, "tag", None):
        raise Stop("tag", event.start_mark.index, event.end_mark.index, event.tag)


def _events(text: str) -> Iterator[Any]:
    loader = yaml.CSafeLoader(text)
    try:
        while True:
            event = loader.get_event()
            if event is None:
                return
            yield event
    except yaml.MarkedYAMLError as error:
        mark, opened = error.problem_mark or error.context_mark, error.context_mark
        raise SyntaxFault(mark.index if mark else 0, opened.index if opened else None, error.problem or "") from None
    except yaml.reader.ReaderError as error:
        raise SyntaxFault(error.position if isinstance(error.position, int) else 0, None, error.reason) from None
    finally:
        loader.dispose()


def is_plain(text: str) -> bool:
    """Tell whether `text` can stand after `key: ` as it is, and mean itself."""
    if not re.fullmatch(r"[^\s\[\]{}@`!&*|>%#\"',?:-][^\n]*|-[^\s-][^\n]*", text) or re.search(
        r":(?:\s|$)|\s#|\s$", text
    ):
        return False
    return text not in _CONSTANTS


def quoted(text: str) -> str:
    """Put `text` in the quotes that need the fewest changes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
