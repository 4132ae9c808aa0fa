"""Downloads: every comparison and every record as files that people and programs can read without the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.catalogue import Catalogue
from generator.comparisons import COMPARISONS
from generator.downloads.bundle import Bundle, bundle
from generator.downloads.cells import Context
from generator.downloads.page import data_pages
from generator.pages import Page, Settings
from generator.pages.prose import page_uri


def with_downloads(
    pages: Iterable[Page], catalogue: Catalogue, settings: Settings, day: tuple[int, int, int]
) -> Iterator[Page]:
    """The pages, each record and comparison with its files beside it, and the pages of all downloads."""
    made = bundle(Context(catalogue, settings), day)
    beside = dict(_beside(catalogue, made))
    for page in pages:
        yield replace(page, beside=(*page.beside, *beside.get(page.uri, ())))
    yield from data_pages(made)


def _beside(catalogue: Catalogue, made: Bundle) -> Iterator[tuple[str, tuple[tuple[str, str | bytes], ...]]]:
    for record in catalogue.records.values():
        yield page_uri(record), (("index.json", made.records[record.id]),)
    for comparison in COMPARISONS:
        name = f"{comparison.id}.csv"
        yield f"tables/{comparison.id}.md", ((name, made.files[name]),)


__all__ = ["with_downloads"]
