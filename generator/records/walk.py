"""Walk a record's data along its type, and tell what each text in it means.

The walk reads the data as written, not the validated record: what one field has wrong hides nothing in the others.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from generator.records.base import Part
from generator.records.marks import Line, Mark, Prose

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text of a record, where it stands in the record, and what it means."""

    path: Path
    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """How to walk a value: a text with a mark, the parts of a list, or the fields of a group."""

    mark: Mark | None = None
    each: _Plan | None = None
    fields: Mapping[str, _Plan] | None = None
    keys: Mark | None = None
    short: Mark | None = None


def marked(record_type: type[Part], data: Any) -> tuple[Marked, ...]:
    """Every marked text of `data`, in the order of the type's fields."""
    return tuple(_walk(_plan_of(record_type), data, ()))


@cache
def field_names(part: type[Part]) -> dict[str, str]:
    """The names of a group's fields in YAML, each with the name it has in Python."""
    return {field.alias or name: name for name, field in part.model_fields.items() if name != "id" or not field.exclude}


@cache
def part_types(part: type[Part]) -> dict[str, type[Part]]:
    """The groups that stand in the fields of a group, by field."""
    found = {}
    for name, field in part.model_fields.items():
        inner = _part_inside(field.annotation)
        if inner:
            found[field.alias or name] = inner
    return found


def _part_inside(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation if issubclass(annotation, Part) else None
    for inner in get_args(annotation):
        found = _part_inside(inner)
        if found:
            return found
    return None


def _walk(plan: _Plan, data: Any, path: Path) -> Iterator[Marked]:
    if isinstance(data, str):
        if plan.mark is not None:
            yield Marked(path, plan.mark, data)
        elif plan.short is not None:
            yield Marked(path, plan.short, data)
    elif isinstance(data, Mapping):
        yield from _walk_fields(plan, data, path)
    elif isinstance(data, list | tuple) and plan.each is not None:
        for index, value in enumerate(data):
            yield from _walk(plan.each, value, (*path, index))


def _walk_fields(plan: _Plan, data: Mapping[Any, Any], path: Path) -> Iterator[Marked]:
    if plan.keys is not None:
        for key in data:
            yield Marked((*path, key), plan.keys, str(key))
    for name, inner in (plan.fields or {}).items():
        if name in data:
            yield from _walk(inner, data[name], (*path, name))


@cache
def _plan_of(part: type[Part]) -> _Plan:
    fields = {}
    for name, field in part.model_fields.items():
        if field.exclude:
            continue
        plan = _plan(field.annotation, tuple(field.metadata))
        if plan is not None:
            fields[field.alias or name] = plan
    short = fields.get(part.short_for)
    return _Plan(fields=fields, short=short.mark if short else None)


def _plan(annotation: Any, metadata: tuple[Any, ...] = ()) -> _Plan | None:
    if get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        return _plan(annotation, (*metadata, *more))
    mark = next((found for found in reversed(metadata) if isinstance(found, Mark)), None)
    if get_origin(annotation) in {Union, types.UnionType}:
        inner = [part for part in get_args(annotation) if part is not type(None)]
        return _plan(inner[0], metadata)
    if get_origin(annotation) is tuple:
        each = _plan(get_args(annotation)[0])
        return _Plan(each=each) if each else None
    if get_origin(annotation) is dict:
        key = _plan(get_args(annotation)[0])
        return _Plan(keys=key.mark if key else None, fields={})
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _plan_of(annotation)
    return _Plan(mark=mark) if mark else None


def is_text(mark: Mark) -> bool:
    """Tell whether a mark stands for words that people read."""
    return isinstance(mark, Line | Prose)
