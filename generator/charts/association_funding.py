"""Who pays for a Basque cluster association, as one bar; the share with a spread carries it as a line."""

from __future__ import annotations

from typing import Any

from generator.charts.chart import SERIES, Chart, Row, Rows, counted, empty, label, layout
from generator.comparisons.association_funding import ASSOCIATION_FUNDING


def _finding(rows: Rows) -> str:
    shares = counted(rows)
    if not shares:
        return "There are no figures yet."
    told = "; ".join(f"{row['part'].lower()}: {row['value']}" for row in shares)
    return f"One bar of {len(shares)} parts, from left to right: {told}. The thin line tells how small and how large a share may be, where a spread is told."


def _draw(rows: Rows) -> dict[str, Any]:
    shares = counted(rows)
    if not shares:
        return empty("There are no figures yet.")
    return {
        "data": [
            *(_share(row, SERIES[number % len(SERIES)]) for number, row in enumerate(shares)),
            *(_spread(row) for row in shares if row["spread_low"] and row["spread_high"]),
        ],
        "layout": layout(
            barmode="stack",
            xaxis={"range": [0, 100], "ticksuffix": "%"},
            yaxis={"visible": False},
            legend={"orientation": "h", "traceorder": "normal", "y": -0.25, "yanchor": "top", "x": 0},
        ),
    }


def _share(row: Row, colour: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": label(f"{row['part']}: {row['value']}", 60),
        "x": [float(row["number"])],
        "y": [""],
        "marker": {"color": colour, "line": {"color": "paper", "width": 2}},
        "hovertext": label(f"{row['part']}: {row['value']}", 40),
        "hoverinfo": "text",
    }


def _spread(row: Row) -> dict[str, Any]:
    """The spread of a share as a line over the bar: from where the share begins, so far might it reach."""
    end, share, low, high = (float(row[name]) for name in ("cumulated_number", "number", "spread_low", "spread_high"))
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [end - share + low, end - share + high],
        "y": ["", ""],
        "line": {"color": "ink", "width": 2},
        "marker": {"symbol": "line-ns-open", "size": 14, "color": "ink", "line": {"width": 2}},
        "showlegend": False,
        "hovertext": label(f"{row['part']}: {row['value']}", 40),
        "hoverinfo": "text",
    }


ASSOCIATION_FUNDING_CHART = Chart(
    comparison=ASSOCIATION_FUNDING,
    title="Four sources pay for a Basque cluster association",
    finding=_finding,
    draw=_draw,
    size="short",
)
