"""The outline of each built page, read without a browser: one title, its own, no level skipped, languages marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from building import ROOT
from kinds import addresses, file_of

from generator.load import load

TITLE = re.compile(r"<head>.*?<title>([^<]*)</title>", re.DOTALL)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Outline(HTMLParser):
    """The levels of a page's headings in order, its language, and the texts that are marked as of another one."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language = ""
        self.levels: list[int] = []
        self.marked: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        language = dict(attrs).get("lang") or ""
        if tag == "html":
            self.language = language
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag not in VOID:
            self._open.append((tag, "" if tag == "html" else language))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        language = next((language for _, language in reversed(self._open) if language), "")
        if language:
            self.marked.append((language, " ".join(data.split())))

    def faults(self) -> list[str]:
        """What is wrong with the headings and the language of the page."""
        skipped = [f"h{to} after h{of}" for of, to in zip(self.levels, self.levels[1:], strict=False) if to > of + 1]
        titles = [] if self.levels.count(1) == 1 else [f"{self.levels.count(1)} titles"]
        first = [] if self.levels[:1] == [1] else ["the first heading is not the title"]
        return [*titles, *first, *skipped, *([] if self.language == "en" else [f"the language is {self.language!r}"])]


def outline(site: Path, address: str) -> Outline:
    return Outline(file_of(site, address).read_text(encoding="utf-8"))


def test_each_page_has_one_title_and_skips_no_level_of_headings(real_site: Path) -> None:
    faults = [
        f"{address}: {fault}" for address in addresses(real_site) for fault in outline(real_site, address).faults()
    ]

    assert not faults, "\n".join(faults)


def test_each_page_has_a_title_of_its_own(real_site: Path) -> None:
    titles = {
        address: TITLE.findall(file_of(real_site, address).read_text(encoding="utf-8"))
        for address in addresses(real_site)
        if not address.endswith("/embed/")  # a table or chart alone, called as on its page
    }

    assert faults_of_titles(titles) == []


def test_a_title_that_lacks_or_stands_twice_is_seen() -> None:
    titles = {"/a/": ["A – Site"], "/b/": ["A – Site"], "/c/": [], "/d/": ["D"], "/e/": [" "]}

    assert faults_of_titles(titles) == ["/b/: `A – Site` is /a/ too", "/c/: no title", "/e/: no title"]


def faults_of_titles(titles: Mapping[str, Sequence[str]]) -> list[str]:
    faults, first = [], dict[str, str]()
    for address, (title, *_) in ((address, found or [""]) for address, found in titles.items()):
        if not title.strip():
            faults.append(f"{address}: no title")
        elif first.setdefault(title, address) != address:
            faults.append(f"{address}: `{title}` is {first[title]} too")
    return faults


def test_native_names_are_marked_with_their_language(real_site: Path) -> None:
    unmarked = [
        f"{body.address}: {body.native_name or body.title} ({body.native_language})"
        for body in load(ROOT).catalogue.organisations
        if body.native_language
        and (body.native_language, body.native_name or body.title) not in outline(real_site, body.address).marked
    ]

    assert unmarked == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<html lang="en"><h1>A</h1><h3>B</h3>', "h3 after h1"),
        ('<html lang="en"><h1>A</h1><h1>B</h1>', "2 titles"),
        ('<html lang="en"><h2>A</h2><h1>B</h1>', "the first heading is not the title"),
        ("<html><h1>A</h1>", "the language is ''"),
    ],
)
def test_each_fault_of_an_outline_is_seen(html: str, fault: str) -> None:
    assert Outline(html).faults() == [fault]


def test_text_counts_as_marked_only_inside_of_the_marked_element() -> None:
    assert Outline('<p lang="fr">Pôle</p><p>Hub</p>').marked == [("fr", "Pôle")]
