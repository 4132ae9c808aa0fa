"""The Data Package: what each CSV file holds, column by column, with licence, works and citation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.catalogue import Catalogue
from generator.downloads.about import About
from generator.downloads.sheet import Field, Sheet
from generator.pages import Settings
from generator.pages.references import reference_in_words
from generator.pages.told import LICENCE
from generator.records import Source

_LICENCES = [{"name": "CC-BY-4.0", "path": LICENCE, "title": "Creative Commons Attribution 4.0 International"}]


def data_package(catalogue: Catalogue, sheets: Sequence[Sheet], about: About) -> dict[str, Any]:
    """The descriptor, for the files beside it."""
    name = about.settings.site_name
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "casebook",
        "title": about.title,
        "description": about.text,
        "homepage": about.home,
        "version": about.version,
        "created": f"{about.version}T00:00:00Z",
        "licenses": _LICENCES,
        "citation": about.cite,
        "contributors": [{"title": f"{name} contributors", "roles": ["creator"]}],
        "sources": [_work(catalogue, about.settings, work) for work in catalogue.sources],
        "resources": [_resource(sheet) for sheet in sheets],
    }


def _work(catalogue: Catalogue, settings: Settings, work: Source) -> dict[str, str]:
    title = reference_in_words(work, catalogue.letters.get(work.id, ""))
    return {"title": title, "path": settings.absolute(work.address)}


def _resource(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "title": sheet.title,
        "description": sheet.description,
        "path": f"{sheet.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(field, sheet) for field in sheet.fields],
            **({"primaryKey": list(sheet.key)} if sheet.key else {}),
        },
    }


def _field(field: Field, sheet: Sheet) -> dict[str, Any]:
    required = {"constraints": {"required": True}} if field.name in sheet.key else {}
    return {
        "name": field.name,
        "title": field.title,
        "type": field.type,
        "description": field.description,
        **required,
    }
