"""bad-link: a link does not name a record by its id.

Between `[[` and `]]` stands the id of a record, that is the name of its file without `.yml`; words that the page is to
show follow after `|`.

    The alliance is promoted by [[The IT cluster]].             # wrong: that is no id
    The alliance is promoted by [[gaia|the IT cluster]].        # right
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue, Entry
from generator.problems import Problem
from generator.records.base import as_slug
from generator.records.marks import Prose
from generator.text.prose import ANY_LINK, LINK

CODE = "bad-link"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find links whose first part is no id."""
    ids_by_name: dict[str, str] = {}
    for entry, text in catalogue.texts(Prose):
        for match in ANY_LINK.finditer(text.text) if "[[" in text.text else ():
            if match[0].endswith("]]") and not LINK.fullmatch(match[0]):
                ids_by_name = ids_by_name or _ids_by_name(catalogue)
                yield _problem(catalogue, entry, text.path, match, ids_by_name)


def _ids_by_name(catalogue: Catalogue) -> dict[str, str]:
    return {
        name.casefold(): record.id for record in catalogue.records.values() for name in (record.name, *record.names)
    }


def _problem(
    catalogue: Catalogue,
    entry: Entry,
    path: tuple[str | int, ...],
    match: re.Match[str],
    ids_by_name: Mapping[str, str],
) -> Problem:
    target, _, words = (" ".join(part.split()) for part in match[0][2:-2].partition("|"))
    place = entry.place(path, *match.span())
    meant, shown = _meant(catalogue, target, words, ids_by_name)
    if meant is None:
        what = f"`{target}` is not an id" if target else "this link names no record"
        advice = "write the id of the record first, as in `[[gaia|the IT cluster]]`; the id is the name of its file without `.yml`"
        return Problem(place, CODE, what, help=advice)
    good = f"[[{meant}]]" if shown in {"", meant} else f"[[{meant}|{shown}]]"
    return Problem(
        place, CODE, f"`{target}` is not an id", help=f"write `{good}`", mends=entry.mend(path, good, *match.span())
    )


def _meant(catalogue: Catalogue, target: str, words: str, ids_by_name: Mapping[str, str]) -> tuple[str | None, str]:
    """The id that was meant and the words to show: by name, by id and words run together, or by a near id."""
    if words.casefold() in ids_by_name or catalogue.kind_of(words):
        return ids_by_name.get(words.casefold(), words), target  # the two halves are the wrong way round
    if target.casefold() in ids_by_name:
        return ids_by_name[target.casefold()], words or target
    slug = as_slug(target)
    near = catalogue.near.to(slug) if slug else None
    head = max((key for key in catalogue.entries if target.startswith(key)), key=len, default=None)
    if head and not words and (near is None or len(target) > len(near)):
        return head, target[len(head) :].strip(" :/-,")
    return near, words or target
