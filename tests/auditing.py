"""axe on a page, all its rules, in the two settings in which readers differ most."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import axe_playwright_python
from axe_playwright_python.sync_playwright import Axe

AXE_FILE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
LIGHT = {"color_scheme": "light", "viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
DARK = {"color_scheme": "dark", "viewport": {"width": 380, "height": 800}, "reduced_motion": "reduce"}
# `target-size` belongs to WCAG 2.2 AA, and axe leaves it out unless it is asked for.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def violations(page: Any) -> list[str]:
    """What axe finds on an open page: a line for each rule, with the first places that break it."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{each['id']}: {each['help']}: {_places(each['nodes'])}" for each in found]


def violations_on(chromium: Any, setting: dict[str, Any], addresses: Iterable[str]) -> list[str]:
    """What axe finds on pages opened one after the other in the same setting."""
    return [line for lines in pages_with_violations(chromium, setting, addresses).values() for line in lines]


def pages_with_violations(chromium: Any, setting: dict[str, Any], addresses: Iterable[str]) -> dict[str, list[str]]:
    """The pages on which axe finds something, each with what it finds."""
    found = {}
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        for address in addresses:
            page.goto(address)
            lines = violations(page)
            if lines:
                found[address] = [f"{address}: {line}" for line in lines]
    return found


def tools(chromium: Any) -> tuple[str, str]:
    """The browser and axe, with their versions."""
    version = re.search(r"axe v(\d+(?:\.\d+)+)", AXE_FILE.read_text(encoding="utf-8")[:200])
    return f"Chromium {chromium.version}", f"axe-core {version[1] if version else ''}".strip()


def _places(nodes: list[dict[str, Any]]) -> str:
    shown = " ".join(f"`{node['target'][-1]}`" for node in nodes[:3])
    return f"{shown} and {len(nodes) - 3} more" if len(nodes) > 3 else shown
