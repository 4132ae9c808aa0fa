"""The aids for readers, in a real browser: tooltips, links and citations to copy, tables that scroll, the menu."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from auditing import DARK, LIGHT

from generator.front import front_files

CASE = "/cases/fribourg/"
CONCEPT = "article p a[aria-describedby^='tooltip-term-']"
CITATION = "article p a[aria-describedby^='tooltip-source-']"
SHOWN = "[role=tooltip]:not([hidden])"
TIMEOUT = 5000
CLIPBOARD = ["clipboard-read", "clipboard-write"]
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
KEEP_COPIED = "addEventListener('copy', (event) => { window.copied = event.clipboardData.getData('text/plain'); });"
NO_COMMAND = "document.execCommand = () => false;"


@pytest.fixture
def page(chromium: Any, server: str) -> Iterator[Any]:
    """The page of a case, wide, with the clipboard allowed."""
    with chromium.new_context(**LIGHT, permissions=CLIPBOARD, bypass_csp=True) as context:  # tests add styles
        page = context.new_page()
        page.set_default_timeout(TIMEOUT)
        page.goto(server + CASE)
        yield page


def focus(page: Any, selector: str) -> Any:
    """Bring the keyboard's focus to the first of these elements, as its user does."""
    element = page.locator(selector).first
    page.keyboard.press("Tab")  # so that the browser takes the next focus for the keyboard's
    element.focus()
    return element


def wait_for_no_tooltip(page: Any) -> None:
    page.wait_for_selector(SHOWN, state="detached", timeout=2000)


@pytest.mark.parametrize("selector", [CONCEPT, CITATION])
def test_what_a_link_means_is_told_beside_it_on_focus_until_the_focus_leaves(page: Any, selector: str) -> None:
    link = focus(page, selector)

    told = page.text_content(SHOWN)
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")

    entry = link.get_attribute("aria-describedby").removeprefix("tooltip-")
    assert page.text_content(f"#{entry}").removesuffix("About this source").strip() == told.strip()
    assert page.locator(SHOWN).count() == 0


def test_a_tooltip_stays_while_the_pointer_is_on_its_link_or_on_itself_and_no_longer(page: Any) -> None:
    page.locator(CONCEPT).first.hover()
    tooltip = page.wait_for_selector(SHOWN, timeout=2000)

    tooltip.hover()
    page.wait_for_timeout(600)
    stays = page.locator(SHOWN).count()
    page.mouse.move(2, 2)

    wait_for_no_tooltip(page)
    assert stays == 1


def test_a_tooltip_under_the_pointer_stays_when_the_focus_moves_on(page: Any) -> None:
    focus(page, CONCEPT)
    page.locator(SHOWN).hover()
    page.wait_for_timeout(600)

    page.evaluate("document.activeElement.blur()")

    assert page.locator(SHOWN).count() == 1


