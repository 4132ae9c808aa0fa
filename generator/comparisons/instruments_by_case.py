"""Which instruments of policy each case used, and how."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import AS_TOLD, CASE
from generator.comparisons.comparison import Column, Comparison
from generator.comparisons.timeline import TOLD_AS


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for case in catalogue.cases:
        for instrument in case.instruments:
            yield {
                "instrument": instrument.type,
                "case": case.id,
                "text": " ".join(instrument.text.split()),
                "told_as": TOLD_AS[instrument.planned],
                "as_told": case.as_told,
            }


INSTRUMENTS_BY_CASE = Comparison(
    id="instruments-by-case",
    title="Instruments of policy, case by case",
    question="Who used vouchers, platforms, workshops or sites, and how?",
    caveat="The instruments that the sources tell of; a place may have used others. That an instrument was used does "
    "not say that it worked.",
    group="roles",
    columns=(
        Column("instrument", "Instrument", "term", "The kind of instrument.", vocabulary="instruments"),
        CASE,
        Column("text", "How it was used, with source", "text", "How it was used, with citations."),
        Column("told_as", "Told as", "text", "A fact, or a plan when the source was written."),
        AS_TOLD,
    ),
    rows=_rows,
    row_head="case",
)
