"""Where a complaint belongs: fields and groups of the model by the path of a value, and how we name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from generator.records import Part
from generator.records.walk import field_names, part_types
from generator.source import Document

Path = tuple[str | int, ...]


def all_values(data: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Every value below `data` with its path."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield (*path, key), value
            yield from all_values(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield (*path, index), value
            yield from all_values(value, (*path, index))


def value_at(data: Any, path: Path) -> Any:
    """The value at a path."""
    for part in path:
        data = data[part]
    return data


def path_in(document: Document, loc: Path) -> Path:
    """The path of a complaint in the file: parts that the file does not have (union tags) are skipped."""
    path: Path = ()
    for part in loc:
        if (*path, part) in document.nodes:
            path = (*path, part)
    return path


def part_at(record_type: type[Part], path: Path) -> type[Part] | None:
    """The group of fields that stands at a path, if it is one."""
    part: type[Part] | None = record_type
    for name in path:
        if isinstance(name, str):
            part = part_types(part).get(name) if part else None
    return part


def field_at(record_type: type[Part], path: Path) -> FieldInfo | None:
    """The field of the model that a path leads to."""
    names = [name for name in path if isinstance(name, str)]
    part = part_at(record_type, tuple(names[:-1])) if names else None
    if part is None:
        return None
    name = field_names(part).get(names[-1])
    return part.model_fields[name] if name else None


def keys_at(document: Document, path: Path) -> tuple[str, ...]:
    """The keys that are given at a path."""
    data = value_at(document.data, path)
    return tuple(data) if isinstance(data, Mapping) else ()


def info_of(part: type[Part], field: str) -> FieldInfo:
    """A field of a group by its name in YAML."""
    return part.model_fields[field_names(part)[field]]


def field_name(path: Path) -> str:
    """The name of the field to which a path belongs."""
    return next((name for name in reversed(path) if isinstance(name, str)), "the record")


def listed(choices: list[str]) -> str:
    """Words in backticks, parted by commas."""
    return ", ".join(f"`{choice}`" for choice in choices)


def example_of(field: FieldInfo | None, name: str) -> str:
    """A value that the field accepts, so that what `help` says can be pasted."""
    from generator.records.examples import example  # noqa: PLC0415 - only where something is missing

    return example(field, name) if field else "..."
