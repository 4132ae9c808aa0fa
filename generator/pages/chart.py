"""The page of a chart: the picture, what it shows in words, its numbers as a table; and the list of all charts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.charts import Chart
from generator.comparisons import SEPARATOR, Column
from generator.pages.base import Page, Settings, escape, front_matter, render
from generator.pages.prose import first_sentence, plain
from generator.pages.table import TablePage

FOLDER = "charts"
_FRAME_HEIGHTS = {"short": 560, "middle": 720, "tall": 900}

# Its words stand below it for everybody: who listens hears them once.
_SPOKEN = "Chart: what it shows is told below in words, and what it is drawn from in a table"


class ChartPage(TablePage):
    """What the template of a chart asks for: all that its table has, and the picture."""

    medium = "Chart"

    def __init__(self, catalogue: Catalogue, chart: Chart, settings: Settings) -> None:
        super().__init__(catalogue, chart.comparison, settings, FOLDER)
        self.chart = chart
        self.title, self.question = chart.title, chart.question or chart.comparison.question
        self.frame_height = _FRAME_HEIGHTS[chart.size]

    def page(self) -> Page:
        """Fill the template; the CSV stands beside the table."""
        return Page(self.uri, self.title, render("chart.md.jinja", page=self, comparison=self.comparison))

    @property
    def front_matter(self) -> Markup:
        """Title, description and scripts for the theme."""
        return front_matter(self.title, description=self.question, styles=("charts",), scripts=("tables", "charts"))

    @property
    def to_table(self) -> Markup:
        """The way to the table alone."""
        return self.to(f"tables/{self.comparison.id}.md")

    @cached_property
    def named(self) -> list[dict[str, str]]:
        """The rows with names in place of ids, as a chart shows them."""
        return [
            {column.id: self._name(column, row[column.id]) for column in self.comparison.columns} for row in self.frame
        ]

    def _name(self, column: Column, text: str) -> str:
        match column.kind:
            case "record" | "records":
                return ", ".join(self._short(key) for key in text.split())
            case "places":
                return SEPARATOR.join(self.catalogue.row("places", key).label for key in text.split())
            case "place":
                return self.catalogue.row("places", text).label
            case "term" if text:
                return self.catalogue.row(column.vocabulary, text).label
            case "text":
                return plain(self.catalogue, text)
            case _:
                return text

    def _short(self, key: str) -> str:
        return self.catalogue.short_name(self.catalogue.records[key]) if key in self.catalogue.records else key

    @cached_property
    def finding(self) -> str:
        """What the chart shows, in words."""
        return self.chart.finding(self.named)

    @property
    def opening(self) -> str:
        """The first sentence of it, for a list."""
        return first_sentence(self.finding)

    @property
    def plot(self) -> Markup:
        """The place of the picture; a script draws what its attribute holds when it comes into view."""
        figures = {"figure": self.chart.draw(self.named)}
        if self.chart.draw_narrow:
            figures["narrow"] = self.chart.draw_narrow(self.named)
        return Markup('<div class="chart-plot {}" role="img" aria-label="{}"{}></div>').format(
            f"{self.chart.size} slim" if self.chart.is_slim else self.chart.size,
            _SPOKEN,
            Markup("").join(
                Markup(' data-{}="{}"').format(name, escape(_as_json(each))) for name, each in figures.items()
            ),
        )


def _as_json(figure: dict[str, Any]) -> str:
    return json.dumps(figure, ensure_ascii=True, separators=(",", ":"), sort_keys=True)


class ChartsPage:
    """The list of all charts."""

    uri = f"{FOLDER}/index.md"

    def __init__(self, charts: Sequence[ChartPage]) -> None:
        self.charts = charts

    def page(self) -> Page:
        """Fill the template."""
        return Page(self.uri, "Charts", render("charts.md.jinja", page=self))

    @property
    def front_matter(self) -> Markup:
        """The title for the theme."""
        return front_matter("Charts", description="Charts that compare cases, bodies and figures.")
