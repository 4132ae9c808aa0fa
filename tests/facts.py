"""The facts of `facts.csv`: where each stands in the records, and what a record says otherwise."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles import forms, says

from generator.catalogue import Catalogue, Entry
from generator.records.figure import Figure, Share
from generator.records.marks import Cite, Line, Prose
from generator.text.citations import citations
from generator.text.quantities import QUALIFIERS

FILE = Path(__file__).parent / "facts.csv"
HEADER = ("fact", "record", "field", "value", "qualifier", "unit", "page", "note")
_SAID = {"around": "around|about|some|nearly", "more than": "more than|over"}
_BRACKETS = re.compile(r"\[(@[^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: a number or date of the papers, and the field of the record that holds it."""

    fact: str
    record: str
    field: str
    value: str
    qualifier: str
    unit: str
    page: str
    note: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a record says in a field, in the form of a row."""

    value: str
    qualifier: str
    unit: str
    pages: frozenset[str]


def read_facts() -> tuple[Fact, ...]:
    """Every row of the table."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(Fact(*(row[name].strip() for name in HEADER)) for row in csv.DictReader(file))


def fault(fact: Fact, catalogue: Catalogue) -> str:
    """Say what the record says otherwise; empty where it holds the fact."""
    entry = catalogue.entries.get(fact.record)
    if entry is None or entry.record is None:
        return f"there is no record `{fact.record}`"
    if fact.field == "text":
        return "" if any(_tells(fact, *told) for told in _paragraphs(entry)) else "no paragraph tells it"
    found = tuple(_found(entry.record, fact.field.split(".")))
    if any(_is(fact, one) for one in found):
        return ""
    return f"`{fact.field}` is {found[0]}" if found else f"there is no `{fact.field}`"


def _is(fact: Fact, found: Found) -> bool:
    same = (fact.value, fact.qualifier, fact.unit) == (found.value, found.qualifier, found.unit)
    return same and (not fact.page or fact.page in found.pages)


def _found(record: Any, path: list[str]) -> Iterator[Found]:
    first, *rest = path
    if first == "figures":
        yield from (_in_figure(figure, rest[1:]) for figure in record.figures if figure.name == rest[0])
    elif first == "timeline":
        for event in record.timeline:
            if event.date == rest[0]:
                yield Found(event.date, "planned" if event.planned else "", "", _pages(event.cite))
    elif first == "founded" and record.founded:
        yield Found(record.founded.date, "", "", _pages(record.founded.cite))
    elif first in {"issued", "number", "page"}:
        yield Found(str(getattr(record, first)), "", "", frozenset())


def _in_figure(figure: Figure, path: list[str]) -> Found:
    """The figure itself, one of its parts, or the spread around either."""
    share = next((share for share in figure.parts if len(path) > 1 and share.part == path[1]), None)
    inner: Figure | Share = share or figure
    written = (inner.range if path[-1:] == ["range"] else inner.value) or "not reported"
    qualifier = next((word for word in QUALIFIERS if written.startswith(f"{word} ")), "")
    unit = f"{figure.unit} {'once' if figure.per == 'once' else 'a year'}" if figure.per else figure.unit
    value = " ".join(part for part in (written.removeprefix(qualifier).strip(), figure.scale) if part)
    return Found(value, qualifier, unit, _pages(figure.cite))


def _pages(cite: str) -> frozenset[str]:
    return frozenset(f"{one.read}, {one.read_locator}" for one in citations(" ".join(cite.split())))


def _paragraphs(entry: Entry) -> Iterator[tuple[str, frozenset[str]]]:
    """Every paragraph without its citations, and the pages that it cites; a list belongs to the line that opens it."""
    cites = {marked.path[:-1]: marked.text for marked in entry.marked if isinstance(marked.mark, Cite)}
    for marked in entry.marked:
        if not isinstance(marked.mark, Prose | Line):
            continue
        for paragraph in re.split(r"(?<!:)\n\s*\n", marked.text):
            inside = "; ".join(_BRACKETS.findall(paragraph))
            beside = cites.get(marked.path[:-1], "") if len(marked.path) > 1 else ""
            yield " ".join(_BRACKETS.sub("", paragraph).split()), _pages(inside) | _pages(beside)


def _tells(fact: Fact, paragraph: str, pages: frozenset[str]) -> bool:
    """Tell whether a paragraph cites the page and says the number, its qualifier before it and its unit near it."""
    if (fact.page and fact.page not in pages) or not says(paragraph, fact.value):
        return False
    number = rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in forms(fact.value)[0])})(?!\w)"
    unit, said = re.escape(fact.unit), _SAID.get(fact.qualifier, re.escape(fact.qualifier))
    wanted = (
        rf"\b(?:{said})(?:\W+\w+){{0,3}}\W+{number}" if said else "",
        rf"{number}.{{0,80}}{unit}|{unit}.{{0,80}}{number}" if unit else "",
    )
    return all(re.search(pattern, paragraph, re.IGNORECASE) for pattern in wanted)
