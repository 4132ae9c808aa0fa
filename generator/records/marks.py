"""Marks: what a text value of a record means, so that one walk finds every reference, term, date and citation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of plain words, at most `most` characters; no notation of ours is read in it."""

    most: int = 200
    native: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, lists, emphasis, links `[[id]]` and citations `[@source, p. 9]`; `most` limits the characters."""

    most: int = 20_000


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of a record of one of `kinds`."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """The id of a row of the vocabulary `data/<vocabulary>.csv`."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class PlaceCode:
    """The code of a row of `data/places.csv`."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation without its brackets: `@rivas-2016, p. 9`."""


@dataclass(frozen=True, slots=True)
class Date:
    """An EDTF date, or an interval where `interval` allows it."""

    interval: bool = True


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as people state it: `267`, `around 100`, `more than 5900`, `10 to 45`, `not reported`."""

    blank: bool = True


@dataclass(frozen=True, slots=True)
class Address:
    """A web address that begins with `https://` or `http://`."""


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """An address of this site, such as `/cases/fribourg/` or `/cases/fribourg/#limits`."""


@dataclass(frozen=True, slots=True)
class Language:
    """A BCP 47 language tag, such as `eu` or `de-AT`."""


@dataclass(frozen=True, slots=True)
class File:
    """The path of an image, relative to the folder of the record."""


Mark = Line | Prose | Reference | Term | PlaceCode | Cite | Date | Quantity | Address | SiteAddress | Language | File
