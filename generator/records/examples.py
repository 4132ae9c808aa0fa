"""A value that a field accepts, made from its form: for help texts and for the skeleton of a new record."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic.fields import FieldInfo

from generator.records.forms import Choice, Count, Form, Group, Keyed, ListOf, ShortName, Text, Truth, fields, form_of
from generator.records.marks import (
    Address,
    Cite,
    Date,
    File,
    Language,
    Mark,
    PlaceCode,
    Quantity,
    Reference,
    SiteAddress,
    Term,
)

OF_REFERENCE = MappingProxyType(
    {
        "case": "fribourg",
        "concept": "cluster",
        "organisation": "gaia",
        "model": "s3-innovation-model",
        "source": "rivas-2016",
    }
)
OF_TERM = MappingProxyType({
    "measures": "members", "units": "members", "parts": "services", "levels": "regional", "functions": "takes-part", "groups": "enterprises",
    "instruments": "workshop", "domains": "materials", "challenges": "too-small-alone", "societal-challenges": "climate-and-energy",
    "stages": "action-planning", "schemes": "list", "workshop-kinds": "entrepreneurial-discovery", "organisation-types": "agency",
    "helices": "government", "model-types": "process", "drawings": "chain",
})  # fmt: skip
OF_PLACE = "ES21"
_OF_MARK: Mapping[type[Mark], str] = MappingProxyType({
    PlaceCode: OF_PLACE, Cite: '"@rivas-2016, p. 9"', Date: "2016-11", Quantity: "267", Address: "https://www.example.org/",
    SiteAddress: "/cases/fribourg/", Language: "fr", File: "picture.jpg",
})  # fmt: skip
_OF_FIELD = MappingProxyType({"range": "10 to 45", "whole": "100", "on": "2026-11-21"})


def example(field: FieldInfo, name: str) -> str:
    """Write a value for `field` in YAML's flow form, on one line."""
    return example_of(form_of(field), name)


def example_of(form: Form, name: str) -> str:  # noqa: PLR0911 - one line a form
    """Write a value of this form, for the field `name`, in YAML's flow form."""
    match form:
        case Text(mark):
            return _OF_FIELD.get(name) or _of_mark(mark, name)
        case ShortName():
            return "short-name"
        case Choice(words):
            return words[0]
        case Truth():
            return "true"
        case Count():
            return "30"
        case ListOf(each):
            return f"[{example_of(each, name)}]"
        case Keyed(key, value):
            return f"{{{example_of(key, name)}: {_middle(value)}}}"
        case Group(part):
            needed = (field for field in fields(part) if field.need == "required")
            return "{" + ", ".join(f"{field.name}: {example_of(field.form, field.name)}" for field in needed) + "}"


def _middle(value: Form) -> str:
    """The second word of a choice: the first says the most, and an example should not."""
    return value.words[1] if isinstance(value, Choice) else example_of(value, "value")


def _of_mark(mark: Mark, name: str) -> str:
    if isinstance(mark, Reference):
        return OF_REFERENCE[mark.kinds[0]]
    if isinstance(mark, Term):
        return OF_TERM[mark.vocabulary]
    return _OF_MARK.get(type(mark)) or f"your {name.replace('_', ' ')}"
