"""Document → Record, or pydantic's complaints → Problems in our own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from generator.problems import Problem
from generator.records import RECORD_TYPES, Record
from generator.source import Document
from generator.validate.empty import empty_values, without_nulls
from generator.validate.fields import given_id, meant_field, missing_field, unknown_field
from generator.validate.forms import fault_in_form
from generator.validate.lookup import keys_at, part_at, path_in
from generator.validate.texts import faults_in_texts

_TOLD_AS_EMPTY = frozenset(
    {"string_too_short", "too_short"}
)  # also said of a list whose entries all have faults of their own


def validate(document: Document, kind: str, key: str) -> tuple[Record | None, tuple[Problem, ...]]:
    """Read a document as a record of `kind`; every fault is told, also inside texts of a record that has others."""
    record_type = RECORD_TYPES[kind]
    problems = [*empty_values(document, record_type), *given_id(document, record_type)]
    data = without_nulls(document.data, record_type)
    empty = {problem.place for problem in problems}
    record = None
    try:
        record = record_type.model_validate(data | {"id": key})
    except ValidationError as error:
        problems += _faults(document, record_type, error, empty)
    problems += faults_in_texts(document, record_type)
    return (None if problems else record), tuple(problems)


def _faults(
    document: Document, record_type: type[Record], error: ValidationError, empty: set[Any]
) -> Iterator[Problem]:
    complaints = [complaint for complaint in error.errors(include_url=False) if complaint["loc"] != ("id",)]
    unknown = [complaint for complaint in complaints if complaint["type"] == "extra_forbidden"]
    renamed = {}
    for complaint in unknown:
        parent, name = tuple(complaint["loc"][:-1]), str(complaint["loc"][-1])
        part = part_at(record_type, parent)
        present = keys_at(document, parent)
        meant = meant_field(part, name, present) if part else None
        if meant:
            renamed[*parent, meant] = name
    for complaint in complaints:
        path = path_in(document, tuple(complaint["loc"]))
        if complaint["type"] == "missing":
            loc = tuple(complaint["loc"])
            if loc in renamed or document.place_of_key(loc) in empty:
                continue
            yield missing_field(document, record_type, loc)
        elif complaint["type"] == "extra_forbidden":
            yield unknown_field(document, record_type, tuple(complaint["loc"]), renamed)
        elif complaint["type"] not in _TOLD_AS_EMPTY and document.place_of_key(path) not in empty:
            yield fault_in_form(document, record_type, path, complaint)
