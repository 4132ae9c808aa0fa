"""new: write a record skeleton from the model's own field descriptions."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from pathlib import Path

import click

from generator.catalogue import Catalogue
from generator.load import load
from generator.problems import Place, Problem, Span
from generator.project import Project
from generator.records import RECORD_TYPES
from generator.records.base import SLUG, article, as_slug
from generator.records.skeleton import skeleton
from generator.report import as_text
from generator.tables import Tables

_LONGEST = 80
_RESERVED = frozenset({"index"})


def new(project: Project, kind: str, key: str) -> int:
    """Write the skeleton of a record of this kind, and say what to do next; gives the exit code."""
    catalogue = load(project.root).catalogue
    path = f"content/{RECORD_TYPES[kind].folder}/{key}.yml"
    problem = next(_faults(project, catalogue, kind, key, path), None) or _written(
        project, path, skeleton(RECORD_TYPES[kind], words(catalogue.tables))
    )
    if problem:
        click.echo(as_text([problem], lambda _, __: None), nl=False, err=True)
        return 1
    shown = Path(os.path.relpath(project.root / path)).as_posix()
    click.echo(shown)
    click.echo("Open this file in an editor, and fill the fields at its top, then those below that you know.")
    click.echo(f"When you have saved it, this command tells what is missing: casebook check {shown}")
    return 0


def words(tables: Tables) -> Mapping[str, Sequence[str]]:
    """The words of every vocabulary, and the codes of places with their names."""
    return {
        name: [f"{key} ({row.label})" if name == "places" else key for key, row in rows.items()]
        for name, rows in tables.items()
    }


def write_new(path: Path, text: str) -> None:
    """Write a file that does not exist yet.

    Raises:
        FileExistsError: where something stands at `path` already.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _faults(project: Project, catalogue: Catalogue, kind: str, key: str, path: str) -> Iterator[Problem]:
    good = _free(catalogue, kind, as_slug(key)[:_LONGEST].strip("-"))
    advice = f"write `casebook new {kind} {good}`"
    if not SLUG.fullmatch(key) or len(key) > _LONGEST:
        why = "is not an id" if len(key) <= _LONGEST else f"is longer than {_LONGEST} characters"
        yield _problem(
            f"content/{RECORD_TYPES[kind].folder}",
            "bad-id",
            f"`{key}` {why}",
            f"{advice}: lower-case letters without accents, digits and hyphens",
        )
    elif key in _RESERVED:
        yield _problem(path, "bad-id", f"the id `{key}` is reserved", advice)
    elif os.path.lexists(project.root / path):
        yield _problem(
            path, "duplicate-id", f"there is {article(kind)} `{key}` already", f"open that file, or {advice}"
        )
    elif taken := catalogue.kind_of(key):
        yield _problem(
            f"content/{RECORD_TYPES[taken].folder}/{key}.yml",
            "duplicate-id",
            f"the id `{key}` is taken by {article(taken)}",
            f"{advice}; a case is named after its place or after what was done there",
        )


def _free(catalogue: Catalogue, kind: str, slug: str) -> str:
    """An id near to `slug` that nobody has."""
    slug = slug or f"{kind}-name"
    numbered = (f"{slug}-{number}" for number in count(2))
    return next(
        name
        for name in chain((slug, f"{slug}-{kind}"), numbered)
        if name not in _RESERVED and not catalogue.kind_of(name)
    )


def _written(project: Project, path: str, text: str) -> Problem | None:
    try:
        write_new(project.root / path, text)
    except OSError as error:
        return _problem(
            path,
            "unwritable-file",
            f"the file cannot be written: {error.strerror}",
            "look at what stands there, and at the rights of the folder",
        )
    return None


def _problem(path: str, code: str, message: str, advice: str) -> Problem:
    return Problem(Place(path, Span(1, 1, 1, 1)), code, message, help=advice)
