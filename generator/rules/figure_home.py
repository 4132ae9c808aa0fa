"""figure-home: a figure stands on another record than the one it describes, or twice on one.

A number that stands in two places is soon two numbers. It lives on the record that it describes; a case shows the
figures of its bodies with `figures_of`. Two figures of one measure on one record need an `id` each, for their addresses.

    figures: [{measure: members, of: gaia, ...}]        # wrong, on a case: it describes gaia
    figures_of: [gaia]                                  # right, with the figure in content/organisations/gaia.yml
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from generator.catalogue import Catalogue, Entry
from generator.problems import Mend, Note, Problem
from generator.records import RECORD_TYPES, Case, Figure
from generator.records.walk import Path
from generator.rules.figures import figures
from generator.text.near import nearest

CODE = "figure-home"
_HOMES = frozenset({"case", "concept", "model", "organisation"})


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find figures that live elsewhere than on their own record, figures that share an address, and choices of none."""
    known: dict[tuple[str, str], tuple[str | int, ...]] = {}
    for entry, path, figure in figures(catalogue):
        yield from _at_home(catalogue, entry, path, figure)
        if path[0] != "figures":
            continue
        first = known.setdefault((entry.id, figure.name), path)
        if first != path:
            note = Note("the first stands here", entry.place(first))
            yield Problem(
                entry.place(path),
                CODE,
                f"two figures of this record have the address `#{figure.anchor}`",
                help=f"give one of them an id of its own, such as `id: {figure.measure}-2`",
                notes=(note,),
                mends=_with_id(entry, path, figure),
            )
    yield from _chosen(catalogue, known.keys())


def _at_home(catalogue: Catalogue, entry: Entry, path: Path, figure: Figure) -> Iterator[Problem]:
    kind = catalogue.kind_of(figure.of or "")
    if figure.of == entry.id:
        yield Problem(
            entry.place_of_key((*path, "of")),
            CODE,
            "the figure names its own record",
            help="delete `of`: a figure describes the record that it stands on",
        )
    elif kind in _HOMES:
        advice = f"move it to `content/{RECORD_TYPES[kind or 'case'].folder}/{figure.of}.yml`, and show it here with `figures_of: [{figure.of}]`"
        yield Problem(
            entry.place((*path, "of")),
            CODE,
            f"the figure describes `{figure.of}` and stands on `{entry.id}`",
            help=advice,
        )


def _chosen(catalogue: Catalogue, known: AbstractSet[tuple[str, str]]) -> Iterator[Problem]:
    """Find choices under `figures_of` that their record has not."""
    for entry in catalogue.entries.values():
        for index, chosen in enumerate(entry.record.figures_of if isinstance(entry.record, Case) else ()):
            names = [name for key, name in known if key == chosen.record]
            for number, name in enumerate(chosen.only if chosen.record in catalogue.records else ()):
                if name in names:
                    continue
                path = ("figures_of", index, "only", number)
                meant = nearest(name, names)
                listed = ", ".join(f"`{known_name}`" for known_name in names)
                advice = (
                    f"did you mean `{meant}`?"
                    if meant
                    else f"write one of {listed}"
                    if names
                    else "delete the entry: the record has no figures"
                )
                yield Problem(
                    entry.place(path),
                    CODE,
                    f"`{chosen.record}` has no figure `{name}`",
                    help=advice,
                    mends=entry.mend(path, meant) if meant else (),
                )


def _with_id(entry: Entry, path: Path, figure: Figure) -> tuple[Mend, ...]:
    if figure.id or not entry.document:
        return entry.mend((*path, "id"), f"{figure.measure}-2")
    node, lines = entry.document.nodes[path], entry.document.lines
    margin = " " * (lines.place(node.start).span.column - 1)
    text = f"id: {figure.measure}-2, " if lines.text[node.start] == "{" else f"id: {figure.measure}-2\n{margin}"
    at = node.start + (lines.text[node.start] == "{")
    return (lines.mend(at, at, text),)
