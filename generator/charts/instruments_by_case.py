"""Which case used which instrument, as a field of squares: the instrument of most cases first, hollow where it was a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.charts.chart import Chart, Row, Rows, empty, label, layout
from generator.comparisons.instruments_by_case import INSTRUMENTS_BY_CASE

_PLAN = "plan"
_LINE = 120  # letters: slanted names stand on one line


def _by_number(rows: Rows, column: str, other: str) -> list[str]:
    """What stands in a column, that with most different partners in the other column first, then by name."""
    found = {str(row[column]): len({each[other] for each in rows if each[column] == row[column]}) for row in rows}
    return sorted(found, key=lambda name: (-found[name], name.casefold()))


def _cases(rows: Rows, instrument: str) -> list[str]:
    return list(dict.fromkeys(str(row["case"]) for row in rows if row["instrument"] == instrument))


def _finding(rows: Rows) -> str:
    if not rows:
        return "There are no instruments yet."
    instruments = _by_number(rows, "instrument", "case")
    first = ", ".join(_counted(rows, instruments[:3]))
    once = [name for name in instruments if len(_cases(rows, name)) == 1]
    alone = f" Told of one case alone: {', '.join(name.lower() for name in once)}." if once else ""
    return (
        f"{len(instruments)} instruments in {len({row['case'] for row in rows})} cases, most often {first}.{alone} "
        "A square is a case; a hollow one was a plan. What is not told is not denied."
    )


def _counted(rows: Rows, instruments: Iterable[str]) -> list[str]:
    return [f"{name.lower()} ({len(_cases(rows, name))})" for name in instruments]


def _draw(rows: Rows) -> dict[str, Any]:
    """A column for each case."""
    if not rows:
        return empty("There are no instruments yet.")
    cases = _axis(_by_number(rows, "case", "instrument"), _LINE) | {"side": "top", "tickangle": -60}
    return _field(rows, [label(case, _LINE) for case, _ in _places(rows)], cases)


def _draw_narrow(rows: Rows) -> dict[str, Any]:
    """In a small window there is no room for the names of the cases: their squares stand beside each other."""
    if not rows:
        return empty("There are no instruments yet.")
    places = list(_places(rows))
    numbers = [[each for each, other in places if other == instrument].index(case) for case, instrument in places]
    return _field(rows, numbers, {"visible": False, "range": [-0.6, max(numbers) + 0.6]})


def _places(rows: Rows) -> dict[tuple[str, str], Row]:
    """A row for each case and instrument: a fact rather than a plan, where both are told."""
    return {
        (str(row["case"]), str(row["instrument"])): row for row in sorted(rows, key=lambda row: row["told_as"] != _PLAN)
    }


def _field(rows: Rows, columns: Sequence[object], axis: dict[str, Any]) -> dict[str, Any]:
    places = _places(rows)
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "markers",
                "x": columns,
                "y": [label(instrument, 40) for _, instrument in places],
                "hovertext": [_words(row) for row in places.values()],
                "hoverinfo": "text",
                "marker": {
                    "symbol": ["square-open" if row["told_as"] == _PLAN else "square" for row in places.values()],
                    "size": 11,
                    "color": "series-1",
                    "line": {"width": 2, "color": "series-1"},
                },
            }
        ],
        "layout": layout(
            xaxis=axis,
            yaxis=_axis(list(reversed(_by_number(rows, "instrument", "case"))), 40),
            margin={"l": 8, "r": 24, "t": 8, "b": 8},
        ),
    }


def _axis(names: list[str], width: int) -> dict[str, Any]:
    kept = [label(name, width) for name in names]
    return {
        "categoryorder": "array",
        "categoryarray": kept,
        "dtick": 1,
        "tickfont": {"size": 11},
        "range": [-0.6, len(kept) - 0.4],
    }


def _words(row: Row) -> str:
    return label(f"{row['case']}, {str(row['instrument']).lower()}: {row['text']}", 48)


INSTRUMENTS_CHART = Chart(
    comparison=INSTRUMENTS_BY_CASE,
    title="Which case used which instrument of policy",
    finding=_finding,
    draw=_draw,
    draw_narrow=_draw_narrow,
    size="tall",
)
