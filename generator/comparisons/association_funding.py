"""Who pays for a cluster association, share by share."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import SOURCE, cites_in
from generator.comparisons.comparison import Column, Comparison
from generator.comparisons.figures import (
    ADDRESS,
    AS_OF,
    BASIS,
    NUMBER,
    QUALIFIER,
    SAID_BY,
    SPREAD,
    UNIT,
    figure_row,
    holders,
    share_rows,
)
from generator.records import Figure, Model

# The part of the model that describes each part of the budget.
_DESCRIBED_BY = {
    "membership-fees": "membership-fees",
    "services": "single-services",
    "regional-government": "government-programme",
    "other-public": "other-public-money",
}


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for record in holders(catalogue):
        for figure in record.figures:
            if figure.measure == "budget-by-source" and figure.parts:
                forms = {part.id: part.text or "" for part in record.parts} if isinstance(record, Model) else {}
                yield from _shares(catalogue, figure, figure_row(catalogue, record, figure), forms)


def _shares(
    catalogue: Catalogue, figure: Figure, row: dict[str, object], forms: dict[str, str]
) -> Iterator[dict[str, object]]:
    total, qualifier = 0.0, ""
    for share in share_rows(catalogue, figure, row):
        total += float(str(share["number"] or 0))
        qualifier = qualifier or str(share["qualifier"] and "around ")  # a sum is no surer than its parts
        form = forms.get(_DESCRIBED_BY.get(str(share["part"]), ""), "")
        cumulated = f"{qualifier}{total:g}%"
        yield share | {"cumulated": cumulated, "cumulated_number": total, "form": " ".join(form.split())}


def _activities(catalogue: Catalogue) -> Iterator[str]:
    for model in catalogue.all_of(Model):
        if any(figure.measure == "budget-by-source" for figure in model.figures):
            told = (part for part in model.parts if part.id == "activities")
            yield from (
                f"{value} [{cites_in(part.text or '') or model.cite}]" for part in told for value in part.values
            )


ASSOCIATION_FUNDING = Comparison(
    id="association-funding",
    title="How an average Basque cluster association is paid for",
    question="Who pays for a cluster association, and how much of the budget comes from members?",
    caveat="Averages from one slide by one speaker. How many associations they cover, and of which year, is not told. "
    "Three of the four shares carry the word *around*, and only one has a spread. The running total is our sum.",
    group="money",
    columns=(
        Column("part", "Source of money", "term", "Where the money comes from.", vocabulary="parts"),
        Column(
            "value",
            "Share of the budget",
            "quantity",
            "The share as printed, on average; the spread where it is told.",
            sorted_by="number",
            opens="address",
        ),
        NUMBER,
        QUALIFIER,
        *SPREAD,
        Column(
            "cumulated",
            "Running total (our sum)",
            "quantity",
            "The shares so far, added up by us.",
            sorted_by="cumulated_number",
        ),
        Column("cumulated_number", "Running total as a number", "number", "The shares so far.", is_shown=False),
        Column("form", "In which form", "text", "How the money comes in."),
        Column("record", "Told of", "record", "The record that holds the figure."),
        UNIT,
        AS_OF,
        BASIS,
        SAID_BY,
        SOURCE,
        ADDRESS,
    ),
    rows=_rows,
    beside="What the money is used for",
    beside_rows=_activities,
)
