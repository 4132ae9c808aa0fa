"""Sizes of clusters as dots on a scale on which each line stands for ten times the last, one colour for each unit."""

from __future__ import annotations

import math
from typing import Any

from generator.charts.chart import SERIES, Chart, Row, Rows, counted, empty, label, layout
from generator.comparisons.cluster_sizes import CLUSTER_SIZES

_UNSURE = "circle-open"  # where the source says around, about, more than


def _by_size(rows: Rows) -> list[Row]:
    return sorted(counted(rows), key=lambda row: float(row["number"]))


def _finding(rows: Rows) -> str:
    sizes = _by_size(rows)
    if not sizes:
        return "There are no figures yet."
    low, high = sizes[0], sizes[-1]
    units = len({row["unit"] for row in sizes})
    return (
        f"The {len(sizes)} sizes lie between {low['value']} ({low['record']}) and {high['value']} ({high['record']}). "
        f"They are counted in {units} units, so only those in the same unit may be compared. Each line of the scale stands for ten times the last. Hollow dots are figures that the "
        "source gives as around or about."
    )


def _draw(rows: Rows) -> dict[str, Any]:
    sizes = _by_size(rows)
    if not sizes:
        return empty("There are no figures yet.")
    units = list(dict.fromkeys(row["unit"] for row in sizes))
    colours = {unit: SERIES[number % len(SERIES)] for number, unit in enumerate(units)}
    low, high = (math.log10(float(row["number"])) for row in (sizes[0], sizes[-1]))
    return {
        "data": [
            *(_key(unit, colours[unit]) for unit in units),
            *(_dots(unit, colours[unit], sizes) for unit in units),
        ],
        "layout": layout(
            xaxis={
                "type": "log",
                "tickvals": [10**n for n in range(6)],
                "tickformat": ",",
                "range": [low - 0.35, high + 0.35],
            },
            yaxis={
                "type": "category",
                "categoryorder": "array",
                "categoryarray": list(dict.fromkeys(_name(row) for row in sizes)),
                "range": [-0.6, len({_name(row) for row in sizes}) - 0.3],
            },
        ),
    }


def _name(row: Row) -> str:
    return label(str(row["record"]))


def _key(unit: str, colour: str) -> dict[str, Any]:
    """What the key shows of a unit: a full dot, even where all its figures are unsure."""
    marker = {"size": 12, "color": colour, "symbol": "circle"}
    return {"type": "scatter", "mode": "markers", "name": label(unit), "x": [None], "y": [None], "marker": marker}


def _side(row: Row, rows: Rows) -> str:
    """Where the number stands: to the outer side of two dots in one line, else above its dot."""
    numbers = [float(other["number"]) for other in rows if other["record"] == row["record"]]
    if len(numbers) == 1:
        return "top center"
    return {min(numbers): "middle left", max(numbers): "middle right"}.get(float(row["number"]), "top center")


def _dots(unit: str, colour: str, rows: Rows) -> dict[str, Any]:
    mine = [row for row in rows if row["unit"] == unit]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "showlegend": False,
        "cliponaxis": False,
        "x": [float(row["number"]) for row in mine],
        "y": [_name(row) for row in mine],
        "text": [label(f"{row['qualifier']} {float(row['number']):,.0f}".strip()) for row in mine],
        "textposition": [_side(row, rows) for row in mine],
        "hovertext": [label(f"{row['record']}: {row['value']}", 40) for row in mine],
        "hoverinfo": "text",
        "marker": {
            "size": 12,
            "color": colour,
            "symbol": [_UNSURE if row["qualifier"] else "circle" for row in mine],
            "line": {"width": 2, "color": colour},
        },
    }


CLUSTER_SIZES_CHART = Chart(
    comparison=CLUSTER_SIZES,
    title="Sizes of clusters, by what is counted",
    finding=_finding,
    draw=_draw,
)
