"""unused-source-of-case: a case names a work under `sources` and cites it nowhere.

`sources` lists the works that tell the case, and the evidence level is worked out from them. A work that the case
never cites tells nothing of it.

    sources: {rivas-2016: independent}      # and somewhere in the case [@rivas-2016, p. 9]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records import Case

CODE = "unused-source-of-case"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find works under `sources` that their case never cites."""
    cited: dict[str, set[str]] = {}
    for found in catalogue.citations:
        cited.setdefault(found.entry.id, set()).update({found.citation.source, found.citation.via})
    for entry in catalogue.entries.values():
        for work in entry.record.sources if isinstance(entry.record, Case) else ():
            if work not in cited.get(entry.id, ()) and catalogue.kind_of(work) == "source":
                yield Problem(
                    entry.place_of_key(("sources", work)),
                    CODE,
                    f"the case never cites `{work}`",
                    help=f"cite it where a statement rests on it, as `[@{work}, p. 9]`, or delete it here",
                    severity="warning",
                    mends=entry.without(("sources", work)),
                )
