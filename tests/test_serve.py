"""serve: what is saved shows, and a mistake stops nobody."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from building import ROOT, buildable

SAMPLE = ROOT / "tests" / "sample" / "content"
MOST_SECONDS = 60


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """A project that is being served: its root, its address, and the file that holds what the terminal shows."""
    project = buildable(tmp_path / "project", SAMPLE)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    output = tmp_path / "terminal.txt"
    with output.open("wb") as terminal:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", "--port", str(port)],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=terminal,
            stderr=subprocess.STDOUT,
        )
        try:
            yield project, f"http://127.0.0.1:{port}", output
        finally:
            process.terminate()
            process.wait(timeout=20)


def test_what_is_saved_shows_and_a_mistake_stops_nobody(served: tuple[Path, str, Path]) -> None:
    project, address, terminal = served
    record = project / "content" / "cases" / "fribourg.yml"
    right = record.read_text(encoding="utf-8")
    _until(lambda: "fribourg" in _read(f"{address}/cases/fribourg/").casefold(), terminal)

    record.write_text(
        right.replace("title: ", "title: Changed ", 1).replace('Changed "', '"Changed '), encoding="utf-8"
    )
    _until(lambda: "Changed" in _read(f"{address}/cases/fribourg/"), terminal)

    record.write_text(right.replace("type: pilot", "type: pilt"), encoding="utf-8")
    _until(lambda: "did you mean `pilot`?" in terminal.read_text(encoding="utf-8", errors="replace"), terminal)
    assert "Casebook" in _read(f"{address}/")

    record.write_text(right, encoding="utf-8")
    _until(lambda: "<title>Canton of Fribourg" in _read(f"{address}/cases/fribourg/"), terminal)


def _until(holds: Callable[[], bool], terminal: Path) -> None:
    last = time.monotonic() + MOST_SECONDS
    while time.monotonic() < last:
        if holds():
            return
        time.sleep(0.2)
    pytest.fail(
        f"nothing came of it in {MOST_SECONDS} s:\n{terminal.read_text(encoding='utf-8', errors='replace')[-3000:]}"
    )


def _read(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return ""
