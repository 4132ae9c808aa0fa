"""Jobs that the sources name, with the other figures of the same field, place or continent."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.comparison import Comparison
from generator.comparisons.figures import COLUMNS, figure_rows
from generator.records import Figure

_JOBS = frozenset({"jobs", "workers"})
_WITH_THEM = frozenset({"head-offices", "turnover", "firms", "strong-clusters"})


def _is_wanted(figure: Figure) -> bool:
    return figure.measure in _JOBS | _WITH_THEM


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    rows = list(figure_rows(catalogue, _is_wanted))
    with_jobs = {row["record"] for row in rows if row["measure"] in _JOBS}
    yield from (row for row in rows if row["record"] in with_jobs)


JOBS_NAMED = Comparison(
    id="jobs-named",
    title="Jobs that the sources name",
    question="How many jobs do sources connect with clusters, and in what area?",
    caveat="The lines have different scopes: one sector of one city, one site, a whole continent. None says that a "
    "cluster made these jobs. Do not draw them on one axis.",
    group="money",
    columns=COLUMNS,
    rows=_rows,
)
