"""Markdown → what a reader reads of it: headings, paragraphs, and the words of its links to other pages."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

_EXCLUDED = "data-search-exclude"
_VOID = frozenset({"br", "hr", "img", "input"})
_BLOCKS = frozenset({"br", "p", "div", "section", "td", "th", "tr", "li", "caption", "summary"})
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# What every page of a kind says alike, or says of itself: it would answer any question.
_ASIDE = re.compile(r"\n[^\n]*\n\{: \.(?:as-told|blank|byline|jump|soft|minutes) \}")
_SOURCE = r"\[[^\]]*\]\(#source-[^)]*\)"
_CITATION = re.compile(rf" ?\({_SOURCE}(?:[;,]? ?(?:cited in )?{_SOURCE})*\)")
_LINK = re.compile(r"!?\[(?P<words>[^\]]*)\]\(<?(?P<target>[^)>]*)>?\)")
_ATTRIBUTES = re.compile(r" ?\{:? ?[#.][^}]*\}")
_HEADING = re.compile(r"#+ +(.+)")
_MARKS = re.compile(r"\*\*|^(?:[-*]|\d+\.|:) +|`|\\(?=[\W_])|(?<!\w)\*|\*(?!\w)")
_RULE = re.compile(r"[|\s:-]*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands on a page: its paragraphs, some of them headings, and where its links lead with which words."""

    lead: str
    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1 << 13)
def read_page(uri: str, markdown: str) -> Reading:
    """Read a page; what is marked with `data-search-exclude` is left out, and so are citations."""
    kept = _Kept()
    kept.feed(_CITATION.sub("", _ASIDE.sub("", _FRONT_MATTER.sub("", markdown))))
    kept.close()
    text = "".join(kept.text)
    links = tuple((_target(uri, match["target"]), match["words"]) for match in _LINK.finditer(text))
    headings: list[str] = []
    paragraphs: list[str] = []
    lead = ""
    for line in _LINK.sub(lambda match: match["words"], text).splitlines():
        bare = line.strip()
        is_lead = bare == "{: .lead }"
        heading = _HEADING.match(bare)
        plain = _plain(heading[1] if heading else bare)
        if is_lead and paragraphs:
            lead = lead or paragraphs[-1]
        if not plain or _RULE.match(plain):
            continue
        (headings if heading else paragraphs).append(plain)
    # Without a lead that says so, the first paragraph below the title.
    lead = lead or next(iter(paragraphs), "")
    return Reading(lead, tuple(headings[1:]), tuple(paragraphs), links)


def _plain(line: str) -> str:
    bare = _MARKS.sub("", _ATTRIBUTES.sub("", line)).replace(" | ", " · ").strip(" |")
    return " ".join(bare.replace("<br>", " ").split())


def _target(uri: str, target: str) -> str:
    path = target.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path.endswith(".md") else ""


class _Kept(HTMLParser):
    """The text of a page but for the elements that stay out of the search, and drawings."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self._depth = 0  # of open elements inside of one that is left out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.text.append("" if self._depth else "\n")
        elif self._depth:
            self._depth += 1
        elif tag == "svg" or _EXCLUDED in dict(attrs):
            self._depth = 1
        elif tag in _BLOCKS:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag not in _VOID:
            self._depth -= 1
        elif tag in _BLOCKS:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._depth:
            self.text.append(data)
