"""Records as sheets: one for each kind, and one for each group of fields that a record can hold several of.

The columns are the fields of the records' own model, so a new field is in the downloads from its first day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.downloads.cells import Context, Kind, cells_of, fields_of
from generator.downloads.figures import FIGURE_FIELDS, SHARE_FIELDS, figure_cells, share_cells
from generator.downloads.sheet import Cell, Field, Sheet
from generator.records import RECORD_TYPES, Figure, Part, Record, Share
from generator.records.forms import (
    Count,
    Form,
    Keyed,
    ListOf,
    Text,
    Truth,
    fields,
    groups,
    inner_part,
)
from generator.records.marks import Cite, PlaceCode, Prose, Reference, Term
from generator.records.walk import field_names

_NAMES = {
    "Actor": "actors",
    "Activity": "activities",
    "Axis": "priority-axes",
    "Bearing": "bearings",
    "Event": "timeline",
    "Figure": "figures",
    "FiguresOf": "figures-of-others",
    "Image": "images",
    "Instrument": "instruments",
    "Link": "links",
    "ModelPart": "model-parts",
    "ModelRelation": "model-relations",
    "Name": "names",
    "Priority": "priorities",
    "Related": "related-cases",
    "Resource": "resources",
    "Share": "figure-parts",
    "Step": "course-steps",
    "Workshop": "workshops",
}
_RECORD = Kind("record")
_HOME = (
    Field("kind", "Kind", "The kind of the record."),
    *fields_of("record", "Record", "The record that holds it.", _RECORD),
    Field("field", "Field", "Where in the record it stands, counted from 1."),
)


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    path: tuple[str, ...]
    description: str
    kind: Kind
    is_keyed: bool = False


def record_sheets(context: Context) -> Iterator[Sheet]:
    """One sheet for each kind of record, one row a record, by name."""
    for record_type in RECORD_TYPES.values():
        columns = _columns(record_type)
        head = (
            Field("id", "Id", "The id of the record, the last part of its address."),
            Field("address", "Address", "The record's page."),
        )
        rows = [
            (record.id, context.settings.absolute(record.address), *_cells(context, columns, record))
            for record in context.catalogue.all_of(record_type)
        ]
        title, about = record_type.folder.capitalize(), f"/{record_type.folder}/"
        yield Sheet(
            record_type.folder,
            title,
            _about(record_type),
            "records",
            (*head, *_fields(columns)),
            tuple(rows),
            ("id",),
            about,
        )


def part_sheets(context: Context) -> Iterator[Sheet]:
    """One sheet for each group that stands in a list, with every entry of every record."""
    found: dict[type[Part], list[tuple[Cell, ...]]] = {part: [] for part in _parts()}
    for record_type in RECORD_TYPES.values():
        for record in context.catalogue.all_of(record_type):
            home = (record.kind, *cells_of(context, _RECORD, record.id))
            for part, path, owner in _entries(record, ()):
                own = _cells(context, _columns(type(part)), part)
                found[type(part)].append((*home, path, *_more(context, record, part, owner), *own))
    for part_type, rows in found.items():
        name = sheet_name(part_type)
        title = name.replace("-", " ").capitalize()
        more = FIGURE_FIELDS if part_type is Figure else SHARE_FIELDS if part_type is Share else ()
        yield Sheet(
            name, title, _about(part_type), "parts", (*_HOME, *more, *_fields(_columns(part_type))), tuple(rows)
        )


def sheet_name(part: type[Part]) -> str:
    """The name of the files for a group; the plural of its class where nobody has chosen one."""
    return _NAMES.get(part.__name__, f"{part.__name__.lower()}s")


def _more(context: Context, record: Record, part: Part, owner: Part | None) -> tuple[Cell, ...]:
    if isinstance(part, Figure):
        return figure_cells(context, record, part)
    if isinstance(part, Share) and isinstance(owner, Figure):
        return share_cells(context, record, owner, part)
    return ()


@cache
def _parts() -> tuple[type[Part], ...]:
    """The groups that get a sheet of their own, by the name of the sheet."""
    found = {
        inner
        for record_type in RECORD_TYPES.values()
        for part in (record_type, *groups(record_type))
        for field in fields(part)
        if (inner := inner_part(field.form)) and _is_apart(field.form, inner)
    }
    return tuple(sorted(found, key=sheet_name))


def _is_apart(form: Form, part: type[Part]) -> bool:
    return isinstance(form, ListOf) or part is Figure


def _entries(part: Part, path: tuple[str, ...]) -> Iterator[tuple[Part, str, Part | None]]:
    """Every group inside a record that stands apart, with the way to it and the group round it."""
    for name, python_name in field_names(type(part)).items():
        value: Any = getattr(part, python_name)
        many = isinstance(value, tuple)
        for number, one in enumerate(value if many else (value,), start=1):
            if not isinstance(one, Part):
                continue
            here = (*path, name, *([str(number)] if many else []))
            if many or isinstance(one, Figure):
                yield one, "/".join(here), part
            yield from _entries(one, here)


@cache
def _columns(part: type[Part], prefix: str = "", path: tuple[str, ...] = ()) -> tuple[_Column, ...]:
    found: list[_Column] = []
    for field in fields(part):
        inner = inner_part(field.form)
        way = (*path, field_names(part)[field.name])
        name = f"{prefix}{field.name}".replace("-", "_")
        if inner is None:
            found.append(_Column(name, way, field.description, _kind(field.form), isinstance(field.form, Keyed)))
        elif not _is_apart(field.form, inner):
            found += _columns(inner, f"{name}_", way)
    return tuple(found)


def _kind(form: Form) -> Kind:  # noqa: PLR0911 - one line a form
    match form:
        case ListOf(each):
            return _kind(each)
        case Text(Reference()):
            return _RECORD
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


def _fields(columns: tuple[_Column, ...]) -> tuple[Field, ...]:
    return tuple(
        field
        for column in columns
        for field in fields_of(column.name, column.name.replace("_", " ").capitalize(), column.description, column.kind)
    )


def _cells(context: Context, columns: tuple[_Column, ...], part: Part) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for column in columns:
        value: Any = part
        for name in column.path:
            value = getattr(value, name) if value is not None else None
        if column.is_keyed and value:
            value = tuple(f"{key}: {said}" for key, said in value.items())
        cells += cells_of(context, column.kind, value)
    return tuple(cells)


def _about(part: type[Part]) -> str:
    return (part.__doc__ or "").split("\n")[0]
