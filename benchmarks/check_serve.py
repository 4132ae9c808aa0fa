"""Times `casebook serve` with the real content: from saving a record to its new words in a browser that loaded the page again.

Run it as `python benchmarks/check_serve.py [--times 10]`; it needs Chromium and Playwright, and edits a copy of the project.
"""
# ruff: noqa: INP001, T201 - a script

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PARTS = ("content", "data", "docs", "generator/theme", "mkdocs.yml")
RECORD, PAGE = "content/cases/bordeaux.yml", "cases/bordeaux/"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def copy_project(target: Path) -> None:
    """Copy what a site is made from."""
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, target / name)


@contextmanager
def served(project: Path) -> Iterator[str]:
    """The address of the project while it is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603 - this very Python
        [sys.executable, "-m", "generator", "serve", "--port", str(port)],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CASEBOOK_SITE_URL": ""},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout
        process.stdout.readline()
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        print(process.communicate()[0])


def seconds(page: Any, record: Path, text: str, words: str) -> float:
    """Put words at the start of the record's summary, and say how long they take to show."""
    start = time.perf_counter()
    record.write_text(text.replace("summary: |\n  ", f"summary: |\n  {words} ", 1), encoding="utf-8", newline="\n")
    page.get_by_text(words).first.wait_for(timeout=60_000)
    return time.perf_counter() - start


def measure(times: int) -> list[float]:
    """Edit one record again and again, and time each edit."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as manager:
        project = Path(folder)
        copy_project(project)
        path = next(where for name in BROWSERS if (where := shutil.which(name)))
        browser = manager.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        text = (project / RECORD).read_text(encoding="utf-8")
        assert "summary: |\n  " in text
        with served(project) as address:
            page = browser.new_page()
            page.goto(f"{address}{PAGE}", timeout=120_000)
            taken = []
            for number in range(times):
                page.wait_for_timeout(1000)  # an editor reads what came of the last change
                taken.append(seconds(page, project / RECORD, text, f"Edit{number}"))
        browser.close()
    return sorted(taken)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time the way from saving a record to its page in the browser.")
    parser.add_argument("--times", type=int, default=10)
    times = measure(parser.parse_args().times)
    print(f"minimum {times[0]:.2f} s   median {statistics.median(times):.2f} s   maximum {times[-1]:.2f} s")
