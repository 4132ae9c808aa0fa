"""Columns that several comparisons share, and how citations of several entries become one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.catalogue import Catalogue
from generator.comparisons.comparison import Column
from generator.records import Case, Source

CASE = Column("case", "Case", "record", "The case that tells it.")
AS_TOLD = Column("as_told", "As told", "date", "When the story was told, that is the date of its main source.")
SOURCE = Column("source", "Source", "cite", "Where it stands.")
ADDRESS = Column("address", "Address", "address", "Where on this site it stands.", is_shown=False)

_BRACKETS = re.compile(r"\[(@[^\]]+)\]")


def cites(texts: Iterable[str]) -> str:
    """The citations of several `cite` fields, each once, in their order."""
    return "; ".join(dict.fromkeys(" ".join(one.split()) for text in texts for one in text.split(";")))


def cites_in(text: str) -> str:
    """The citations that stand in brackets in a text."""
    return cites(_BRACKETS.findall(text))


def told_in(catalogue: Catalogue, cite: str) -> str:
    """The date of the work whose page is cited; empty where no record of it has one."""
    works = re.findall(r"@([a-z0-9-]+)", cite.partition(";")[0])
    source = catalogue.records.get(works[-1]) if works else None
    return str(source.issued or "") if isinstance(source, Source) else ""


def parts_of(catalogue: Catalogue, whole: Case) -> tuple[Case, ...]:
    """The cases that belong to a larger one, by name."""
    return tuple(case for case in catalogue.cases if case.part_of == whole.id)


def trials(catalogue: Catalogue) -> tuple[Case, ...]:
    """The cases made up of other cases with transformative activities, by name."""
    wholes = {case.part_of for case in catalogue.cases if case.activities}
    return tuple(case for case in catalogue.cases if case.id in wholes)
