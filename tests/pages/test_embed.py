"""Tables and charts for frames elsewhere: whole without the site, with the way back, and code to paste that nothing breaks."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from building import BASE, ROOT

from generator.charts import CHARTS
from generator.comparisons import COMPARISONS
from generator.load import load
from generator.pages import Settings, all_pages
from generator.pages.chart import ChartPage
from generator.pages.embed import EmbedPage
from generator.pages.table import TablePage

SETTINGS = Settings("Casebook", BASE)
CATALOGUE = load(ROOT).catalogue
ADDRESSES = [
    *(f"charts/{chart.id}" for chart in CHARTS),
    *(f"tables/{comparison.id}" for comparison in COMPARISONS),
]


def _read(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_every_chart_and_table_has_one() -> None:
    uris = {page.uri for page in all_pages(CATALOGUE, SETTINGS)}

    assert [address for address in ADDRESSES if f"{address}/embed.md" not in uris] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_whole_and_leads_back(real_site: Path, address: str) -> None:
    page = _read(real_site, f"{address}/embed")
    title = re.search(r"<h1[^>]*>([^<]+)", _read(real_site, address))

    assert title
    assert title[1] in page
    assert "Before you compare." in page
    assert "<table>" in page
    assert f"{BASE}{address}/ (content: CC BY 4.0" in page
    assert "Sources: <a" in page or "#source-" not in _read(real_site, address)
    assert '<a href="../">See it at Casebook</a>' in page
    assert ("data-figure=" in page) == address.startswith("charts/")


@pytest.mark.parametrize("address", ADDRESSES)
def test_searches_find_the_page_itself_instead(real_site: Path, address: str) -> None:
    page = _read(real_site, f"{address}/embed")

    assert '<meta name="robots" content="noindex">' in page
    assert f'<link rel="canonical" href="{BASE}{address}/">' in page
    assert f"<loc>{BASE}{address}/</loc>" in (real_site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{address}/embed" not in (real_site / "sitemap.xml").read_text(encoding="utf-8")
    assert [
        path.name
        for path in (real_site / "assets" / "search").glob("*.js")
        if f"{address}/embed" in path.read_text(encoding="utf-8")
    ] == []


def test_nothing_of_the_site_stands_round_it(real_site: Path) -> None:
    page = _read(real_site, "charts/cluster-sizes/embed")

    assert "md-header" not in page
    assert "bundle" not in page
    assert re.findall(r'<script src="([^"]+)"', page) == ["../../../assets/embed.js", "../../../assets/charts.js"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_code_to_paste_names_the_frame_and_its_address(real_site: Path, address: str) -> None:
    code = re.search(r"<pre><code>(&lt;iframe.*?)</code>", _read(real_site, address), re.DOTALL)

    assert code
    frame = html.unescape(code[1])
    assert f'src="{BASE}{address}/embed/"' in frame
    assert 'loading="lazy"' in frame
    assert re.search(r' title="[^"]+ – Casebook"', frame)


def test_a_hostile_title_stays_text_in_the_code_and_on_the_page() -> None:
    hostile = """x" onload="alert(1)"><script>alert(1)</script>\n\n# y"""
    whole = TablePage(CATALOGUE, replace(COMPARISONS[0], title=hostile), SETTINGS)

    code = str(whole.frame_code)

    assert code.count('"') == 2 * len(("src", "title", "width", "height", "loading"))
    assert "\n" not in code
    assert "<script" not in code
    assert "<script" not in EmbedPage(whole).page().markdown
    assert "<script" not in whole.page().markdown


def test_a_higher_chart_gets_a_higher_frame() -> None:
    heights = {chart.size: ChartPage(CATALOGUE, chart, SETTINGS).frame_height for chart in CHARTS}

    assert heights["short"] < heights["middle"] < heights["tall"]
