"""Downloads: every comparison and every record as files that people and programs can read without the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.catalogue import Catalogue
from generator.comparisons import COMPARISONS
from generator.downloads.bundle import Bundle, bundle
from generator.downloads.cells import Context
from generator.downloads.formats import rows_of
from generator.downloads.page import data_pages
from generator.downloads.pages import INDEX, for_programs
from generator.pages import Page, Settings
from generator.pages.prose import page_uri


def with_downloads(
    pages: Iterable[Page], catalogue: Catalogue, settings: Settings, day: tuple[int, int, int]
) -> Iterator[Page]:
    """The pages and those of all downloads; each tells programs what it is, and has its files beside it."""
    made = bundle(Context(catalogue, settings), day)
    beside = dict(_beside(catalogue, made))
    rows = {sheet.name: rows_of(sheet) for sheet in made.sheets if sheet.group == "tables"}
    for page in (*pages, *data_pages(made)):
        own = replace(page, beside=(*page.beside, *beside.get(page.uri, ())))
        yield for_programs(own, settings, rows)


def _beside(catalogue: Catalogue, made: Bundle) -> Iterator[tuple[str, tuple[tuple[str, str | bytes], ...]]]:
    for record in catalogue.records.values():
        yield page_uri(record), ((INDEX, made.records[record.id]),)
    for comparison in COMPARISONS:
        name = f"{comparison.id}.csv"
        yield f"tables/{comparison.id}.md", ((name, made.files[name]),)


__all__ = ["with_downloads"]
