"""How large clusters and cluster bodies are, each counted as its source counts it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.comparison import Comparison
from generator.comparisons.figures import COLUMNS, figure_rows
from generator.records import Concept, Model, Organisation

_BODIES = frozenset({"cluster-organisation", "network", "platform"})


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for row in figure_rows(catalogue, lambda figure: figure.measure in {"members", "firms"}):
        record = catalogue.records.get(str(row["record"]))
        if isinstance(record, Model | Concept) or (isinstance(record, Organisation) and record.type in _BODIES):
            yield row


CLUSTER_SIZES = Comparison(
    id="cluster-sizes",
    title="How large clusters and cluster bodies are",
    question="How many members does a cluster organisation have elsewhere?",
    caveat="The sources count in different units: companies, members of any kind, firms and other bodies. Compare only "
    "rows with the same unit. Where the date is that of the source, the figure has no year of its own; *around* is the "
    "word of the source. An average of a whole kind of body stands beside single bodies.",
    group="money",
    columns=COLUMNS,
    rows=_rows,
)
