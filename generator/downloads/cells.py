"""Cells: a value of a comparison or record as the cells of a sheet: keys with their names, works as pages name them.

A value that is a key gets a second column with what pages show for it, so that nobody must look it up elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.catalogue import Catalogue
from generator.downloads.sheet import Cell, Field, Type
from generator.pages import Settings
from generator.pages.prose import plain
from generator.pages.references import named
from generator.text.citations import citations

Meaning = Literal["plain", "prose", "record", "place", "term", "cite", "address", "number", "integer", "truth"]
_TYPES: dict[str, Type] = {"number": "number", "integer": "integer", "truth": "boolean"}
NAMED = {"record", "place", "term"}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a column holds, and for a term from which vocabulary."""

    meaning: Meaning
    vocabulary: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What cells are made with."""

    catalogue: Catalogue
    settings: Settings


def fields_of(name: str, title: str, description: str, kind: Kind) -> tuple[Field, ...]:
    """The columns of a value: one, or two where it is a key or a citation."""
    first = Field(name, title, description, _TYPES.get(kind.meaning, "string"))
    if kind.meaning in NAMED:
        return first, Field(f"{name}_name", f"{title}: name", f"What pages show for `{name}`.")
    if kind.meaning == "cite":
        return first, Field(f"{name}_works", f"{title}: works", f"The ids of the works in `{name}`, one space between.")
    return (first,)


def cells_of(context: Context, kind: Kind, value: object) -> tuple[Cell, ...]:
    """The cells of a value, as many as it has columns; a list of keys has one space between, of names `; `."""
    if kind.meaning in NAMED:
        return _keys(context.catalogue, kind, value)
    if kind.meaning == "cite":
        return _works(context.catalogue, str(value or ""))
    if kind.meaning == "truth":
        return (bool(value),)
    if value in ("", None, ()) or value != value:  # noqa: PLR0124 - a missing number equals nothing
        return (None,)
    if kind.meaning in {"number", "integer"}:
        return (whole(value),)
    return (_said(context, kind, value),)


def whole(value: object) -> int | float:
    """A number, without a point where nothing stands behind it."""
    number = Decimal(str(value))
    return int(number) if number == number.to_integral_value() else float(number)


def _name(catalogue: Catalogue, kind: Kind, key: str) -> str:
    if kind.meaning == "record":
        record = catalogue.records.get(key)
        return catalogue.short_name(record) if record else key
    return catalogue.row("places" if kind.meaning == "place" else kind.vocabulary, key).label


def _keys(catalogue: Catalogue, kind: Kind, value: object) -> tuple[Cell, ...]:
    keys = list(value) if isinstance(value, tuple) else str(value or "").split()
    names = (_name(catalogue, kind, key) for key in keys)
    return " ".join(keys) or None, "; ".join(names) or None


def _works(catalogue: Catalogue, cite: str) -> tuple[Cell, ...]:
    works = citations(cite)
    ids = dict.fromkeys(key for work in works for key in (work.source, work.via) if key)
    return named(catalogue, works) or None, " ".join(ids) or None


def _said(context: Context, kind: Kind, value: object) -> str:
    if kind.meaning == "address":
        return context.settings.absolute(str(value))
    texts = [str(text) for text in (value if isinstance(value, tuple) else (value,))]
    if kind.meaning == "prose":
        texts = [plain(context.catalogue, text, is_citing=True) for text in texts]
    return "; ".join(" ".join(text.split()) for text in texts)
