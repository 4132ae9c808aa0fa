"""Derived files: for each kind of record its schema and its template, and the description of `data/`, as text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from generator.records import RECORD_TYPES
from generator.records.base import Record
from generator.records.skeleton import skeleton
from generator.schemas import schema
from generator.tables import TABLE_TYPES, Column, Tables, TableType

_LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}


def derived_files(tables: Tables) -> Mapping[str, str]:
    """Every derived file by its path; `tables` hold the words that editors offer."""
    found = {f"schema/{kind}.json": _as_text(schema(record_type, tables)) for kind, record_type in RECORD_TYPES.items()}
    found |= {
        f"contribute/templates/{kind}.yml": template(record_type, tables) for kind, record_type in RECORD_TYPES.items()
    }
    return MappingProxyType(found | {"data/datapackage.json": _as_text(data_package())})


def template(record_type: type[Record], tables: Tables) -> str:
    """The skeleton that is copied in a browser; it names the table of places instead of its rows, which grow with every case."""
    return skeleton(record_type, {name: tuple(rows) for name, rows in tables.items() if name != "places"})


def data_package() -> dict[str, Any]:
    """The Data Package that describes the tables of `data/`."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "casebook-vocabularies",
        "title": "Places and vocabularies of Casebook",
        "licenses": [_LICENCE],
        "resources": [_resource(table_type) for table_type in TABLE_TYPES],
    }


def _as_text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _resource(table_type: TableType) -> dict[str, Any]:
    return _origin(table_type) | {
        "name": table_type.name,
        "type": "table",
        "path": f"{table_type.name}.csv",
        "title": table_type.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_column(table_type, column) for column in table_type.columns],
            "primaryKey": [table_type.header[0]],
        },
    }


def _origin(table_type: TableType) -> dict[str, Any]:
    """Source and licence, where they are not those of the whole package."""
    origin = table_type.origin
    if origin is None:
        return {}
    licence = dict(zip(("name", "title", "path"), origin.licence, strict=True))
    return {"sources": [{"title": origin.title, "path": origin.address}], "licenses": [licence]}


def _column(table_type: TableType, column: Column) -> dict[str, Any]:
    """One column; a number has no pattern, because patterns are for texts."""
    constraints: dict[str, Any] = {"required": column.required}
    if not column.number:
        constraints["pattern"] = f"^(?:{column.form})$"
    if column.name == table_type.header[0]:
        constraints["unique"] = True
    return {
        "name": column.name,
        "type": "number" if column.number else "string",
        "description": column.description,
        "constraints": constraints,
    }
