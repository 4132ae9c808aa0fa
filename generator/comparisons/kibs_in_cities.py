"""In which cities knowledge-intensive business services were found to be many or few."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import SOURCE
from generator.comparisons.comparison import BLANKS, Column, Comparison
from generator.comparisons.figures import AS_OF

_JUDGEMENTS = {"larger": "larger than expected", "smaller": "smaller than expected"}
_NAMED = {"all": "all of the kind are named", "example": "an example among others"}


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for row in catalogue.tables.get("kibs-in-cities", {}).values():
        yield {
            "place": row.key,
            "judgement": _JUDGEMENTS[row.cells["judgement"]],
            "named": _NAMED[row.cells["named"]],
            "cases": " ".join(
                case.id for case in catalogue.cases if row.key in case.places and len(case.places) <= _MOST_PLACES
            )
            or BLANKS["not_researched"],
            "as_of": row.cells["as_of"],
            "source": row.cells["cite"],
        }


_MOST_PLACES = 6  # a case with more places compares them, and does not tell of each

KIBS_IN_CITIES = Comparison(
    id="kibs-in-cities",
    title="Cities with many and with few knowledge-intensive services",
    question="Where were knowledge-intensive business services stronger or weaker than expected?",
    caveat="A judgement of 2009, and no state of today. The ten larger ones are all that were named as such; the six "
    "smaller ones are examples. What was expected, and by which measure, is not told; there are no values to compare. Where a cell says "
    "that something is not researched, the casebook has no case from the city.",
    group="money",
    columns=(
        Column("place", "City", "place", "The city."),
        Column("judgement", "The sector was", "text", "Larger or smaller than the report expected."),
        Column("named", "Named as", "text", "Whether the list is whole, or gives examples."),
        Column("cases", "Cases from there", "records", "Cases that tell of the city, on this or other matters."),
        AS_OF,
        SOURCE,
    ),
    rows=_rows,
)
