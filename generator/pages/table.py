"""The page of a comparison, and the list of all: real tables, whole without a script."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.comparisons import COMPARISONS, Column, Comparison
from generator.pages.base import Page, Settings, escape, front_matter, relative, render, uri_of
from generator.pages.prose import Writer
from generator.pages.references import reference
from generator.records import Source
from generator.text.dates import words

FOLDER = "tables"
_BASIS = {"stated": "", "source-date": " (date of the source)", "derived": " (worked out by us)"}
_NOT_TOLD = Markup('<span class="blank">not told</span>')


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the page: what it shows, and by what it sorts where that differs."""

    shown: Markup
    sort: str = ""


class TablePage:
    """What the template of a comparison asks for."""

    def __init__(self, catalogue: Catalogue, comparison: Comparison, settings: Settings) -> None:
        self.catalogue, self.comparison, self.settings = catalogue, comparison, settings
        self.uri = f"{FOLDER}/{comparison.id}.md"
        self.writer = Writer(catalogue, self.uri)

    def page(self) -> Page:
        """Fill the template; `generator.downloads` puts the table as CSV beside the page."""
        return Page(self.uri, self.comparison.title, render("table.md.jinja", page=self, comparison=self.comparison))

    @property
    def file(self) -> str:
        """The name of the download."""
        return f"{self.comparison.id}.csv"

    @property
    def to_file(self) -> Markup:
        """The way to the download."""
        return self.to(f"{FOLDER}/{self.comparison.id}/{self.file}")

    @property
    def front_matter(self) -> Markup:
        """Title and description for the theme."""
        return front_matter(self.comparison.title, description=self.comparison.question, scripts=("tables",))

    def to(self, uri: str) -> Markup:
        """The way to another file."""
        return Markup(relative(self.uri, uri))  # noqa: S704 - made of ids

    def entry(self, source: Source) -> Markup:
        """A work in the list of sources, with the way to its page."""
        work = reference(source, self.catalogue.letters.get(source.id, ""))
        return Markup("%s %s{ .aside }") % (work, self.writer.link(source.id, "About this source"))

    @cached_property
    def frame(self) -> list[dict[str, object]]:
        """The rows of the table, by column."""
        return [
            {str(name): cell for name, cell in row.items()}
            for row in self.comparison.frame(self.catalogue).to_dict("records")
        ]

    @cached_property
    def rows(self) -> list[list[Cell]]:
        """The rows of the page."""
        return [[self._cell(column, row) for column in self.comparison.shown] for row in self.frame]

    def _cell(self, column: Column, row: dict[str, object]) -> Cell:
        value = str(row[column.id])
        sort = str(row[column.sorted_by]) if column.sorted_by else ""
        if column.kind == "date":
            return Cell(escape(words(value) + _BASIS.get(str(row.get("basis", "")), "")) if value else _NOT_TOLD, value)
        return Cell(self._shown(column, row, value) if value else _NOT_TOLD, sort)

    def _shown(self, column: Column, row: dict[str, object], value: str) -> Markup:
        table = {"term": column.vocabulary}.get(column.kind, "places")
        match column.kind:
            case "record" | "records":
                return Markup(", ").join(self.writer.link(key) for key in value.split())
            case "place" | "places" | "term":
                return escape("; ".join(self.catalogue.row(table, key).label for key in value.split()))
            case "cite":
                return self.writer.cite_bare(value)
            case "quantity" if column.opens:
                return self._opened(value, str(row[column.opens]))
            case "text":
                return self.writer.line(value)
            case _:
                return escape(value)

    def _opened(self, value: str, address: str) -> Markup:
        """A figure that leads to where it stands with its source."""
        page, _, anchor = address.partition("#")
        return Markup("[%s](%s#%s)") % (escape(value), self.to(uri_of(page)), escape(anchor))


class TablesPage:
    """The list of all comparisons."""

    uri = f"{FOLDER}/index.md"

    def __init__(self) -> None:
        self.comparisons = COMPARISONS

    def page(self) -> Page:
        """Fill the template."""
        return Page(self.uri, "Tables", render("tables.md.jinja", page=self))

    @property
    def front_matter(self) -> Markup:
        """The title for the theme."""
        return front_matter("Tables", description="Tables that compare cases, bodies and figures.")
