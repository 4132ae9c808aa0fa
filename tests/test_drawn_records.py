"""Records that the model allows and nobody wrote: every page, chart, download and index can be made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import strategies
from building import ROOT, SAMPLE
from figuring import note_figure
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue, Entry
from generator.load import KIND_OF_FOLDER, load
from generator.pages import Page, Settings
from generator.project import Project
from generator.publish import site_pages
from generator.records import RECORD_TYPES
from generator.records.marks import Cite, Prose, Reference, Term
from generator.records.walk import Path as Where
from generator.records.walk import marked
from generator.rules import check_all
from generator.search import search_files
from generator.slips import read_record

MANY = st.lists(
    st.sampled_from(list(RECORD_TYPES)).flatmap(
        lambda kind: st.tuples(st.just(kind), strategies.of_part(RECORD_TYPES[kind]))
    ),
    min_size=12,
    max_size=16,
)
law = settings(
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],  # what fails is told as it was drawn: to look for something smaller takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


@cache
def sample() -> Catalogue:
    """The sample's records with the real tables."""
    files = sorted(SAMPLE.glob("content/*/*.yml"))
    entries = [entry_of(KIND_OF_FOLDER[file.parent.name], file.stem, file.read_bytes()) for file in files]
    return Catalogue.of_entries(filter(None, entries), load(ROOT).catalogue.tables)


def entry_of(kind: str, key: str, raw: bytes) -> Entry | None:
    """What a file gives that has no problem of its own."""
    reading = read_record(f"content/{RECORD_TYPES[kind].folder}/{key}.yml", raw, kind, key)
    if reading.record is None or reading.document is None or reading.problems:
        return None
    return Entry(kind, key, reading.document.data, reading.record, reading.document)


def fitted(kind: str, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same data, with records, words and works named that are there."""
    for found in marked(RECORD_TYPES[kind], data):
        match found.mark:
            case Reference(kinds):
                known = sorted(entry.id for entry in sample().entries.values() if entry.kind in kinds)
            case Term(vocabulary):
                known = list(sample().tables[vocabulary])
            case Cite() | Prose():
                known = [re.sub(r"\[\[[\w-]+", "[[eusalp", re.sub(r"@[\w-]+", "@rivas-2016", found.text))]
            case _:
                continue
        put(data, found.path, known[len(found.text) % len(known)])
    return data


def put(data: Any, path: Where, text: str) -> None:
    """Put a text where another stands: as a value, or as the name of a field in a group of free names."""
    *above, last = path
    for step in above:
        data = data[step]
    if isinstance(data[last], str) and not (isinstance(last, str) and data[last] in {"involved", "reported"}):
        data[last] = text
    else:
        data[text] = data.pop(last)


def with_drawn(drawn: list[tuple[str, Mapping[str, Any]]]) -> tuple[Catalogue, int]:
    """The sample with those of the drawn records that no rule refuses, and how many these are."""
    entries = list(sample().entries.values())
    for number, (kind, data) in enumerate(drawn):
        entry = entry_of(kind, f"drawn-{number}", strategies.as_yaml(fitted(kind, data), None).encode())
        if entry and not has_errors(Catalogue.of_entries([*entries, entry], sample().tables)):
            entries.append(entry)
    return Catalogue.of_entries(entries, sample().tables), len(entries) - len(sample().entries)


def has_errors(catalogue: Catalogue) -> bool:
    return any(problem.severity == "error" for problem in check_all(catalogue))


def everything(catalogue: Catalogue) -> Iterator[Page]:
    """Make all that a site is made of, up to MkDocs."""
    pages = site_pages(Project(Path("nowhere")), catalogue, Settings())
    search_files(pages, catalogue)
    yield from pages


def pages_made_of(drawn: list[tuple[str, Mapping[str, Any]]]) -> int:
    """Make the site of the sample and drawn records, each of which gets its page; tell how many of them are right."""
    catalogue, kept = with_drawn(drawn)
    shown = {page.record_path for page in everything(catalogue)}
    assert shown >= {entry.path for entry in catalogue.entries.values() if entry.kind != "model"}
    return kept


@pytest.mark.long
def test_every_page_and_download_can_be_made_of_drawn_records() -> None:
    kept = []

    @settings(law, max_examples=8)
    @given(MANY)
    def has_pages(drawn: list[tuple[str, Mapping[str, Any]]]) -> None:
        kept.append(pages_made_of(drawn))

    has_pages()

    note_figure("drawn-records-that-stop-the-pages", 0, of=sum(kept))
    assert sum(kept) > len(kept)


@pytest.mark.parametrize("fault", ["raises", "lacks a page"])
def test_a_page_that_cannot_be_made_of_a_drawn_record_is_caught(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_at_drawn(catalogue: Catalogue) -> Iterator[Page]:
        for entry in catalogue.entries.values():
            if not entry.id.startswith("drawn-"):
                yield Page("cases/x.md", "x", "x", entry.path)
            elif fault == "raises":
                raise IndexError(entry.id)

    monkeypatch.setattr("test_drawn_records.everything", fail_at_drawn)

    with pytest.raises((AssertionError, IndexError), match="drawn-0"):
        pages_made_of([("concept", {"term": "timber region", "definition": "Carpenters [@rivas-2016, p. 9]."})])
