"""Records as sheets: one for each kind, and one for each group of fields that a record can hold several of.

The columns are the fields of the records' own model, so a new field is in the downloads from its first day.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.downloads.cells import Context, cells_of, fields_of
from generator.downloads.columns import RECORD, all_fields, columns_of, is_apart, row_of
from generator.downloads.figures import FIGURE_FIELDS, SHARE_FIELDS, figure_cells, share_cells
from generator.downloads.sheet import Cell, Field, Sheet
from generator.records import RECORD_TYPES, Figure, Part, Record, Share
from generator.records.forms import fields, groups, inner_part
from generator.records.walk import field_names

_NAMES = {
    "Actor": "actors",
    "Activity": "activities",
    "Axis": "priority-axes",
    "Bearing": "case-concepts",
    "Event": "events",
    "Figure": "figures",
    "FiguresOf": "figures-of-cases",
    "Image": "images",
    "Instrument": "instruments",
    "Link": "links",
    "ModelPart": "model-parts",
    "ModelRelation": "model-relations",
    "Name": "work-authors",
    "Priority": "priorities",
    "Related": "related-cases",
    "Resource": "resources",
    "Share": "figure-parts",
    "Step": "course-steps",
    "Workshop": "workshops",
}
_HOME = (
    Field("holder_kind", "Kind of the record", "The kind of the record that holds it."),
    *fields_of("holder", "Record", "The record that holds it.", RECORD),
    Field("holder_field", "Field", "Where in that record it stands, counted from 1: `figures/2`."),
)


def record_sheets(context: Context) -> Iterator[Sheet]:
    """One sheet for each kind of record, one row a record, by name."""
    for record_type in RECORD_TYPES.values():
        columns = columns_of(record_type)
        head = (
            Field("id", "Id", "The id of the record, the last part of its address."),
            Field("address", "Address", "The record's page."),
        )
        rows = [
            (record.id, context.settings.absolute(record.address), *row_of(context, columns, record))
            for record in context.catalogue.all_of(record_type)
        ]
        title, about = record_type.folder.capitalize(), f"/{record_type.folder}/"
        yield Sheet(
            record_type.folder,
            title,
            _about(record_type),
            "records",
            (*head, *all_fields(columns)),
            tuple(rows),
            ("id",),
            about,
        )


def part_sheets(context: Context) -> Iterator[Sheet]:
    """One sheet for each group that stands in a list, with every entry of every record."""
    found: dict[type[Part], list[tuple[Cell, ...]]] = {part: [] for part in _parts()}
    for record_type in RECORD_TYPES.values():
        for record in context.catalogue.all_of(record_type):
            home = (record.kind, *cells_of(context, RECORD, record.id))
            for part, path, owner in _entries(record, ()):
                own = row_of(context, columns_of(type(part)), part)
                found[type(part)].append((*home, path, *_more(context, record, part, owner), *own))
    for part_type, rows in found.items():
        name = sheet_name(part_type)
        title = name.replace("-", " ").capitalize()
        more = FIGURE_FIELDS if part_type is Figure else SHARE_FIELDS if part_type is Share else ()
        yield Sheet(
            name, title, _about(part_type), "parts", (*_HOME, *more, *all_fields(columns_of(part_type))), tuple(rows)
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
        if (inner := inner_part(field.form)) and is_apart(field.form, inner)
    }
    return tuple(sorted(found, key=sheet_name))


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


def _about(part: type[Part]) -> str:
    return (part.__doc__ or "").split("\n")[0]
