"""Sheet: a table as it goes into files, each cell a text, a number, true or false, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Cell = str | int | float | bool | None
Type = Literal["string", "integer", "number", "boolean"]
Group = Literal["tables", "records", "parts", "words"]


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name in files, its heading as on the pages, what it means, and what its cells are."""

    name: str
    title: str
    description: str
    type: Type = "string"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name for its files; `key` names the columns that tell its rows apart, `about` its page."""

    name: str
    title: str
    description: str
    group: Group
    fields: tuple[Field, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()
    about: str = ""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field.name for field in self.fields)
