"""cycle: a record is, through others, part of itself.

A tree of broader concepts or larger cases that turns back on itself has no top, and breadcrumbs would never end.

    # content/concepts/cluster.yml            broader: [cluster-policy]
    # content/concepts/cluster-policy.yml     broader: [cluster]          # wrong: each is broader than the other
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue, Pointer
from generator.problems import Note, Problem

CODE = "cycle"
_FIELDS = ("broader", "part_of")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find circles of `broader` and `part_of`, each told once, at its first record by id."""
    for field in _FIELDS:
        steps: dict[str, list[Pointer]] = {}
        for pointer in catalogue.references:
            if pointer.marked.path[0] == field:
                steps.setdefault(pointer.entry.id, []).append(pointer)
        told: set[str] = set()
        for start in sorted(steps):
            circle = _circle(start, steps) if start not in told else ()
            if circle:
                told.update(pointer.entry.id for pointer in circle)
                yield _problem(field, circle)


def _circle(start: str, steps: Mapping[str, list[Pointer]]) -> tuple[Pointer, ...]:
    """The shortest way from a record back to itself."""
    ways: list[tuple[Pointer, ...]] = [(pointer,) for pointer in steps[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        target = way[-1].target
        if target == start:
            return way
        if target not in seen:
            seen.add(target)
            ways += [(*way, pointer) for pointer in steps.get(target, ())]
    return ()


def _problem(field: str, circle: tuple[Pointer, ...]) -> Problem:
    first = circle[0]
    names = " → ".join([first.entry.id, *(pointer.target for pointer in circle)])
    message = (
        f"`{first.entry.id}` names itself under `{field}`"
        if len(circle) == 1
        else f"`{field}` leads in a circle: {names}"
    )
    notes = tuple(
        Note(f"`{pointer.entry.id}` leads on to `{pointer.target}` here", pointer.place) for pointer in circle[1:]
    )
    return Problem(
        first.place,
        CODE,
        message,
        help=f"take `{first.target}` out of `{field}` here, or break the circle elsewhere",
        notes=notes,
    )
