"""What a chart is: a comparison drawn. The comparison chooses the numbers; a chart only draws them."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from generator.comparisons import Comparison

Row = Mapping[str, Any]
Rows = Sequence[Row]
# Five colours of the palette, apart for colour-blind readers too; a test measures how far.
SERIES = ("series-1", "series-2", "series-3", "series-4", "series-5")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of the site: `/charts/<id>/`.

    `finding` tells in words what the chart shows, for those who do not see it; `draw` gives Plotly's figure as plain
    data. Names of colours (`series-1`, `ink`, `soft`, `rule`, `ground`) stand for those of the reader's palette, which
    the script puts in their place; `draw_narrow` gives another figure for small windows, where one is needed. `question` stands where the chart answers another one than its table. All are given the rows of the comparison, with names in place of ids; for no rows
    there is an honest empty chart.
    """

    comparison: Comparison
    title: str
    finding: Callable[[Rows], str] = field(repr=False)
    draw: Callable[[Rows], dict[str, Any]] = field(repr=False)
    size: Literal["short", "middle", "tall"] = "middle"
    question: str = ""
    is_slim: bool = False
    draw_narrow: Callable[[Rows], dict[str, Any]] | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """The last part of the chart's address: that of its comparison."""
        return self.comparison.id


def counted(rows: Rows) -> list[Row]:
    """The rows that have a number."""
    return [row for row in rows if row["number"] != ""]


def layout(**more: Any) -> dict[str, Any]:
    """What every chart shares: no title of its own (the page has it), room for labels, thin lines."""
    axis = {"gridcolor": "rule", "linecolor": "soft", "zeroline": False, "automargin": True, "fixedrange": True}
    merged: dict[str, Any] = {
        "font": {"color": "ink", "size": 13},
        "paper_bgcolor": "ground",
        "plot_bgcolor": "ground",
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "hoverlabel": {"bgcolor": "ground", "bordercolor": "soft", "font": {"color": "ink"}},
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
        "dragmode": False,
        "xaxis": axis | more.pop("xaxis", {}),
        "yaxis": axis | more.pop("yaxis", {}),
    }
    return merged | more


def label(text: str, width: int = 20) -> str:
    """Words for a label: in lines of about `width` characters, with nothing in them that Plotly takes for markup."""
    lines = textwrap.wrap(text, width, break_long_words=True) or [""]
    return "<br>".join(html.escape(line) for line in lines)


def empty(words: str) -> dict[str, Any]:
    """A chart of nothing, which says so."""
    note = {"text": words, "showarrow": False, "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper"}
    hidden = {"visible": False}
    return {"data": [], "layout": layout(xaxis=hidden, yaxis=hidden, annotations=[note])}
