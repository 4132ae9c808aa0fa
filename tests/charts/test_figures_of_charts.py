"""Charts: figures that Plotly accepts, drawn from the table alone, honest when there is nothing to draw."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from building import ROOT

from generator.charts import CHARTS, Chart
from generator.load import load
from generator.pages import Settings
from generator.pages.chart import ChartPage

CATALOGUE = load(ROOT).catalogue
PALETTE = {"ink", "soft", "rule", "paper", *(f"series-{number}" for number in range(1, 6))}
HOSTILE = '<a href="javascript:alert(1)">x</a><script>alert(1)</script>'


def _page(chart: Chart) -> ChartPage:
    return ChartPage(CATALOGUE, chart, Settings("Casebook", "https://casebook.example/"))


def _coloured(value: Any) -> Any:
    """The figure with colours that Plotly knows in place of those of the palette."""
    if isinstance(value, dict):
        return {key: _coloured(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_coloured(each) for each in value]
    return "#123456" if value in PALETTE else value


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_plotly_accepts_the_figure(chart: Chart) -> None:
    figure = chart.draw(_page(chart).named)

    assert go.Figure(_coloured(figure)).data
    assert json.dumps(figure, sort_keys=True) == json.dumps(chart.draw(_page(chart).named), sort_keys=True)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_an_empty_table_gives_a_chart_that_says_so(chart: Chart) -> None:
    figure = chart.draw([])

    assert figure["data"] == []
    assert figure["layout"]["annotations"][0]["text"].startswith("There")
    assert chart.finding([])


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_words_from_strangers_stay_words(chart: Chart) -> None:
    columns = {column.id for column in chart.comparison.columns if column.kind in {"record", "text", "list", "term"}}
    rows = [
        {key: HOSTILE if key in columns and cell else cell for key, cell in row.items()} for row in _page(chart).named
    ]

    assert "<a " not in json.dumps(chart.draw(rows))
    assert "<script" not in json.dumps(chart.draw(rows))


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_the_page_holds_picture_finding_numbers_and_sources(chart: Chart, real_site: Path) -> None:
    page = (real_site / "charts" / chart.id / "index.html").read_text(encoding="utf-8")

    assert "data-figure=" in page
    assert "<strong>What it shows.</strong>" in page
    assert "<table>\n<caption>" in page
    assert 'id="sources"' in page
