"""The map in a browser: by keyboard, without a script, from a folder, in small windows and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from auditing import DARK, LIGHT

MARKS = ".map a.mark"
# The marks that are shown, each with its circle on the screen.
SHOWN = """() => [...document.querySelectorAll(".map a.mark")].filter((mark) => mark.checkVisibility()).map((mark) => {
  const { x, y, width } = mark.querySelector("circle").getBoundingClientRect();
  return { name: mark.getAttribute("aria-label"), x: x + width / 2, y: y + width / 2, radius: width / 2 };
})"""


@pytest.mark.long
@pytest.mark.parametrize("width", [320, 380, 640, 800, 960, 1280, 1920])
def test_every_mark_can_be_hit_at_any_width_and_none_hides_another(chromium: Any, server: str, width: int) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{server}/map/")
        marks = page.evaluate(SHOWN)
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    touching = [
        (one["name"], other["name"])
        for at, one in enumerate(marks)
        for other in marks[at + 1 :]
        if (one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2 < (one["radius"] + other["radius"]) ** 2
    ]
    assert len(marks) == len({mark["name"] for mark in marks}) > 50
    assert min(mark["radius"] for mark in marks) >= 12
    assert touching == []
    assert overflow <= 0


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_keyboard_comes_to_every_mark_in_order_and_sees_its_name(
    chromium: Any,
    server: str,
    scripts: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    with chromium.new_context(**LIGHT, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(f"{server}/map/")
        marks = page.locator(".map .whole a.mark")
        numbers, unseen = [], []
        page.locator("a[href='#list']").first.focus()
        for _ in range(marks.count()):
            page.keyboard.press("Tab")
            focused = page.locator(":focus")
            numbers.append(int((focused.get_attribute("aria-label") or "0").split(" ")[0]))
            if not focused.locator(".name").is_visible():
                unseen.append(numbers[-1])

    assert numbers == list(range(1, len(numbers) + 1))
    assert unseen == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_from_a_folder_a_mark_leads_to_its_entry_and_on_to_the_case(
    chromium: Any,
    real_site: Path,
    scripts: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    with chromium.new_context(**LIGHT, java_script_enabled=scripts, offline=True) as context:
        page = context.new_page()
        failed: list[str] = []
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.goto((real_site / "map" / "index.html").as_uri())
        page.locator(".map .whole a[href='#place-seville'], .map .whole a[href='#place-es-seville']").focus()
        page.keyboard.press("Enter")
        entry = page.locator("#place-es-seville")
        in_view = entry.bounding_box()
        entry.get_by_role("link").first.click()
        page.wait_for_url("**/cases/**")
        title = page.locator("h1").inner_text()

    assert in_view
    assert 0 <= in_view["y"] < 800
    assert title
    assert failed == []


def test_the_outline_is_drawn_from_a_folder(chromium: Any, real_site: Path) -> None:
    with chromium.new_context(**LIGHT) as context:
        page = context.new_page()
        page.goto((real_site / "map" / "index.html").as_uri())
        width = page.evaluate(
            """async () => {
              const image = new Image();
              image.src = document.querySelector(".map .whole image").href.baseVal;
              await image.decode();
              return image.naturalWidth;
            }"""
        )

    assert width == 920


def test_with_scripts_a_mark_tells_what_is_there(chromium: Any, server: str) -> None:
    with chromium.new_context(**LIGHT) as context:
        page = context.new_page()
        page.goto(f"{server}/map/")
        page.locator("a[href='#list']").first.focus()
        page.keyboard.press("Tab")
        shown = page.locator("[role=tooltip]:not([hidden])").inner_text()

    assert "Creative vouchers in Austria" in shown


@pytest.mark.parametrize("setting", [LIGHT, DARK], ids=["light", "dark"])
def test_on_paper_the_whole_map_stands_above_its_list(chromium: Any, server: str, setting: dict[str, Any]) -> None:
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        page.goto(f"{server}/map/")
        page.emulate_media(media="print")
        marks = page.evaluate(SHOWN)
        entries = page.locator(".countries li:visible").count()
        filters = page.evaluate("getComputedStyle(document.querySelector('.map image')).filter")

    assert len(marks) == entries > 50
    assert filters == "none"
