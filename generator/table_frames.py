"""For Markdown: each table stands in a frame of its own, so that a wide one scrolls there, with scripts or without."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_AFTER_ALL_OTHERS = 1  # they give tables their classes


class TableFrames(Extension):  # type: ignore[misc]  # Markdown has no types
    """Put the tables of a page into frames; one with a class has a place of its own."""

    def extendMarkdown(self, md: Any) -> None:  # noqa: N802 - the name that Markdown calls
        """Do so for one converter."""
        md.treeprocessors.register(_Framing(md), "table-frames", _AFTER_ALL_OTHERS)


class _Framing(Treeprocessor):  # type: ignore[misc]  # Markdown has no types
    def run(self, root: Element) -> None:
        bare = [
            (parent, at)
            for parent in root.iter()
            for at, child in enumerate(parent)
            if child.tag == "table" and not child.get("class")
        ]
        for parent, at in bare:
            frame = Element("div", {"class": "table-frame"})
            table, parent[at] = parent[at], frame
            frame.append(table)
            frame.tail, table.tail = table.tail, None


def makeExtension(**settings: Any) -> TableFrames:  # noqa: N802 - the name that Markdown calls
    """Make the extension for `mkdocs.yml`."""
    return TableFrames(**settings)
