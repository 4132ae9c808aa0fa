"""serve: build, watch what people edit, rebuild."""

from __future__ import annotations

import logging
import os
import sys

import click

from generator.project import Project


def serve(project: Project, port: int) -> int:
    """Serve the site on this computer until somebody stops it."""
    from mkdocs.commands.serve import serve as run  # noqa: PLC0415 - slow to load
    from mkdocs.exceptions import Abort  # noqa: PLC0415

    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    _tell_what_mkdocs_says()
    project.pages.mkdir(parents=True, exist_ok=True)
    address = f"127.0.0.1:{port}"
    click.echo(f"open http://{address}/ in your browser; stop with Ctrl-C")
    try:
        run(str(project.config), livereload=True, dev_addr=address, site_url=f"http://{address}/")
    except Abort as error:
        click.echo(str(error), err=True)
        return 1
    except OSError as error:
        click.echo(
            f"the address {address} cannot be used: {error.strerror}; try another number, as in `casebook serve --port {port + 1}`",
            err=True,
        )
        return 1
    return 0


def _tell_what_mkdocs_says() -> None:
    """Show on the terminal what is rebuilt, and every mistake."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
