"""unknown-record: a record points at another that does not exist.

A reader who follows the link would land nowhere. Fields such as `illustrates` and links such as `[[gaia]]` name
other records by their id, that is by the name of their file without `.yml`. So do the sets of cases in
`data/comparison-sets.csv`.

    illustrates: [releted-variety]      # wrong: no content/concepts/releted-variety.yml
    illustrates: [related-variety]      # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Pointer
from generator.problems import Mend, Place, Problem
from generator.records import RECORD_TYPES
from generator.records.base import SLUG
from generator.records.marks import Reference
from generator.rules.named import missing, named_in_tables
from generator.tables import PAGE

CODE = "unknown-record"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find fields and links that name no record."""
    for pointer in catalogue.references:
        if catalogue.kind_of(pointer.target) is None and SLUG.fullmatch(pointer.target):
            kinds = pointer.marked.mark.kinds if isinstance(pointer.marked.mark, Reference) else ()
            yield _problem(catalogue, pointer, pointer.target, kinds)
    for pointer, _ in catalogue.links:
        if catalogue.kind_of(pointer.target) is None:
            yield _problem(catalogue, _target_only(pointer), pointer.target, ())
    yield from _in_tables(catalogue)


def _in_tables(catalogue: Catalogue) -> Iterator[Problem]:
    """Records that the tables of `data/` name; another kind of record is none of those that are meant."""
    for table, named in named_in_tables(catalogue):
        if named.kind == PAGE or catalogue.kind_of(named.id) == named.kind:
            continue
        known = [key for key in catalogue.entries if catalogue.kind_of(key) == named.kind]
        folder = RECORD_TYPES[named.kind].folder
        advice = f"name a file of `content/{folder}`, or take the id out of this line of `data/{table}.csv`"
        yield missing(named, CODE, known, advice, severity="warning")  # the page of the set goes without it


def _target_only(pointer: Pointer) -> Pointer:
    start = pointer.marked.text.index(pointer.target, pointer.start)
    return Pointer(pointer.entry, pointer.marked, pointer.target, start, start + len(pointer.target))


def _problem(catalogue: Catalogue, pointer: Pointer, target: str, kinds: tuple[str, ...]) -> Problem:
    what = kinds[0] if len(kinds) == 1 else "record"
    meant = catalogue.near.to(target)
    if meant and kinds and catalogue.kind_of(meant) not in kinds:
        meant = None
    path, entry = pointer.marked.path, pointer.entry
    place = entry.place_of_key(path) if path[0] == "sources" and entry.kind == "case" else pointer.place
    if meant:
        mends = entry.mend(path, meant, pointer.start, pointer.end) if path[0] != "sources" else ()
        return Problem(
            place,
            CODE,
            f"there is no {what} `{target}`",
            help=f"did you mean `{meant}`?",
            mends=mends or _edit(place, meant, entry.document is not None),
        )
    kind = kinds[0] if kinds else "organisation"
    folder = RECORD_TYPES[kind].folder
    advice = f"write the record `content/{folder}/{target}.yml` (`casebook new {kind} {target}` makes a skeleton), or name another one"
    return Problem(place, CODE, f"there is no {what} `{target}`", help=advice)


def _edit(place: object, text: str, has_file: bool) -> tuple:  # type: ignore[type-arg]  # noqa: FBT001
    return (Mend(place, text),) if has_file and isinstance(place, Place) else ()
