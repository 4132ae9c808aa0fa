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
INK = "() => getComputedStyle(document.querySelector('.chart-plot .ytick text')).fill"
LINES = "() => document.querySelectorAll('.chart-plot .ytick tspan').length"
BANDS = """() => [...document.querySelectorAll(".sankey-node rect")].map((box) => Math.round(box.getBoundingClientRect().left)).join()"""
# The words of a drawn chart that reach out of its picture.
CUT_OFF = """() => {
  const frame = document.querySelector(".chart-plot").getBoundingClientRect();
  return [...document.querySelectorAll(".chart-plot text")].filter((text) => text.textContent.trim()).filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
  }).map((text) => text.textContent);
}"""
# What has moved in the article since the page was opened, told by the browser itself.
MOVED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.sources.every(({ node }) => node?.parentElement?.closest("header"))) sum += entry.value;
    }
  })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


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
@pytest.mark.parametrize("width", [380, 1280])
def test_a_chart_is_drawn_without_moving_anything(chart: Chart, width: int, started: Any, server: str) -> None:
    page = started.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{server}/charts/{chart.id}/")
    below = page.locator("#numbers")
    before = below.bounding_box()
    page.locator(".chart-plot").scroll_into_view_if_needed()
    page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)
    page.evaluate("scrollTo(0, 0)")

    assert below.bounding_box() == before
    assert page.evaluate(MOVED) == 0
    assert page.locator(".modebar-btn").count() == 0
    page.close()


def test_moving_is_seen(started: Any) -> None:
    page = started.new_page()
    page.set_content("<article><p id=first>a</p><p>b</p></article>")
    page.wait_for_timeout(100)
    page.evaluate("document.querySelector('#first').style.marginTop = '300px'")

    assert page.evaluate(MOVED) > 0
    page.close()


@pytest.mark.long
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_word_of_a_chart_is_cut_off(chart: Chart, width: int, started: Any, server: str) -> None:
    page = started.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{server}/charts/{chart.id}/embed/")
    page.locator(".chart-plot").scroll_into_view_if_needed()
    page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)

    assert page.evaluate(CUT_OFF) == []
    page.close()


def test_a_chart_takes_the_other_palette_and_the_other_width_when_the_reader_does(started: Any, server: str) -> None:
    page = started.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
    page.goto(f"{server}/charts/roles-by-level/")
    page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)
    light, wide = page.evaluate(INK), page.evaluate(LINES)

    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    page.wait_for_function(f"(light) => ({INK})() !== light", arg=light)
    page.set_viewport_size({"width": 380, "height": 900})

    page.wait_for_function(f"(wide) => ({LINES})() > wide", arg=wide)
    page.close()


@pytest.mark.long
def test_nothing_glides_for_a_reader_who_wants_no_motion(started: Any, real_site: Path) -> None:
    page = started.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto((real_site / "charts/transformative-activities/embed/index.html").as_uri())
    page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)
    before = page.evaluate(BANDS)
    page.set_viewport_size({"width": 900, "height": 900})
    page.wait_for_function(f"(before) => ({BANDS})() !== before", arg=before)
    first = page.evaluate(BANDS)
    page.wait_for_timeout(800)

    assert page.evaluate(BANDS) == first
    page.close()


@pytest.mark.long
@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_axe_finds_nothing_on_a_drawn_chart(chart: Chart, look: Any, started: Any, server: str) -> None:
    page = started.new_page(**look)
    page.goto(f"{server}/charts/{chart.id}/")
    page.locator(".chart-plot").scroll_into_view_if_needed()
    page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)

    assert violations(page) == []
    page.close()


@pytest.mark.long
@pytest.mark.parametrize("address", ["/charts/cluster-sizes/", "/charts/timeline/", "/charts/timeline/embed/"])
def test_on_paper_the_table_speaks(address: str, started: Any, server: str) -> None:
    page = started.new_page()
    page.goto(server + address)
    page.emulate_media(media="print")

    assert not page.locator(".chart-plot").is_visible()
    assert page.locator(".comparison table").is_visible()
    page.close()


@pytest.mark.long
def test_a_chart_is_drawn_from_a_folder_without_a_network(started: Any, real_site: Path) -> None:
    page = started.new_page(offline=True)
    page.goto((real_site / "charts" / "cluster-sizes" / "index.html").as_uri())

    page.locator(DRAWN).first.wait_for(timeout=TIMEOUT)
    page.close()
