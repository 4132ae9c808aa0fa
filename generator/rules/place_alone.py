"""place-alone: a text points at something by where it stands on the page.

Where it stands differs: a phone has one column, paper has pages, and who listens has neither left nor right. What is meant
has a name or a link.

    context: As shown in the table on the right, few stayed.            # wrong
    context: Few of the firms stayed [@rivas-2016, table 2].            # right
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records.marks import Prose

CODE = "place-alone"
_THINGS = "table|figure|chart|drawing|picture|image|photo|map|list|box|diagram|graph|column|text|section|paragraph"
_SIDE = r"(?:on|to|at) the (?:left|right|bottom|top)(?:[ -]hand(?: side)?)?"
_POINTED = re.compile(
    rf"\b(?:see|as (?:shown|said|told|described|mentioned|noted|explained)) (?:above|below)\b(?! (?:all|the|a|an|\d))"
    rf"|\bthe (?:{_THINGS})s? (?:above|below|{_SIDE})(?! (?:of|all|the|a|an|\d))\b"
    rf"|\b(?:see|shown|in) the (?:left|right|lower|upper)(?:-hand)? (?:{_THINGS})\b",
    re.IGNORECASE,
)
_WORTH = re.compile(r"\b(?:above|below|left|right|bottom|top|lower|upper)\b", re.IGNORECASE)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find sentences that point at something by its place."""
    for entry, text in catalogue.texts(Prose):
        for match in _POINTED.finditer(text.text) if _WORTH.search(text.text) else ():
            words = " ".join(match[0].split())
            yield Problem(
                entry.place(text.path, *match.span()),
                CODE,
                f"`{words}` tells by its place alone what is meant",
                help="name it, or cite it with its page, as in `[@rivas-2016, table 2]`",
                severity="warning",
            )
