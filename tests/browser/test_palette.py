"""The palette is the system's until a reader chooses one; the choice stays, from page to page and from Material's time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

BUTTON = "header button.palette"
SCHEME = "document.body.dataset.mdColorScheme"
KEPT = "Object.keys(localStorage).map((key) => [key, localStorage[key]])"
LIGHT, DARK = "default", "slate"
# As Material wrote it, when its script stood on the pages.
OF_MATERIAL = """localStorage.setItem("/.__palette", JSON.stringify({
  index: 1, color: { media: "(prefers-color-scheme: dark)", scheme: "slate", primary: "custom", accent: "custom" },
}))"""
# The palettes that the page had whenever something was added to it.
WATCH = """new MutationObserver(() => {
  if (document.querySelector("article")) (window.seen ??= []).push(document.body.dataset.mdColorScheme);
}).observe(document, { childList: true, subtree: true });"""
NOTHING_IS_KEPT = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } });"


@contextmanager
def opened(chromium: Any, address: str, system: str = "light", script: str = "") -> Iterator[Any]:
    with chromium.new_context(color_scheme=system) as context:
        page = context.new_page()
        page.add_init_script(script)
        page.goto(address)
        yield page


@pytest.mark.parametrize(("system", "scheme"), [("light", LIGHT), ("dark", DARK)])
def test_the_system_decides_before_anything_is_shown(chromium: Any, server: str, system: str, scheme: str) -> None:
    with opened(chromium, f"{server}/cases/fribourg/", system, WATCH) as page:
        assert set(page.evaluate("seen")) == {scheme}
        assert page.evaluate(KEPT) == []


def test_a_page_follows_the_system_until_somebody_chooses(chromium: Any, server: str) -> None:
    with opened(chromium, f"{server}/") as page:
        page.emulate_media(color_scheme="dark")
        followed = page.evaluate(SCHEME)
        page.click(BUTTON)
        page.emulate_media(color_scheme="light")
        page.emulate_media(color_scheme="dark")

        assert (followed, page.evaluate(SCHEME)) == (DARK, LIGHT)


def test_a_choice_holds_on_the_next_page_from_its_first_moment(chromium: Any, server: str) -> None:
    with opened(chromium, f"{server}/") as page:
        page.click(BUTTON)
        page.add_init_script(WATCH)
        page.goto(f"{server}/cases/fribourg/")

        assert set(page.evaluate("seen")) == {DARK}


def test_what_readers_chose_under_material_holds(chromium: Any, server: str) -> None:
    with opened(chromium, f"{server}/about/") as page:
        page.evaluate(OF_MATERIAL)
        before = page.evaluate(KEPT)
        page.goto(f"{server}/cases/fribourg/")
        carried = page.evaluate(SCHEME)
        page.evaluate("localStorage.clear()")
        page.click(BUTTON)
        page.click(BUTTON)

        assert carried == DARK
        assert page.evaluate(KEPT) == before


def test_the_palette_is_kept_for_a_site_opened_from_a_folder(chromium: Any, real_site: Path) -> None:
    with opened(chromium, (real_site / "index.html").as_uri()) as page:
        page.click(BUTTON)
        page.click("nav.md-tabs a >> text=Cases")
        page.wait_for_url("**/cases/index.html")

        assert page.evaluate(SCHEME) == DARK


def test_where_nothing_may_be_kept_the_button_still_works(chromium: Any, server: str) -> None:
    with opened(chromium, f"{server}/", script=NOTHING_IS_KEPT) as page:
        page.click(BUTTON)
        chosen = page.evaluate(SCHEME)
        page.emulate_media(color_scheme="dark")

        assert (chosen, page.evaluate(SCHEME)) == (DARK, DARK)


def test_the_button_is_called_by_what_it_does(chromium: Any, server: str) -> None:
    with opened(chromium, f"{server}/") as page:
        page.get_by_role("button", name="Switch to the dark palette", exact=True).press("Enter")
        page.get_by_role("button", name="Switch to the light palette", exact=True).press("Enter")

        assert page.evaluate(SCHEME) == LIGHT
        assert page.evaluate("document.activeElement.matches('.palette')")


def test_without_scripts_there_is_no_button_for_it(chromium: Any, server: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{server}/")

        assert page.locator("header [data-md-component=palette] button:visible").count() == 0
