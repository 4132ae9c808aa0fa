"""Money and staff for clusters: grants, yearly budgets, shares and people, each line for itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.comparison import Comparison
from generator.comparisons.figures import COLUMNS, SPREAD, figure_row, holders, share_rows

_MEASURES = frozenset({"public-money", "staff", "budget-by-source"})


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for record in holders(catalogue):
        for figure in record.figures:
            if figure.measure in _MEASURES:
                row = figure_row(catalogue, record, figure)
                yield from [row] if figure.value else share_rows(catalogue, figure, row)


MONEY_AND_STAFF = Comparison(
    id="money-and-staff",
    title="Money and staff for clusters",
    question="How much money and how many people do others put into clusters?",
    caveat="A grant given once, a sum a year and shares of a budget are different things: never add, divide or rank "
    "them against each other. Most staff numbers count the people for one task only.",
    group="money",
    columns=(*COLUMNS, *SPREAD),
    rows=_rows,
)
