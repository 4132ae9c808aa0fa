"""The page of a comparison, and the list of all: real tables, whole without a script."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.charts import CHARTS
from generator.comparisons import BLANKS, COMPARISONS, GROUPS, NOT_TOLD, SEPARATOR, Column, Comparison
from generator.pages.base import Page, Settings, address_of, escape, front_matter, relative, render, uri_of
from generator.pages.figures import dated
from generator.pages.prose import Writer
from generator.pages.references import reference
from generator.records import Source

FOLDER = "tables"
_BLANK = Markup('<span class="blank">%s</span>')


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the page: what it shows, and by what it sorts where that differs."""

    shown: Markup
    sort: str = ""


class TablePage:
    """What the template of a comparison asks for."""

    medium = "Table"
    frame_height = 560  # in a page elsewhere, in pixels

    def __init__(self, catalogue: Catalogue, comparison: Comparison, settings: Settings, folder: str = FOLDER) -> None:
        self.catalogue, self.comparison, self.settings = catalogue, comparison, settings
        self.title, self.question = comparison.title, comparison.question
        self.uri = f"{folder}/{comparison.id}.md"
        self.embed_uri = f"{folder}/{comparison.id}/embed.md"
        self.writer = Writer(catalogue, self.uri)

    def page(self) -> Page:
        """Fill the template; `generator.downloads` puts the table as CSV beside the page."""
        return Page(self.uri, self.title, render("table.md.jinja", page=self, comparison=self.comparison))

    @property
    def file(self) -> str:
        """The name of the download."""
        return f"{self.comparison.id}.csv"

    @property
    def to_file(self) -> Markup:
        """The way to the download."""
        return self.to(f"{FOLDER}/{self.comparison.id}/{self.file}")

    @property
    def to_chart(self) -> Markup | None:
        """The way to its chart, where it has one."""
        is_drawn = any(chart.comparison is self.comparison for chart in CHARTS)
        return self.to(f"charts/{self.comparison.id}.md") if is_drawn else None

    @property
    def front_matter(self) -> Markup:
        """Title and description for the theme."""
        return front_matter(self.comparison.title, description=self.question, styles=("tables",), scripts=("tables",))

    def to(self, uri: str) -> Markup:
        """The way to another file."""
        return Markup(relative(self.uri, uri))  # noqa: S704 - made of ids

    def entry(self, source: Source) -> Markup:
        """A work in the list of sources, with the way to its page."""
        work = reference(source, self.catalogue.letters.get(source.id, ""))
        return Markup("%s %s{ .aside }") % (work, self.writer.link(source.id, "About this source"))

    @cached_property
    def frame(self) -> list[dict[str, str]]:
        """The rows of the table, by column, every cell as text."""
        return [
            {str(name): _plain(cell) for name, cell in row.items()}
            for row in self.comparison.frame(self.catalogue).to_dict("records")
        ]

    @cached_property
    def rows(self) -> list[list[Cell]]:
        """The rows of the page."""
        return [[self._cell(column, row) for column in self.comparison.shown] for row in self.frame]

    @property
    def how_to_cite(self) -> Markup:
        """The page as a reference."""
        where = self.settings.absolute(address_of(self.uri))
        return escape(f"Casebook editors. {self.title} [{self.medium}]. In {self.settings.site_name}. {where}")

    @property
    def frame_code(self) -> Markup:
        """What somebody pastes into a page elsewhere to show this there, as a block of code."""
        address, title = self.settings.absolute(address_of(self.embed_uri)), f"{self.title} – {self.settings.site_name}"
        code = Markup('<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>').format(
            address, " ".join(title.split()), self.frame_height
        )
        return Markup(f"    {code}")  # noqa: S704 - indented code is shown as it is

    @property
    def caveat(self) -> Markup:
        """What to mind, with its links."""
        return self.writer.line(self.comparison.caveat)

    @cached_property
    def beside(self) -> list[Markup]:
        """The list under the table."""
        return [self.writer.line(entry) for entry in (self.comparison.beside_rows or _nothing)(self.catalogue)]

    def _cell(self, column: Column, row: dict[str, str]) -> Cell:
        value = row[column.id]
        if not value or value in BLANKS.values():
            return Cell(_BLANK % (value or NOT_TOLD))
        if column.kind == "date":
            return Cell(escape(dated(value, row.get("basis") or "stated")), value)
        return Cell(self._shown(column, row, value), self._sort(column, row))

    def _sort(self, column: Column, row: dict[str, str]) -> str:
        """By what a cell sorts: within its unit where the rows of a table have several, so that none ranks them all."""
        key = row[column.sorted_by] if column.sorted_by else ""
        return f"{row['unit']} {key}" if key and self._has_units and column.kind == "quantity" else key

    @cached_property
    def _has_units(self) -> bool:
        return len({row["unit"] for row in self.frame if "unit" in row}) > 1

    def _shown(self, column: Column, row: dict[str, str], value: str) -> Markup:
        table = {"term": column.vocabulary}.get(column.kind, "places")
        match column.kind:
            case "record" | "records":
                return Markup(", ").join(self.writer.link(key) for key in value.split())
            case "place" | "places" | "term":
                return self._entries(column, row, [self.catalogue.row(table, key).label for key in value.split()])
            case "cite":
                return self.writer.cite_bare(value)
            case "quantity" | "list":
                return self._entries(column, row, value.split(SEPARATOR))
            case "text":
                return self.writer.line(value)
            case _:
                return escape(value)

    def _entries(self, column: Column, row: dict[str, str], entries: list[str]) -> Markup:
        """Entries one below the other, each with a mark of its own where there are several."""
        address = row[column.opens] if column.opens else ""
        shown = [self._opened(entry, address) if address else escape(entry) for entry in entries]
        return (
            Markup("<br>").join(Markup('<span class="entry">%s</span>') % one for one in shown)
            if len(shown) > 1
            else Markup().join(shown)
        )

    def _opened(self, value: str, address: str) -> Markup:
        """A figure that leads to where it stands with its source."""
        page, _, anchor = address.partition("#")
        return Markup("[%s](%s#%s)") % (escape(value), self.to(uri_of(page)), escape(anchor))


class TablesPage:
    """The list of all comparisons."""

    uri = f"{FOLDER}/index.md"

    def __init__(self) -> None:
        self.groups = [
            (group, title, [comparison for comparison in COMPARISONS if comparison.group == group])
            for group, title in GROUPS.items()
        ]

    def page(self) -> Page:
        """Fill the template."""
        return Page(self.uri, "Tables", render("tables.md.jinja", page=self))

    @property
    def front_matter(self) -> Markup:
        """The title for the theme."""
        return front_matter("Tables", description="Tables that compare cases, bodies and figures.")


def _nothing(_: Catalogue) -> tuple[str, ...]:
    return ()


def _plain(cell: object) -> str:
    """A cell as text: whole numbers without a point, a missing one as nothing."""
    if isinstance(cell, float):
        return "" if math.isnan(cell) else f"{cell:.15g}"
    return str(cell)
