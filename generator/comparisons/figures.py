"""Columns and rows that every comparison of figures shares: what is counted, how much, as of when, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.catalogue import Catalogue
from generator.comparisons.columns import SOURCE
from generator.comparisons.comparison import Column
from generator.printed import printed_share, value_text
from generator.records import FACTOR, Case, Concept, Figure, Model, Organisation
from generator.text.quantities import quantity

Holder = Case | Concept | Model | Organisation

RECORD = Column("record", "Who or what", "record", "The record that the figure describes.")
ABOUT = Column(
    "about", "What is counted", "text", "The measure and, where it is not the whole record, what it is about."
)
MEASURE = Column("measure", "Measure", "term", "What is counted.", vocabulary="measures", is_shown=False)
VALUE = Column(
    "value",
    "Figure",
    "quantity",
    "The figure as printed, with its qualifier, unit, scale and period.",
    sorted_by="number",
    opens="address",
)
NUMBER = Column(
    "number", "Number", "number", "The figure as a number in its unit; the lower end of a range.", is_shown=False
)
HIGH = Column("high", "Upper end", "number", "The upper end of a range.", is_shown=False)
QUALIFIER = Column("qualifier", "Qualifier", "text", "Around, more than, and the like.", is_shown=False)
SPREAD = (
    Column("spread_low", "Spread from", "number", "The lowest value around an average.", is_shown=False),
    Column("spread_high", "Spread to", "number", "The highest value around an average.", is_shown=False),
)
UNIT = Column("unit", "Unit", "term", "What is counted, or the currency.", vocabulary="units")
AS_OF = Column("as_of", "As of", "date", "When the figure was true.")
BASIS = Column("basis", "Basis", "text", "How the date is known: stated, source-date or derived.", is_shown=False)
SAID_BY = Column("said_by", "Said by", "text", "The only witness, where the source names one.", is_shown=False)
ADDRESS = Column("address", "Address", "address", "Where on this site the figure stands.", is_shown=False)

COLUMNS = (RECORD, MEASURE, ABOUT, VALUE, NUMBER, HIGH, QUALIFIER, UNIT, AS_OF, BASIS, SAID_BY, SOURCE, ADDRESS)


def holders(catalogue: Catalogue) -> tuple[Holder, ...]:
    """Every record that can hold figures: organisations first, then cases, models and concepts, each by name."""
    return (*catalogue.organisations, *catalogue.cases, *catalogue.all_of(Model), *catalogue.concepts)


def figure_row(catalogue: Catalogue, record: Holder, figure: Figure) -> dict[str, object]:
    """A figure as a row of `COLUMNS`."""
    found = quantity(figure.value or "")
    scale = FACTOR[figure.scale]
    measure = catalogue.row("measures", figure.measure).label
    return {
        "record": figure.of or record.id,
        "about": _counted(measure, figure.about or ""),
        "measure": figure.measure,
        "value": value_text(catalogue, figure),
        "number": float(found.low * scale) if found.low is not None else "",
        "high": float(found.high * scale) if found.is_range and found.high is not None else "",
        "qualifier": found.qualifier,
        "unit": figure.unit,
        "as_of": figure.as_of,
        "basis": figure.as_of_basis,
        "said_by": figure.said_by or "",
        "source": figure.cite,
        "address": f"/{record.folder}/{record.id}/#{figure.anchor}",
    }


def figure_rows(catalogue: Catalogue, is_wanted: Callable[[Figure], bool]) -> Iterator[dict[str, object]]:
    """The rows of all figures with a value that are wanted."""
    for record in holders(catalogue):
        for figure in record.figures:
            if figure.value and is_wanted(figure):
                yield figure_row(catalogue, record, figure)


def share_rows(catalogue: Catalogue, figure: Figure, row: dict[str, object]) -> Iterator[dict[str, object]]:
    """The parts of a divided figure as rows of their own, made from the row of the whole."""
    for at, share in enumerate(figure.parts):
        found, spread = quantity(share.value), quantity(share.range or "")
        yield row | {
            "part": share.part,
            "about": f"{row['about']}: {catalogue.row('parts', share.part).label}",
            "value": printed_share(catalogue, figure, at),
            "number": _number(found.low),
            "qualifier": found.qualifier,
            "spread_low": _number(spread.low),
            "spread_high": _number(spread.high),
        }


def _number(value: Decimal | None) -> object:
    return "" if value is None else float(value)


def _counted(measure: str, about: str) -> str:
    """What a figure counts and of whom; the measure is not said twice."""
    if measure.casefold() in about.casefold():
        return about[:1].upper() + about[1:]
    return f"{measure}: {about}" if about else measure
