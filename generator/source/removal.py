"""The edit that takes an entry out of a file, with its line or its comma, and with what would be left empty."""

from __future__ import annotations

import re

from generator.problems import Mend
from generator.source.document import Document, Path
from generator.source.events import Node

_BLOCKS = frozenset({"|", ">", "collection"})


def without(document: Document, path: Path) -> Mend:
    """Delete the value at `path` with its key; a list or group of which it is the only entry goes with it."""
    while len(path) > 1 and len(document.children[path[:-1]]) == 1:
        path = path[:-1]
    node, text = document.nodes[path], document.lines.text
    parent = document.nodes[path[:-1]]
    if text[parent.start : parent.start + 1] in {"[", "{"}:
        return _from_flow(document, path)
    start = _start(node)
    number = document.lines.number(start)
    before = text[document.lines.starts[number - 1] : start]
    if before.strip() == "-" and isinstance(path[-1], str):
        following = _line_start(document, number + 1)
        indent = re.compile(r"\s*").match(text, following)
        return document.lines.mend(start, indent.end() if indent else following, "")
    return document.lines.mend(
        document.lines.starts[number - 1], _line_start(document, _last_line(document, node) + 1), ""
    )


def _from_flow(document: Document, path: Path) -> Mend:
    siblings = document.children[path[:-1]]
    position = siblings.index(path)
    node = document.nodes[path]
    if position + 1 < len(siblings):
        return document.lines.mend(_start(node), _start(document.nodes[siblings[position + 1]]), "")
    return document.lines.mend(document.nodes[siblings[position - 1]].end, node.end, "")


def _start(node: Node) -> int:
    return node.start if node.key_start is None else node.key_start


def _last_line(document: Document, node: Node) -> int:
    """The last line of a value; a block ends where the next one begins, so its last line with words counts."""
    end = max(node.end, _start(node))
    if node.style in _BLOCKS and node.end > node.start:
        end = _start(node) + len(document.lines.text[_start(node) : end].rstrip()) - 1
    return document.lines.number(end)


def _line_start(document: Document, number: int) -> int:
    starts = document.lines.starts
    return starts[number - 1] if number <= len(starts) else len(document.lines.text)
