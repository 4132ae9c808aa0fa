"""The entry for data catalogues: the casebook as a data set in DCAT-AP, with a file for each form in which it comes."""

from __future__ import annotations

from collections.abc import Sequence

from generator.downloads.about import About
from generator.downloads.turtle import iri, literal, turtle
from generator.pages.told import LICENCE

_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA = "http://www.iana.org/assignments/media-types/"
_LANGUAGE = "http://publications.europa.eu/resource/authority/language/ENG"
_THEME = "http://publications.europa.eu/resource/authority/data-theme/ECON"


def as_dcat(files: Sequence[tuple[str, str, str]], about: About) -> str:
    """A catalogue with one data set; `files` are name, media type and title of each form."""
    settings, data = about.settings, about.home
    home = settings.absolute("/")
    catalogue, dataset, publisher = iri(data + "#catalogue"), iri(data + "#dataset"), iri(home + "#publisher")
    modified = ("dcterms:modified", literal(about.version, "^^xsd:date"))
    said = {
        publisher: [("a", "foaf:Agent"), ("foaf:name", literal(settings.site_name, "@en"))],
        catalogue: [
            ("a", "dcat:Catalog"),
            ("dcterms:title", literal(settings.site_name, "@en")),
            ("dcterms:description", literal(about.text, "@en")),
            ("dcterms:publisher", publisher),
            ("dcat:dataset", dataset),
            ("foaf:homepage", iri(home)),
            modified,
        ],
        dataset: [
            ("a", "dcat:Dataset"),
            ("dcterms:title", literal(about.title, "@en")),
            ("dcterms:description", literal(about.text, "@en")),
            ("dcterms:identifier", literal(data)),
            ("dcterms:publisher", publisher),
            ("dcterms:language", iri(_LANGUAGE)),
            ("dcat:theme", iri(_THEME)),
            ("dcat:landingPage", iri(data)),
            *(
                ("dcat:keyword", literal(word, "@en"))
                for word in ("clusters", "smart specialisation", "regional policy")
            ),
            *(("dcat:distribution", iri(f"{data}#{name}")) for name, _, _ in files),
            modified,
        ],
    }
    for name, media, words in files:
        said[iri(f"{data}#{name}")] = [
            ("a", "dcat:Distribution"),
            ("dcterms:title", literal(words, "@en")),
            ("dcterms:license", iri(LICENCE)),
            ("dcat:mediaType", iri(_MEDIA + media)),
            ("dcat:accessURL", iri(data)),
            ("dcat:downloadURL", iri(data + name)),
        ]
    return turtle(_PREFIXES, said)
