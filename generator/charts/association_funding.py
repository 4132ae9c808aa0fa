"""Who pays for a Basque cluster association, as one bar; the share with a spread carries it as a line."""

from __future__ import annotations

from typing import Any

from generator.charts.chart import SERIES, Chart, Row, Rows, counted, empty, label, layout
from generator.comparisons.association_funding import ASSOCIATION_FUNDING

_BELOW = -0.52  # under the bar, which reaches to 0.3 on either side of nought


def _finding(rows: Rows) -> str:
    shares = counted(rows)
    if not shares:
        return "There are no figures yet."
    most = max(shares, key=lambda row: float(row["number"]))
    told = "; ".join(f"{row['part'].lower()}, {row['value']}" for row in shares)
    return (
        f"{len(shares)} sources pay, none more than {most['value']}. From left to right: {told}. "
        "A line under the bar tells how far a share may reach from where it begins, where a spread is told."
    )


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
            margin={"l": 18, "r": 8, "t": 8, "b": 8},
            xaxis={
                "range": [0, 108],
                "tickvals": list(range(0, 101, 20)),
                "ticktext": [f"{share}%" for share in range(0, 101, 20)],
            },
            yaxis={"visible": False, "range": [-0.75, 0.6]},
            legend={"orientation": "h", "traceorder": "normal", "y": -0.25, "yanchor": "top", "x": 0},
            annotations=[*map(_share_label, shares), *(_spread_label(row) for row in shares if row["spread_high"])],
        ),
    }


def _share(row: Row, colour: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": label(str(row["part"]), 34),
        "x": [float(row["number"])],
        "y": [0],
        "width": [0.6],
        "marker": {"color": colour, "line": {"color": "ground", "width": 2}},
        "hovertext": label(f"{row['part']}: {row['value']}", 40),
        "hoverinfo": "text",
    }


def _ends(row: Row) -> tuple[float, float]:
    """Where the spread of a share begins and ends on the bar: the share begins where the ones before it end."""
    end, share, low, high = (float(row[name]) for name in ("cumulated_number", "number", "spread_low", "spread_high"))
    return end - share + low, end - share + high


def _spread(row: Row) -> dict[str, Any]:
    """The spread of a share as a line under the bar: so far might the share reach."""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [*_ends(row)],
        "y": [_BELOW, _BELOW],
        "line": {"color": "ink", "width": 2},
        "marker": {"symbol": "line-ns-open", "size": 10, "color": "ink", "line": {"width": 2, "color": "ink"}},
        "showlegend": False,
        "hoverinfo": "skip",
    }


def _share_label(row: Row) -> dict[str, Any]:
    middle = float(row["cumulated_number"]) - float(row["number"]) / 2
    words = f"{row['qualifier']} {float(row['number']):g}%".strip()
    return {"x": middle, "y": 0.32, "text": label(words), "yanchor": "bottom", "showarrow": False, "font": {"size": 12}}


def _spread_label(row: Row) -> dict[str, Any]:
    words = f"{float(row['spread_low']):g} to {float(row['spread_high']):g}%"
    side = {"xanchor": "right", "xshift": -8, "showarrow": False, "font": {"size": 12}}
    return {"x": _ends(row)[0], "y": _BELOW, "text": label(words)} | side


ASSOCIATION_FUNDING_CHART = Chart(
    comparison=ASSOCIATION_FUNDING,
    title="Four sources pay for a Basque cluster association",
    finding=_finding,
    draw=_draw,
    size="short",
)
