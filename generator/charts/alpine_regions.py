"""Eleven regions as tiles, roughly where they lie: one colour for each kind of pilot, none where no pilot is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.charts.chart import Chart, Row, Rows, empty, label, layout
from generator.comparisons.alpine_regions import ALPINE_REGIONS, NONE_TOLD

# Column and row of each region, from west to east and from north to south: a scheme, not a map.
_TILES = {
    "Bourgogne-Franche-Comté": (0, 1), "Baden-Württemberg": (1, 0), "Bavaria": (2, 0), "Upper Austria": (3, 0), "Salzburg": (3, 1),
    "Canton of Fribourg": (1, 1), "Piedmont": (0, 2), "Lombardy": (1, 2), "Trentino": (2, 2), "Veneto": (3, 2), "Slovenia": (4, 1),
}  # fmt: skip
_KINDS = {
    "regional": "series-1",
    "cross-regional": "series-2",
    "cross-regional and regional": "series-5",
    NONE_TOLD: "soft",
}
_HALF = 0.48  # of a tile


def _finding(rows: Rows) -> str:
    if not rows:
        return "There are no regions yet."
    groups = {
        kind: [row["region"] for row in rows if row["kind"] == kind]
        for kind in dict.fromkeys(row["kind"] for row in rows)
    }
    numbers = ", ".join(f"{kind} {len(regions)}" for kind, regions in groups.items())
    told = (f"{kind.capitalize()}: {', '.join(regions)}." for kind, regions in groups.items())
    return (
        f"{len(rows)} regions by kind of pilot: {numbers}. {' '.join(told)} Tiles stand roughly where the regions lie."
    )


def _draw(rows: Rows, size: int = 12) -> dict[str, Any]:
    if not rows:
        return empty("There are no regions yet.")
    hidden = {"visible": False}
    places = [_place(number, row) for number, row in enumerate(rows)]
    return {
        "data": [_key(kind) for kind in dict.fromkeys(str(row["kind"]) for row in rows)],
        "layout": layout(
            xaxis=hidden | {"range": [-0.5, 4.5]},
            yaxis=hidden | {"range": [max(y for _, y in places) + 0.5, -0.5]},
            shapes=[shape for place, row in zip(places, rows, strict=True) for shape in _tile(place, str(row["kind"]))],
            annotations=[_name(place, row, size) for place, row in zip(places, rows, strict=True)],
            margin={"l": 2, "r": 2, "t": 8, "b": 8},
        ),
    }


def _place(number: int, row: Row) -> tuple[int, int]:
    """Where a region has its tile; one without a place of its own stands below the others."""
    return _TILES.get(str(row["region"]), (number % 5, 3 + number // 5))


def _tile(place: tuple[int, int], kind: str) -> Iterator[dict[str, Any]]:
    """A tile in the colour of its kind, pale inside so that its name can be read; a dotted frame alone where none is told."""
    x, y = place
    square = {"type": "rect", "x0": x - _HALF, "x1": x + _HALF, "y0": y - _HALF, "y1": y + _HALF, "layer": "below"}
    colour = _KINDS.get(kind, "series-5")
    is_told = kind != NONE_TOLD
    if is_told:
        yield square | {"fillcolor": colour, "opacity": 0.25, "line": {"width": 0}}
    yield square | {"line": {"color": colour, "width": 3 if is_told else 2, "dash": "solid" if is_told else "dot"}}


def _key(kind: str) -> dict[str, Any]:
    """What the key shows of a kind."""
    symbol = "square-open" if kind == NONE_TOLD else "square"
    marker = {"symbol": symbol, "size": 12, "color": _KINDS.get(kind, "series-5"), "line": {"width": 2}}
    return {"type": "scatter", "mode": "markers", "name": label(kind, 40), "x": [None], "y": [None], "marker": marker}


def _name(place: tuple[int, int], row: Row, size: int) -> dict[str, Any]:
    x, y = place
    return {"x": x, "y": y, "text": label(str(row["region"]), 11), "showarrow": False, "font": {"size": size}}


def _draw_narrow(rows: Rows) -> dict[str, Any]:
    return _draw(rows, 10)


ALPINE_REGIONS_CHART = Chart(
    comparison=ALPINE_REGIONS,
    title="Which Alpine regions worked alone, and which with others",
    finding=_finding,
    draw=_draw,
    draw_narrow=_draw_narrow,
    is_slim=True,
)
