"""How well each case is told: by whom, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import AS_TOLD, CASE
from generator.comparisons.comparison import Column, Comparison
from generator.evidence import LABELS, LEVELS, completeness, evidence_level


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for case in catalogue.cases:
        level, found = evidence_level(case), completeness(case)
        yield {
            "case": case.id,
            "evidence": LABELS[level],
            "rank": float(LEVELS.index(level)),
            "sources": " ".join(case.sources),
            "filled": float(found.filled),
            "blank": float(found.blank),
            "unwritten": float(len(found.unwritten)),
            "as_told": case.as_told,
            "verified": str(case.verified.on) if case.verified else "",
        }


EVIDENCE_BY_CASE = Comparison(
    id="evidence-by-case",
    title="Evidence and completeness, case by case",
    question="How well is each case told, and by whom?",
    caveat="The level says who tells a case, not whether its policy worked. A field that is blank with a reason is as "
    "honest as a filled one; fields that make no sense for a case do not count.",
    group="evidence",
    columns=(
        CASE,
        Column("evidence", "Evidence", "text", "How the authors of the best source stand to it.", sorted_by="rank"),
        Column("rank", "Rank of the evidence", "number", "0 involved to 3 replicated.", is_shown=False),
        Column("sources", "Sources", "records", "The works that tell the case."),
        Column("filled", "Fields filled", "number", "Fields with content, by our count."),
        Column("blank", "Blank with a reason", "number", "Fields that no source fills or nobody has looked for."),
        Column("unwritten", "Not written yet", "number", "Fields that are still to be written."),
        AS_TOLD,
        Column("verified", "Checked", "date", "When somebody last held the case against its sources."),
    ),
    rows=_rows,
)