def test_escape_closes_a_tooltip_and_leaves_the_focus_where_it_is(page: Any) -> None:
    link = focus(page, CITATION)

    page.keyboard.press("Escape")

    assert page.locator(SHOWN).count() == 0
    assert link.evaluate("(link) => link === document.activeElement")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_tooltip_leaves_the_window_or_hides_its_link(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.keyboard.press("Tab")

    seen = page.evaluate("""() => [...document.querySelectorAll("a[aria-describedby^=tooltip]")]
        .filter((link) => link.checkVisibility())
        .map((link) => {
            link.focus();
            const one = link.getBoundingClientRect();
            const other = document.getElementById(link.getAttribute("aria-describedby")).getBoundingClientRect();
            const inside = other.top >= 0 && other.left >= 0 && other.bottom <= innerHeight
                && other.right <= document.documentElement.clientWidth && other.height > 0;
            const apart = other.top >= one.bottom || other.bottom <= one.top;
            return { text: link.textContent, inside, apart };
        })""")

    assert len(seen) > 20
    assert [each for each in seen if not (each["inside"] and each["apart"])] == []


def test_links_within_the_lists_of_terms_and_sources_have_no_tooltip_and_all_others_to_them_have(page: Any) -> None:
    inside = page.locator("[id^=term-] a, [id^=source-] a")
    citations = page.locator("article a[href^='#source-']:not([aria-describedby])")

    assert inside.count() > 5
    assert page.locator("[id^=term-] a[aria-describedby], [id^=source-] a[aria-describedby]").count() == 0
    assert citations.count() == 0


def test_a_description_is_words_only(page: Any) -> None:
    tooltips = page.locator("[role=tooltip]")

    assert tooltips.count() > 5
    assert page.locator("[role=tooltip] :is(a, button, [id])").count() == 0
    assert "About this source" not in " ".join(tooltips.all_text_contents())


def test_a_finger_follows_the_link_with_its_first_tap(chromium: Any, server: str) -> None:
    with chromium.new_context(viewport={"width": 380, "height": 800}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(server + CASE)
        page.evaluate("addEventListener('click', (event) => event.preventDefault(), { once: true })")
        page.locator(CITATION).first.tap()
        page.wait_for_timeout(400)
        tooltips = page.locator(SHOWN).count()

        page.locator(CONCEPT).first.tap()

        page.wait_for_url("**/concepts/**")
        assert tooltips == 0


@pytest.mark.parametrize(("pointer", "shown"), [("mouse", 1), ("touch", 0)])
def test_a_finger_that_rests_on_a_link_sees_no_tooltip(page: Any, pointer: str, shown: int) -> None:
    page.locator(CONCEPT).first.evaluate(
        "(link, pointerType) => link.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType }))",
        pointer,
    )
    page.wait_for_timeout(400)

    assert page.locator(SHOWN).count() == shown


def test_a_heading_and_its_link_are_called_by_the_words_of_the_heading(page: Any) -> None:
    heading = page.get_by_role("heading", name="Sources", exact=True)
    link = page.get_by_role("link", name="Link to section Sources", exact=True)
    unnamed = page.locator(".headerlink:not([aria-label])")

    assert heading.count() == 1
    assert link.get_attribute("href") == "#sources"
    assert unnamed.count() == 0


def test_the_link_of_a_heading_can_be_seen_when_the_keyboard_comes_to_it(page: Any) -> None:
    link = focus(page, "#sources .headerlink")

    page.wait_for_timeout(300)

    assert link.evaluate("(link) => getComputedStyle(link).opacity") == "1"


@pytest.mark.parametrize("anchor", ["#sources .headerlink", "article a.figure"])
def test_an_anchor_copies_its_whole_address_goes_there_and_says_so(page: Any, server: str, anchor: str) -> None:
    page.goto(f"{server}/cases/basque-country/?h=cluster&keep=1")
    focus(page, anchor)

    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status] >> text=Link copied")

    copied = page.evaluate("navigator.clipboard.readText()")
    fragment = page.locator(anchor).first.get_attribute("href")
    assert copied == f"{server}/cases/basque-country/?keep=1{fragment}"
    assert page.url.endswith(fragment)


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [("Copy citation", "Casebook editors (2026). Canton", ")"), ("Copy BibTeX", "@misc{casebook-fribourg,", "}")],
)
@pytest.mark.long
@pytest.mark.parametrize("clipboard", [True, False])
def test_a_citation_is_copied_by_a_button(page: Any, name: str, start: str, end: str, *, clipboard: bool) -> None:
    page.add_init_script(KEEP_COPIED if clipboard else NO_CLIPBOARD + KEEP_COPIED)
    page.reload()
    button = page.get_by_role("button", name=name)

    button.click()
    said = page.get_by_role("button", name="Copied")
    said.wait_for()

    copied = page.evaluate("navigator.clipboard.readText()") if clipboard else page.evaluate("copied")
    assert copied.startswith(start)
    assert copied.endswith(end)
    assert page.text_content(".status") == "Copied"
    button.wait_for(timeout=4000)
    assert page.text_content(".status") == ""


def test_where_nothing_copies_the_citation_is_selected_and_the_key_named(page: Any) -> None:
    page.add_init_script(NO_CLIPBOARD + NO_COMMAND)
    page.reload()

    page.get_by_role("button", name="Copy citation").click()
    page.wait_for_selector(".status >> text=Press Ctrl+C")

    assert page.evaluate("getSelection().toString()").startswith("Casebook editors (2026). Canton")


