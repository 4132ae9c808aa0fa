"""On which concepts each case bears."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import AS_TOLD, CASE
from generator.comparisons.comparison import Column, Comparison
from generator.records import Bearing


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for case in catalogue.cases:
        yield {
            "case": case.id,
            "illustrates": _ids(case.illustrates),
            "nuances": _ids(case.nuances),
            "contradicts": _ids(case.contradicts),
            "sources": " ".join(case.sources),
            "as_told": case.as_told,
        }


def _ids(bearings: tuple[Bearing, ...]) -> str:
    return " ".join(bearing.concept for bearing in bearings)


CONCEPTS_BY_CASE = Comparison(
    id="concepts-by-case",
    title="Concepts, case by case",
    question="Which case shows a concept at work, and which makes it more complicated?",
    caveat="How a case bears on a concept is the reading of the editors; the page of the case says why. Where a cell says *not told*, "
    "the editors recorded nothing.",
    group="evidence",
    columns=(
        CASE,
        Column("illustrates", "Shows at work", "records", "Concepts that the case shows at work."),
        Column("nuances", "Complicates", "records", "Concepts that the case makes more complicated."),
        Column("contradicts", "Speaks against", "records", "Concepts that the case speaks against."),
        Column("sources", "Sources", "records", "The works that tell the case."),
        AS_TOLD,
    ),
    rows=_rows,
)
