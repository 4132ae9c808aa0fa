"""wrong-kind: a field names a record of a kind that does not fit there.

A case illustrates concepts, and its actors are organisations; another kind of record would make the page say nonsense.

    illustrates: [gaia]                 # wrong: gaia is an organisation
    illustrates: [cluster-organisation] # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records.base import article
from generator.records.marks import Reference

CODE = "wrong-kind"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find references to records of another kind than the field takes."""
    twins = {twin.id: twin.kind for twin in catalogue.twins}  # that two records have one id is told already
    for pointer in catalogue.references:
        kind = catalogue.kind_of(pointer.target)
        mark = pointer.marked.mark
        if (
            kind is None
            or not isinstance(mark, Reference)
            or kind in mark.kinds
            or twins.get(pointer.target) in mark.kinds
        ):
            continue
        wanted = " or ".join(mark.kinds)
        field = next(name for name in reversed(pointer.marked.path) if isinstance(name, str) and name != pointer.target)
        yield Problem(
            pointer.place,
            CODE,
            f"`{pointer.target}` is {article(kind)}, and `{field}` takes {article(wanted)}",
            help=f"name {article(wanted)} here, or link `[[{pointer.target}]]` in a text",
        )
