"""Charts in a browser: fetched when they come near, drawn without a jump, silent towards other hosts, a table on paper."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from auditing import DARK, LIGHT, violations
from browsing import browser, served

from generator.charts import CHARTS, Chart

MOST_BEFORE = 150_000
DRAWN = ".chart-plot[data-drawn] svg"
TIMEOUT = 20_000


@pytest.fixture(scope="module")
def started() -> Iterator[Any]:
    """A browser."""
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def server(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(real_site) as address:
        yield address


def test_the_library_waits_until_a_chart_comes_near(started: Any, server: str, real_site: Path) -> None:
    page = started.new_page(viewport={"width": 380, "height": 120})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}/charts/timeline/")
    before = list(asked)
    sizes = [len(gzip.compress(_file(real_site, server, url).read_bytes(), 9)) for url in before]

    page.locator(".chart-plot").scroll_into_view_if_needed()
    page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)

    assert [url for url in before if "plotly" in url] == []
    assert sum(sizes) <= MOST_BEFORE
    assert [url for url in asked if not url.startswith(server)] == []
    page.close()


def _file(site: Path, server: str, url: str) -> Path:
    path = site / url.removeprefix(server).partition("?")[0].lstrip("/")
    return path / "index.html" if path.is_dir() else path


@pytest.mark.long
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_a_chart_is_drawn_without_moving_what_stands_below(chart: Chart, started: Any, server: str) -> None:
    page = started.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{server}/charts/{chart.id}/")
    below = page.locator("#numbers")
    before = below.bounding_box()
    page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)

    assert below.bounding_box() == before
    assert page.locator(".modebar-btn").count() == 0
    page.close()


@pytest.mark.long
@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_on_a_drawn_chart(look: Any, started: Any, server: str) -> None:
    page = started.new_page(**look)
    page.goto(f"{server}/charts/roles-by-level/")
    page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)

    assert violations(page) == []
    page.close()


def test_on_paper_the_table_speaks(started: Any, server: str) -> None:
    page = started.new_page()
    page.goto(f"{server}/charts/cluster-sizes/")
    page.emulate_media(media="print")

    assert not page.locator(".chart-plot").is_visible()
    assert page.locator(".comparison table").is_visible()
    page.close()


def test_a_chart_is_drawn_from_a_folder_without_a_network(started: Any, real_site: Path) -> None:
    page = started.new_page(offline=True)
    page.goto((real_site / "charts" / "cluster-sizes" / "index.html").as_uri())

    page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)
    page.close()
