"""Cell: what one case says of one field, and how that is written for a browser and for a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.pages.base import escape

_TO_FILE = re.compile(r'href="((?:\.\./)*)((?:[a-z0-9-]+/)*)(index|[a-z0-9-]+)\.md(?=[#"])')
_END_OF_BLOCK = re.compile(r"</(?:p|li|h\d)>")
_BREAK = re.compile(r"<br ?/?>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a case says of a field, as Markdown; where it says nothing, which kind of blank that is.

    `terms` are the words of a vocabulary that it names, by which cases are held against each other; none where it is prose.
    """

    text: Markup
    is_blank: bool = False
    terms: Mapping[str, str] = field(default_factory=dict)


def blank(words: str) -> Cell:
    """A cell that says why nothing stands in it."""
    return Cell(Markup('<span class="blank">%s</span>') % escape(words), is_blank=True)


def as_html(text: str) -> str:
    """The Markdown of a cell as HTML, for a page in a folder of the site: links lead to pages, not to files."""
    return _TO_FILE.sub(_to_page, _parser().render(text).strip())


def as_plain(html: str) -> str:
    """The HTML of a cell as plain text, one line for each paragraph or entry."""
    text = unescape(_TAG.sub("", _BREAK.sub(" ", _END_OF_BLOCK.sub("\n", html.replace("\n", " ")))))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _to_page(match: re.Match[str]) -> str:
    up, folders, name = match.groups()
    return f'href="{up}{folders}' + ("" if name == "index" else f"{name}/")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark")  # its HTML is ours: the Writer has escaped all else
