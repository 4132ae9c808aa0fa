"""title-form: a title ends with a full stop, or shouts.

Titles stand in lists, headings and citations, where a full stop or capitals throughout disturb.

    title: FRIBOURG BIO-BASED PLASTICS.     # wrong
    title: "Canton of Fribourg: bio-based inputs for plastics"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records import RECORD_TYPES

CODE = "title-form"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find titles with a full stop at the end or in capitals throughout."""
    for entry in catalogue.entries.values():
        field = RECORD_TYPES[entry.kind].name_field
        name = entry.data.get(field)
        if not isinstance(name, str) or entry.kind in {"source", "organisation"}:
            continue
        if name.rstrip().endswith(".") and not name.rstrip().endswith(("etc.", "...")) and " " in name.strip():
            end = len(name.rstrip())
            yield Problem(
                entry.place((field,), end - 1, end),
                CODE,
                "the title ends with a full stop",
                help="delete it",
                severity="warning",
                mends=entry.mend((field,), "", end - 1, end),
            )
        elif name.isupper() and len(name.split()) > 2:
            good = name.capitalize()
            yield Problem(
                entry.place((field,)),
                CODE,
                "the title is in capitals throughout",
                help=f"write it as in a sentence, with capitals for names: `{good}`",
                severity="warning",
            )
