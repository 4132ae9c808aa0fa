"""Which regions of a trial worked alone, with others, or in a way that nobody tells."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import AS_TOLD, SOURCE, cites, parts_of, trials
from generator.comparisons.comparison import BLANKS, Column, Comparison
from generator.comparisons.figures import figure_rows
from generator.records import Activity, Case

NONE_TOLD = "none told"


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for trial in trials(catalogue):
        pilots = [
            (case, activity)
            for case in parts_of(catalogue, trial)
            for activity in case.activities
            if activity.status == "pilot"
        ]
        source = _source_of_regions(catalogue, trial)
        for place in trial.places:
            row = _row(trial, place, [pilot for pilot in pilots if place in pilot[1].regions])
            yield row | {"source": row["source"] or source}


def _source_of_regions(catalogue: Catalogue, trial: Case) -> str:
    """Where it is told how many regions take part."""
    shown = {trial.id, *(figures.record for figures in trial.figures_of)}
    rows = figure_rows(catalogue, lambda figure: figure.measure == "regions")
    return next((str(row["source"]) for row in rows if row["record"] in shown), BLANKS["not_reported"])


def _row(trial: Case, place: str, pilots: list[tuple[Case, Activity]]) -> dict[str, object]:
    kinds = sorted({"cross-regional" if len(activity.regions) > 1 else "regional" for _, activity in pilots})
    return {
        "region": place,
        "kind": " and ".join(kinds) or NONE_TOLD,
        "number": float(len(pilots)),
        "pilots": " ".join(case.id for case, _ in pilots) or BLANKS["not_reported"],
        "trial": trial.id,
        "as_told": trial.as_told,
        "source": cites(activity.cite for _, activity in pilots),
    }


ALPINE_REGIONS = Comparison(
    id="alpine-regions",
    title="Eleven Alpine regions by kind of pilot",
    question="Which regions worked alone, and which with others?",
    caveat="The authors say that all eleven regions found and developed an activity, and describe six. Nothing is told of a pilot "
    "in two of the regions; that does not mean that there was none.",
    group="strategies",
    columns=(
        Column("region", "Region", "place", "The region."),
        Column("kind", "Kind of pilot", "text", "Regional where the region worked alone, cross-regional where not."),
        Column("number", "Pilots told", "number", "How many pilots of the region are told, by our count."),
        Column("pilots", "Told in", "records", "The cases that tell its pilots."),
        Column("trial", "Part of", "record", "The larger case."),
        AS_TOLD,
        SOURCE,
    ),
    rows=_rows,
)
