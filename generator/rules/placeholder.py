"""placeholder: a text still holds a stand-in.

Words such as TODO or lorem ipsum are notes to oneself; on the page they puzzle the reader.

    results: TODO                                   # wrong
    blanks: {not_researched: [results]}             # right, where nobody has looked yet
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records.marks import Line, Prose

CODE = "placeholder"
_WORDS = (
    "TODO",
    "TBD",
    "TBC",
    "FIXME",
    "XXX",
    "lorem ipsum",
    "to be completed",
    "to be confirmed",
    "to be written",
    "insert text",
    "insert here",
)
_STAND_IN = re.compile(
    rf"\b(?:{'|'.join(_WORDS)}|XXX+)\b|^(?:\.\.\.|…|n/?a|N/?A|-|none|unknown|not reported|not applicable)$"
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find stand-ins in texts."""
    for mark in (Prose, Line):
        for entry, text in catalogue.texts(mark):
            if text.path[0] == "blanks":
                continue
            match = stand_in(text.text)
            if match:
                start = text.text.index(match[0])
                field = next(name for name in reversed(text.path) if isinstance(name, str))
                yield Problem(
                    entry.place(text.path, start, start + len(match[0])),
                    CODE,
                    f"`{match[0]}` stands in for a text",
                    help=f"write the text, or delete the field and name `{field}` under `blanks`",
                )


def stand_in(text: str) -> re.Match[str] | None:
    """The first stand-in of a text."""
    return _STAND_IN.search(text.strip()) if _may_hold_one(text) else None


def _may_hold_one(text: str) -> bool:
    """Tell whether the thorough look is worth its time."""
    return len(text) < 40 or any(word in text for word in _WORDS)
