"""Schemas: what each kind of record takes, as JSON Schema for editors."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from generator.records.base import Blanks, Part, Record
from generator.records.forms import (
    Choice,
    Count,
    Form,
    Group,
    Keyed,
    ListOf,
    ShortName,
    Text,
    Truth,
    blankable,
    fields,
    groups,
    table_of,
)
from generator.records.marks import (
    Address,
    Cite,
    Date,
    File,
    Language,
    Line,
    Mark,
    PlaceCode,
    Prose,
    Quantity,
    Reference,
    SiteAddress,
    Term,
)
from generator.tables import SLUG, Row, Tables
from generator.text.quantities import NOT_REPORTED, QUALIFIERS

_SLUG = f"^{SLUG}$"
_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
_NUMBER = r"-?(0|[1-9]\d*)(\.\d+)?"
_QUANTITY = rf"(({'|'.join(QUALIFIERS)}) +)?{_NUMBER}( +to +{_NUMBER})?"
_PATTERNS: Mapping[type[Mark], str] = MappingProxyType({
    Reference: _SLUG,
    Cite: rf"^@{SLUG}(, |; |$)",
    Address: r"^https?://\S+\.\S+$",
    SiteAddress: r"^/([a-z0-9-]+/)*(#[a-z0-9-]+)?$",
    Language: r"^[a-z]{2,3}(-[A-Z]{2})?$",
    File: r"^[a-z0-9][a-z0-9._-]*\.(png|jpe?g|webp|svg)$",
})  # fmt: skip


def schema(record_type: type[Record], tables: Tables) -> dict[str, Any]:
    """The JSON Schema of a kind of record; it takes whatever the reader takes, so numbers stand without quotes."""
    parts = groups(record_type)
    used = {table for part in (record_type, *parts) for field in fields(part) if (table := table_of(field.form))}
    definitions = {part.__name__: _object(part) for part in parts} | {
        table: _words(tables.get(table, {})) for table in used
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": definitions | {"Blanks": _blanks(record_type)},
        "title": record_type.kind.capitalize(),
        "description": (record_type.__doc__ or "").split("\n")[0],
        **_object(record_type),
    }


def _object(part: type[Part]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            field.name: {"description": field.description, **_of_form(field.form)} for field in fields(part)
        },
        "required": [field.name for field in fields(part) if field.need == "required"],
    }


def _of_form(form: Form) -> dict[str, Any]:  # noqa: PLR0911 - one line a form
    match form:
        case Text(Term() | PlaceCode()):
            return {"$ref": f"#/$defs/{table_of(form)}"}
        case Text(mark):
            return _of_mark(mark)
        case ShortName():
            return _text(pattern=_SLUG)
        case Choice(words):
            return {"enum": list(words)}
        case Truth():
            return {"type": "boolean"}
        case Count(least, most):
            return {
                "type": ["integer", "string"],
                "minimum": least,
                "maximum": most,
                "pattern": rf"^[1-9]\d{{0,{len(str(most)) - 1}}}$",
            }
        case ListOf(each, least):
            return {"type": "array", "items": _of_form(each), "minItems": max(least, 1)}
        case Keyed(key, value):
            return {
                "type": "object",
                "additionalProperties": _of_form(value),
                "propertyNames": {"pattern": _of_form(key)["pattern"]},
                "minProperties": 1,
            }
        case Group(part, or_text):
            group = {"$ref": f"#/$defs/{part.__name__}"}
            return {"anyOf": [_of_form(fields(part)[0].form), group]} if or_text else group


def _of_mark(mark: Mark) -> dict[str, Any]:
    match mark:
        case Line(most) | Prose(most):
            return _text(minLength=1, maxLength=most)
        case Date(interval):
            return {**_text(pattern=f"^{_DAY}(/{_DAY})?$" if interval else f"^{_DAY}$"), "minimum": 0, "maximum": 9999}
        case Quantity(blank):
            return _text(pattern=f"^({_QUANTITY}|{NOT_REPORTED})$" if blank else f"^{_QUANTITY}$")
        case _:
            return _text(pattern=_PATTERNS[type(mark)])


def _text(**limits: str | int) -> dict[str, Any]:
    """A text as our reader takes it: `2016` without quotes is one as well; limits of texts do not concern numbers."""
    return {"type": ["string", "number"], **limits}


def _words(rows: Mapping[str, Row]) -> dict[str, Any]:
    """The words of a table, which an editor offers; another word is left to the check, which knows the newest table."""
    return {"anyOf": [{"enum": list(rows)}, _text(minLength=1)]} if rows else _text(minLength=1)


def _blanks(record_type: type[Record]) -> dict[str, Any]:
    """The group `blanks`, which offers the fields of this kind of record."""
    found = _object(Blanks)
    for reason in found["properties"].values():
        reason["items"] = {"anyOf": [{"enum": list(blankable(record_type))}, _text(minLength=1)]}
    return found
