"""Elsewhere: words that fit another field than the one they stand in; what several rules tell instead of a fault each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Mend, Problem
from generator.records import RECORD_TYPES
from generator.records.forms import ListOf, fields, table_of
from generator.records.marks import Mark
from generator.records.walk import Marked

CODE = "no-field-name"


def strays(catalogue: Catalogue, mark: type[Mark]) -> dict[tuple[str, str, str, int], Problem | None]:
    """Entries of a list that belong to a field whose name is gone from above them, by record, list and number.

    The first of them has the problem, the others have none.
    """
    found: dict[tuple[str, str, str, int], Problem | None] = {}
    for entry, text in catalogue.texts(mark):
        if len(text.path) != 2 or not isinstance(text.path[1], int):
            continue
        name = _field_of(catalogue, entry, text)
        if name:
            before = (entry.kind, entry.id, str(text.path[0]), text.path[1] - 1)
            found[*before[:3], text.path[1]] = None if before in found else _problem(entry, text, name)
    return found


def _field_of(catalogue: Catalogue, entry: Entry, text: Marked) -> str | None:
    """The list, absent from the record, whose table knows a word that the table of its own list lacks."""
    every = {field.name: field for field in fields(RECORD_TYPES[entry.kind])}
    own = table_of(every[str(text.path[0])].form)
    if text.text in catalogue.tables.get(own, {}):
        return None
    return next(_absent(catalogue, entry, text.text), None)


def _absent(catalogue: Catalogue, entry: Entry, word: str) -> Iterator[str]:
    for field in fields(RECORD_TYPES[entry.kind]):
        table = table_of(field.form)
        if (
            table
            and isinstance(field.form, ListOf)
            and field.name not in entry.data
            and word in catalogue.tables.get(table, {})
        ):
            yield field.name


def _problem(entry: Entry, text: Marked, name: str) -> Problem:
    place = entry.place(text.path)
    mends: tuple[Mend, ...] = ()
    if entry.document:
        lines = entry.document.lines
        start = lines.starts[lines.number(entry.document.nodes[text.path].start) - 1]
        mends = (lines.mend(start, start, f"{name}:\n"),)
    return Problem(
        place,
        CODE,
        "the name of the field is missing above this entry",
        help=f"write `{name}:` on a line of its own above it",
        mends=mends,
    )
