"""A browser for tests: the system's Chromium, pages in any size and palette, and a server for a built site."""

from __future__ import annotations

import functools
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def chromium() -> str | None:
    """The path of the system's Chromium or Chrome."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def browser() -> Iterator[Any]:
    """Playwright's browser; without one the test is skipped, or fails where a browser is required."""
    path = chromium()
    if path is None:
        message = "no browser: install Chromium, on Debian with `apt-get install chromium`"
        if os.environ.get("CASEBOOK_REQUIRE_BROWSER") == "1":
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as manager:
        started = manager.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield started
        finally:
            started.close()


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a built site, served on this computer as long as the block runs; it ends without a slash."""
    handler = functools.partial(_Quiet, directory=str(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def quiet(page: Any, address: str) -> None:
    """Open a page and wait until its scripts have run and nothing travels; on a busy machine the second may come first."""
    page.goto(address, wait_until="load")
    page.wait_for_load_state("networkidle")


class _Server(ThreadingHTTPServer):
    request_queue_size = 64  # a browser asks for many files at once, and waits a second for each that finds no place


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""
