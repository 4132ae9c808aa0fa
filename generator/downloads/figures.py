"""Figures for programs: the printed form as on the pages, and beside it the computed number, the unit, the date, the source."""

from __future__ import annotations

from typing import Any

from generator.catalogue import Catalogue
from generator.downloads.cells import Context, whole
from generator.downloads.sheet import Cell, Field
from generator.pages import Settings
from generator.pages.references import named
from generator.printed import printed_share, value_text
from generator.records import FACTOR, Figure, Record, Share
from generator.text.citations import citations
from generator.text.quantities import quantity

_PRINTED = Field("printed", "Figure", "The figure as the pages show it.")
_NUMBER = Field("number", "Number", "The figure as a number in its unit; the lower end of a range.", "number")
_HIGH = Field("high", "Upper end", "The upper end of a range.", "number")
_QUALIFIER = Field("qualifier", "Qualifier", "Around, more than, and the like.")
FIGURE_FIELDS = (
    _PRINTED,
    _NUMBER,
    _HIGH,
    _QUALIFIER,
    Field("address", "Address", "Where on the site the figure stands."),
)
SHARE_FIELDS = (_PRINTED, _NUMBER, _HIGH, _QUALIFIER)


def figure_cells(context: Context, record: Record, figure: Figure) -> tuple[Cell, ...]:
    """The cells of `FIGURE_FIELDS`; a figure that is told only in its parts has no number of its own."""
    amount = _amount(figure, figure.value) if figure.value else (None, None, None)
    shown = value_text(context.catalogue, figure) if figure.value else None
    return (shown, *amount, context.settings.absolute(address(record, figure)))


def share_cells(context: Context, _record: Record, figure: Figure, share: Share) -> tuple[Cell, ...]:
    """The cells of `SHARE_FIELDS`."""
    at = figure.parts.index(share)
    return (printed_share(context.catalogue, figure, at), *_amount(figure, share.value))


def figure_as_json(catalogue: Catalogue, settings: Settings, record: Record, figure: Figure) -> dict[str, Any]:
    """A figure with all that makes it comparable; what is not known is left out."""
    context = Context(catalogue, settings)
    cells = zip((field.name for field in FIGURE_FIELDS), figure_cells(context, record, figure), strict=True)
    parts = [
        {"part": share.part, "label": catalogue.row("parts", share.part).label}
        | _filled(zip((field.name for field in SHARE_FIELDS), share_cells(context, record, figure, share), strict=True))
        for share in figure.parts
    ]
    return _filled({
        "measure": figure.measure,
        "label": catalogue.row("measures", figure.measure).label,
        "about": figure.about,
        "of": figure.of,
        **dict(cells),
        "unit": figure.unit,
        "per": figure.per,
        "parts": parts or None,
        "as_of": figure.as_of,
        "as_of_basis": figure.as_of_basis,
        "planned": figure.planned or None,
        "said_by": figure.said_by,
        "cite": figure.cite,
        "source": named(catalogue, citations(figure.cite)),
    }.items())  # fmt: skip


def address(record: Record, figure: Figure) -> str:
    """Where the figure stands: at its own anchor, or in the section of the instrument or workshop that holds it."""
    if figure in getattr(record, "figures", ()):
        return f"{record.address}#{figure.anchor}"
    held = [one.figure for one in getattr(record, "instruments", ())]
    return f"{record.address}#{'instruments' if figure in held else 'workshops'}"


def _amount(figure: Figure, value: str) -> tuple[Cell, Cell, Cell]:
    found = quantity(value)
    factor = FACTOR[figure.scale]
    low = None if found.low is None else whole(found.low * factor)
    high = whole(found.high * factor) if found.high is not None and found.is_range else None
    return low, high, found.qualifier or None


def _filled(pairs: Any) -> dict[str, Any]:
    return {key: value for key, value in pairs if value is not None}
