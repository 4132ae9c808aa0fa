"""What links and pictures are called on every built page, read without a browser: words that make sense alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from kinds import addresses, file_of

from generator.rules.idle_link import is_idle

WORDS = re.compile("<title>([^<]*)</title>")  # what a program reads aloud
TITLE = re.compile('<text class="title"[^>]*>([^<]*)</text>')


class _Named(HTMLParser):
    """The links of a page with what they are called, and its pictures with their words and what else the page says."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.pictures: list[str] = []
        self.text = ""
        self._link: tuple[str, str, str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in found:
            self._link = (found["href"], found.get("aria-label", ""), "")
        if tag == "img" or found.get("role") == "img":
            self.pictures.append(found.get("alt") or found.get("aria-label") or "")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._link:
            self._link = (*self._link[:2], self._link[2] + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link:
            address, label, words = self._link
            self.links.append((address, " ".join((label or words).split())))
            self._link = None

    def faults(self) -> Iterator[str]:
        """Links whose words would fit any link, and pictures that are silent or say what the page says already."""
        said = " ".join(self.text.split()).casefold()
        for address, words in self.links:
            # A reference gives the address of a work as print does, and a field may be called what it holds.
            if not words or (is_idle(words) and words != address and not address.endswith(f"#{words.lower()}")):
                yield f"`{words}` leads to {address}"
        for words in self.pictures:
            if not words or words.casefold().rstrip(".") in said:
                yield f"a picture tells nothing of its own: `{words[:60]}`"


def test_each_link_and_picture_says_what_it_is(real_site: Path) -> None:
    faults = [
        f"{address}: {fault}"
        for address in addresses(real_site)
        for fault in _Named(file_of(real_site, address).read_text(encoding="utf-8")).faults()
    ]

    assert not faults, "\n".join(faults)


def test_a_drawing_to_take_away_is_told_in_more_words_than_its_title(real_site: Path) -> None:
    drawings = {file: file.read_text(encoding="utf-8") for file in sorted((real_site / "models").rglob("*.svg"))}
    told = {file.parent.name: (_one(WORDS, text), _one(TITLE, text)) for file, text in drawings.items()}

    assert len(told) > 5
    assert [name for name, (words, title) in told.items() if len(words) < 2 * len(title)] == []


def _one(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/a/">here</a>',
        '<a href="/a/" aria-label="Read more">The plan</a>',
        '<a href="/a/"><svg></svg></a>',
        '<img src="a.png" alt="How large they are"><p>How large they are</p>',
        '<div role="img"></div>',
    ],
)
def test_each_fault_of_a_name_is_seen(html: str) -> None:
    assert len(list(_Named(html).faults())) == 1


def test_names_that_make_sense_alone_are_right() -> None:
    html = (
        '<a href="/a/">The plan</a> <a href="https://a.example/">https://a.example/</a> <img alt="Two women"> A picture'
    )

    assert list(_Named(html).faults()) == []
