"""Ids, words of tables, codes, dates and numbers become anchors and attributes of pages: here they lose every sign beyond their form.

The check has refused such signs before. Pages do not lean on that: what is made in code may hold anything.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from generator.catalogue import Catalogue, Entry
from generator.records import Part
from generator.records.forms import Choice, Form, Keyed, ListOf, ShortName, Text, form_of
from generator.records.marks import Date, File, Language, Mark, PlaceCode, Quantity, Reference, SiteAddress, Term

P = TypeVar("P", bound=Part)
_ID = re.compile(r"[^\w.-]+|(?<!\w)[.-]+|[.-]+(?!\w)", re.ASCII)
_BEYOND: dict[type[Mark], re.Pattern[str]] = {
    Reference: _ID, Term: _ID, PlaceCode: _ID, Language: _ID, File: _ID,
    Date: re.compile(r"[^\d/-]+|(?<!\d)-+|-+(?!\d)", re.ASCII),
    Quantity: re.compile(r"[^\w., -]+|(?<!\w)-+|-+(?!\w)", re.ASCII),
    SiteAddress: re.compile(r"[^\w/#-]+", re.ASCII),
}  # fmt: skip


def closed(catalogue: Catalogue) -> Catalogue:
    """The catalogue as it is, or, where a record holds such a sign, one in which none does."""
    entries = {entry: _entry(entry) for entry in catalogue.entries.values()}
    if all(entry is found for entry, found in entries.items()):
        return catalogue
    return Catalogue.of_entries(entries.values(), catalogue.tables, catalogue.broken, catalogue.images)


def _entry(entry: Entry) -> Entry:
    if entry.record is None:
        return entry
    record = _part(entry.record)
    if record is entry.record:
        return entry
    data = record.model_dump(exclude_unset=True, by_alias=True, warnings=False)
    return replace(entry, id=record.id, data=data, record=record)


def _part(part: P) -> P:
    changed = {}
    for name, form in _forms(type(part)):
        value = getattr(part, name)
        found = _value(value, form) if value else value
        if found is not value:
            changed[name] = found
    return part.model_copy(update=changed) if changed else part


def _value(value: Any, form: Form) -> Any:
    if isinstance(value, str):
        beyond = (
            _BEYOND.get(type(form.mark))
            if isinstance(form, Text)
            else _ID
            if isinstance(form, ShortName | Choice)
            else None
        )
        return beyond.sub("", value) if beyond and beyond.search(value) else value
    if isinstance(value, Part):
        return _part(value)
    if isinstance(value, tuple) and isinstance(form, ListOf):
        found = tuple(_value(one, form.each) for one in value)
        return value if all(one is other for one, other in zip(found, value, strict=True)) else found
    if isinstance(value, dict) and isinstance(form, Keyed):
        kept = {_value(key, form.key): _value(one, form.value) for key, one in value.items()}
        return value if kept == value else kept
    return value


@cache
def _forms(part: type[Part]) -> tuple[tuple[str, Form], ...]:
    """The fields of a group that can hold a text, each with its form."""
    return tuple((name, form_of(info)) for name, info in part.model_fields.items())
