"""unused-concept: no record uses a concept.

A page that nothing leads to is found by nobody. Name the concept under `illustrates`, `broader` or `related`, or use
its term in a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records import Concept
from generator.records.marks import Prose

CODE = "unused-concept"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find concepts that no field, link or text of another record names."""
    if catalogue.has_faults:
        return  # a file that cannot be read may use it
    unused = {
        entry.id for entry in catalogue.entries.values() if isinstance(entry.record, Concept)
    } - catalogue.pointed_at
    for entry, text in catalogue.texts(Prose) if unused else ():
        for mention in catalogue.concept_names.mentions(text.text):
            if mention.target != entry.id:
                unused.discard(mention.target)
        if not unused:
            return
    for key in sorted(unused):
        entry = catalogue.entries[key]
        yield Problem(
            entry.place_of_key(("term",)),
            CODE,
            f"no record uses the concept `{key}`",
            help="name it under `illustrates`, `broader` or `related`, or use its term in a text",
            severity="warning",
        )
