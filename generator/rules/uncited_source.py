"""uncited-source: nothing rests on a source.

A work that nobody cites helps no reader. Cite it where a statement rests on it; a work that is only named in another
work says so with `cited_by`.

    cited_by: [keller-2018]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records import Source

CODE = "uncited-source"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find sources that no record cites and no work names."""
    for entry in (
        catalogue.entries.values() if not catalogue.has_faults else ()
    ):  # a file that cannot be read may cite it
        if isinstance(entry.record, Source) and entry.id not in catalogue.pointed_at and not entry.record.cited_by:
            yield Problem(
                entry.place_of_key(("title",)),
                CODE,
                f"no record cites `{entry.id}`",
                help="cite it where a statement rests on it, or name the work that cites it under `cited_by`",
                severity="warning",
            )
