"""Transformative activities as a chain: which regions work on each, and which openings for change it takes up.

Every band has the same width, because the works give no weights. What is to be done is told at too great a length for a
picture; the table has it.
"""

from __future__ import annotations

from typing import Any

from generator.charts.chart import Chart, Row, Rows, empty, label, layout
from generator.comparisons import BLANKS, SEPARATOR
from generator.comparisons.transformative_activities import TRANSFORMATIVE_ACTIVITIES

_COLOURS = {"region": "series-1", "activity": "series-3", "opening": "series-4"}
_ILLUSTRATION = "series-2"
_WIDE, _NARROW = 30, 16  # characters a line
Node = tuple[str, str]  # its kind, and its key among them


def _entries(row: Row, column: str) -> list[str]:
    return [] if row[column] in BLANKS.values() else [entry for entry in str(row[column]).split(SEPARATOR) if entry]


def _name(row: Row) -> str:
    """The activity without the mark before it, which says the same of all."""
    return str(row["activity"]).partition(": ")[2] or str(row["activity"])


def _is_pilot(row: Row) -> bool:
    return bool(row["status"] == "pilot")


def _finding(rows: Rows) -> str:
    if not rows:
        return "There are no activities yet."
    joint = [row for row in rows if len(_entries(row, "regions")) > 1]
    shared = f" {_listed(_shared(rows))} each take part in two or more." if _shared(rows) else ""
    told = "; ".join(
        f"{_name(row)}{'' if _is_pilot(row) else ' (an illustration, not carried out)'}, {_listed(_entries(row, 'regions'))}"
        for row in rows
    )
    return (
        f"{len(joint)} of the {len(rows)} activities join several regions.{shared} By activity: {told}. "
        "All bands are equally wide: the works give no weights, and the width says nothing."
    )


def _shared(rows: Rows) -> list[str]:
    """The regions of more than one activity."""
    found = [region for row in rows for region in _entries(row, "regions")]
    return [region for region in dict.fromkeys(found) if found.count(region) > 1]


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _in_order(rows: Rows) -> list[Row]:
    """Activities with a region in common below each other, so that few bands cross."""
    left, ordered = list(rows), list[Row]()
    while left:
        here = set(_entries(ordered[-1], "regions")) if ordered else set()
        found = next((row for row in left if here & set(_entries(row, "regions"))), left[0])
        ordered.append(found)
        left.remove(found)
    return ordered


def _draw(rows: Rows, width: int = _WIDE) -> dict[str, Any]:
    if not rows:
        return empty("There are no activities yet.")
    rows = _in_order(rows)
    ties = [tie for number, row in enumerate(rows) for tie in _ties(number, row, _shared(rows))]
    nodes = list(dict.fromkeys(node for tie in ties for node in tie))
    return {
        "data": [
            {
                "type": "sankey",
                "arrangement": "fixed",
                "hoverinfo": "none",
                "node": {
                    "sort": "input",
                    "label": [label(_words(node, rows), width) for node in nodes],
                    "color": [_colour(node, rows) for node in nodes],
                    "pad": 16 if width == _WIDE else 20,
                    "thickness": 8,
                    "line": {"width": 0},
                    "hoverinfo": "none",
                },
                "link": {
                    "source": [nodes.index(one) for one, _ in ties],
                    "target": [nodes.index(other) for _, other in ties],
                    "value": [1] * len(ties),
                    "color": "rule",
                    "line": {"color": "ground", "width": 1},
                    "hoverinfo": "none",
                },
            }
        ],
        "layout": layout(
            font={"color": "ink", "size": 12 if width == _WIDE else 11},
            margin={"l": 2, "r": 2, "t": 34, "b": 22},
            annotations=[_heading(*found) for found in (("Regions", 0), ("Activities", 0.5), ("Openings", 1))],
        ),
    }


def _heading(words: str, x: float) -> dict[str, Any]:
    place = {"x": x, "y": 1, "xref": "paper", "yref": "paper", "yshift": 14, "yanchor": "bottom"}
    side = {0: "left", 0.5: "center", 1: "right"}[x]
    return place | {"text": f"<b>{words}</b>", "xanchor": side, "showarrow": False, "font": {"size": 13}}


def _ties(number: int, row: Row, shared: list[str]) -> list[tuple[Node, Node]]:
    """The bands of an activity: from each region, one of several activities last, and to each opening."""
    here = ("activity", str(number))
    regions = sorted(_entries(row, "regions"), key=lambda region: region in shared)
    openings = [("opening", f"{number} {each}") for each in _entries(row, "opportunities")]
    return [*((("region", region), here) for region in regions), *((here, opening) for opening in openings)]


def _words(node: Node, rows: Rows) -> str:
    kind, key = node
    match kind:
        case "activity":
            return _name(rows[int(key)])
        case "opening":
            return key.partition(" ")[2]
        case _:
            return key


def _colour(node: Node, rows: Rows) -> str:
    kind, key = node
    return _ILLUSTRATION if kind == "activity" and not _is_pilot(rows[int(key)]) else _COLOURS[kind]


def _draw_narrow(rows: Rows) -> dict[str, Any]:
    return _draw(rows, _NARROW)


TRANSFORMATIVE_ACTIVITIES_CHART = Chart(
    comparison=TRANSFORMATIVE_ACTIVITIES,
    title="Which regions work on which activity, and for which opening",
    question="Which regions work together, on what, and which openings for change do they take up?",
    finding=_finding,
    draw=_draw,
    draw_narrow=_draw_narrow,
    size="tall",
)
