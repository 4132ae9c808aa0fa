"""Declares build, check, new, explain, serve and the editors' commands; parses, hands over, sets the exit code."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from pathlib import Path

import click

from generator.plain_files import is_refused, why
from generator.project import Project, find_project

EXIT_CLEAN, EXIT_PROBLEMS, EXIT_USAGE, EXIT_OWN_FAULT = 0, 1, 2, 3


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the order of use, not of the alphabet
        return list(self.commands)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="casebook", prog_name="casebook")
def casebook() -> None:
    """Turn the records in content/ into a web site, and check them on the way.

    Most people need two commands: `casebook check` tells every mistake in the records, and `casebook build` makes the
    site. Run them anywhere inside the project's folder.
    """


@casebook.command()
@click.option("--quiet", is_flag=True, help="Say nothing unless something is wrong.")
def build(*, quiet: bool) -> None:
    """Check everything, then make the web site in the folder site/.

    While the new site is being made, the last good one stays where it is. When it is finished, it takes the place of the
    old one. If something is wrong, the mistakes are told and the old site stays.
    """
    from generator.commands.build import build as run  # noqa: PLC0415 - each command loads what it needs

    sys.exit(run(_project(), quiet=quiet))


@casebook.command()
@click.argument("files", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("text", "line", "json", "github")),
    default="text",
    show_default=True,
    help="How to tell the problems: text for people, line for one line each, json for programs, github for a pull request.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail the check as well.")
def check(files: tuple[str, ...], format_name: str, *, strict: bool) -> None:
    """Tell every mistake in the records, with the line where it stands and what to write instead.

    Without FILES everything is checked. With FILES (for example content/cases/fribourg.yml) only their mistakes are
    told, and those that they cause in other files; the rest is counted in one line.
    """
    from generator.commands import check as command  # noqa: PLC0415

    project = _project()
    missing = [file for file in files if not Path(file).exists() and not _is_deleted(file)]
    if missing:
        raise click.UsageError(f"there is no file {missing[0]}")
    checked = command.check(project, files, strict=strict)
    click.echo(command.report(checked, project, format_name, named=bool(files)), nl=False)
    sys.exit(EXIT_PROBLEMS if checked.fails else EXIT_CLEAN)


@casebook.command()
@click.argument("kind", type=click.Choice(("case", "concept", "organisation", "model", "source", "course")))
@click.argument("id")
def new(kind: str, id: str) -> None:  # noqa: A002 - the word that users know
    """Make the skeleton of a new record, with a comment on every field.

    KIND is the kind of record, ID its short name in lower case, as in: casebook new case fribourg
    """
    from generator.commands.new import new as run  # noqa: PLC0415

    sys.exit(run(_project(), kind, id))


@casebook.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain what a code in a report means, with a wrong and a right example.

    CODE is the word in square brackets of a report, as in: casebook explain unknown-record. Without CODE all are listed.
    """
    from generator.commands.explain import explain as run  # noqa: PLC0415

    sys.exit(run(code))


@casebook.command()
@click.option("--port", default=8000, show_default=True, help="The number after the colon in the address to open.")
def serve(port: int) -> None:
    """Show the site in your browser, and renew it whenever you save a record.

    Open the address that is printed. A mistake in a record shows here and in the browser, in place of the pages, until
    you have mended it; then the page that you were reading is back at the same place. Stop with Ctrl-C.
    """
    from generator.commands.serve import serve as run  # noqa: PLC0415

    sys.exit(run(_project(), port))


@casebook.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; fail where an address is not listed yet.")
def addresses(*, only_check: bool) -> None:
    """For editors: list the addresses of new pages in data/addresses.csv.

    From then on the build fails where one of them would disappear, so that no link of a reader ever breaks.
    """
    from generator.commands.addresses import addresses as run  # noqa: PLC0415

    sys.exit(run(_project(), only_check=only_check))


@casebook.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; fail where a file is stale.")
def derive(*, only_check: bool) -> None:
    """For developers: write again what is derived from the record model (schema/ and data/datapackage.json)."""
    from generator.commands.derive import derive as run  # noqa: PLC0415

    sys.exit(run(_project(), only_check=only_check))


@casebook.command()
@click.option(
    "--figures",
    "notes",
    type=click.Path(path_type=Path),
    help="Judge the figures that tests noted in this file, and run nothing.",
)
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; fail where a figure is missing or out of its limit."
)
def quality(notes: Path | None, *, only_check: bool) -> None:
    """For developers: measure the site, and write the figures of the page about quality (data/quality.csv).

    All tests that take figures are run, which lasts the better part of an hour. Where they have run before with the
    variable CASEBOOK_FIGURES naming a file, --figures takes that file instead.
    """
    from generator.commands.quality import quality as run  # noqa: PLC0415

    sys.exit(run(_project(), notes, only_check=only_check))


def main() -> None:
    """Run the command line; a fault of our own ends with a traceback, where to report it, and exit code 3."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        casebook.main(standalone_mode=True)
    except BrokenPipeError:
        _let_go_of_output()
        sys.exit(EXIT_PROBLEMS)
    except Exception as error:  # noqa: BLE001 - the last door
        if isinstance(error, OSError) and is_refused(error):
            _let_go_of_output()
            click.echo(f"nothing more could be done: {why(error, Path.cwd())}", err=True)
            sys.exit(EXIT_PROBLEMS)
        traceback.print_exc()
        click.echo(
            "\nThis is a fault of Casebook, not of your records. Please report it with the lines above.", err=True
        )
        sys.exit(EXIT_OWN_FAULT)


def _let_go_of_output() -> None:
    """Throw away what cannot be printed, so that Python does not try it again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _project() -> Project:
    project = find_project(Path.cwd())
    if project is None:
        raise click.UsageError(
            "no casebook here: run this inside the folder that holds mkdocs.yml and content/, or below it"
        )
    return project


def _is_deleted(file: str) -> bool:
    """A file that a pull request deletes is named as well: what pointed at it breaks."""
    return "content/" in file.replace("\\", "/") and file.endswith(".yml")
