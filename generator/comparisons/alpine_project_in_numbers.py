"""The numbers of a trial that spans several cases: its own, those of its project, and those of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import parts_of, trials
from generator.comparisons.comparison import Comparison
from generator.comparisons.figures import COLUMNS, figure_rows


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    records: set[str] = set()
    for trial in trials(catalogue):
        records |= {trial.id, *(case.id for case in parts_of(catalogue, trial))}
        records |= {shown.record for shown in trial.figures_of}
    yield from (row for row in figure_rows(catalogue, lambda _: True) if row["record"] in records)


ALPINE_PROJECT_IN_NUMBERS = Comparison(
    id="alpine-project-in-numbers",
    title="The Alpine project in numbers",
    question="How large was the trial with clusters in eleven regions?",
    caveat="The 30 pilot clusters and the 33 surveyed initiatives are different counts; how far they overlap is not "
    "told. The two ranges of participants belong to different series of workshops, and give limits, not averages.",
    group="money",
    columns=COLUMNS,
    rows=_rows,
)
