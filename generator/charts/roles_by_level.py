"""Who does what for clusters, as a field of squares: a full square where a case tells it, nothing where none does."""

from __future__ import annotations

from typing import Any

from generator.charts.chart import SERIES, Chart, Row, Rows, empty, label, layout
from generator.comparisons.roles_by_level import ROLES_BY_LEVEL

_ROLES = {column.id: column.label for column in ROLES_BY_LEVEL.columns if column.kind == "records"}


def _pairs(rows: Rows) -> list[tuple[Row, str]]:
    return [(row, role) for row in rows for role in _ROLES if row[role]]


def _finding(rows: Rows) -> str:
    pairs = _pairs(rows)
    if not pairs:
        return "There are no roles yet."
    counts = {role: sum(role == found for _, found in pairs) for role in _ROLES}
    most = sorted((role for role in counts if counts[role]), key=lambda role: -counts[role])
    told = ", ".join(f"{_ROLES[role].lower()} ({counts[role]})" for role in most)
    first = f"{_ROLES[most[0]].lower()} ({counts[most[0]]} of {len(rows)} public bodies)"
    return f"Told most often: {first}. All roles, with the number of bodies: {told}. An empty field is not told, not denied."


def _draw(rows: Rows, width: int = 26) -> dict[str, Any]:
    pairs = _pairs(rows)
    if not pairs:
        return empty("There are no roles yet.")
    levels = list(dict.fromkeys(row["level"] for row in rows))
    return {
        "data": [_squares(level, SERIES[number % len(SERIES)], pairs, width) for number, level in enumerate(levels)],
        "layout": layout(
            xaxis={
                "categoryorder": "array",
                "categoryarray": [*_ROLES.values()],
                "tickangle": -60,
                "dtick": 1,
                "side": "top",
            },
            legend={"orientation": "h", "y": -0.02, "yanchor": "top", "x": 0},
            yaxis={
                "categoryorder": "array",
                "tickfont": {"size": 12},
                "categoryarray": [_name(row, width) for row in reversed(rows)],
            },
        ),
    }


def _name(row: Row, width: int) -> str:
    return label(str(row["body"]), width)


def _squares(level: str, colour: str, pairs: list[tuple[Row, str]], width: int) -> dict[str, Any]:
    mine = [(row, role) for row, role in pairs if row["level"] == level]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": label(level or "no level"),
        "x": [_ROLES[role] for _, role in mine],
        "y": [_name(row, width) for row, _ in mine],
        "hovertext": [label(f"{row['body']}: {_ROLES[role].lower()} ({row[role]})", 44) for row, role in mine],
        "hoverinfo": "text",
        "marker": {"symbol": "square", "size": 14, "color": colour},
    }


def _draw_narrow(rows: Rows) -> dict[str, Any]:
    return _draw(rows, 18)


ROLES_BY_LEVEL_CHART = Chart(
    comparison=ROLES_BY_LEVEL,
    title="What public bodies do for clusters, by level of government",
    finding=_finding,
    draw=_draw,
    draw_narrow=_draw_narrow,
    size="tall",
)
