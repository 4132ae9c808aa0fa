"""The ready-made sets of `data/comparison-sets.csv`, and the addresses at which cases stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.records import Case

FOLDER = "compare"
TABLE = "comparison-sets"
FEWEST, MOST = 2, 6


@dataclass(frozen=True, slots=True)
class CaseSet:
    """Cases that are worth reading side by side, and the question that they answer together."""

    id: str
    title: str
    question: str
    cases: tuple[Case, ...]

    @property
    def uri(self) -> str:
        """The file of its page."""
        return f"{FOLDER}/{self.id}.md"

    @property
    def choice(self) -> str:
        """The choice as the address of a comparison holds it."""
        return ",".join(case.id for case in self.cases)


def case_sets(catalogue: Catalogue) -> Iterator[CaseSet]:
    """The sets of the table, each as far as its cases are there; one with fewer than two is none."""
    for row in catalogue.tables.get(TABLE, {}).values():
        found = (catalogue.records.get(key) for key in row.cells.get("cases", "").split())
        cases = tuple(dict.fromkeys(case for case in found if isinstance(case, Case)))[:MOST]
        if len(cases) >= FEWEST:
            yield CaseSet(row.key, row.cells["title"], row.cells["question"], cases)
