"""native-name: a native name does not say its language.

A screen reader speaks a name rightly only where it knows the language.

    native_name: Eusko Jaurlaritza
    native_language: eu
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records import Organisation

CODE = "native-name"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find native names without a language, and languages without a name."""
    for entry in catalogue.entries.values():
        body = entry.record
        if not isinstance(body, Organisation) or bool(body.native_name) == bool(body.native_language):
            continue
        given, lacks = ("native_name", "native_language") if body.native_name else ("native_language", "native_name")
        place = entry.place_of_key((given,))
        example = "fr" if lacks == "native_language" else "the name in that language"
        mends = ()
        if entry.document:
            node = entry.document.nodes[given,]
            at = node.key_start or 0
            mends = (entry.document.lines.mend(at, at, f"{lacks}: {example}\n"),)
        yield Problem(place, CODE, f"`{given}` is given, and `{lacks}` is not", help=f"add `{lacks}: {example}`, with the language it really is" if lacks == "native_language" else f"add `{lacks}`, or delete `{given}`", severity="warning", mends=mends)
