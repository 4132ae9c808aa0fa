"""Figures as people read them: the number as printed, its unit, its date and how that is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.drawings.bars import Share, bar, shares_of
from generator.printed import printed_share, value_text
from generator.records import Figure
from generator.text.dates import words

_BASIS = {"stated": "stated in the source", "source-date": "date of the source", "derived": "worked out by us"}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of a table of figures; `anchor` only on the first row of a figure."""

    what: str
    value: str
    as_of: str
    figure: Figure
    owner: str
    anchor: str
    drawing: Markup | str = ""
    is_first: bool = True


def figure_rows(catalogue: Catalogue, figure: Figure, owner: str) -> Iterator[FigureRow]:
    """The rows of a figure: one for its value, or one for each part."""
    as_of = f"{words(figure.as_of)} ({_BASIS[figure.as_of_basis]})"
    label = catalogue.row("measures", figure.measure).label
    described = catalogue.records.get(figure.of or "")
    about = figure.about or (described.name if described else "")
    what = f"{label}, {about}" if about else label
    if about.casefold().startswith(label.casefold()):
        what = about[:1].upper() + about[1:]
    what += " (planned)" if figure.planned else ""
    if figure.value is not None or not figure.parts:
        yield FigureRow(what, value_text(catalogue, figure), as_of, figure, owner, figure.anchor)
    bars = [bar(share) for share in shares(catalogue, figure)]
    for index, part in enumerate(figure.parts):
        yield FigureRow(
            f"{what}: {catalogue.row('parts', part.part).label}",
            printed_share(catalogue, figure, index),
            as_of,
            figure,
            owner,
            "" if index or figure.value else figure.anchor,
            bars[index] if bars else "",
            is_first=index == 0,
        )


def shares(catalogue: Catalogue, figure: Figure) -> tuple[Share, ...]:
    """The parts of a figure as shares of its whole, by their labels."""
    return shares_of(figure, (catalogue.row("parts", part.part).label for part in figure.parts))


def dated(date: str, basis: str) -> str:
    """A date in words, and how it is known where the source does not state it."""
    return words(date) if basis == "stated" else f"{words(date)} ({_BASIS[basis]})"
