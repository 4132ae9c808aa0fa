"""Columns of a record or group: its fields, told to somebody who reads a file instead of writing a record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.downloads.cells import NAMED, Context, Kind, cells_of, fields_of
from generator.downloads.sheet import Cell, Field
from generator.downloads.words import PLACES, WORDS
from generator.records import Figure, Part
from generator.records.forms import Count, Form, Keyed, ListOf, Text, Truth, fields, inner_part
from generator.records.forms import Field as ModelField
from generator.records.marks import Cite, PlaceCode, Prose, Reference, Term
from generator.records.walk import field_names

RECORD = Kind("record")
_ONE_A_LINE = re.compile(r", (?:one (?:id |name )?a line|one entry (?:each|for each [a-z ]+))(?=[.;,])")
_TABLE = re.compile(r"`data/([a-z-]+)\.csv`")


@dataclass(frozen=True, slots=True)
class Column:
    """A field, the way to it from the record or group, and what its values are; one that `is_keyed` holds pairs."""

    name: str
    path: tuple[str, ...]
    description: str
    kind: Kind
    is_keyed: bool = False


def is_apart(form: Form, part: type[Part]) -> bool:
    """Tell whether a group stands in a sheet of its own: several of one kind do, and every figure."""
    return isinstance(form, ListOf) or part is Figure


@cache
def columns_of(part: type[Part], prefix: str = "", path: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """The columns of a record or group, with those of the groups inside it that stand in no sheet of their own."""
    found: list[Column] = []
    for field in fields(part):
        inner = inner_part(field.form)
        way = (*path, field_names(part)[field.name])
        name = f"{prefix}{field.name}".replace("-", "_")
        if inner is None:
            found.append(Column(name, way, _for_readers(field), _kind(field.form), isinstance(field.form, Keyed)))
        elif not is_apart(field.form, inner):
            found += columns_of(inner, f"{name}_", way)
    return tuple(found)


def _for_readers(field: ModelField) -> str:
    """What a column means: the field's description, told to somebody who reads a file instead of writing a record."""
    kind = _kind(field.form)
    if kind.meaning == "cite":
        return "Where it stands: the work, and the page in it."
    said = _ONE_A_LINE.sub("", field.description)
    said = _TABLE.sub(lambda match: f"`{match[1] if match[1] == PLACES else WORDS}.csv`", said)
    if not isinstance(field.form, ListOf):
        return said
    return f"{said} Several stand with {'a space' if kind.meaning in NAMED else '`; `'} between."


def _kind(form: Form) -> Kind:  # noqa: PLR0911 - one line a form
    match form:
        case ListOf(each):
            return _kind(each)
        case Text(Reference()):
            return RECORD
        case Text(PlaceCode()):
            return Kind("place")
        case Text(Term(vocabulary)):
            return Kind("term", vocabulary)
        case Text(Cite()):
            return Kind("cite")
        case Text(Prose()):
            return Kind("prose")
        case Truth():
            return Kind("truth")
        case Count():
            return Kind("integer")
        case _:
            return Kind("plain")


def all_fields(columns: tuple[Column, ...]) -> tuple[Field, ...]:
    """The columns as they stand in files."""
    return tuple(
        field
        for column in columns
        for field in fields_of(column.name, column.name.replace("_", " ").capitalize(), column.description, column.kind)
    )


def row_of(context: Context, columns: tuple[Column, ...], part: Part) -> tuple[Cell, ...]:
    """The cells of a record or group."""
    cells: list[Cell] = []
    for column in columns:
        value: Any = part
        for name in column.path:
            value = getattr(value, name) if value is not None else None
        if column.is_keyed and value:
            value = tuple(f"{key}: {said}" for key, said in value.items())
        cells += cells_of(context, column.kind, value)
    return tuple(cells)
