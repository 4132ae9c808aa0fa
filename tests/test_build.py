"""Builds: whole or not at all, and alike by either command."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from building import ROOT, buildable, casebook, differences, run, tree

from generator import builder
from generator.project import Project

SAMPLE = ROOT / "tests" / "sample" / "content"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a good site in it; tests that change it make a copy."""
    project = buildable(tmp_path_factory.mktemp("built") / "project", SAMPLE)
    done = casebook(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A fresh copy of the project with a good site."""
    copy = buildable(tmp_path / "project", SAMPLE)
    for name in ("site", "build"):
        subprocess.run(["cp", "-R", str(built / name), str(copy / name)], check=True)
    return copy


def test_a_build_tells_records_pages_seconds_and_where_to_open_the_site(built: Path) -> None:
    done = casebook(built, "build")

    assert re.search(r"records: \d+ cases?, \d+ concepts", done.stdout)
    assert "of which 0 changed" in done.stdout
    assert "seconds" in done.stdout
    assert "open:    site/index.html" in done.stdout.replace("\\", "/")


@pytest.mark.long
def test_mkdocs_build_makes_the_same_bytes(built: Path) -> None:
    done = run(built, [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "plain"])

    assert done.returncode == 0, done.stdout + done.stderr
    assert differences(built / "site", built / "plain") == []


def test_a_mistake_leaves_the_last_good_site_as_it_is(project: Path) -> None:
    before = tree(project / "site")
    record = project / "content" / "cases" / "fribourg.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("type: pilot", "type: pilt"), encoding="utf-8")

    done = casebook(project, "build")

    assert done.returncode == 1
    assert "did you mean `pilot`?" in done.stdout
    assert "the last good site stays as it is" in done.stdout
    assert tree(project / "site") == before


@pytest.mark.long
def test_a_broken_link_in_a_handwritten_page_leaves_the_last_good_site_as_it_is(project: Path) -> None:
    before = tree(project / "site")
    (project / "docs" / "contribute.md").write_text("# Contribute {#top}\n\n[nowhere](nowhere.md)\n", encoding="utf-8")

    done = casebook(project, "build")

    assert done.returncode == 1
    assert "nowhere.md" in done.stdout
    assert tree(project / "site") == before


def test_a_site_that_was_left_aside_comes_back_and_the_command_says_so(project: Path) -> None:
    before = tree(project / "site")
    (project / "site").rename(project / builder.OLD)

    said = builder.restore(Project(project))

    assert "the last good site is back" in said
    assert tree(project / "site") == before


def test_a_fault_while_the_new_site_takes_its_place_loses_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(project / "site")
    following = project / builder.NEXT
    following.mkdir()
    rename = Path.rename

    def stop_at_the_second(self: Path, target: Path) -> Path:
        if self == following:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stop_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        builder._take_place(Project(project), following)
    monkeypatch.undo()

    assert tree(project / "site") == before  # at once
    assert builder.restore(Project(project)) == ""
    assert tree(project / "site") == before


@pytest.mark.long
def test_two_builds_at_once_both_end_well(project: Path) -> None:
    good = tree(project / "site")
    command = [sys.executable, "-m", "generator", "build"]
    processes = [
        subprocess.Popen(
            command, cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]

    outputs = [process.communicate(timeout=240)[0] for process in processes]

    assert [process.returncode for process in processes] == [0, 0]
    assert any("another build was running" in output for output in outputs)
    assert tree(project / "site") == good
