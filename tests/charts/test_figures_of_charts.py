"""Charts: figures that Plotly accepts, drawn from the table alone, honest when there is nothing to draw."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from building import ROOT

from generator.charts import CHARTS, Chart
from generator.charts.chart import Rows
from generator.load import load
from generator.pages import Settings
from generator.pages.chart import ChartPage

CATALOGUE = load(ROOT).catalogue
PALETTE = {"ink", "soft", "rule", "ground", *(f"series-{number}" for number in range(1, 6))}
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


def _drawings(chart: Chart, rows: Rows) -> list[dict[str, Any]]:
    """The figure of a chart, and the one for small windows."""
    return [draw(rows) for draw in (chart.draw, chart.draw_narrow) if draw]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_plotly_accepts_the_figures(chart: Chart) -> None:
    figures = _drawings(chart, _page(chart).named)

    assert all(go.Figure(_coloured(figure)).data for figure in figures)
    assert json.dumps(figures, sort_keys=True) == json.dumps(_drawings(chart, _page(chart).named), sort_keys=True)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_an_empty_table_gives_a_chart_that_says_so(chart: Chart) -> None:
    for figure in _drawings(chart, []):
        assert figure["data"] == []
        assert figure["layout"]["annotations"][0]["text"].startswith("There")
    assert chart.finding([])


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_a_project_without_records_has_a_page_that_says_so(chart: Chart, write_content: Any) -> None:
    page = ChartPage(load(write_content({})).catalogue, chart, Settings()).page()

    assert "**What it shows.** There are no" in page.markdown


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_the_words_for_those_who_do_not_see_it_tell_what_it_shows(chart: Chart) -> None:
    finding = chart.finding(_page(chart).named)

    assert not re.match(r"(?i)(an? |the )?(bar |dot )?(chart|graph|picture|drawing|plot)", finding)
    assert re.search(r"\d", finding)
    assert finding.endswith(".")


def test_no_chart_moves() -> None:
    figures = [figure for chart in CHARTS for figure in _drawings(chart, _page(chart).named)]

    assert [figure for figure in figures if "transition" in figure["layout"] or "frames" in figure] == []


def test_bands_join_what_the_records_join_and_are_all_of_one_width() -> None:
    chart = next(chart for chart in CHARTS if chart.id == "transformative-activities")
    found = chart.draw(_page(chart).named)["data"][0]
    names = [name.replace("<br>", " ") for name in found["node"]["label"]]
    bands = {(names[a], names[b]) for a, b in zip(found["link"]["source"], found["link"]["target"], strict=True)}

    assert set(found["link"]["value"]) == {1}
    for case in CATALOGUE.cases:
        for activity in case.activities:
            name = activity.name.partition(": ")[2] if activity.name else activity.id
            assert {(CATALOGUE.row("places", key).label, name) for key in activity.regions} <= bands
            assert {(name, opening) for opening in activity.opportunities} <= bands
    assert len(bands) == sum(
        len(activity.regions) + len(activity.opportunities) for case in CATALOGUE.cases for activity in case.activities
    )


def test_a_range_is_full_dots_up_to_its_lower_end_and_hollow_ones_up_to_the_upper() -> None:
    chart = next(chart for chart in CHARTS if chart.id == "alpine-project-in-numbers")
    row = {"record": "x", "about": "Guests", "unit": "people", "value": "3 to 5 people", "number": "3", "high": "5"}

    full, hollow = chart.draw([row])["data"]

    assert (full["x"], full["marker"]["symbol"]) == ([1, 2, 3], "circle")
    assert (hollow["x"], hollow["marker"]["symbol"]) == ([4, 5], "circle-open")


def test_what_nobody_can_count_as_dots_is_told_in_words() -> None:
    chart = next(chart for chart in CHARTS if chart.id == "alpine-project-in-numbers")
    row = {"record": "x", "about": "Members", "unit": "members", "value": "5,900 members", "number": "5900", "high": ""}

    figure = chart.draw([row])

    assert [trace["x"] for trace in figure["data"]] == [[], []]
    assert "too many for dots" in figure["layout"]["annotations"][0]["text"]


def test_an_instrument_that_was_both_planned_and_used_is_drawn_as_used() -> None:
    chart = next(chart for chart in CHARTS if chart.id == "instruments-by-case")
    rows = [{"case": "A", "instrument": "Vouchers", "text": "x", "told_as": told} for told in ("fact", "plan")]

    assert [figure["data"][0]["marker"]["symbol"] for figure in _drawings(chart, rows)] == [["square"], ["square"]]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_words_from_strangers_stay_words(chart: Chart) -> None:
    columns = {
        column.id
        for column in chart.comparison.columns
        if column.kind in {"record", "records", "places", "text", "list", "term", "quantity"}
    }
    rows = [
        {key: HOSTILE if key in columns and cell else cell for key, cell in row.items()} for row in _page(chart).named
    ]

    assert "<a " not in json.dumps(_drawings(chart, rows))
    assert "<script" not in json.dumps(_drawings(chart, rows))


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_the_page_holds_picture_finding_numbers_and_sources(chart: Chart, real_site: Path) -> None:
    page = (real_site / "charts" / chart.id / "index.html").read_text(encoding="utf-8")

    assert "data-figure=" in page
    assert "<strong>What it shows.</strong>" in page
    assert "<table>\n<caption>" in page
    assert 'id="sources"' in page
