"""The tables that compare, in a real browser: sorting, leaving out rows, scrolling by keyboard, without script, in print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from auditing import DARK, LIGHT, violations_on

from generator.comparisons import COMPARISONS

PHONE = {"viewport": {"width": 380, "height": 800}}
IDS = [comparison.id for comparison in COMPARISONS]
STATUS = "article [role=status]"
CELLS = "rows => rows.map((row) => row.cells[%d].textContent.trim())"


@pytest.fixture
def page(chromium: Any, server: str) -> Iterator[Any]:
    """The table of sizes, wide."""
    with chromium.new_context(**LIGHT) as context:
        page = context.new_page()
        page.set_default_timeout(5000)
        page.goto(f"{server}/tables/cluster-sizes/")
        yield page


def column(page: Any, name: str) -> list[str]:
    at = page.eval_on_selector_all("thead th", "heads => heads.map((head) => head.textContent.trim())").index(name)
    return list(page.eval_on_selector_all(".comparison tbody tr:not([hidden])", CELLS % at))


def open_table(page: Any, server: str, name: str) -> None:
    page.goto(f"{server}/tables/{name}/")


def test_a_button_in_the_heading_sorts_numbers_as_numbers_up_and_down(page: Any) -> None:
    page.focus("thead th:has-text('Figure') button")
    page.keyboard.press("Enter")
    up = column(page, "Figure")
    page.keyboard.press("Enter")

    assert [words.split()[0] for words in up] == ["14", "around", "120", "170", "267", "around", "850"]
    assert column(page, "Figure") == up[::-1]
    assert page.get_attribute("thead th:has-text('Figure')", "aria-sort") == "descending"
    assert page.locator("[aria-sort]").count() == 1
    assert "Sorted by Figure, falling" in page.text_content(STATUS)


def test_what_is_blank_comes_last_either_way(page: Any, server: str) -> None:
    open_table(page, server, "roles-by-level")
    for _ in range(2):
        page.click("thead th:has-text('Brands') button")
        cells = column(page, "Brands")
        told = [cell for cell in cells if cell != "not told"]
        assert told
        assert cells[: len(told)] == told


def test_dates_sort_by_time(page: Any, server: str) -> None:
    open_table(page, server, "timeline")
    page.click("thead th:has-text('Date') button")
    page.click("thead th:has-text('Date') button")

    assert column(page, "Date")[0] == "March 2020"


def test_a_field_leaves_out_rows_and_counts_what_is_left(page: Any, server: str) -> None:
    open_table(page, server, "timeline")
    total = page.locator(".comparison tbody tr").count()
    page.get_by_label("Show rows with").fill("Plan TOOLKIT")

    left = page.locator(".comparison tbody tr:visible").count()
    assert 0 < left < total
    assert f"{left} of {total} rows" in page.text_content(STATUS)
    page.get_by_label("Show rows with").fill("no such thing")
    assert f"0 of {total} rows" in page.text_content(STATUS)


@pytest.mark.long
@pytest.mark.parametrize("name", IDS)
def test_a_table_is_whole_without_a_script(chromium: Any, server: str, real_site: Path, name: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        open_table(page, server, name)
        rows = page.locator(".comparison tbody tr:visible").count()
        lines = page.locator("article p.soft").first.inner_text()

        assert lines.startswith(f"{rows} rows")
        assert page.locator(".comparison :is(button, input)").count() == 0
        assert page.locator("tbody th[scope=row]").count() == rows
        assert page.locator("thead th:not([scope=col])").count() == 0


@pytest.mark.parametrize("name", ["roles-by-level", "transformative-activities", "limits-by-case"])
def test_on_a_phone_the_keyboard_scrolls_the_frame_and_the_row_keeps_its_name(
    chromium: Any, server: str, name: str
) -> None:
    with chromium.new_context(**LIGHT | PHONE) as context:
        page = context.new_page()
        open_table(page, server, name)
        page.wait_for_selector("[role=region]:has(table)")
        frame = page.locator("[tabindex='0'][role=region]:has(table)")

        assert frame.count() == 1
        frame.focus()
        before = page.locator("tbody th").first.bounding_box()["x"]
        for _ in range(8):
            page.keyboard.press("ArrowRight")
        page.wait_for_timeout(400)
        assert frame.evaluate("frame => frame.scrollLeft") > 0
        assert page.locator("tbody th").first.bounding_box()["x"] == pytest.approx(before, abs=4)
        assert page.evaluate("document.documentElement.scrollWidth") <= 380


@pytest.mark.long
@pytest.mark.parametrize("settings", [LIGHT, DARK], ids=["wide and light", "narrow and dark"])
def test_no_table_breaks_a_rule_of_accessibility(chromium: Any, server: str, settings: dict[str, Any]) -> None:
    pages = [f"{server}/tables/", *(f"{server}/tables/{name}/" for name in IDS)]

    assert violations_on(chromium, settings, pages) == []


def test_on_paper_the_table_fits_and_its_field_is_gone(page: Any, server: str) -> None:
    open_table(page, server, "roles-by-level")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})

    assert not page.get_by_label("Show rows with").is_visible()
    assert page.locator("thead").is_visible()
    assert page.locator(".comparison table").evaluate("table => table.getBoundingClientRect().right") <= 720
