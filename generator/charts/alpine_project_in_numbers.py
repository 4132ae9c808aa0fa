"""The Alpine project in numbers: a dot for each thing that was counted, hollow dots from the lower end of a range to the upper.

The figures count different things, so there is no scale to read them against: each row stands for itself.
"""

from __future__ import annotations

from typing import Any

from generator.charts.chart import Chart, Row, Rows, counted, empty, label, layout
from generator.comparisons.alpine_project_in_numbers import ALPINE_PROJECT_IN_NUMBERS

_MOST = 100  # more dots than these nobody counts
_WIDE, _NARROW = 100, 50  # characters a line


def _by_unit(rows: Rows) -> list[Row]:
    """The figures, those of one unit below each other."""
    found = counted(rows)
    units = list(dict.fromkeys(row["unit"] for row in found))
    return sorted(found, key=lambda row: units.index(row["unit"]))


def _whole(figures: list[Row]) -> str:
    """The record that holds most of the figures."""
    holders = [str(row["record"]) for row in figures]
    return max(holders, key=holders.count)


def _finding(rows: Rows) -> str:
    figures = _by_unit(rows)
    if not figures:
        return "There are no figures yet."
    ranges = [_name(row, _whole(figures)) for row in figures if row["high"]]
    told = f" Told as ranges, {len(ranges)}: {'; '.join(ranges)}." if ranges else ""
    return (
        f"{len(figures)} figures in {len({row['unit'] for row in figures})} units, each in a row of its own. A dot is one of what the row "
        f"counts, and rows of different units cannot be compared.{told} From the lower end of a range to the upper, dots are hollow."
    )


def _name(row: Row, whole: str = "") -> str:
    """What a row counts, said once, and whose figure it is, where it is not the whole project's."""
    words = "" if row["about"].casefold() == row["unit"].casefold() else f": {row['about']}"
    whose = f" ({row['record']})" if row["record"] != whole else ""
    many = f", too many for dots{words}" if _last(row) > _MOST else words
    return f"{row['value']}{many}{whose}"


def _draw(rows: Rows, width: int = _WIDE) -> dict[str, Any]:
    figures = _by_unit(rows)
    if not figures:
        return empty("There are no figures yet.")
    hidden = {"visible": False}
    most = max([1, *(_last(row) for row in figures if _last(row) <= _MOST)])
    return {
        "data": [_dots(figures, is_range=False), _dots(figures, is_range=True)],
        "layout": layout(
            showlegend=False,
            margin={"l": 2, "r": 2, "t": 28, "b": 8},
            xaxis=hidden | {"range": [0.2, most + 0.8]},
            yaxis=hidden | {"range": [len(figures) - 0.5, -0.5]},
            annotations=[_words(number, _name(row, _whole(figures)), width) for number, row in enumerate(figures)],
        ),
    }


def _first(row: Row) -> int:
    return int(float(row["number"]))


def _last(row: Row) -> int:
    return int(float(row["high"] or row["number"]))


def _dots(figures: list[Row], *, is_range: bool) -> dict[str, Any]:
    """The dots up to a figure, or those between the ends of a range."""
    places = [
        (at, number)
        for number, row in enumerate(figures)
        if _last(row) <= _MOST
        for at in range(*((_first(row) + 1, _last(row) + 1) if is_range else (1, _first(row) + 1)))
    ]
    colour = {"color": "series-1", "line": {"color": "series-1", "width": 1.5}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [at for at, _ in places],
        "y": [number for _, number in places],
        "hoverinfo": "skip",
        "marker": {"size": 7, "symbol": "circle-open" if is_range else "circle"} | colour,
    }


def _words(number: int, words: str, width: int) -> dict[str, Any]:
    return {
        "x": 0.4,
        "y": number,
        "yshift": 7,
        "text": label(words, width),
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "font": {"size": 12},
    }


def _draw_narrow(rows: Rows) -> dict[str, Any]:
    return _draw(rows, _NARROW)


ALPINE_PROJECT_CHART = Chart(
    comparison=ALPINE_PROJECT_IN_NUMBERS,
    title="What the Alpine project counted, one dot for each",
    finding=_finding,
    draw=_draw,
    draw_narrow=_draw_narrow,
    size="tall",
    is_slim=True,
)
