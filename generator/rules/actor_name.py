"""actor-name: an actor has neither `who` nor `group`, or both.

Each entry of `actors` is one body or one group, so that it can be linked and compared.

    - {does: [takes-part], cite: "@keller-2018, p. 13"}                           # wrong: who?
    - {group: policymakers, does: [takes-part], cite: "@keller-2018, p. 13"}      # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Mend, Problem
from generator.records import Case

CODE = "actor-name"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find actors that are nobody, or two at once."""
    for entry in catalogue.entries.values():
        if not isinstance(entry.record, Case):
            continue
        for index, actor in enumerate(entry.record.actors):
            path = ("actors", index)
            if actor.who is None and actor.group is None:
                document = entry.document
                mends: tuple[Mend, ...] = ()
                if document:
                    node = document.nodes[path]
                    flow = document.lines.text[node.start] == "{"
                    at = node.start + 1 if flow else node.start
                    mends = (
                        document.lines.mend(
                            at,
                            at,
                            "group: enterprises, "
                            if flow
                            else f"group: enterprises\n{' ' * (document.lines.place(at).span.column - 1)}",
                        ),
                    )
                yield Problem(
                    entry.place(path),
                    CODE,
                    "this actor has neither `who` nor `group`",
                    help="add `who:` with the id of an organisation, or a group such as `group: enterprises`",
                    mends=mends,
                )
            if actor.who is not None and actor.group is not None:
                yield Problem(
                    entry.place_of_key((*path, "group")),
                    CODE,
                    "this actor has both `who` and `group`",
                    help="delete one of the two, or make two entries of it, one for the body and one for the group",
                    mends=entry.without((*path, "group")),
                )
