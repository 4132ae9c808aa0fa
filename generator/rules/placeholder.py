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
_STAND_IN = re.compile(r"\b(?:TODO|TBD|TBC|FIXME|XXX+|lorem ipsum|to be (?:completed|confirmed|written)|insert (?:text|here))\b|^(?:\.\.\.|…|n/?a|N/?A|-|none|unknown|not reported|not applicable)$")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find stand-ins in texts."""
    for mark in (Prose, Line):
        for entry, text in catalogue.texts(mark):
            if text.path[0] == "blanks":
                continue
            match = _STAND_IN.search(text.text.strip())
            if match:
                start = text.text.index(match[0])
                field = next(name for name in reversed(text.path) if isinstance(name, str))
                yield Problem(entry.place(text.path, start, start + len(match[0])), CODE, f"`{match[0]}` stands in for a text", help=f"write the text, or delete the field and name `{field}` under `blanks`")
