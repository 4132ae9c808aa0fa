"""Pages and catalogue → entries: what each page is called, and what it says in which of its fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.pages import Page
from generator.records import Case, Concept, Model, Organisation, Record, Source
from generator.search.reading import Reading, read_page

_HIDDEN = "search:\n  exclude: true"
_OTHERS = "pages"
TABLE = "asked-as"  # what readers say who do not know the term: it is found, and never shown
_SECTIONS = ("cases", "concepts", "organisations", "models", "sources", "courses", "tables", "charts", "compare")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the search knows it: `names` are what it is called, `fields` what it says, by the field's name."""

    address: str
    title: str
    kind: str
    names: tuple[str, ...]
    fields: Mapping[str, str]
    paragraphs: tuple[str, ...]


def entries(pages: Iterable[Page], catalogue: Catalogue) -> tuple[Entry, ...]:
    """Every page that can be searched, by kind and address."""
    searched = [page for page in pages if page.is_promised and _HIDDEN not in page.markdown]
    readings = {page.uri: read_page(page.uri, page.markdown) for page in searched}
    link_words = _link_words(readings)
    records = {record.address: record for record in catalogue.records.values()}
    found = [
        _entry(page, readings[page.uri], link_words.get(page.uri, ()), records.get(page.address), catalogue)
        for page in searched
    ]
    return tuple(sorted(found, key=lambda entry: (_order(entry.kind), entry.address)))


def _order(kind: str) -> int:
    return (*_SECTIONS, _OTHERS).index(kind)


def _entry(
    page: Page, reading: Reading, link_words: Iterable[str], record: Record | None, catalogue: Catalogue
) -> Entry:
    names = _names(record, catalogue) if record else ()
    title = " ".join(page.title.split())
    # The page of a section lists others, which answer for themselves.
    paragraphs = (reading.lead,) if page.address.strip("/") in _SECTIONS else reading.paragraphs
    fields = {
        "title": title,
        "names": "\n".join((*names, *_place_names(record, catalogue))),
        "asked": _asked(page.address, catalogue),
        "lead": reading.lead,
        "headings": "\n".join(reading.headings),
        "links": "\n".join(link_words),
        "text": "\n".join(paragraphs),
    }
    others = tuple(name for name in dict.fromkeys(names) if name != title)
    return Entry(page.address, title, _kind(page.address), others, fields, paragraphs)


def _asked(address: str, catalogue: Catalogue) -> str:
    row = catalogue.tables.get(TABLE, {}).get(address)
    return row.cells["words"].replace("; ", "\n") if row else ""


def _kind(address: str) -> str:
    """The section whose page it is; the page of a section itself is one like others."""
    section, _, rest = address.strip("/").partition("/")
    return section if rest and section in _SECTIONS else _OTHERS


def _names(record: Record, catalogue: Catalogue) -> tuple[str, ...]:
    """What a record is called beside its title: aliases, abbreviations, native names, and how texts call it."""
    if isinstance(record, Concept | Organisation | Model):
        return record.names
    if isinstance(record, Case):
        alone = _place_names(record, catalogue) if len(record.places) == 1 and record.type == "place" else ()
        return (catalogue.short_name(record), *alone)
    return (catalogue.short_name(record),) if isinstance(record, Source) else ()


def _place_names(record: Record | None, catalogue: Catalogue) -> tuple[str, ...]:
    """The names of a case's places, also in their own language."""
    if not isinstance(record, Case):
        return ()
    rows = [catalogue.row("places", code) for code in record.places]
    names = [row.cells.get(column, "") for row in rows for column in ("name", "native_name")]
    return tuple(dict.fromkeys(name for name in names if name))


def _link_words(readings: Mapping[str, Reading]) -> Mapping[str, tuple[str, ...]]:
    """By which words other pages link to each page, each of them once."""
    found: dict[str, dict[str, None]] = {}
    for uri, reading in readings.items():
        for target, words in reading.links:
            if target and target != uri:
                found.setdefault(target, {})[words] = None
    return {target: tuple(sorted(words)) for target, words in found.items()}
