"""axe finds nothing on every other page of the real site, in dark at 380; the others stand in the file for light."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from auditing import DARK, violations_on
from kinds import addresses


@pytest.mark.long
def test_axe_finds_nothing_on_any_page_in_dark(chromium: Any, real_site: Path, server: str) -> None:
    found = violations_on(chromium, DARK, [server + address for address in addresses(real_site)[1::2]])

    assert not found, "\n".join(found)
