"""The search, in a real browser: it costs nothing until it is opened, and answers then, from a server and a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CASE = "cases/fribourg/index.html"
FIELD = ".md-search__input"
ANSWER = ".md-search-result__item a >> text=Canton of Fribourg"
STATUS = ".md-search-result__meta"
INDEX = "**/search/search_index.js*"
TIMEOUT = 5000


@pytest.fixture(params=["served", "folder"])
def base(request: pytest.FixtureRequest, real_site: Path, server: str) -> str:
    """Where the site is: on a server, or in a folder."""
    return server if request.param == "served" else real_site.as_uri()


class _Reader:
    """A page and what it asked for; what goes wrong in it is a failure."""

    def __init__(self, page: Any, base: str) -> None:
        self.page = page
        self.base = base
        self.asked: list[str] = []
        self.faults: list[str] = []
        page.set_default_timeout(TIMEOUT)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, query: str = "") -> None:
        self.page.goto(f"{self.base}/{CASE}{query}")
        self.page.wait_for_timeout(400)

    @property
    def parts(self) -> list[str]:
        """The parts of the search that were asked for."""
        return sorted(name for url in self.asked for name in ("search_index", "workers/search") if name in url)


@pytest.fixture
def reader(chromium: Any, base: str) -> Iterator[_Reader]:
    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        reader = _Reader(context.new_page(), base)
        yield reader
        assert reader.faults == []


def test_a_page_asks_for_nothing_of_the_search_until_it_is_opened_and_then_once(reader: _Reader) -> None:
    reader.open()
    before = reader.parts

    reader.page.click(FIELD)
    reader.page.keyboard.type("bio-based")
    reader.page.wait_for_selector(ANSWER)
    reader.page.keyboard.press("Escape")
    reader.page.click(FIELD)

    assert before == []
    assert reader.parts == ["search_index", "workers/search"]


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_a_key_opens_the_search(reader: _Reader, key: str) -> None:
    reader.open()

    reader.page.keyboard.press(key)
    reader.page.keyboard.type("bio-based")

    reader.page.wait_for_selector(ANSWER)
    assert reader.page.input_value(FIELD) == "bio-based"


def test_the_icon_on_a_phone_opens_the_search(reader: _Reader) -> None:
    reader.page.set_viewport_size({"width": 380, "height": 800})
    reader.open()

    reader.page.click(".md-header__button[for=__search]")
    reader.page.keyboard.type("bio-based")

    reader.page.wait_for_selector(ANSWER)


def test_a_question_in_the_address_is_answered(reader: _Reader) -> None:
    reader.open("?q=bio-based")

    reader.page.wait_for_selector(ANSWER)


def test_what_is_typed_while_the_index_is_on_its_way_is_not_lost_and_the_search_says_that_it_loads(
    reader: _Reader,
) -> None:
    held: list[Any] = []
    reader.page.route(INDEX, lambda route: held.append(route))  # noqa: PLW0108 - Playwright asks a function for its name
    reader.open()

    reader.page.click(FIELD)
    reader.page.keyboard.type("bio-based")
    reader.page.wait_for_timeout(300)
    said = reader.page.inner_text(STATUS)
    held[0].continue_()

    reader.page.wait_for_selector(ANSWER)
    assert said == "The search is loading …"
    assert "matching" in reader.page.inner_text(STATUS)


def test_a_result_marks_the_words_that_were_searched(reader: _Reader) -> None:
    reader.open()
    reader.page.click(FIELD)
    reader.page.keyboard.type("plastics")

    reader.page.locator(".md-search-result__item a").first.click()

    reader.page.wait_for_selector("article mark")
    assert "h=plastics" in reader.page.url


def test_a_search_whose_index_does_not_come_says_so(chromium: Any, base: str) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.route(INDEX, lambda route: route.abort())
    page.goto(f"{base}/{CASE}")

    page.click(FIELD)

    page.wait_for_selector(f"{STATUS} >> text=could not be loaded", timeout=TIMEOUT)
    page.close()


def test_in_a_theme_that_the_script_does_not_know_nothing_waits(reader: _Reader, real_site: Path) -> None:
    known = (real_site / CASE).read_text(encoding="utf-8")
    later = known.replace('class="md-search"', 'class="md-find"')
    reader.page.route(f"**/{CASE}", lambda route: route.fulfill(body=later, content_type="text/html"))

    reader.open()
    asked = reader.parts
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("bio-based")

    reader.page.wait_for_selector(ANSWER)
    assert "workers/search" in asked
