"""axe finds nothing on any page of the real site, in dark at 380."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from auditing import audit

PARTS = 6  # as many tests, so that they share the processors well


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_in_dark(chromium: Any, real_site: Path, server: str, part: int) -> None:
    found = audit(chromium, server, real_site, "dark at 380", part=part, parts=PARTS)

    assert not found, "\n".join(found)
