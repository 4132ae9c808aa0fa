"""derive: write again what is derived from the record model, or tell which copy is stale."""

from __future__ import annotations

from collections.abc import Mapping

import click

from generator.derive import derived_files
from generator.load import load
from generator.project import Project
from generator.report import as_text
from generator.write import write_if_changed


def derive(project: Project, *, only_check: bool) -> int:
    """Write the derived files whose bytes differ, or only name them; gives the exit code."""
    loaded = load(project.root)
    broken = [problem for problem in loaded.errors if problem.place.path.startswith("data/")]
    if broken:
        click.echo(as_text(broken, project.line), nl=False, err=True)
        return 1
    stale = _stale(project, derived_files(loaded.catalogue.tables))
    for path, text in stale.items():
        click.echo(f"{path} is stale" if only_check else f"wrote {path}")
        if not only_check:
            write_if_changed(project.root / path, text.encode())
    if only_check and stale:
        click.echo("run `casebook derive`, and commit what it writes")
        return 1
    if not stale:
        click.echo("every derived file is fresh")
    return 0


def _stale(project: Project, files: Mapping[str, str]) -> Mapping[str, str]:
    """The files whose copy in the project is missing or differs."""
    found = {}
    for path, text in files.items():
        file = project.root / path
        if not file.is_file() or file.read_bytes() != text.encode():
            found[path] = text
    return found
