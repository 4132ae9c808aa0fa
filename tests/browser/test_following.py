"""The page goes along with its reader: the contents, the title in the header, the way to the top, what is folded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from auditing import DARK, LIGHT

CASE = "/cases/basque-country/"
MARKED = ".md-sidebar--secondary a[aria-current]"
TOP = "button.md-top"
SCROLLS_TO = "(heading) => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 100)"
# Of two sections side by side the second is marked; the last one is, at the end of the page.
HIGHER_THAN_THE_NEXT = """(all) => {
  const placeOf = (heading) => Math.round(heading.getBoundingClientRect().top);
  return all.filter((heading, at) => at + 1 < all.length && placeOf(heading) < placeOf(all[at + 1])).map(({ id }) => id);
}"""
IS_IN_VIEW = """(link) => {
  const [one, frame] = [link, link.closest(".md-sidebar__scrollwrap")].map((each) => each.getBoundingClientRect());
  return one.top >= frame.top && one.bottom <= frame.bottom && one.bottom <= innerHeight;
}"""
FOLDED = "() => document.querySelectorAll('article details:not([open])').length"


@pytest.fixture
def page(chromium: Any, server: str) -> Iterator[Any]:
    """The page of a long case, wide."""
    with chromium.new_context(**LIGHT) as context:
        page = context.new_page()
        page.set_default_timeout(5000)
        page.goto(server + CASE)
        yield page


def scroll(page: Any, *heights: int) -> None:
    for height in heights:
        page.evaluate("(height) => scrollTo(0, height)", height)
        page.wait_for_timeout(120)


def test_the_contents_mark_the_section_that_is_read_and_keep_it_in_view(page: Any) -> None:
    page.set_viewport_size({"width": 1280, "height": 420})
    ids = page.eval_on_selector_all("article h2[id]", HIGHER_THAN_THE_NEXT)

    seen = []
    for each in ids:
        page.locator(f"[id='{each}']").evaluate(SCROLLS_TO)
        page.wait_for_timeout(120)
        marked = page.locator(MARKED)
        seen.append((marked.get_attribute("href"), marked.count(), marked.evaluate(IS_IN_VIEW)))

    assert len(ids) > 8
    assert seen == [(f"#{each}", 1, True) for each in ids]


def test_nothing_is_marked_at_the_top_and_the_last_section_at_the_end(page: Any) -> None:
    scroll(page, 4000, 0)
    at_the_top = page.locator(MARKED).count()
    last = page.locator(".md-sidebar--secondary a").last.get_attribute("href")

    page.keyboard.press("End")
    page.wait_for_timeout(300)

    assert at_the_top == 0
    assert page.locator(MARKED).get_attribute("href") == last


@pytest.mark.parametrize("scripts", [True, False])
def test_the_contents_stay_beside_the_text_and_scroll_by_themselves(
    chromium: Any, server: str, *, scripts: bool
) -> None:
    with chromium.new_context(viewport={"width": 1280, "height": 420}, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(server + CASE + "#sources")
        frame = page.locator(".md-sidebar--secondary .md-sidebar__scrollwrap")
        box = frame.bounding_box()

        frame.hover()
        page.mouse.wheel(0, 4000)
        page.locator(".md-sidebar--secondary a").last.wait_for()

        assert 0 <= box["y"] <= 100
        assert box["y"] + box["height"] <= 420


def test_the_header_names_the_page_once_its_title_is_out_of_sight(page: Any) -> None:
    topic = page.locator(".md-header__topic").nth(1)
    shown = "(topic) => getComputedStyle(topic).opacity"
    before = topic.evaluate(shown)

    scroll(page, 2000)
    page.wait_for_timeout(500)

    assert (before, topic.evaluate(shown)) == ("0", "1")
    assert topic.inner_text() == page.locator("h1").evaluate("(title) => title.firstChild.data.trim()")


def test_who_scrolls_up_is_offered_the_way_to_the_top_and_who_scrolls_down_is_not(page: Any) -> None:
    offered = []
    for height in (2000, 1900, 2100):
        scroll(page, height)
        offered.append(page.locator(TOP).is_visible())

    assert offered == [False, True, False]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_button_leads_the_page_and_the_keyboard_to_the_top(page: Any, key: str) -> None:
    scroll(page, 2000, 1900)
    page.locator(TOP).press(key)
    page.wait_for_timeout(300)

    at_the_top = page.evaluate("scrollY")
    page.keyboard.press("Tab")

    assert at_the_top == 0
    assert page.evaluate("!!document.activeElement.closest('article') && scrollY < innerHeight")
    assert not page.locator(TOP).is_visible()


def test_a_jump_up_to_a_section_offers_no_way_to_the_top(page: Any) -> None:
    page.keyboard.press("End")
    page.wait_for_timeout(300)

    page.locator(".md-sidebar--secondary a").nth(3).click()
    page.wait_for_timeout(300)

    assert page.evaluate("scrollY") > 0
    assert not page.locator(TOP).is_visible()


@pytest.mark.long
@pytest.mark.parametrize("setting", [LIGHT, DARK], ids=["light at 1280", "dark at 380"])
def test_the_button_never_lies_on_what_the_keyboard_has_come_to(
    chromium: Any, server: str, setting: dict[str, Any]
) -> None:
    covered = """() => {
      const [one, other] = [document.querySelector("button.md-top"), document.activeElement];
      if (one === other || getComputedStyle(one).visibility === "hidden") return null;
      const [a, b] = [one, other].map((each) => each.getBoundingClientRect());
      const isOn = a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;
      return isOn ? other.outerHTML.slice(0, 80) : null;
    }"""
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        page.goto(server + CASE)
        page.keyboard.press("End")
        page.locator("footer a").first.focus()

        found = set()
        for _ in range(150):
            page.keyboard.press("Shift+Tab")
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            found.add(page.evaluate(covered))

    assert found == {None}


def test_on_paper_nothing_is_folded_and_afterwards_it_is_again(page: Any, server: str) -> None:
    page.goto(f"{server}/explore/")
    folded = page.evaluate(FOLDED)

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    on_paper = page.evaluate(FOLDED)
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert folded > 0
    assert on_paper == 0
    assert page.evaluate(FOLDED) == folded
