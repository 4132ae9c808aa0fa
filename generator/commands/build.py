"""build: check, then let MkDocs build the site."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter

import click

from generator.builder import BuildFailed, build_site, config_of, only_one, restore
from generator.load import Loaded, load
from generator.pages import Settings
from generator.plain_files import why
from generator.project import Project
from generator.publish import publish
from generator.records import RECORD_TYPES
from generator.report import as_text, count, more


def build(project: Project, *, quiet: bool) -> int:
    """Check everything, write the pages that changed, build beside the last good site, and put it in its place."""
    started = time.perf_counter()
    try:
        with only_one(project) as waited:
            if waited and not quiet:
                click.echo("another build was running; it has ended, and this one begins")
            said = restore(project)
            if said:
                click.echo(said)
            return _build(project, started, quiet=quiet)
    except OSError as error:
        click.echo(f"\nthe site could not be built: {why(error, project.root)}\n{_unchanged(project)}")
        return 1


def _build(project: Project, started: float, *, quiet: bool) -> int:
    step = _Steps(quiet=quiet)
    step.tell("checking the records")
    loaded = load(project.root)
    line_of = project.line_reader()
    if loaded.errors:
        step.end()
        click.echo(as_text(loaded.errors, line_of) + more(loaded.errors), nl=False)
        click.echo(_unchanged(project))
        return 1
    step.tell("writing the pages")
    config = config_of(project)
    published = publish(project, loaded.catalogue, Settings.of(config))
    if published.problems:
        step.end()
        click.echo(as_text(published.problems, line_of), nl=False)
        click.echo("nothing was built: a link that readers use would break")
        return 1
    step.tell(f"building {len(published.pages)} pages")
    try:
        build_site(project, published)
    except BuildFailed as failed:
        step.end()
        click.echo(f"the site could not be built:\n{_first_lines(str(failed))}\n{_unchanged(project)}")
        return 1
    step.end()
    if not quiet:
        click.echo(
            _summary(
                project, loaded, len(published.pages), len(published.written.changed), time.perf_counter() - started
            )
        )
    return 0


def _unchanged(project: Project) -> str:
    return "nothing was built; the last good site stays as it is" if project.site.is_dir() else "nothing was built"


def _first_lines(text: str, most: int = 20) -> str:
    lines = text.splitlines()
    more = f"\n... and {len(lines) - most} more" if len(lines) > most else ""
    return "\n".join(lines[:most]) + more


def _summary(project: Project, loaded: Loaded, pages: int, changed: int, seconds: float) -> str:
    kinds = Counter(entry.kind for entry in loaded.catalogue.entries.values())
    records = ", ".join(
        f"{kinds[kind]} {kind}{'' if kinds[kind] == 1 else 's'}" for kind in RECORD_TYPES if kinds[kind]
    )
    warnings = f"{count(loaded.problems)}; `casebook check` tells them" if loaded.problems else "no warnings"
    where = os.path.relpath(project.site / "index.html")
    return f"records: {records}\npages:   {pages}, of which {changed} changed\nchecked: {warnings}\ntime:    {seconds:.1f} seconds\nopen:    {where}"


class _Steps:
    """A progress line that overwrites itself on a terminal, and says nothing elsewhere."""

    def __init__(self, *, quiet: bool) -> None:
        self.shown = not quiet and sys.stderr.isatty()

    def tell(self, words: str) -> None:
        """Say what is being done."""
        if self.shown:
            click.echo(f"\r\x1b[K{words} ...", nl=False, err=True)

    def end(self) -> None:
        """Wipe the line."""
        if self.shown:
            click.echo("\r\x1b[K", nl=False, err=True)
