"""parts-and-whole: the parts of a figure do not add up to its whole.

Parts that do not add up hide a slip of the pen, in the source or here. `around` allows half a unit of the last
printed place that is not nought (`around 30` may be 25 to 35); a range allows what it spans.

    whole: 100
    parts: [{part: services, value: 30}, {part: membership-fees, value: 60}]     # wrong: 90
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.catalogue import Catalogue, Entry
from generator.problems import Mend, Problem
from generator.records import Figure, Share
from generator.rules.figures import figures
from generator.text.quantities import quantity

CODE = "parts-and-whole"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find figures whose parts cannot make their whole."""
    for entry, path, figure in figures(catalogue):
        if (
            figure.whole is None
            or not figure.parts
            or not all(quantity(part.value).is_reported for part in figure.parts)
        ):
            continue
        whole = quantity(figure.whole)
        low, high = (sum((_bounds(part)[side] for part in figure.parts), Decimal(0)) for side in (0, 1))
        if (whole.low is not None and whole.high is not None and not low <= whole.high) or not whole.low <= high:  # type: ignore[operator]
            yield _problem(entry, (*path, "whole"), figure, low, high)


def _problem(entry: Entry, path: tuple[str | int, ...], figure: Figure, low: Decimal, high: Decimal) -> Problem:
    total = f"{low:f}" if low == high else f"{low:f} to {high:f}"
    place = entry.place(path)
    mends = (Mend(place, total),) if entry.document else ()
    return Problem(
        place,
        CODE,
        f"the parts add up to {total}, and the whole is {figure.whole}",
        help=f"write `whole: {total}`, or correct the part that is wrong",
        mends=mends,
    )


def _bounds(part: Share) -> tuple[Decimal, Decimal]:
    """The least and the most that a part can be."""
    value = quantity(part.value)
    low, high = value.low or Decimal(0), value.high or Decimal(0)
    slack = _slack(low) if value.qualifier == "around" else Decimal(0)
    if value.qualifier in {"more than", "at least"}:
        return low, Decimal("Infinity")
    if value.qualifier in {"less than", "at most"}:
        return Decimal(0), high
    return low - slack, high + slack


def _slack(number: Decimal) -> Decimal:
    """Half a unit of the last place that is not nought: 5 for 30, 0.05 for 4.6."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(10) ** int(exponent) / 2
