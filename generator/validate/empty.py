"""Fields and entries that stand there empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.problems import Mend, Problem
from generator.records import Part
from generator.records.walk import field_names, part_types
from generator.source import Document, without
from generator.validate.lookup import Path, all_values, example_of, field_at


def without_nulls(data: Any, part: type[Part] | None) -> Any:
    """Leave out what is empty, which is told already, except under a name that is no field."""
    if isinstance(data, Mapping):
        known, inner = (field_names(part), part_types(part)) if part else ({}, {})
        return {
            key: without_nulls(value, inner.get(key))
            for key, value in data.items()
            if value is not None or (part and key not in known)
        }
    if isinstance(data, list):
        return [without_nulls(value, part) for value in data if value is not None]
    return data


def empty_values(document: Document, record_type: type[Part]) -> Iterator[Problem]:
    """Find fields and entries without a value: what is needed is to be filled, the rest filled or deleted."""
    for path, value in all_values(document.data, ()):
        if value is not None and not (isinstance(value, str) and not value.strip()) and value not in ([], {}):
            continue
        name = path[-1] if path else ""
        if isinstance(name, int):
            place = document.place(path)
            yield Problem(
                place,
                "empty-field",
                "this entry of the list is empty",
                help="fill it, or delete the line",
                mends=(without(document, path),),
            )
            continue
        field = field_at(record_type, path)
        if field is None:
            continue
        if field.is_required():
            example = example_of(field, str(name))
            yield Problem(
                document.place_of_key(path),
                "empty-field",
                f"`{name}` is empty",
                help=f"write `{name}: {example}`, with your own words: {field.description}",
                mends=(_filled(document, path, example),),
            )
        else:
            advice = "fill it or delete the line; a field that stays empty on purpose is named under `blanks`"
            yield Problem(
                document.place_of_key(path),
                "empty-field",
                f"`{name}` is empty",
                help=advice,
                mends=(without(document, path),),
            )


def _filled(document: Document, path: Path, example: str) -> Mend:
    node = document.nodes[path]
    lines = document.lines
    written = lines.text[node.start : node.end].rstrip()
    if written:
        return lines.mend(node.start, node.start + len(written), example)
    at = lines.text.index(":", node.key_end or node.start) + 1
    return lines.mend(at, at, f" {example}")
