"""The concepts as a vocabulary in SKOS; the address of each page is the name of its concept."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.downloads.cells import Context
from generator.downloads.turtle import iri, literal, turtle
from generator.pages.prose import plain
from generator.pages.told import LICENCE
from generator.records import Concept

_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_ENGLISH = "@en"


def as_skos(context: Context) -> str:
    """Every concept with its names, its definition, and how it hangs together with others."""
    absolute = context.settings.absolute
    scheme = iri(absolute("/concepts/"))
    said = {
        iri(absolute(concept.address)): _concept(context, concept, scheme) for concept in context.catalogue.concepts
    }
    said[scheme] = [
        ("a", "skos:ConceptScheme"),
        ("dcterms:title", literal(f"{context.settings.site_name}: concepts", _ENGLISH)),
        ("dcterms:license", iri(LICENCE)),
        *(("skos:hasTopConcept", key) for key, found in said.items() if ("skos:topConceptOf", scheme) in found),
    ]
    return turtle(_PREFIXES, said)


def _concept(context: Context, concept: Concept, scheme: str) -> list[tuple[str, str]]:
    catalogue = context.catalogue
    broader = [key for key in concept.broader if key in catalogue.records]
    said = [
        ("a", "skos:Concept"),
        ("skos:inScheme", scheme),
        ("skos:prefLabel", literal(concept.term, _ENGLISH)),
        ("skos:definition", literal(plain(catalogue, concept.definition, is_citing=True), _ENGLISH)),
        *(("skos:altLabel", literal(name, _ENGLISH)) for name in concept.names if name != concept.term),
        *(("skos:broader", _named(context, key)) for key in broader),
        *(("skos:related", _named(context, key)) for key in _related(catalogue, concept)),
        *(("skos:exactMatch", iri(address)) for address in concept.exact_matches),
    ]
    if not broader:
        said.append(("skos:topConceptOf", scheme))
    if concept.verified:
        said.append(("dcterms:modified", literal(concept.verified.on)))
    return said


def _related(catalogue: Catalogue, concept: Concept) -> list[str]:
    """The neighbours; SKOS lets no concept be both a neighbour and, by whatever way, wider or narrower."""
    above = _above(catalogue, concept.id)
    return [
        key
        for key in concept.related
        if key in catalogue.records and key not in above and concept.id not in _above(catalogue, key)
    ]


def _above(catalogue: Catalogue, key: str) -> set[str]:
    found: set[str] = set()
    waiting = [key]
    while waiting:
        record = catalogue.records.get(waiting.pop())
        wider = set(record.broader) - found if isinstance(record, Concept) else set()
        found |= wider
        waiting += wider
    return found


def _named(context: Context, key: str) -> str:
    return iri(context.settings.absolute(context.catalogue.records[key].address))
