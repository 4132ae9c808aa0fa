"""Which style of branding goes with which stage in the life of a cluster."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import SOURCE, cites_in, told_in
from generator.comparisons.comparison import BLANKS, Column, Comparison, listed
from generator.records import Model


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for model in catalogue.all_of(Model):
        for part in model.parts if model.type == "life-cycle" else ():
            yield {
                "stage": part.name,
                "traits": listed(part.values),
                "text": " ".join((part.text or "").split()),
                "cases": " ".join(part.shown_by) or BLANKS["not_reported"],
                "model": model.id,
                "as_told": told_in(catalogue, model.cite),
                "source": cites_in(part.text or "") or model.cite,
            }


BRANDING_BY_STAGE = Comparison(
    id="branding-by-stage",
    title="Branding by stage in the life of a cluster",
    question="Which style of branding suits a young cluster, and which a settled one?",
    caveat="A scheme in words from one consultancy, passed on by a second author. No data behind it are shown. A stage "
    "without a case is one for which no case is told.",
    group="strategies",
    columns=(
        Column("stage", "Stage", "text", "The stage in the life of the cluster."),
        Column("traits", "Style of branding", "list", "The traits of the style."),
        Column("text", "What that means", "text", "The style in a sentence or two."),
        Column("cases", "Cases that show it", "records", "Cases that show the stage."),
        Column("model", "From the model", "record", "The model that the row belongs to."),
        Column("as_told", "As told", "date", "The date of the work that tells the model."),
        SOURCE,
    ),
    rows=_rows,
)
