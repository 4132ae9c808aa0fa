"""What happened when, along a line of years: full dots are facts, hollow ones plans, bars are spans."""

from __future__ import annotations

from typing import Any

from generator.charts.chart import SERIES, Chart, Row, Rows, empty, label, layout
from generator.comparisons.timeline import TIMELINE
from generator.text.dates import dates, in_years, words

_PLAN = "plan"


def _finding(rows: Rows) -> str:
    if not rows:
        return "There are no dates yet."
    plans = sum(row["told_as"] == _PLAN for row in rows)
    first, last = words(rows[0]["date"]), words(rows[-1]["date"])
    return (
        f"{len(rows)} events, from {first} to {last}, from top to bottom in their order. {plans} were plans when their source "
        "was written, and are drawn hollow. Most lie in the years before the two sources came out, in 2016 and 2018."
    )


def _draw(rows: Rows) -> dict[str, Any]:
    if not rows:
        return empty("There are no dates yet.")
    spans = [(number, row) for number, row in enumerate(rows) if len(dates(row["date"])) > 1]
    return {
        "data": [*(_span(number, row) for number, row in spans), _moments(rows)],
        "layout": layout(
            showlegend=False,
            xaxis={"dtick": 5, "tickformat": "d"},
            yaxis={"visible": False, "range": [len(rows), -1]},
        ),
    }


def _year(row: Row, *, is_end: bool = False) -> float:
    found = dates(row["date"])
    return round(in_years(found[-1].last if is_end else found[0].first), 2)


def _span(number: int, row: Row) -> dict[str, Any]:
    ends = [_year(row), _year(row, is_end=True)]
    line = {"color": SERIES[4], "width": 5, "dash": "dot" if row["told_as"] == _PLAN else "solid"}
    return {"type": "scatter", "mode": "lines", "x": ends, "y": [number, number], "line": line, "hoverinfo": "skip"}


def _moments(rows: Rows) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [_year(row) for row in rows],
        "y": list(range(len(rows))),
        "hovertext": [label(f"{words(row['date'])}: {row['event']}", 44) for row in rows],
        "hoverinfo": "text",
        "marker": {
            "size": 9,
            "color": SERIES[0],
            "line": {"width": 2, "color": SERIES[0]},
            "symbol": ["circle-open" if row["told_as"] == _PLAN else "circle" for row in rows],
        },
    }


TIMELINE_CHART = Chart(
    comparison=TIMELINE,
    title="The years of the stories",
    finding=_finding,
    draw=_draw,
    size="tall",
)
