"""addresses: list the addresses of new pages, so that none of them is ever dropped."""

from __future__ import annotations

import click

from generator.addresses import PATH, addresses_of, as_csv, listed
from generator.builder import config_of
from generator.load import load
from generator.pages import Settings
from generator.project import Project
from generator.publish import site_pages
from generator.write import write_if_changed


def addresses(project: Project, *, only_check: bool) -> int:
    """Add what is not listed yet; with `only_check`, fail where there is anything to add."""
    loaded = load(project.root)
    if loaded.errors:
        click.echo("the records have errors; `casebook check` tells them")
        return 1
    config = config_of(project)
    pages = site_pages(project, loaded.catalogue, Settings.of(config))
    published = listed(project)
    new = sorted(set(addresses_of(pages)) - set(published))
    if only_check:
        click.echo(
            f"{len(new)} addresses are not listed yet; `casebook addresses` lists them"
            if new
            else "every address is listed"
        )
        return 1 if new else 0
    write_if_changed(project.root / PATH, as_csv([*published, *new]).encode())
    click.echo(f"{len(new)} new addresses, {len(set(published) | set(new))} in all, in {PATH}")
    return 0
