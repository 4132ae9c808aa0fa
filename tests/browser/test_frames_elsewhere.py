"""A chart or table in a frame of another page: drawn, in the reader's palette, whole without a script, links in a new tab."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from auditing import DARK, LIGHT, violations
from browsing import served

CHART = "/charts/cluster-sizes/embed/"
TABLE = "/tables/money-and-staff/embed/"
DRAWN = ".chart-plot[data-drawn] svg"
TIMEOUT = 20_000
GROUND = "() => getComputedStyle(document.body).backgroundColor"


@contextmanager
def opened(chromium: Any, address: str, **setting: Any) -> Iterator[Any]:
    """A page in a context of its own."""
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        page.goto(address)
        yield page


def test_the_code_to_paste_shows_the_chart_in_another_page(
    chromium: Any, server: str, real_site: Path, tmp_path: Path
) -> None:
    with opened(chromium, f"{server}/charts/cluster-sizes/") as page:
        page.locator("details.embed > summary").click()
        code = page.locator("details.embed pre").inner_text()
    frame = re.sub(r"https://[^/]+", server, code)
    (tmp_path / "index.html").write_text(
        f'<html lang="en"><title>Course</title><h1>Course</h1>{frame}', encoding="utf-8"
    )

    with served(tmp_path) as other, opened(chromium, other + "/") as page:
        inner = page.frame_locator("iframe")
        inner.locator(DRAWN).first.wait_for(timeout=TIMEOUT)
        with page.expect_popup() as popup:
            inner.get_by_role("link", name="See it at Casebook").click()

        assert popup.value.url == f"{server}/charts/cluster-sizes/"
        assert page.url == other + "/"


def test_its_code_can_be_copied(chromium: Any, server: str) -> None:
    with opened(chromium, f"{server}/charts/cluster-sizes/", permissions=["clipboard-read", "clipboard-write"]) as page:
        page.locator("details.embed > summary").click()
        page.get_by_role("button", name="Copy the code").click()

        page.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('<iframe src='))")


@pytest.mark.long
def test_it_follows_the_reader_from_light_to_dark(chromium: Any, server: str) -> None:
    with opened(chromium, server + CHART, color_scheme="light") as page:
        page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)
        ink = "() => getComputedStyle(document.querySelector('.chart-plot .xtick text')).fill"
        light, written = page.evaluate(GROUND), page.evaluate(ink)

        page.emulate_media(color_scheme="dark")

        page.wait_for_function(f"(written) => ({ink})() !== written", arg=written)
        assert page.evaluate(GROUND) != light


def test_on_paper_it_is_light(chromium: Any, server: str) -> None:
    with opened(chromium, server + TABLE, color_scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")

        assert page.evaluate(GROUND) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("address", [CHART, TABLE])
def test_without_a_script_its_table_speaks(chromium: Any, server: str, address: str) -> None:
    with opened(chromium, server + address, java_script_enabled=False) as page:
        assert page.locator("table").is_visible()
        assert not page.locator(".chart-plot").is_visible()
        assert page.locator(".as-told").is_visible()


@pytest.mark.long
def test_it_is_drawn_from_a_folder(chromium: Any, real_site: Path) -> None:
    with opened(chromium, (real_site / CHART.strip("/") / "index.html").as_uri()) as page:
        page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)

        assert page.get_by_role("link", name="See it at Casebook").get_attribute("href").endswith("/index.html")


@pytest.mark.long
@pytest.mark.parametrize("setting", [LIGHT, DARK], ids=["light at 1280", "dark at 380"])
@pytest.mark.parametrize("address", [CHART, TABLE])
def test_axe_finds_nothing_on_it(chromium: Any, server: str, address: str, setting: Any) -> None:
    with opened(chromium, server + address, **setting) as page:
        if address == CHART:
            page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)

        assert violations(page) == []


@pytest.mark.long
@pytest.mark.parametrize("address", [CHART, TABLE, "/charts/timeline/embed/"])
def test_only_its_table_scrolls_sideways_at_320_pixels(chromium: Any, server: str, address: str) -> None:
    with opened(chromium, server + address, viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 320
