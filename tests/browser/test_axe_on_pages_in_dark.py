"""axe finds nothing on every page of the real site, in dark at 380."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from auditing import DARK, pages_with_violations, tools
from figuring import note_figure
from kinds import addresses

PARTS = 6  # as many tests, so that they share the processors well


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_in_dark(chromium: Any, real_site: Path, server: str, part: int) -> None:
    pages = addresses(real_site)[part::PARTS]
    found = pages_with_violations(chromium, DARK, [server + address for address in pages])
    note_figure("axe-dark", len(found), of=len(pages), tools=tools(chromium))

    assert not found, "\n".join(line for lines in found.values() for line in lines)
