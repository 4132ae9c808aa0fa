"""axe finds nothing on every other page of the real site and on one of each kind, in dark at 380; the others stand in the file for light."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from auditing import audit


@pytest.mark.long
def test_axe_finds_nothing_on_any_page_in_dark(chromium: Any, real_site: Path, server: str) -> None:
    found = audit(chromium, server, real_site, "dark at 380")

    assert not found, "\n".join(found)
