"""`.ci/check-changed` hands exactly the changed records to the check, whatever strangers call their files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / ".ci" / "check-changed"
HOSTILE = (
    "content/cases/a b.yml",
    "content/cases/$(touch owned).yml",
    "content/cases/`touch owned`;'\".yml",
    "content/cases/--help.yml",
    "content/cases/ü\n::error::.yml",
)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or not shutil.which("git"), reason="needs bash and git, as the runner has them"
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a record, a table and a picture, and a `python` that writes down what it is given."""
    write(tmp_path, "content/cases/old.yml", "content/images/old.png", "data/places.csv", "README.md")
    (tmp_path / ".ci").mkdir()
    shutil.copy(SCRIPT, tmp_path / ".ci")
    (tmp_path / "bin").mkdir()
    spy = tmp_path / "bin" / "python"
    spy.write_text('#!/bin/sh\nprintf "%s\\0" "$@" > "$GIVEN"\n', encoding="utf-8")
    spy.chmod(0o755)
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    return tmp_path


def write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("title: x\n", encoding="utf-8")


def git(root: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *words], cwd=root, env=surroundings(), check=True
    )


def surroundings() -> dict[str, str]:
    """The environment without what git hands to its hooks, or a commit of ours would land in the real repository."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")


def named(root: Path) -> list[str]:
    """The files that the check is given."""
    given = root.parent / "given"
    places = {"PATH": f"{root / 'bin'}{os.pathsep}{os.environ['PATH']}", "GIVEN": str(given)}
    subprocess.run(["bash", ".ci/check-changed", "HEAD^1"], cwd=root, env=surroundings() | places, check=True)
    module, words, *rest = given.read_text(encoding="utf-8").removesuffix("\0").split("\0", 2)
    assert (module, words) == ("-m", "generator")
    command, form, github, *files = rest[0].split("\0")
    assert (command, form, github) == ("check", "--format", "github")
    assert not files or files[0] == "--"
    return files[1:]


def test_hostile_names_travel_whole_and_run_nothing(repository: Path) -> None:
    write(repository, *HOSTILE)
    commit(repository)

    assert sorted(named(repository)) == sorted(HOSTILE)
    assert not list(repository.rglob("owned"))


def test_only_records_and_tables_count(repository: Path) -> None:
    write(repository, "content/cases/new.yml", "docs/new.md")
    (repository / "data" / "places.csv").write_text("changed", encoding="utf-8")
    commit(repository)

    assert named(repository) == ["content/cases/new.yml", "data/places.csv"]


def test_everything_is_checked_where_no_record_changed(repository: Path) -> None:
    write(repository, "docs/new.md")
    commit(repository)

    assert named(repository) == []


def test_a_deleted_record_is_named_because_links_to_it_break(repository: Path) -> None:
    (repository / "content" / "cases" / "old.yml").unlink()
    commit(repository)

    assert named(repository) == ["content/cases/old.yml"]


def test_a_record_that_moves_is_named_by_both_its_names(repository: Path) -> None:
    git(repository, "mv", "content/cases/old.yml", "content/cases/new.yml")
    commit(repository)

    assert named(repository) == ["content/cases/new.yml", "content/cases/old.yml"]


@pytest.mark.parametrize("name", ["content/images/old.png", "data/places.csv"])
def test_everything_is_checked_where_a_table_or_a_picture_is_gone(repository: Path, name: str) -> None:
    write(repository, "content/cases/new.yml")
    (repository / name).unlink()
    commit(repository)

    assert named(repository) == []
