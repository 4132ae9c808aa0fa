"""serve: show the site while it is being edited, or what is wrong with it."""

from __future__ import annotations

import signal
import tempfile
import time
from pathlib import Path
from typing import Any

import click

from generator.project import Project


def serve(project: Project, port: int) -> int:
    """Serve the site on this computer until somebody stops it."""
    from generator.companion import Companion, Server  # noqa: PLC0415 - slow to load

    with tempfile.TemporaryDirectory(prefix="casebook-", ignore_cleanup_errors=True) as folder:
        companion = Companion(project, Path(folder), _tell)
        try:
            server = Server(companion, port)
        except OSError as error:
            click.echo(_in_use(port, error), err=True)
            return 1
        for path in project.edited:
            server.watch(str(path))
        click.echo(f"open {server.url} in your browser; stop with Ctrl-C")
        signal.signal(signal.SIGTERM, _stop)
        try:
            server.run()
        except KeyboardInterrupt:
            click.echo("stopped")
    return 0


def _tell(words: str) -> None:
    click.echo(f"{time.strftime('%H:%M:%S')}  {words}")


def _in_use(port: int, error: OSError) -> str:
    return (
        f"the address 127.0.0.1:{port} cannot be used: {error.strerror}; stop what uses it, perhaps another "
        f"`casebook serve`, or try another number, as in `casebook serve --port {port + 1}`"
    )


def _stop(*_: Any) -> None:
    raise KeyboardInterrupt
