"""What a record is worth: the evidence level of a case, and how much of a record is answered."""

from __future__ import annotations

from dataclasses import dataclass

from generator.records import Case, Record
from generator.records.walk import field_names

LEVELS = ("involved", "independent", "evaluation", "replication")
LABELS = {
    "involved": "told by those involved",
    "independent": "documented by an independent author",
    "evaluation": "evaluated",
    "replication": "replicated",
}
_OUTSIDE = frozenset({"id", "blanks", "verified", "authors"})


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of a record's fields are filled, honestly blank, or not written yet."""

    filled: int
    blank: int
    unwritten: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many fields count."""
        return self.filled + self.blank + len(self.unwritten)


def evidence_level(case: Case) -> str:
    """The highest level that any source of the case reaches."""
    return max(case.sources.values(), key=LEVELS.index)


def completeness(record: Record) -> Completeness:
    """Count the fields of a record that a reader expects; those that only some records have, or that make no sense for this one, do not count."""
    reasons = record.blanks.reasons
    filled = blank = 0
    unwritten = []
    for name, python_name in field_names(type(record)).items():
        if python_name in _OUTSIDE or python_name in record.optional_fields:
            continue
        if getattr(record, python_name):
            filled += 1
        elif name in reasons:
            blank += reasons[name] != "not_applicable"
        else:
            unwritten.append(name)
    return Completeness(filled, blank, tuple(unwritten))
