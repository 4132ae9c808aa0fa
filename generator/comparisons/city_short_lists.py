"""Which clusters cities put first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import ADDRESS, AS_TOLD, SOURCE, told_in
from generator.comparisons.comparison import BLANKS, Column, Comparison
from generator.comparisons.priority_layouts import COUNT, COUNTED, PRIORITIES, counted, is_of_a_city, laid_out
from generator.records import Organisation

_MEASURES = frozenset({"priority-clusters", "cluster-groups"})


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for case in catalogue.cases:
        if case.priorities and is_of_a_city(case):
            yield {
                "record": case.id,
                **laid_out(case.priorities),
                **counted(catalogue, case, _MEASURES),
                "as_told": case.as_told,
            }
    for body in catalogue.organisations:
        if body.type == "authority" and counted(catalogue, body, _MEASURES):
            yield _row_of_body(catalogue, body)


def _row_of_body(catalogue: Catalogue, body: Organisation) -> dict[str, object]:
    figure = next(one for one in body.figures if one.measure in _MEASURES)
    return {
        "record": body.id,
        "scheme": BLANKS["not_reported"],
        "priorities": BLANKS["not_reported"],
        **counted(catalogue, body, _MEASURES),
        "text": " ".join((figure.note or "").split()),
        "as_told": told_in(catalogue, figure.cite),
        "source": figure.cite,
    }


CITY_SHORT_LISTS = Comparison(
    id="city-short-lists",
    title="Which clusters cities put first",
    question="How short is the list of clusters in other cities, and what stands on it?",
    caveat="The lists were made for different ends: clusters that a city region works with, groups by rank, and clusters "
    "of which a single one is named, as in Bilbao. The sectors of [[frankfurt|Frankfurt]] with strong clusters are an "
    "author's reading and no list of the city; they stay in its case.",
    group="strategies",
    columns=(
        Column("record", "City", "record", "The case of the city, or its authority."),
        Column("scheme", "Form", "term", "The form of the list.", vocabulary="schemes"),
        PRIORITIES,
        COUNT,
        COUNTED,
        Column("text", "What is told of it", "text", "How the list came about, or what is missing."),
        AS_TOLD,
        SOURCE,
        ADDRESS,
    ),
    rows=_rows,
)
