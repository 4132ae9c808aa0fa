"""same-name: two records claim one name.

Where two concepts, or two bodies, have one name or alias, a mention in a text cannot be linked to the right one.

    # content/concepts/ris3.yml                     aliases: [S3]
    # content/concepts/smart-specialisation.yml     aliases: [S3]     # wrong: keep one of the two
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Note, Problem

CODE = "same-name"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find names that two records of one kind, or one record twice, claim."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in catalogue.entries.values():
        if entry.record is None:
            continue
        for name in entry.record.names:
            key = (entry.kind, name.casefold())
            first = seen.setdefault(key, entry)
            if first is not entry or [other.casefold() for other in entry.record.names].count(name.casefold()) > 1:
                path = _path(entry, name)
                note = Note(f"`{first.id}` has it as well", first.place(_path(first, name)))
                yield Problem(entry.place(path), CODE, f"`{name}` is the name of two {entry.kind}s" if first is not entry else f"`{name}` is given twice", help="keep it on the one that it means first, and delete it here", severity="warning", notes=(note,) if first is not entry else (), mends=entry.without(path))
                break


def _path(entry: Entry, name: str) -> tuple[str | int, ...]:
    for text in reversed(entry.marked):
        if text.text.strip().casefold() == name.casefold():
            return text.path
    return ()
