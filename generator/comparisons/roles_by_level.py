"""Which public body does what for clusters, level by level."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import SOURCE, cites, told_in
from generator.comparisons.comparison import Column, Comparison
from generator.records import Actor, Case, Model, Organisation

_FUNCTIONS = {
    "finances": "Finances",
    "staffs": "Lends staff",
    "provides-space": "Provides space",
    "sits-on-board": "Sits on boards",
    "animates": "Animates",
    "brands": "Brands",
    "leads": "Leads",
    "coordinates": "Coordinates",
    "promotes": "Promotes",
    "backs": "Backs",
}
_LEVELS = ("european", "national", "regional", "metropolitan", "local", None)
Part = tuple[Case, Actor]


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for body in sorted(
        catalogue.organisations, key=lambda body: _LEVELS.index(body.level if body.level in _LEVELS else None)
    ):
        parts = [
            (case, actor)
            for case in catalogue.cases
            for actor in case.actors
            if actor.who == body.id and not actor.planned and _FUNCTIONS.keys() & set(actor.does)
        ]
        if body.helix == "government" and parts:
            yield _row(catalogue, body, parts)


def _row(catalogue: Catalogue, body: Organisation, parts: list[Part]) -> dict[str, object]:
    source = cites(actor.cite for _, actor in parts)
    cells = {
        function: " ".join(dict.fromkeys(case.id for case, actor in parts if function in actor.does))
        for function in _FUNCTIONS
    }
    row: dict[str, object] = {"body": body.id, "level": body.level or "", "source": source}
    told = sorted({told_in(catalogue, cite) for cite in source.split("; ")} - {""}) or [""]
    return row | cells | {"as_told": "/".join(dict.fromkeys((told[0], told[-1])))}


def _views(catalogue: Catalogue) -> Iterator[str]:
    """What speakers think that a level does or should do: the first paragraph of a part, where it begins with `*View`."""
    for model in catalogue.all_of(Model):
        for part in model.parts if model.type == "roles" else ():
            mark, _, view = " ".join((part.text or "").partition("\n\n")[0].split()).partition(" ")
            if mark.startswith("*View"):
                yield f"{part.name}: {view}"


ROLES_BY_LEVEL = Comparison(
    id="roles-by-level",
    title="What public bodies do for clusters, level by level",
    question="What do cities, regions and states do for clusters, and where?",
    caveat="A name in a cell is a case in which the body does this. *Not told* means that the papers do not tell of "
    "it, not that nobody does it. Only public bodies and programmes with a name stand here, and only what they did, not what was "
    "planned. There is no agreed division of work [@rivas-2016, p. 19].",
    group="roles",
    columns=(
        Column("body", "Public body", "record", "The body or the public programme."),
        Column("level", "Level", "term", "The level at which it works.", vocabulary="levels"),
        *(
            Column(key, label, "records", f"The cases in which the body does this: `{key}` in data/functions.csv.")
            for key, label in _FUNCTIONS.items()
        ),
        Column("as_told", "As told", "date", "The date of the works cited, from the first to the last."),
        SOURCE,
    ),
    rows=_rows,
    beside="What speakers think",
    beside_rows=_views,
)
