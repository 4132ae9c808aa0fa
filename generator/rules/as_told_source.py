"""as-told-source: a case was told when none of its sources came out.

`as_told` is the date of the work that tells the story, so that a reader knows how old it is.

    as_told: 2019                       # wrong, where the case rests on a work of 2018
    as_told: 2018-11                    # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records import Case, Source
from generator.text.dates import dates

CODE = "as-told-source"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find cases whose date is that of none of their sources."""
    for entry in catalogue.entries.values():
        case = entry.record
        if not isinstance(case, Case):
            continue
        works = [catalogue.records.get(work) for work in case.sources]
        issued = [work.issued for work in works if isinstance(work, Source) and work.issued]
        years = {dates(date)[0].year for date in issued}
        if years and len(issued) == len(works) and dates(case.as_told)[0].year not in years:
            said = ", ".join(f"`{date}`" for date in issued)
            yield Problem(
                entry.place(("as_told",)),
                CODE,
                f"the case was told in `{case.as_told}`, and no source of it came out then",
                help=f"write the date of its source: {said}",
                severity="warning",
                mends=entry.mend(("as_told",), issued[0]),
            )
