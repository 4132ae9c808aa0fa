"""Eleven regions as tiles, roughly where they lie: one colour for each kind of pilot, none where no pilot is told."""

from __future__ import annotations

from typing import Any

from generator.charts.chart import Chart, Row, Rows, empty, label, layout
from generator.comparisons.alpine_regions import ALPINE_REGIONS

# Column and row of each region, from west to east and from north to south: a scheme, not a map.
_TILES = {
    "Bourgogne-Franche-Comté": (0, 1), "Baden-Württemberg": (1, 0), "Bavaria": (2, 0), "Upper Austria": (3, 0), "Salzburg": (3, 1),
    "Canton of Fribourg": (1, 1), "Piedmont": (0, 2), "Lombardy": (1, 2), "Trentino": (2, 2), "Veneto": (3, 2), "Slovenia": (4, 1),
}  # fmt: skip
_KINDS = {
    "regional": "series-1",
    "cross-regional": "series-2",
    "cross-regional and regional": "series-4",
    "none told": "paper",
}


def _finding(rows: Rows) -> str:
    if not rows:
        return "There are no regions yet."
    groups = {
        kind: [row["region"] for row in rows if row["kind"] == kind]
        for kind in dict.fromkeys(row["kind"] for row in rows)
    }
    return " ".join(f"{kind.capitalize()}: {', '.join(regions)}." for kind, regions in groups.items())


def _draw(rows: Rows) -> dict[str, Any]:
    if not rows:
        return empty("There are no regions yet.")
    hidden = {"visible": False}
    return {
        "data": [_tiles(kind, rows) for kind in dict.fromkeys(row["kind"] for row in rows)],
        "layout": layout(
            xaxis=hidden | {"range": [-0.6, 4.6]},
            yaxis=hidden | {"range": [3.1, -0.7]},
            annotations=[_name(number, row) for number, row in enumerate(rows)],
        ),
    }


def _place(number: int, row: Row) -> tuple[int, int]:
    """Where a region has its tile; one without a place of its own stands below the others."""
    return _TILES.get(str(row["region"]), (number % 5, 3 + number // 5))


def _tiles(kind: str, rows: Rows) -> dict[str, Any]:
    mine = [(_place(number, row), row) for number, row in enumerate(rows) if row["kind"] == kind]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": label(kind, 40),
        "x": [place[0] for place, _ in mine],
        "y": [place[1] for place, _ in mine],
        "hovertext": [label(f"{row['region']}: {row['kind']}", 40) for _, row in mine],
        "hoverinfo": "text",
        "marker": {
            "symbol": "square",
            "size": 40,
            "color": _KINDS.get(kind, "series-5"),
            "line": {"width": 2, "color": "soft"},
        },
    }


def _name(number: int, row: Row) -> dict[str, Any]:
    x, y = _place(number, row)
    return {
        "x": x,
        "y": y,
        "yshift": -32,
        "text": label(str(row["region"]), 12),
        "showarrow": False,
        "yanchor": "top",
        "font": {"size": 11},
    }


ALPINE_REGIONS_CHART = Chart(
    comparison=ALPINE_REGIONS,
    title="Eleven Alpine regions and their pilots",
    finding=_finding,
    draw=_draw,
)
