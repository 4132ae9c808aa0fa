"""What each case leaves open: the names of its limits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import ADDRESS, AS_TOLD, CASE
from generator.comparisons.comparison import Column, Comparison, blank, listed

# A limit begins its paragraph with its name in bold.
_NAME = re.compile(r"^\*\*(.+?)\.?\*\*", re.MULTILINE)


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for case in catalogue.cases:
        names = _NAME.findall(case.limits or "")
        yield {
            "case": case.id,
            "challenges": " ".join(case.challenges) or blank(case, "challenges"),
            "limits": listed(names) or ("" if case.limits else blank(case, "limits")),
            "number": float(len(names)),
            "sources": " ".join(case.sources),
            "as_told": case.as_told,
            "address": f"/cases/{case.id}/#limits",
        }


LIMITS_BY_CASE = Comparison(
    id="limits-by-case",
    title="Trouble and limits, case by case",
    question="What trouble did others have, and what stayed open?",
    caveat="Names of limits, in short; the page of the case says what each means and who says it. A long list may mean "
    "a case that is told with more care, and no worse a result.",
    group="evidence",
    columns=(
        CASE,
        Column("challenges", "What made people act", "term", "The trouble at the start.", vocabulary="challenges"),
        Column("limits", "Limits and open points", "list", "The names of the limits, in their order.", opens="address"),
        Column("number", "How many", "number", "How many limits are named, by our count."),
        Column("sources", "Sources", "records", "The works that tell the case."),
        AS_TOLD,
        ADDRESS,
    ),
    rows=_rows,
)
