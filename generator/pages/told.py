"""What the page of a record tells to programs: its kind, names and neighbours in the terms of schema.org."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from generator.catalogue import Catalogue
from generator.pages.base import Settings
from generator.pages.prose import first_sentence, plain
from generator.pages.references import heading
from generator.records import Case, Concept, Course, Model, Organisation, Record, Source

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_MOST = 8  # of one property; the page and its `index.json` tell all
_WORKS = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "book": "Book",
    "chapter": "Chapter",
    "legislation": "Legislation",
    "motion_picture": "Movie",
    "paper-conference": "ScholarlyArticle",
    "report": "Report",
    "webpage": "WebPage",
}


def told_to_programs(catalogue: Catalogue, record: Record, settings: Settings) -> dict[str, Any]:
    """The record in a few properties; a page tells the rest, and its `index.json` every field."""
    return _filled({
        "@context": "https://schema.org",
        "@id": settings.absolute(record.address),
        "url": settings.absolute(record.address),
        "name": heading(record),
        **_own(record, catalogue, settings),
    })  # fmt: skip


@singledispatch
def _own(record: Record, catalogue: Catalogue, settings: Settings) -> dict[str, Any]:  # noqa: ARG001 - one form for all
    return {"@type": "WebPage"}


@_own.register
def _(record: Case, catalogue: Catalogue, settings: Settings) -> dict[str, Any]:
    places = [{"@type": "Place", "name": catalogue.row("places", code).label} for code in record.places]
    about = (*record.illustrates, *record.nuances, *record.contradicts)
    return _page(record, settings, "Article") | {
        "headline": heading(record),
        "temporalCoverage": record.as_told,
        "spatialCoverage": places[:_MOST],
        "about": _ids(catalogue, settings, [bearing.concept for bearing in about]),
        "isPartOf": _id(catalogue, settings, record.part_of or ""),
    }


@_own.register
def _(record: Concept, catalogue: Catalogue, settings: Settings) -> dict[str, Any]:
    return {
        "@type": "DefinedTerm",
        "alternateName": list(record.names[1:]),
        "description": first_sentence(plain(catalogue, record.definition)),
        "inDefinedTermSet": settings.absolute("/concepts/"),
        "sameAs": list(record.exact_matches),
    }


@_own.register
def _(record: Organisation, catalogue: Catalogue, settings: Settings) -> dict[str, Any]:
    place = catalogue.row("places", record.place).label if record.place else ""
    return {
        "@type": "Organization",
        "alternateName": list(record.names[1:]),
        "foundingDate": record.founded.date if record.founded else "",
        "location": {"@type": "Place", "name": place} if place else None,
        "parentOrganization": _ids(catalogue, settings, record.part_of),
    }


@_own.register
def _(record: Model, catalogue: Catalogue, settings: Settings) -> dict[str, Any]:
    about = _ids(catalogue, settings, record.about)
    return _page(record, settings, "CreativeWork") | {"alternateName": list(record.aliases), "about": about}


@_own.register
def _(record: Source, catalogue: Catalogue, settings: Settings) -> dict[str, Any]:  # noqa: ARG001
    return {
        "@type": _WORKS.get(record.type, "CreativeWork"),
        "author": [_person(name.family or "", name.given or "", name.literal or "") for name in record.author],
        "datePublished": record.issued,
        "identifier": f"https://doi.org/{record.doi}" if record.doi else None,
        "isbn": record.isbn,
        "sameAs": record.url,
    }


@_own.register
def _(record: Course, catalogue: Catalogue, settings: Settings) -> dict[str, Any]:  # noqa: ARG001
    return _page(record, settings, "LearningResource") | {
        "timeRequired": f"PT{record.duration}M",
        "teaches": list(record.outcomes),
    }


def _page(record: Record, settings: Settings, kind: str) -> dict[str, Any]:
    """What is said of everything that we have written ourselves."""
    return {
        "@type": kind,
        "inLanguage": "en-GB",
        "license": LICENCE,
        "publisher": {"@type": "Organization", "name": settings.site_name},
        "author": [{"@type": "Person", "name": name} for name in record.authors],
        "dateModified": record.verified.on if record.verified else "",
    }


def _person(family: str, given: str, literal: str) -> dict[str, Any]:
    if literal:
        return {"@type": "Organization", "name": literal}
    return {"@type": "Person", "name": f"{given} {family}".strip()}


def _ids(catalogue: Catalogue, settings: Settings, keys: Any) -> list[dict[str, str]]:
    return [found for key in dict.fromkeys(keys) if (found := _id(catalogue, settings, key))][:_MOST]


def _id(catalogue: Catalogue, settings: Settings, key: str) -> dict[str, str] | None:
    record = catalogue.records.get(key)
    return {"@id": settings.absolute(record.address)} if record else None


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
