"""The page about quality and the accessibility statement: what was measured of the site, on which day, and how to repeat it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages import Page, Settings
from generator.pages.base import escape, front_matter, render, web_address
from generator.pages.record_page import Crumb
from generator.quality import POINTS
from generator.quality.measures import Figure, Measure, Point
from generator.tables import Row
from generator.text.dates import words

TABLE = "quality"
_TRAIL = (Crumb("Home", Markup("../index.md")), Crumb("About", Markup("index.md")))


def quality_pages(rows: Mapping[str, Row], settings: Settings) -> Iterator[Page]:
    """The two pages, from the rows of `data/quality.csv`; where nothing was measured yet they say so."""
    figures = figures_of(rows)
    measured = "What was measured of this site, when, with what, and how to repeat it."
    yield _page("about/quality.md", "Quality, measured", measured, figures, settings)
    stated = "How far this site is accessible, what is not, and whom to tell."
    yield _page("about/accessibility.md", "Accessibility statement", stated, figures, settings)


def figures_of(rows: Mapping[str, Row]) -> Mapping[str, Figure]:
    """The figures that the table holds."""
    return {row.key: _figure(row) for row in rows.values()}


def _figure(row: Row) -> Figure:
    of, tools = row.cells.get("of", ""), row.cells.get("tools", "")
    return Figure(
        row.key,
        float(row.cells["value"]),
        int(of) if of else None,
        row.cells["on"],
        tuple(tools.split("; ")) if tools else (),
    )


def _page(uri: str, title: str, description: str, figures: Mapping[str, Figure], settings: Settings) -> Page:
    told = QualityPage(title, description, figures, settings)
    return Page(uri, title, render(uri.removeprefix("about/") + ".jinja", page=told))


@dataclass(frozen=True)
class QualityPage:
    """What the templates of the two pages ask for."""

    title: str
    description: str
    figures: Mapping[str, Figure]
    settings: Settings
    trail: tuple[Crumb, ...] = _TRAIL

    @property
    def front_matter(self) -> Markup:
        """The title and a description for the theme."""
        return front_matter(self.title, description=self.description)

    @property
    def operator(self) -> str:
        """Who runs this copy of the site."""
        return escape(self.settings.operator)

    @property
    def contact(self) -> Markup:
        """Whom to write to, as a link; empty where the settings name nobody."""
        contact = self.settings.contact
        return _link(contact, contact if contact.startswith("https://") else f"mailto:{contact}")

    @property
    def enforcement(self) -> Markup:
        """The body that takes complaints, as a link; empty where the settings name none."""
        return _link(self.settings.enforcement, self.settings.enforcement_url)

    @property
    def points(self) -> tuple[Point, ...]:
        """The points in the order of the page."""
        return POINTS

    @property
    def day(self) -> str:
        """The latest day on which something was measured, in words; empty where nothing was."""
        return words(max(figure.on for figure in self.figures.values())) if self.figures else ""

    def found(self, measure: Measure) -> Markup:
        """The figure in words: `0 of 523 pages`."""
        figure = self.figures.get(measure.id)
        return escape(measure.told(figure)) if figure else Markup("not measured yet")

    def measured(self, point: Point) -> Markup:
        """When the point was measured, and with what."""
        taken = [self.figures[measure.id] for measure in point.measures if measure.id in self.figures]
        if not taken:
            return Markup("Not measured yet.")
        days = " and ".join(dict.fromkeys(words(figure.on) for figure in taken))
        tools = ", ".join(dict.fromkeys(tool for figure in taken for tool in figure.tools))
        return Markup(f"Measured on {escape(days)}" + (f" with {escape(tools)}." if tools else "."))  # noqa: S704 - escaped

    def commands(self, point: Point) -> tuple[str, ...]:
        """The commands that take the figures of a point again."""
        return tuple(dict.fromkeys(measure.repeat for measure in point.measures))

    def caught(self, point: Point) -> tuple[str, ...]:
        """The tests that seed a fault of the point and see it caught."""
        return tuple(dict.fromkeys(measure.caught for measure in point.measures if measure.caught))


def _link(words_shown: str, address: str) -> Markup:
    """A link, where the address is one of the web or of a mailbox; else the words alone, which may be none."""
    shown = escape(words_shown)
    if not (shown and address.startswith(("https://", "mailto:"))):
        return shown
    return Markup(f"[{shown}](<{web_address(address)}>)")  # noqa: S704 - both are escaped
