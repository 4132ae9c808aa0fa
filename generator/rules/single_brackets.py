"""single-brackets: a link to a record has one pair of brackets too few.

`[gaia]` stays as it is on the page; a link takes two brackets on each side.

    The alliance is promoted by [gaia].         # wrong
    The alliance is promoted by [[gaia]].       # right
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records.marks import Prose

CODE = "single-brackets"
_SINGLE = re.compile(r"\[(?<!\[\[)(?P<target>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\|(?P<words>[^\[\]|]+))?\]{1,2}(?!\()")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find ids of records between single brackets."""
    for entry, text in catalogue.texts(Prose):
        for match in _SINGLE.finditer(text.text) if "[" in text.text else ():
            if catalogue.kind_of(match["target"]):
                good = f"[[{match[0].strip('[]')}]]"
                yield Problem(
                    entry.place(text.path, *match.span()),
                    CODE,
                    "a link to a record takes two brackets on each side",
                    help=f"write `{good}`",
                    mends=entry.mend(text.path, good, *match.span()),
                )
