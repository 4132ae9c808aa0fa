"""The search, in a real browser: it costs nothing until it is opened, and answers then, from a server and a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from auditing import LIGHT

CASE = "cases/fribourg/index.html"
FIELD = "dialog.search[open] input"
RESULT = ".search-results a"
ANSWER = f"{RESULT} >> text=Canton of Fribourg"
STATUS = ".search-status"
NAMES = "**/assets/search/names.js*"
TIMEOUT = 5000


@pytest.fixture(params=["served", pytest.param("folder", marks=pytest.mark.long)])
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
        self.page.wait_for_timeout(300)

    def ask(self, question: str) -> None:
        """Open the search by its key, and type."""
        self.page.keyboard.press("/")
        self.page.wait_for_selector(FIELD)
        self.page.keyboard.type(question)
        self.page.wait_for_selector(".search-results[aria-busy=false]", state="attached")

    @property
    def parts(self) -> list[str]:
        """The parts of the search that were asked for."""
        return [url.partition("/assets/search")[2].partition("?")[0] for url in self.asked if "/assets/search" in url]

    @property
    def focused(self) -> Any:
        return self.page.evaluate("document.activeElement.className || document.activeElement.textContent")


@pytest.fixture
def reader(chromium: Any, base: str) -> Iterator[_Reader]:
    with chromium.new_context(**LIGHT) as context:
        reader = _Reader(context.new_page(), base)
        yield reader
        assert reader.faults == []


def test_a_page_asks_for_nothing_of_the_search_until_it_is_opened_and_then_once(reader: _Reader) -> None:
    reader.open()
    before = reader.parts

    reader.ask("bio-based")
    reader.page.keyboard.press("Escape")
    reader.page.click(".search-button")
    reader.page.wait_for_selector(ANSWER)

    assert before == []
    assert {".js", ".css", "/names.js"} <= set(reader.parts)
    assert len(reader.parts) == len(set(reader.parts))


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_the_search(reader: _Reader, key: str) -> None:
    reader.open()

    reader.page.keyboard.press(key)
    reader.page.wait_for_selector(FIELD)
    reader.page.keyboard.type("bio-based")

    reader.page.wait_for_selector(ANSWER)
    assert reader.page.input_value(FIELD) == "bio-based"


def test_who_speaks_to_the_computer_can_switch_the_sign_off_and_it_stays_off(reader: _Reader) -> None:
    reader.open()
    reader.ask("")
    reader.page.get_by_label("The key / opens the search").uncheck()
    reader.page.keyboard.press("Escape")
    reader.page.locator(".palette").click()
    reader.page.reload()

    reader.page.keyboard.press("/")
    reader.page.wait_for_timeout(300)
    unopened = not reader.page.locator("dialog.search[open]").count()
    reader.page.keyboard.press("Control+k")
    reader.page.get_by_label("The key / opens the search").check()
    reader.page.keyboard.press("Escape")
    reader.page.reload()
    reader.page.keyboard.press("/")

    reader.page.wait_for_selector("dialog.search[open]")
    assert unopened


def test_no_letter_and_no_other_sign_alone_does_anything(reader: _Reader) -> None:
    reader.open()
    looks = "document.documentElement.outerHTML + location + scrollY"
    before = reader.page.evaluate(looks)

    reader.page.keyboard.type("abcdefghijklmnopqrstuvwxyz0123456789?.,")

    assert reader.page.evaluate(looks) == before
    assert reader.parts == []


def test_on_a_phone_a_button_opens_the_search_and_another_closes_it(reader: _Reader) -> None:
    reader.page.set_viewport_size({"width": 320, "height": 640})
    reader.open()

    reader.page.click(".search-button")
    reader.page.wait_for_selector(FIELD)
    reader.page.keyboard.type("bio-based")
    reader.page.wait_for_selector(ANSWER)
    wide = reader.page.evaluate(
        "document.querySelector('dialog').scrollWidth > document.querySelector('dialog').clientWidth"
    )
    reader.page.click(".search-close")

    assert not wide
    assert reader.page.locator("dialog[open]").count() == 0


def test_escape_closes_the_search_and_returns_the_focus(reader: _Reader) -> None:
    reader.open()
    reader.page.focus(".search-button")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_selector(FIELD)

    reader.page.keyboard.press("Escape")

    assert reader.page.locator("dialog[open]").count() == 0
    assert "search-button" in reader.focused


def test_the_arrow_keys_walk_from_the_field_through_the_results_and_back_and_enter_opens_one(reader: _Reader) -> None:
    reader.open()
    reader.ask("photonics in bordeaux")
    titles = reader.page.locator(RESULT).all_inner_texts()

    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        reader.page.keyboard.press(key)
        walked.append(reader.page.evaluate("document.activeElement.innerText"))
    reader.page.keyboard.press("ArrowUp")
    in_field = reader.page.evaluate("document.activeElement.id")
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")

    reader.page.wait_for_url("**/cases/bordeaux-photonics/**")
    assert walked == [titles[0], titles[1], titles[0]]
    assert in_field == "search-field"


def test_enter_in_the_field_opens_the_first_result_also_before_it_is_shown(reader: _Reader) -> None:
    reader.open()
    reader.page.keyboard.press("Control+k")
    reader.page.wait_for_selector(FIELD)

    reader.page.keyboard.type("photonics in bordeaux")
    reader.page.keyboard.press("Enter")

    reader.page.wait_for_url("**/cases/bordeaux-photonics/**")


def test_results_can_be_narrowed_to_a_kind_which_is_said(reader: _Reader) -> None:
    reader.open()
    reader.ask("innovation voucher")
    kinds = set(reader.page.locator(".search-kind").all_inner_texts())

    reader.page.click(".search-kinds button >> text=Concepts")
    reader.page.wait_for_function("document.querySelector('.search-status').textContent.includes('concept')")

    narrowed = [words.split(" · ")[0] for words in reader.page.locator(".search-kind").all_inner_texts()]
    assert len(kinds) > 1
    assert set(narrowed) == {"Concept"}
    assert reader.page.get_attribute(STATUS, "role") == "status"
    assert reader.page.evaluate("document.activeElement.ariaPressed") == "true"


def test_the_address_holds_the_question_while_the_search_is_open_and_is_answered(reader: _Reader) -> None:
    reader.open("?q=innovation+voucher&kind=concepts")
    reader.page.wait_for_selector(f"{RESULT} >> text=nnovation voucher")
    kinds = reader.page.locator(".search-kind").all_inner_texts()
    kept = reader.page.url

    reader.page.keyboard.press("Escape")
    reader.page.wait_for_function("!location.search")

    assert kinds[0].startswith("Concept")
    assert kept.endswith("?q=innovation+voucher&kind=concepts")
    assert "?" not in reader.page.url


def test_what_is_typed_while_the_index_is_on_its_way_is_not_lost_and_the_search_says_that_it_loads(
    reader: _Reader,
) -> None:
    held: list[Any] = []
    reader.page.route(NAMES, lambda route: held.append(route))  # noqa: PLW0108 - Playwright asks a function for its name
    reader.open()

    reader.page.keyboard.press("Control+k")
    reader.page.wait_for_selector(FIELD)
    reader.page.keyboard.type("bio-based")
    reader.page.wait_for_timeout(300)
    said = reader.page.inner_text(STATUS)
    held[0].continue_()

    reader.page.wait_for_selector(ANSWER)
    assert said == "The search is loading …"
    assert "the best first" in reader.page.inner_text(STATUS)


def test_a_passage_and_the_page_mark_the_words_that_were_searched(reader: _Reader) -> None:
    reader.open()
    reader.ask("plastic")
    marks = reader.page.locator(".search-passage mark").all_inner_texts()

    reader.page.locator(RESULT).first.click()

    reader.page.wait_for_selector("article mark")
    assert {mark.lower() for mark in marks} <= {"plastic", "plastics"}
    assert "h=plastic" in reader.page.url


def test_a_question_that_nothing_answers_is_told_so(reader: _Reader) -> None:
    reader.open()

    reader.ask("zzyzx")

    assert "Nothing found" in reader.page.inner_text(STATUS)
    assert reader.page.locator(".search-nothing a").first.get_attribute("href").startswith(f"{reader.base}/explore/")
    assert reader.page.locator(".search-nothing button").count() == 0


def test_a_question_that_nothing_answers_offers_words_of_titles_that_are_spelt_nearly_so(reader: _Reader) -> None:
    reader.open()
    reader.ask("vouhcerz")

    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")

    reader.page.wait_for_selector(f"{RESULT} >> text=nnovation voucher")
    assert reader.page.input_value(FIELD).startswith("voucher")
    assert reader.page.locator(".search-nothing").is_hidden()


def test_a_reader_s_own_word_finds_and_marks_the_word_of_the_pages(reader: _Reader) -> None:
    reader.open()

    reader.ask("neighbourhoods")

    reader.page.wait_for_selector(".search-passage mark")
    marks = {mark.lower() for mark in reader.page.locator(".search-passage mark").all_inner_texts()}
    assert marks & {"district", "districts"}


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(chromium: Any, base: str) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.route(NAMES, lambda route: route.abort())
    page.goto(f"{base}/{CASE}")

    page.keyboard.press("Control+k")
    page.wait_for_selector(f"{STATUS} >> text=could not be loaded", timeout=TIMEOUT)
    page.unroute(NAMES)
    page.keyboard.type("bio-based")

    page.wait_for_selector(ANSWER, timeout=TIMEOUT)
    page.close()


def test_without_scripts_nothing_looks_like_a_search(chromium: Any, server: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{server}/404.html")

        assert page.locator("[class*=search]:visible, input[type=search]").count() == 0
        assert not page.locator("text=in the search").is_visible()
