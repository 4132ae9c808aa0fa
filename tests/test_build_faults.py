"""Builds on machines that fail: the last good site stays whole, the cause is told, and the next build is right."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from building import ROOT, SAMPLE, buildable, casebook, fingerprint, tree
from failing import KILLED, Ended, moments, warm_builds
from figuring import note_figure

from generator import builder
from generator.commands import build as command
from generator.project import Project

needs_forks = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows neither forks nor SIGKILL")
KILLS, AT_THE_END = 50, 6  # so many at certain steps, while the new site takes the place of the old one
REFUSALS = {"disk full": errno.ENOSPC, "read-only": errno.EROFS, "no right": errno.EACCES}
SAID = {"disk full": "the disk is full", "read-only": "the disk can only be read", "no right": "you have no right"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a good site, whose records have changed since then."""
    project = buildable(tmp_path_factory.mktemp("faults") / "project", SAMPLE / "content")
    done = casebook(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    write_again(project, "again")
    return project


def write_again(project: Path, word: str) -> None:
    """Change a record, so that the next site is another one: of two like sites nobody can tell a mixture."""
    record = project / "content" / "concepts" / "critical-mass.yml"
    lines = record.read_text(encoding="utf-8").split("\n")
    record.write_text("\n".join([f"# {word}", *lines]), encoding="utf-8")
    other = project / "content" / "cases" / "fribourg.yml"
    text = other.read_text(encoding="utf-8")
    title = next(line for line in text.split("\n") if line.startswith("title:"))
    other.write_text(text.replace(title, f"title: Fribourg {word}"), encoding="utf-8")


def left_over(project: Path) -> list[str]:
    """What a build must not leave: folders beside the site, and halves of files."""
    aside = [name for name in (builder.NEXT, builder.OLD) if (project / name).exists()]
    return aside + [path.name for path in (project / "build").rglob("*.part~")]


def is_told(said: str, words: str) -> bool:
    """The cause stands there in plain words, nothing of our own inside shows, and a reader knows what became of the site."""
    return words in said and "Traceback" not in said and "the last good site stays as it is" in said


@pytest.mark.parametrize("name", list(REFUSALS))
def test_what_the_machine_refuses_is_told_in_plain_words(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = buildable(tmp_path / "project", SAMPLE / "content")
    (project / "site").mkdir()

    def refuse(*_: Any) -> None:
        raise OSError(REFUSALS[name], "refused", str(project / "build" / "docs" / "index.md"))

    monkeypatch.setattr(command, "publish", refuse)

    assert command.build(Project(project), quiet=True) == 1
    said = capsys.readouterr().out
    assert f"build/docs/index.md: {SAID[name]}" in said
    assert "help: " in said
    assert is_told(said, SAID[name])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_report_that_finds_no_room_ends_with_the_cause(sample_project: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "check"],
            cwd=sample_project,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=120,
        )

    assert done.returncode == 1
    assert "the disk is full" in done.stderr
    assert "Traceback" not in done.stderr


def test_where_the_new_site_cannot_take_its_place_the_old_one_is_back_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("site", builder.NEXT):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    good = fingerprint(tmp_path / "site")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == builder.NEXT:
            raise OSError(errno.EBUSY, "Device or resource busy", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="busy"):
        builder._take_place(Project(tmp_path), tmp_path / builder.NEXT)

    assert fingerprint(tmp_path / "site") == good
    assert left_over(tmp_path) == []


def test_a_torn_write_is_seen_by_the_comparison_of_whole_sites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = tmp_path / "site", tmp_path / builder.NEXT
    for folder in (old, new):
        for number in range(4):
            (folder / str(number)).mkdir(parents=True)
            (folder / str(number) / "index.html").write_text(f"{folder.name} {number}\n" * 9, encoding="utf-8")
    whole = {fingerprint(old), fingerprint(new)}

    rename = Path.rename

    def tear(self: Path, target: Path) -> Path:
        if self.name != builder.NEXT:
            return rename(self, target)
        shutil.copytree(tmp_path / builder.OLD, target)
        shutil.copytree(self / "0", target / "0", dirs_exist_ok=True)
        return target

    monkeypatch.setattr(Path, "rename", tear)
    builder._take_place(Project(tmp_path), new)

    assert fingerprint(old) not in whole


@needs_forks
@pytest.mark.long
def test_a_build_that_the_disk_refuses_at_any_step_leaves_the_last_good_site(built: Path) -> None:
    good = fingerprint(built / "site")
    damaged, tried = [], 0

    with warm_builds(built) as builds:
        last = len(tree(built / "site"))
        for name, refusal in REFUSALS.items():
            for change in (1, 4, last):
                ended = builds.build(change=change, refusal=refusal)
                tried += 1
                if ended.code != 1 or not is_told(ended.output, SAID[name]) or fingerprint(built / "site") != good:
                    damaged.append((name, change, ended))
        note_figure("faults-of-the-disk-that-damage", len(damaged), of=tried)
        assert damaged == []

        assert_next_build_is_right(built, builds.build())


def assert_next_build_is_right(project: Path, ended: Ended) -> None:
    """It ends well, changes the site, and leaves nothing behind."""
    assert ended.code == 0, ended.output
    assert left_over(project) == []
    assert b"Fribourg again" in (project / "site" / "cases" / "fribourg" / "index.html").read_bytes()


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """A file system of its own in a folder, as small as that."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "casebook-test", str(folder)],
        check=False,
        capture_output=True,
    )
    if done.returncode:
        pytest.skip("no file system can be mounted here; the test before this one refuses by other means")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def remount(folder: Path, option: str) -> None:
    """Change the file system in a folder."""
    subprocess.run(["mount", "-o", f"remount,{option}", str(folder)], check=True)


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="other systems mount otherwise")
def test_a_disk_that_is_really_full_or_read_only_leaves_the_last_good_site(built: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    taken = sum(len(content) for content in tree(built).values()) // 2**20
    with small_disk(disk, 200):
        subprocess.run(["cp", "-R", f"{built}/.", str(disk)], check=True)
        write_again(disk, "again")
        good = fingerprint(disk / "site")
        damaged = []
        for option, words in ((f"size={taken + 6}m", "the disk is full"), ("ro", "the disk can only be read")):
            remount(disk, option)
            done = casebook(disk, "build")
            if done.returncode != 1 or not is_told(done.stdout, words) or fingerprint(disk / "site") != good:
                damaged.append((option, done))
        note_figure("faults-of-the-disk-that-damage", len(damaged), of=2)
        assert damaged == []
        remount(disk, "rw,size=200m")
        done = casebook(disk, "build")
        assert_next_build_is_right(disk, Ended(done.returncode, done.stdout + done.stderr, 0, 0))


@needs_forks
@pytest.mark.long
def test_a_build_that_is_killed_at_any_of_fifty_moments_leaves_a_whole_site(built: Path) -> None:
    damaged: list[str] = []
    kills = 0
    with warm_builds(built) as builds:
        steps = builds.build()
        at_random = moments(KILLS - AT_THE_END, steps.seconds, seed=20261122)
        last = steps.changes - number_of_removals(built / "site")  # the renaming, after which the old site is removed
        at_the_end = [last - 2, last - 1, last, last + 1, last + 2, steps.changes - 1]
        parts: list[list[float] | list[int]] = [*(at_random[first::3] for first in range(3)), at_the_end]
        for part in parts:
            before = fingerprint(built / "site")
            write_again(built, f"again, before {part[0]}")
            after_kills = []
            for moment in part:
                ended = builds.build(change=moment) if isinstance(moment, int) else builds.build(seconds=moment)
                kills += ended.code == KILLED
                builder.restore(Project(built))
                after_kills.append(fingerprint(built / "site"))
            assert_next_build_is_right(built, builds.build())
            whole = {before, fingerprint(built / "site")}
            damaged += [f"{moment}" for moment, found in zip(part, after_kills, strict=True) if found not in whole]
    note_figure("kills-that-damage-the-site", len(damaged), of=KILLS)
    assert damaged == []
    assert kills > KILLS * 0.8  # a build that ended before its moment was not killed


def number_of_removals(site: Path) -> int:
    """How many changes the removal of a site takes: each file, each folder, and the site's own."""
    return 1 + sum(1 for _ in site.rglob("*"))
