"""unknown-source: a citation names a work that has no record.

Every figure and sentence leads to its source; a citation of a work that the casebook does not know leads nowhere.

    cite: "@rivas-2061, p. 9"           # wrong: no content/sources/rivas-2061.yml
    cite: "@rivas-2016, p. 9"           # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Cited
from generator.problems import Problem

CODE = "unknown-source"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find citations of works without a record."""
    for cited in catalogue.citations:
        for work in (cited.citation.source, cited.citation.via):
            if work and catalogue.kind_of(work) != "source":
                yield _problem(catalogue, cited, work)


def _problem(catalogue: Catalogue, cited: Cited, work: str) -> Problem:
    start = cited.marked.text.index(f"@{work}", cited.citation.start) + 1
    path, end = cited.marked.path, start + len(work)
    place = cited.entry.place(path, start, end)
    kind = catalogue.kind_of(work)
    if kind:
        return Problem(
            place, CODE, f"`{work}` is no source", help=f"cite a work; a link to this {kind} is written `[[{work}]]`"
        )
    meant = catalogue.near.to(work)
    if meant and catalogue.kind_of(meant) == "source":
        return Problem(
            place,
            CODE,
            f"there is no source `{work}`",
            help=f"did you mean `{meant}`?",
            mends=cited.entry.mend(path, meant, start, end),
        )
    return Problem(
        place,
        CODE,
        f"there is no source `{work}`",
        help=f"write the record `content/sources/{work}.yml` (`casebook new source {work}` makes a skeleton), or cite another work",
    )
