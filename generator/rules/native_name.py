"""native-name: a native name does not say its language.

A screen reader speaks a name rightly only where it knows the language.

    native_name: Eusko Jaurlaritza
    native_language: eu
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Mend, Problem
from generator.records import Organisation

CODE = "native-name"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find native names without a language."""
    for entry in catalogue.entries.values():
        body = entry.record
        if not isinstance(body, Organisation) or not body.native_name or body.native_language:
            continue
        mends: tuple[Mend, ...] = ()
        if entry.document:
            at = entry.document.nodes["native_name",].key_start or 0
            mends = (entry.document.lines.mend(at, at, "native_language: fr\n"),)
        advice = "add `native_language: fr`, with the language it really is"
        yield Problem(
            entry.place_of_key(("native_name",)),
            CODE,
            "`native_name` is given, and `native_language` is not",
            help=advice,
            severity="warning",
            mends=mends,
        )
