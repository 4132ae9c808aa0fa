"""figure-home: a figure stands on another record than the one it describes, or twice on one.

A number that stands in two places is soon two numbers. It lives on the record that it describes; a case shows the
figures of its bodies with `figures_of`. Two figures of one measure on one record need an `id` each, for their addresses.

    figures: [{measure: members, of: gaia, ...}]        # wrong, on a case: it describes gaia
    figures_of: [gaia]                                  # right, with the figure in content/organisations/gaia.yml
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Note, Problem
from generator.records import RECORD_TYPES
from generator.rules.figures import figures

CODE = "figure-home"
_HOMES = frozenset({"case", "concept", "model", "organisation"})


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find figures that live elsewhere than on their own record, and figures that share an address."""
    seen: dict[tuple[str, str], tuple[str | int, ...]] = {}
    for entry, path, figure in figures(catalogue):
        if figure.of == entry.id:
            yield Problem(entry.place_of_key((*path, "of")), CODE, "the figure names its own record", help="delete `of`: a figure describes the record that it stands on")
        elif figure.of and catalogue.kind_of(figure.of) in _HOMES:
            folder = RECORD_TYPES[catalogue.kind_of(figure.of) or "case"].folder
            yield Problem(entry.place((*path, "of")), CODE, f"the figure describes `{figure.of}` and stands on `{entry.id}`", help=f"move it to `content/{folder}/{figure.of}.yml`, and show it here with `figures_of: [{figure.of}]`")
        if path[0] != "figures":
            continue
        first = seen.setdefault((entry.id, figure.anchor), path)
        if first != path:
            note = Note("the first stands here", entry.place(first))
            yield Problem(entry.place(path), CODE, f"two figures of this record have the address `#{figure.anchor}`", help=f"give one of them an id of its own, such as `id: {figure.measure}-2`", notes=(note,))