def test_a_citation_is_copied_from_a_folder(chromium: Any, real_site: Path) -> None:
    page = chromium.new_page()
    page.goto((real_site / "cases/fribourg/index.html").as_uri())

    page.get_by_role("button", name="Copy citation").click()

    page.get_by_role("button", name="Copied").wait_for()
    page.close()


def test_without_scripts_there_is_nothing_that_does_nothing(chromium: Any, server: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server + CASE)

        assert page.locator("article button, .status, [role=tooltip]").count() == 0
        assert page.locator("#sources .headerlink").get_attribute("href") == "#sources"


def test_a_frame_can_be_focused_and_has_a_name_of_its_own_only_while_it_scrolls(page: Any, server: str) -> None:
    scrolling = """() => [...document.querySelectorAll("article *")].filter((element) =>
        element.scrollWidth > element.clientWidth && /auto|scroll/.test(getComputedStyle(element).overflowX)).length"""
    page.goto(f"{server}/about/evidence/")
    page.add_style_tag(content="article table:not([class]) { min-width: 30rem }")
    page.wait_for_timeout(300)
    frames = page.locator("article [role=region][tabindex='0'][aria-label]")
    wide = (frames.count(), page.evaluate(scrolling))

    page.set_viewport_size({"width": 320, "height": 640})
    frames.first.wait_for()
    narrow = (frames.count(), page.evaluate(scrolling))
    names = frames.evaluate_all("(frames) => frames.map((frame) => frame.getAttribute('aria-label'))")
    page.set_viewport_size({"width": 1280, "height": 800})
    frames.first.wait_for(state="detached")

    assert wide == (0, 0)
    assert narrow[0] == narrow[1] > 1
    assert all(name.startswith("Table: ") for name in names)
    assert len(names) == len(set(names))


def test_two_tables_of_one_section_do_not_share_a_name(page: Any, server: str) -> None:
    def double(route: Any) -> None:
        answer = route.fetch()
        html = re.sub(r'<div class="table-frame">.*?</table>\s*</div>', r"\g<0>\g<0>", answer.text(), flags=re.DOTALL)
        route.fulfill(response=answer, body=html.replace("<table>", '<table style="min-width: 30rem">'))

    page.route("**/about/evidence/", double)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{server}/about/evidence/")

    page.wait_for_selector("[aria-label^='Table: ']")
    names = page.locator("[aria-label^='Table: ']").evaluate_all("(all) => all.map((frame) => frame.ariaLabel)")

    assert names[1] == f"{names[0]} (2)"
    assert len(names) == len(set(names))


def test_the_keyboard_passes_a_shut_menu_opens_it_and_leaves_it(chromium: Any, server: str) -> None:
    with chromium.new_context(**DARK) as context:
        page = context.new_page()
        page.goto(server + CASE)
        hidden = page.locator(".md-sidebar--primary").evaluate("(menu) => getComputedStyle(menu).visibility")

        focus(page, "button.menu")
        page.keyboard.press("Space")
        opened = page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
        page.keyboard.press("Escape")

        assert hidden == "hidden"
        assert opened
        assert not page.is_checked("#__drawer")
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Menu"
        page.keyboard.press("Enter")
        assert page.is_checked("#__drawer")


def test_nothing_of_the_aids_is_printed(page: Any) -> None:
    page.get_by_role("button", name="Copy citation").click()
    focus(page, CITATION)

    page.emulate_media(media="print")

    assert [page.locator(shown).first.is_visible() for shown in (SHOWN, ".status", ".copy")] == [False] * 3


def test_the_scripts_leave_nothing_behind_in_the_window(page: Any) -> None:
    names = "Object.getOwnPropertyNames(window).sort()"
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog.search[open]")
    with_scripts = page.evaluate(names)

    page.route("**/assets/*.js", lambda route: route.abort())
    page.reload()

    assert page.evaluate(names) == with_scripts


def test_all_scripts_together_are_small() -> None:
    sizes = {name: len(gzip.compress(content)) for name, content in front_files().items() if name.endswith(".js")}

    assert sizes["assets/first.js"] + sizes["assets/casebook.js"] < 7_500
    assert sizes["assets/search.js"] < 11_000
