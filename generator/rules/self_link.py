"""self-link: a record points at itself.

A link that leads to the page on which it stands goes nowhere.

    # content/organisations/gaia.yml
    summary: "[[gaia]] is a cluster organisation ..."      # wrong
    summary: GAIA is a cluster organisation ...            # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem

CODE = "self-link"
_TOLD_ELSEWHERE = frozenset({"broader", "part_of"})


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find links and fields that name their own record."""
    for pointer, link in catalogue.links:
        if link.target == pointer.entry.id and not link.off:
            words = link.words or (pointer.entry.record.name if pointer.entry.record else link.target)
            yield Problem(
                pointer.place,
                CODE,
                "the link leads to its own page",
                help=f"write `{words}` without brackets",
                mends=pointer.entry.mend(pointer.marked.path, words, link.start, link.end),
            )
    for pointer in catalogue.references:
        if pointer.target == pointer.entry.id and pointer.marked.path[0] not in _TOLD_ELSEWHERE:
            yield Problem(
                pointer.place,
                CODE,
                f"the field `{pointer.marked.path[0]}` names its own record",
                help="delete the entry",
                mends=pointer.entry.without(pointer.marked.path),
            )
