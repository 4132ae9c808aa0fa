"""A value that a field accepts, made from its type: for help texts and for the skeleton of a new record."""

from __future__ import annotations

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.records.base import Part
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

_OF_REFERENCE = {"case": "fribourg", "concept": "cluster", "organisation": "gaia", "model": "s3-innovation-model", "source": "rivas-2016"}
_OF_TERM = {
    "measures": "members", "units": "members", "parts": "services", "levels": "regional", "functions": "takes-part", "groups": "enterprises",
    "instruments": "workshop", "domains": "materials", "challenges": "too-small-alone", "societal-challenges": "climate-and-energy",
    "stages": "action-planning", "schemes": "list", "workshop-kinds": "entrepreneurial-discovery", "organisation-types": "agency",
    "helices": "government", "model-types": "process", "drawings": "chain",
}  # fmt: skip


def example(field: FieldInfo, name: str) -> str:
    """Write a value for `field` in YAML's flow form, on one line."""
    return _example(field.annotation, tuple(field.metadata), name)


def _example(annotation: Any, metadata: tuple[Any, ...], name: str) -> str:
    if get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        return _example(annotation, (*metadata, *more), name)
    mark = next((found for found in reversed(metadata) if isinstance(found, Mark)), None)
    if mark is not None:
        return _of_mark(mark, name)
    origin = get_origin(annotation)
    if origin is Literal:
        return str(get_args(annotation)[0])
    if origin in {Union, types.UnionType}:
        return _example(next(part for part in get_args(annotation) if part is not type(None)), metadata, name)
    if origin is tuple:
        return f"[{_example(get_args(annotation)[0], (), name)}]"
    if origin is dict:
        return "{rivas-2016: independent}"
    if annotation is bool:
        return "true"
    if annotation is int:
        return "30"
    if isinstance(annotation, type) and issubclass(annotation, Part):
        needed = {key: inner for key, inner in annotation.model_fields.items() if inner.is_required() and not inner.exclude}
        return "{" + ", ".join(f"{inner.alias or key}: {example(inner, key)}" for key, inner in needed.items()) + "}"
    return "short-name"


def _of_mark(mark: Mark, name: str) -> str:  # noqa: PLR0911 - one line a mark
    match mark:
        case Reference(kinds):
            return _OF_REFERENCE[kinds[0]]
        case Term(vocabulary):
            return _OF_TERM[vocabulary]
        case PlaceCode():
            return "ES21"
        case Cite():
            return '"@rivas-2016, p. 9"'
        case Date():
            return "2016-11"
        case Quantity():
            return "267"
        case Address():
            return "https://www.example.org/"
        case SiteAddress():
            return "/cases/fribourg/"
        case Language():
            return "fr"
        case File():
            return "picture.jpg"
        case Prose() | Line():
            return f"your {name.replace('_', ' ')}"
