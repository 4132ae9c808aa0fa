"""axe on a page, all its rules, in the two settings in which readers differ most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from axe_playwright_python.sync_playwright import Axe

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
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        found = []
        for address in addresses:
            page.goto(address)
            found += [f"{address}: {line}" for line in violations(page)]
    return found


def _places(nodes: list[dict[str, Any]]) -> str:
    shown = " ".join(f"`{node['target'][-1]}`" for node in nodes[:3])
    return f"{shown} and {len(nodes) - 3} more" if len(nodes) > 3 else shown
