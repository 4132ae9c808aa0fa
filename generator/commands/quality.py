"""quality: measure the site again, or judge what a run of the tests noted; write the table of which the page is made."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.project import Project
from generator.quality import MEASURES, Figure, joined, shortfalls
from generator.quality.page import TABLE
from generator.tables import TABLE_TYPES
from generator.write import write_if_changed

_TABLE = next(table_type for table_type in TABLE_TYPES if table_type.name == TABLE)
PATH = _TABLE.path
VARIABLE = "CASEBOOK_FIGURES"
_TESTS = ("pytest -m long ", "pytest ")


def quality(project: Project, notes: Path | None, *, only_check: bool) -> int:
    """Judge the figures noted in a file, or run all that note them; gives the exit code.

    Raises UsageError for a file that holds no figures.
    """
    if notes is None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "figures.jsonl"
            failed = _measure(project, file)
            figures = _joined(file)
    else:
        failed, figures = [], _joined(notes)
    pages = sum(1 for _ in project.site.rglob("*.html"))
    falls = [*failed, *shortfalls(figures, MEASURES.values(), pages)]
    for figure in figures.values():
        click.echo(f"{figure.measure}: {MEASURES[figure.measure].told(figure)}")
    if not only_check:
        write_if_changed(project.root / PATH, as_csv(figures.values()).encode())
        click.echo(f"wrote {PATH}")
    for fall in falls:
        click.echo(f"falls short: {fall}", err=True)
    return 1 if falls else 0


def commands() -> tuple[str, ...]:
    """The commands that take all figures again: tests of one kind run together."""
    every = dict.fromkeys(measure.repeat for measure in MEASURES.values() if measure.is_gated)
    together: dict[str, list[str]] = {begin: [] for begin in _TESTS}
    others = []
    for command in every:
        begin = next((begin for begin in _TESTS if command.startswith(begin)), None)
        if begin is None:
            others.append(command)
        else:
            together[begin] += [word for word in command.removeprefix(begin).split() if word not in together[begin]]
    return (*others, *(begin + " ".join(files) for begin, files in together.items() if files))


def as_csv(figures: Iterable[Figure]) -> str:
    """The table with these figures, in the order of the page."""
    order = list(MEASURES)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_TABLE.header)
    for figure in sorted(figures, key=lambda figure: order.index(figure.measure)):
        of = "" if figure.of is None else figure.of
        writer.writerow((figure.measure, _plain(figure.value), of, figure.on, "; ".join(figure.tools)))
    return text.getvalue()


def _plain(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}"


def _measure(project: Project, file: Path) -> list[str]:
    """Build the site and run every command; gives those that failed."""
    failed = []
    environment = {**os.environ, VARIABLE: str(file), "CASEBOOK_REQUIRE_BROWSER": "1"}
    start = time.monotonic()
    for command in ("python -m generator build", *commands()):
        click.echo(f"running `{command}`")
        program, *rest = command.split()
        words = [sys.executable, *(["-m", program] if program == "pytest" else []), *rest]
        done = subprocess.run(words, cwd=project.root, env=environment, check=False)  # noqa: S603 - our own commands
        failed += [f"`{command}` ended with {done.returncode}"] if done.returncode else []
    click.echo(f"measured in {(time.monotonic() - start) / 60:.0f} minutes")
    return failed


def _joined(file: Path) -> Mapping[str, Figure]:
    try:
        notes = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return joined(notes, MEASURES, datetime.now(UTC).date().isoformat())
    except FileNotFoundError:
        raise click.UsageError(f"there is no file {file}") from None
    except (ValueError, KeyError, TypeError) as fault:
        raise click.UsageError(f"{file} holds a line that is no figure: {fault}") from None
