"""blanks: a field is both filled and blank, or a blank names no field.

A blank says why there is nothing: `not_reported`, `not_applicable` or `not_researched`. A field is filled or blank,
never both, and has one reason. `workshops.date` stands for the date of every workshop that has none.

    results: Two firms moved in.
    blanks: {not_reported: [results]}   # wrong: it is reported
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Note, Problem
from generator.records import REASONS, RECORD_TYPES
from generator.records.base import article
from generator.records.walk import field_names, part_types
from generator.text.near import nearest

CODE = "blanks"
_NEVER = frozenset({"blanks", "id", "verified", "authors"})


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find blanks that name no field, a field twice, or one that is filled."""
    for entry in catalogue.entries.values():
        blanks = entry.data.get("blanks")
        if not isinstance(blanks, dict):
            continue
        seen: dict[str, tuple[str | int, ...]] = {}
        for reason in REASONS:
            fields = blanks.get(reason)
            for index, field in enumerate(fields if isinstance(fields, list | tuple) else ()):
                path = ("blanks", reason, index)
                if not isinstance(field, str):
                    continue
                problem = _fault(entry, field, path)
                if problem is None and field in seen:
                    note = Note("first named here", entry.place(seen[field]))
                    problem = _problem(
                        entry,
                        path,
                        f"`{field}` is blank for two reasons",
                        "keep one of the two, and delete the other",
                        notes=(note,),
                    )
                seen.setdefault(field, path)
                if problem:
                    yield problem


def _fault(entry: Entry, field: str, path: tuple[str | int, ...]) -> Problem | None:
    record_type = RECORD_TYPES[entry.kind]
    fields = field_names(record_type)
    name, _, inner = field.partition(".")
    known = [key for key in fields if key not in _NEVER and not record_type.model_fields[fields[key]].is_required()]
    if name in fields and name not in known:
        return _problem(entry, path, f"`{name}` can never be blank", f"delete it from the blanks, and fill `{name}`")
    part = part_types(record_type).get(name)
    inner_fields = (
        [key for key, python in field_names(part).items() if not part.model_fields[python].is_required()]
        if part
        else []
    )
    if name not in known or (inner and inner not in inner_fields):
        choices = [f"{name}.{key}" for key in inner_fields] if inner and name in known else known
        meant = nearest(field, choices)
        advice = (
            f"did you mean `{meant}`?"
            if meant
            else "name one of " + ", ".join(f"`{choice}`" for choice in choices)
            if choices
            else f"delete it: `{name}` has no such field that may be blank"
        )
        mends = entry.mend(path, meant) if meant else entry.without(path)
        return Problem(
            entry.place(path),
            CODE,
            f"{article(entry.kind)} has no field `{field}` that may be blank",
            help=advice,
            mends=mends,
        )
    value = entry.data.get(name)
    if inner:
        rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list | tuple) else []
        if rows and all(row.get(inner) for row in rows):
            return _problem(
                entry, path, f"`{field}` is blank, and every entry of `{name}` has it", "delete it from the blanks"
            )
        return None
    if value:
        note = Note("it is filled here", entry.place_of_key((name,)))
        return _problem(
            entry,
            path,
            f"`{field}` is blank and filled",
            f"delete `{field}` from the blanks, or the field itself",
            notes=(note,),
        )
    return None


def _problem(
    entry: Entry, path: tuple[str | int, ...], message: str, advice: str, notes: tuple[Note, ...] = ()
) -> Problem:
    return Problem(entry.place(path), CODE, message, help=advice, notes=notes, mends=entry.without(path))
