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
            first = seen.setdefault((entry.kind, name.casefold()), entry)
            if first is not entry:
                is_alias_of_first = first.record is not None and name.casefold() != first.record.name.casefold()
                yield _of_two(*((first, entry) if is_alias_of_first else (entry, first)), name)
                break
            if [other.casefold() for other in entry.record.names].count(name.casefold()) > 1:
                path = _path(entry, name)
                yield Problem(
                    entry.place(path),
                    CODE,
                    f"`{name}` is given twice",
                    help="delete it here",
                    severity="warning",
                    mends=entry.without(path),
                )
                break


def _of_two(entry: Entry, other: Entry, name: str) -> Problem:
    """Tell that two records have one name, at the one that has it as a further name, if any."""
    path = _path(entry, name)
    is_alias = entry.record is not None and name.casefold() != entry.record.name.casefold()
    advice = (
        f"keep it on the one that it means first; if that is `{other.id}`, delete it here"
        if is_alias
        else "give one of the two another name"
    )
    note = Note(f"`{other.id}` has it as well", other.place(_path(other, name)))
    return Problem(
        entry.place(path),
        CODE,
        f"`{name}` is the name of two {entry.kind}s",
        help=advice,
        severity="warning",
        notes=(note,),
        mends=entry.without(path) if is_alias else (),
    )


def _path(entry: Entry, name: str) -> tuple[str | int, ...]:
    for text in reversed(entry.marked):
        if text.text.strip().casefold() == name.casefold():
            return text.path
    return ()
