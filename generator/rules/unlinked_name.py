"""unlinked-name: a text names a body or case without a link to it.

A reader who meets an unknown name wants to know who that is. One link a record is enough; a field that names the body
counts as well.

    The alliance is promoted by GAIA.           # wrong
    The alliance is promoted by [[gaia]].       # right
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Mend, Problem
from generator.records.marks import Prose
from generator.records.walk import Marked
from generator.text.names import Mention
from generator.text.prose import links

CODE = "unlinked-name"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find the first mention of each body and case that its record links nowhere."""
    linked: dict[str, set[str]] = {}
    for pointer in catalogue.references:
        linked.setdefault(pointer.entry.id, set()).add(catalogue.meant(pointer.target))
    for pointer, _ in catalogue.links:
        linked.setdefault(pointer.entry.id, set()).add(catalogue.meant(pointer.target))
    for entry in catalogue.entries.values():
        if entry.record is None and entry.document:  # a field under another name may hold the link
            linked.setdefault(entry.id, set()).update(link.target for link in links(entry.document.lines.text))
    found = [
        (entry, text, mention)
        for entry, text in catalogue.texts(Prose)
        for mention in catalogue.proper_names.mentions(text.text)
    ]
    for entry, text, mention in found:
        if _is_inside_brackets(text.text, mention):
            linked.setdefault(entry.id, set()).add(mention.target)
    for entry, text, mention in found:
        known = linked.setdefault(entry.id, set())
        if mention.target != entry.id and mention.target not in known:
            known.add(mention.target)
            yield _problem(entry, text, mention)


def _problem(entry: Entry, text: Marked, mention: Mention) -> Problem:
    words = " ".join(text.text[mention.start : mention.end].split())
    good = f"[[{mention.target}|{words}]]"
    place = entry.place(text.path, mention.start, mention.end)
    return Problem(
        place,
        CODE,
        f"`{words}` has a page, and the record does not link it",
        help=f"write `{good}`; `[[!{mention.target}|{words}]]` says that no link is wanted",
        severity="warning",
        mends=(Mend(place, good),) if entry.document else (),
    )


def _is_inside_brackets(text: str, mention: Mention) -> bool:
    """Tell whether a mention stands in a link or citation, also in one that lacks a bracket and is told elsewhere."""
    opened = text.rfind("[", 0, mention.start)
    return (
        opened >= 0
        and "]" not in text[opened : mention.start]
        and (
            "[[" in text[opened - 1 : opened + 2]
            or mention.target in text[opened : mention.start]
            or text[opened + 1] == "@"
            or re.match(r"[^\[\]]*\]\(", text[mention.end :]) is not None
        )
    )
