"""axe finds nothing on every other page of the real site and on one of each kind, in light at 1280; the others stand in the file for dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from auditing import audit


@pytest.mark.long
def test_axe_finds_nothing_on_any_page_in_light(chromium: Any, real_site: Path, server: str) -> None:
    found = audit(chromium, server, real_site, "light at 1280")

    assert not found, "\n".join(found)
