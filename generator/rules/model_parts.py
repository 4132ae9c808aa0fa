"""model-parts: a relation of a model, or a region of an activity, names what is not there.

A relation joins two parts of its own model, by their ids; a resource belongs to one of the regions of its activity.

    parts: [{id: discovery, name: Discovery}]
    relations: [{start: discovery, end: actoin}]        # wrong: no such part
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Note, Problem
from generator.records import Case, Model
from generator.text.near import nearest

CODE = "model-parts"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find relations without a part, parts with one id, and resources of regions that take no part."""
    for entry in catalogue.entries.values():
        if isinstance(entry.record, Model):
            yield from _relations(entry, entry.record)
        if isinstance(entry.record, Case):
            yield from _regions(entry, entry.record)


def _relations(entry: Entry, model: Model) -> Iterator[Problem]:
    ids: dict[str, int] = {}
    for index, part in enumerate(model.parts):
        if ids.setdefault(part.id, index) != index:
            note = Note("the first stands here", entry.place(("parts", ids[part.id], "id")))
            yield Problem(
                entry.place(("parts", index, "id")),
                CODE,
                f"two parts have the id `{part.id}`",
                help="give one of them another id",
                notes=(note,),
            )
    for index, relation in enumerate(model.relations):
        for field in ("start", "end"):
            target = getattr(relation, field)
            if target not in ids:
                yield _unknown(
                    entry, ("relations", index, field), f"the model has no part `{target}`", target, tuple(ids)
                )


def _regions(entry: Entry, case: Case) -> Iterator[Problem]:
    for number, activity in enumerate(case.activities):
        for index, resource in enumerate(activity.resources):
            if resource.region and resource.region not in activity.regions:
                path = ("activities", number, "resources", index, "region")
                yield _unknown(
                    entry, path, f"`{resource.region}` is no region of this activity", resource.region, activity.regions
                )


def _unknown(entry: Entry, path: tuple[str | int, ...], message: str, target: str, choices: tuple[str, ...]) -> Problem:
    meant = nearest(target, choices)
    advice = f"did you mean `{meant}`?" if meant else "write one of " + ", ".join(f"`{choice}`" for choice in choices)
    return Problem(entry.place(path), CODE, message, help=advice, mends=entry.mend(path, meant or choices[0]))
