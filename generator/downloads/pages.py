"""Every page for programs: `index.json` beside it, and a few words of schema.org in it, also where no record stands behind it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from typing import Any

import yaml

from generator.downloads.formats import json_text
from generator.pages import Page, Settings
from generator.pages.base import address_of, with_told
from generator.pages.told import LICENCE

INDEX = "index.json"
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_LINK = re.compile(r"\]\(<?([^)>#\s]+\.md)(?:#[^)]*)?>?\)")
_FORMS = {"csv": "text/csv", "json": "application/json"}


def for_programs(page: Page, settings: Settings, rows: Mapping[str, object]) -> Page:
    """The page with what programs look for, where it has none yet; `rows` are those of tables, by the last part of their address."""
    if INDEX in dict(page.beside):  # the page of a record, which says all that itself
        return page
    head = _front_matter(page.markdown)
    if "template" in head:  # a bare page for frames elsewhere says what the page says from which it is taken
        return page
    table = page.address.strip("/").rpartition("/")
    has_rows = table[0] in {"tables", "charts"} and table[2] in rows
    own = _as_table(page, settings, table[2]) if has_rows and table[0] == "tables" else _as_page(page, settings)
    told = {"@context": "https://schema.org", **own, "description": _description(head), "license": LICENCE}
    made = {
        "kind": table[0].removesuffix("s") if has_rows else "page",
        "name": page.title,
        "description": _description(head),
        "address": settings.absolute(page.address),
        "licence": LICENCE,
        "anchors": list(page.promised),
        "leads_to": _leads_to(page, settings),
        **({"rows": rows[table[2]]} if has_rows else {}),
    }
    return replace(
        page,
        markdown=page.markdown if "told" in head else with_told(page.markdown, {k: v for k, v in told.items() if v}),
        beside=(*page.beside, (INDEX, json_text(made))),
    )


def _front_matter(markdown: str) -> Mapping[str, Any]:
    found = _FRONT_MATTER.match(markdown)
    return (yaml.safe_load(found[1]) or {}) if found else {}


def _description(head: Mapping[str, Any]) -> str:
    return unescape(str(head.get("description", "")))


def _leads_to(page: Page, settings: Settings) -> list[str]:
    """The pages to which it links, in their order on it."""
    folder = posixpath.dirname(page.uri)
    found = (posixpath.normpath(posixpath.join(folder, target)) for target in _LINK.findall(page.markdown))
    return [settings.absolute(address_of(uri)) for uri in dict.fromkeys(found)]


def _as_page(page: Page, settings: Settings) -> dict[str, object]:
    site = {"@type": "WebSite", "name": settings.site_name, "url": settings.absolute("/")}
    if page.address == "/":
        return {**site, "inLanguage": "en-GB"}
    address = settings.absolute(page.address)
    return {
        "@type": "WebPage", "@id": address, "url": address, "name": page.title, "inLanguage": "en-GB", "isPartOf": site
    }  # fmt: skip


def _as_table(page: Page, settings: Settings, name: str) -> dict[str, object]:
    address = settings.absolute(page.address)
    files = [
        {"@type": "DataDownload", "encodingFormat": media, "contentUrl": settings.absolute(f"/data/{name}.{form}")}
        for form, media in _FORMS.items()
    ]
    creator = {"@type": "Organization", "name": settings.site_name}
    return {
        "@type": "Dataset", "@id": address, "url": address, "name": page.title, "creator": creator, "distribution": files
    }  # fmt: skip


__all__ = ["INDEX", "for_programs"]
