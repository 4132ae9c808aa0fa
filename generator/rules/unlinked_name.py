"""unlinked-name: a text names a body or case without a link to it.

A reader who meets an unknown name wants to know who that is. One link a record is enough; a field that names the body
counts as well.

    The alliance is promoted by GAIA.           # wrong
    The alliance is promoted by [[gaia]].       # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Problem
from generator.records.marks import Prose
from generator.records.walk import Marked
from generator.text.names import Mention
from generator.text.prose import CITED, LINK

CODE = "unlinked-name"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find the first mention of each body and case that its record links nowhere."""
    linked: dict[str, set[str]] = {}
    for pointer in catalogue.references:
        linked.setdefault(pointer.entry.id, set()).add(pointer.target)
    for pointer, _ in catalogue.links:
        linked.setdefault(pointer.entry.id, set()).add(pointer.target)
    for entry, text in catalogue.texts(Prose):
        known = linked.setdefault(entry.id, set())
        for mention in catalogue.proper_names.mentions(text.text):
            if mention.target == entry.id or mention.target in known or _is_inside_notation(text.text, mention):
                continue
            known.add(mention.target)
            yield _problem(entry, text, mention)


def _problem(entry: Entry, text: Marked, mention: Mention) -> Problem:
    words = " ".join(text.text[mention.start : mention.end].split())
    good = f"[[{mention.target}|{words}]]"
    return Problem(
        entry.place(text.path, mention.start, mention.end),
        CODE,
        f"`{words}` has a page, and the record does not link it",
        help=f"write `{good}`; `[[!{mention.target}|{words}]]` says that no link is wanted",
        severity="warning",
        mends=entry.mend(text.path, good, mention.start, mention.end),
    )


def _is_inside_notation(text: str, mention: Mention) -> bool:
    return any(match.start() <= mention.start < match.end() for pattern in (LINK, CITED) for match in pattern.finditer(text))
