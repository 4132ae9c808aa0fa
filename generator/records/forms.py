"""Forms: what each field takes, told once; skeletons, schemas and the field reference are made from it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from generator.records.base import Part, Record
from generator.records.marks import Mark, PlaceCode, Term

Need = Literal["required", "fill-or-blank", "optional"]
NEVER_BLANK = frozenset({"blanks", "verified", "authors"})


@dataclass(frozen=True, slots=True)
class Text:
    """A text that means what its mark says."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name that the record itself gives, for links."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from `least` to `most`."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class ListOf:
    """Entries of one form, `least` of them or more."""

    each: Form
    least: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Fields of their own; with `or_text`, the first of them may stand alone as a text."""

    part: type[Part]
    or_text: bool = False


@dataclass(frozen=True, slots=True)
class Keyed:
    """Entries that are each a key and a value."""

    key: Form
    value: Form


Form = Text | ShortName | Choice | Truth | Count | ListOf | Group | Keyed


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its name in YAML; one that is `fill-or-blank` is filled or named under `blanks`."""

    name: str
    form: Form
    description: str
    need: Need


@cache
def fields(part: type[Part]) -> tuple[Field, ...]:
    """The fields of a group or record, in its order; what every record has comes last."""
    common = Record.model_fields if issubclass(part, Record) else {}
    names = sorted(
        (name for name, info in part.model_fields.items() if not info.exclude), key=lambda name: name in common
    )
    return tuple(_field(part, name, part.model_fields[name]) for name in names)


def form_of(info: FieldInfo) -> Form:
    """What a field of a model takes."""
    return _form(info.annotation, tuple(info.metadata))


def inner_part(form: Form) -> type[Part] | None:
    """The group that a form holds, in a list or alone."""
    if isinstance(form, ListOf):
        return inner_part(form.each)
    return form.part if isinstance(form, Group) else None


def table_of(form: Form) -> str:
    """The table of `data/` whose words a form takes, alone or in a list; empty where there is none."""
    if isinstance(form, ListOf):
        return table_of(form.each)
    mark = form.mark if isinstance(form, Text) else None
    return mark.vocabulary if isinstance(mark, Term) else "places" if isinstance(mark, PlaceCode) else ""


def groups(part: type[Part]) -> tuple[type[Part], ...]:
    """Every group below `part`, each once, in the order in which the fields lead to it."""
    return tuple(dict.fromkeys(_groups(part)))


def blankable(record_type: type[Record]) -> tuple[str, ...]:
    """What `blanks` may name: fields that need not be filled, and such fields of the entries of a list."""
    found = []
    for field in fields(record_type):
        if field.need == "required" or field.name in NEVER_BLANK:
            continue
        part = inner_part(field.form)
        found.append(field.name)
        found += [f"{field.name}.{inner.name}" for inner in fields(part) if inner.need != "required"] if part else []
    return tuple(found)


def _groups(part: type[Part]) -> Iterator[type[Part]]:
    for field in fields(part):
        inner = inner_part(field.form)
        if inner:
            yield inner
            yield from _groups(inner)


def _field(part: type[Part], name: str, info: FieldInfo) -> Field:
    return Field(info.alias or name, form_of(info), info.description or "", _need(part, name, info))


def _need(part: type[Part], name: str, info: FieldInfo) -> Need:
    if info.is_required():
        return "required"
    is_optional = not issubclass(part, Record) or name in part.optional_fields or name in NEVER_BLANK
    return "optional" if is_optional else "fill-or-blank"


def _form(annotation: Any, metadata: tuple[Any, ...] = ()) -> Form:  # noqa: PLR0911 - one line a form
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _form(arguments[0], (*metadata, *arguments[1:]))
    if origin in {Union, types.UnionType}:
        return _form(next(inner for inner in arguments if inner is not type(None)), metadata)
    if origin is Literal:
        return Choice(arguments)
    if origin is tuple:
        return ListOf(
            _form(arguments[0]), next((found.min_length for found in metadata if isinstance(found, MinLen)), 0)
        )
    if origin is dict:
        return Keyed(_form(arguments[0]), _form(arguments[1]))
    if annotation is bool:
        return Truth()
    if annotation is int:
        return _count(metadata)
    if issubclass(annotation, Part):
        return Group(
            annotation,
            or_text=any(
                str in get_args(found.json_schema_input_type)
                for found in metadata
                if isinstance(found, BeforeValidator)
            ),
        )
    mark = next((found for found in reversed(metadata) if isinstance(found, Mark)), None)
    return Text(mark) if mark else ShortName()


def _count(metadata: tuple[Any, ...]) -> Count:
    least = next(found.ge for found in metadata if isinstance(found, Ge))
    most = next(found.le for found in metadata if isinstance(found, Le))
    return Count(int(str(least)), int(str(most)))
