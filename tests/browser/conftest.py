"""Fixtures of the tests in a browser: one browser a file, and the real site on a server of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import browser, served
from kinds import one_of_each


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One browser for all tests of a file."""
    with browser() as started:
        yield started


@pytest.fixture(scope="session")
def server(real_site: Path) -> Iterator[str]:
    """The address of the real site, without a slash at the end."""
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def one_page_of_each_kind(real_site: Path, server: str) -> tuple[str, ...]:
    """The whole addresses of one page of each kind."""
    return tuple(server + address for address in one_of_each(real_site).values())
