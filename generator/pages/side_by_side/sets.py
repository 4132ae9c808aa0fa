"""The page of a ready-made set of cases, whole without a script."""

from __future__ import annotations

import csv
import io
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.pages.base import Page, front_matter, relative, render
from generator.pages.case_sets import FOLDER, CaseSet
from generator.pages.prose import Writer
from generator.pages.references import reference
from generator.pages.side_by_side.cell import as_html, as_plain
from generator.pages.side_by_side.column import CaseColumn
from generator.pages.side_by_side.rows import ComparedRow, compared
from generator.records import Source
from generator.text.spreadsheets import inert

JUMPS = ("results", "limits", "conditions", "figures", "instruments", "priorities", "timeline")


class SetPage:
    """What the template of a set asks for."""

    def __init__(self, catalogue: Catalogue, chosen: CaseSet) -> None:
        self.catalogue, self.set = catalogue, chosen
        self.writer = Writer(catalogue, chosen.uri)
        self.columns = tuple(CaseColumn(catalogue, case, self.writer) for case in chosen.cases)

    def page(self) -> Page:
        """Fill the template; the table as CSV stands beside the page."""
        text = render("comparison_set.md.jinja", page=self, set=self.set)
        return Page(self.set.uri, self.set.title, text, beside=((self.file, self._csv()),))

    @property
    def front_matter(self) -> Markup:
        """Title and description for the theme."""
        return front_matter(
            self.set.title,
            description=self.set.question,
            is_searched=False,
            styles=("compare",),
            scripts=("comparing",),
        )

    @property
    def file(self) -> str:
        """The name of the download."""
        return f"{self.set.id}.csv"

    @property
    def to_file(self) -> Markup:
        """The way to the download."""
        return self.to(f"{FOLDER}/{self.set.id}/{self.file}")

    def to(self, uri: str) -> Markup:
        """The way to another file."""
        return Markup(relative(self.set.uri, uri))  # noqa: S704 - made of ids

    @cached_property
    def _compared(self) -> tuple[ComparedRow, ...]:
        return compared(self.columns)

    @cached_property
    def rows(self) -> tuple[ComparedRow, ...]:
        """The rows that some case fills."""
        return tuple(row for row in self._compared if not row.is_blank)

    @property
    def jumps(self) -> tuple[ComparedRow, ...]:
        """The rows to which the line above the table leads."""
        return tuple(row for row in self.rows if row.id in JUMPS)

    @cached_property
    def folded(self) -> tuple[ComparedRow, ...]:
        """The rows that no case fills."""
        return tuple(row for row in self._compared if row.is_blank)

    def lacking(self, row: ComparedRow) -> str:
        """Which kind of blank stands in a row that no case fills: once where all are alike."""
        said = [as_plain(cell.text) for cell in row.cells]
        if len(set(said)) == 1:
            return said[0]
        return ", ".join(f"{column.short_name} {why}" for column, why in zip(self.columns, said, strict=True))

    def entry(self, source: Source) -> Markup:
        """A work in the list of sources, with the way to its page."""
        return entry(self.catalogue, self.writer, source)

    def _csv(self) -> str:
        """The rows that some case fills; a text that a spreadsheet would run stays a text."""
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["Field", *(inert(column.short_name) for column in self.columns)])
        writer.writerow(["As told", *(column.record.as_told for column in self.columns)])
        for row in self.rows:
            writer.writerow([row.label, *(inert(as_plain(as_html(cell.text))) for cell in row.cells)])
        return file.getvalue()


def entry(catalogue: Catalogue, writer: Writer, source: Source) -> Markup:
    """A work in the list of sources, with the way to its page."""
    work = reference(source, catalogue.letters.get(source.id, ""))
    return Markup("%s %s") % (work, writer.link(source.id, "About this source"))
