"""Files that change between the look at a folder and the reading: told in their place, with no traceback and no waiting."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from figuring import note_figure
from fuzzing import Hang, within

from generator import load as loading
from generator import other_pages, plain_files, publish
from generator.load import load
from generator.pages import Settings
from generator.project import Project

BODY = "content/organisations/heia-fr.yml"
TABLE = "data/levels.csv"
POSIX = sys.platform != "win32"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def vanish(file: Path) -> None:
    file.unlink()


def become_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def become_link_to_nowhere(file: Path) -> None:
    file.unlink()
    file.symlink_to("nowhere")


def become_link_to_itself(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.name)


def become_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def become_device(file: Path) -> None:
    file.unlink()
    file.symlink_to("/dev/zero")


def become_empty(file: Path) -> None:
    file.write_bytes(b"")


def become_huge(file: Path) -> None:
    with file.open("wb") as opened:
        opened.truncate(2**31)


def become_other_bytes(file: Path) -> None:
    file.write_bytes(b"\xff\x00\xfe" * 100)


def become_locked(file: Path) -> None:
    file.chmod(0)


CHANGES: list[Callable[[Path], None]] = [
    vanish,
    become_folder,
    become_empty,
    become_huge,
    become_other_bytes,
    *([become_link_to_nowhere, become_link_to_itself, become_pipe, become_device] if POSIX else []),
    *([become_locked] if POSIX and not IS_ROOT else []),
]


@pytest.mark.parametrize("path", [BODY, TABLE])
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_file_that_changes_before_it_is_read_is_told_in_its_place(
    change: Callable[[Path], None], path: str, sample_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = loading._bytes

    def changed_then_read(project: Path, asked: str, *others: object) -> bytes | None:
        if asked == path:
            change(project / path)
        return read(project, asked, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(loading, "_bytes", changed_then_read)
    with within(60, waiting=True):
        found = load(sample_project)

    is_told = path in {problem.place.path for problem in found.errors}
    note_figure("files-that-change-untold", int(not is_told), of=1)
    assert is_told


@pytest.mark.parametrize("change", [vanish, become_folder, *([become_pipe] if POSIX else [])], ids=lambda x: x.__name__)
def test_a_file_that_changes_after_the_look_at_it_is_never_waited_for(
    change: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "content" / "images" / "map.png"
    page = tmp_path / "docs" / "index.md"
    for file in (picture, page):
        file.parent.mkdir(parents=True)
        file.write_bytes(b"# Words {#top}\n")
    shows_map: Any = SimpleNamespace(
        cases=[SimpleNamespace(images=[SimpleNamespace(file="map.png")])], images=frozenset({"map.png"})
    )
    read = plain_files.read_bytes

    def changed_then_read(path: Path, most: int | None = None) -> bytes:
        change(path)
        return read(path, most)

    for module in (publish, plain_files):
        monkeypatch.setattr(module, "read_bytes", changed_then_read)

    with within(60, waiting=True), pytest.raises(OSError, match=r"map\.png"):
        publish._images(Project(tmp_path), shows_map)
    with within(60, waiting=True), pytest.raises(OSError, match=r"index\.md"):
        list(other_pages.handwritten(Project(tmp_path), Settings()))


def test_a_handwritten_page_in_another_encoding_is_named(tmp_path: Path) -> None:
    page = tmp_path / "index.md"
    page.write_bytes("# École\n".encode("cp1252"))

    with pytest.raises(OSError, match=r"not saved as UTF-8.*index\.md"):
        plain_files.read_text(page)


@pytest.mark.skipif(not POSIX, reason="Windows has no pipes in folders")
def test_a_reading_that_waits_for_a_pipe_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(plain_files, "_HOW", plain_files._HOW & ~os.O_NONBLOCK)

    with pytest.raises(Hang), within(0.5, waiting=True):
        plain_files.read_bytes(tmp_path / "pipe")
