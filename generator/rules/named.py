"""What the cells of tables name, and how to say that it is not there; for the rules of records and of addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.catalogue import Catalogue
from generator.problems import Mend, Problem
from generator.tables import NamedRecord
from generator.text.near import nearest


def named_in_tables(catalogue: Catalogue) -> Iterator[tuple[str, NamedRecord]]:
    """All that cells name, each with the name of its table."""
    for table, rows in catalogue.tables.items():
        for row in rows.values():
            for named in row.names:
                yield table, named


def missing(named: NamedRecord, code: str, known: Iterable[str], advice: str, **more: Any) -> Problem:
    """Say that there is no such record or page: which of those that are `known` may be meant, or else the advice."""
    meant = nearest(named.id, known)
    return Problem(
        named.place,
        code,
        f"there is no {named.kind} `{named.id}`",
        help=f"did you mean `{meant}`?" if meant else advice,
        mends=(Mend(named.place, meant),) if meant else (),
        **more,
    )
