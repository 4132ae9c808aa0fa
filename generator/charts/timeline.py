"""What happened when, along a line of years: full dots are facts, hollow ones plans, bars are spans."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from generator.charts.chart import SERIES, Chart, Row, Rows, empty, label, layout
from generator.comparisons.timeline import TIMELINE
from generator.text.dates import dates, in_years, words

_PLAN = "plan"
_WIDE, _NARROW = 110, 52  # letters beside each other in the whole width


def _finding(rows: Rows) -> str:
    if not rows:
        return "There are no dates yet."
    plans = sum(row["told_as"] == _PLAN for row in rows)
    first, last = words(rows[0]["date"]), words(rows[-1]["date"])
    years = [dates(row["date"])[0].year for row in rows]
    fullest = max(sorted(set(years)), key=years.count)
    return (
        f"{len(rows)} events, from {first} to {last}, more of them ({years.count(fullest)}) in {fullest} than in any other year. From top to bottom "
        f"they stand in their order. Hollow are those that were plans when their source was written, {plans} in all."
    )


def _draw(rows: Rows, width: int = _WIDE) -> dict[str, Any]:
    if not rows:
        return empty("There are no dates yet.")
    spans = [(number, row) for number, row in enumerate(rows) if len(dates(row["date"])) > 1]
    ends = [min(map(_year, rows)) - 1, max(_year(row, is_end=True) for row in rows) + 1]
    return {
        "data": [*(_span(number, row) for number, row in spans), _moments(rows, ends, width)],
        "layout": layout(
            showlegend=False,
            margin={"l": 2, "r": 2, "t": 8, "b": 8},
            xaxis={"dtick": 5, "tickformat": "d", "range": ends},
            yaxis={"visible": False, "range": [len(rows), -1]},
        ),
    }


def _year(row: Row, *, is_end: bool = False) -> float:
    found = dates(row["date"])
    return round(in_years(found[-1].last if is_end else found[0].first), 2)


def _span(number: int, row: Row) -> dict[str, Any]:
    ends = [_year(row), _year(row, is_end=True)]
    line = {"color": "soft", "width": 3, "dash": "dot" if row["told_as"] == _PLAN else "solid"}
    return {"type": "scatter", "mode": "lines", "x": ends, "y": [number, number], "line": line, "hoverinfo": "skip"}


def _moments(rows: Rows, ends: list[float], width: int) -> dict[str, Any]:
    places = [(_year(row) - ends[0]) / (ends[1] - ends[0]) for row in rows]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [_year(row) for row in rows],
        "y": list(range(len(rows))),
        "text": [_words(row, max(place, 1 - place) * width) for row, place in zip(rows, places, strict=True)],
        "textposition": ["middle left" if place > 1 / 2 else "middle right" for place in places],
        "textfont": {"size": 11},
        "hovertext": [label(f"{words(row['date'])}: {row['event']}", 44) for row in rows],
        "hoverinfo": "text",
        "marker": {
            "size": 9,
            "color": SERIES[0],
            "line": {"width": 2, "color": SERIES[0]},
            "symbol": ["circle-open" if row["told_as"] == _PLAN else "circle" for row in rows],
        },
    }


def _words(row: Row, room: float) -> str:
    """Who and what, as far as there is room towards the farther side; the table has all of it."""
    who = str(row["records"]).partition(", ")[0]
    said = row["event"] if who in row["event"] else f"{who[:1].upper()}{who[1:]}: {row['event']}"
    return label(shorten(said, min(int(room) - 3, 90), placeholder=" …"), 200)


def _draw_narrow(rows: Rows) -> dict[str, Any]:
    return _draw(rows, _NARROW)


TIMELINE_CHART = Chart(
    comparison=TIMELINE,
    title="What happened when, fact and plan",
    finding=_finding,
    draw=_draw,
    draw_narrow=_draw_narrow,
    size="tall",
)
