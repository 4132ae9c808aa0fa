"""axe on pages, all its rules: every page in the two settings in which readers differ most, one of each kind in all four."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from figuring import note_figure
from kinds import addresses, one_of_each

LIGHT = {"color_scheme": "light", "viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
DARK = {"color_scheme": "dark", "viewport": {"width": 380, "height": 800}, "reduced_motion": "reduce"}
SETTINGS = {
    "light at 1280": LIGHT,
    "dark at 380": DARK,
    "light at 380": LIGHT | {"viewport": DARK["viewport"]},
    "dark at 1280": DARK | {"viewport": LIGHT["viewport"]},
}
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


def pages_for(setting: str, site: Path) -> list[str]:
    """The addresses to look at in a setting: every page in the first two, one page of each kind in the others."""
    return addresses(site) if setting in list(SETTINGS)[:2] else list(one_of_each(site).values())


def audit(chromium: Any, server: str, site: Path, setting: str, *, part: int = 0, parts: int = 1) -> list[str]:
    """What axe finds on the pages that are looked at in a setting, or on one part of them; the figures are noted."""
    pages = pages_for(setting, site)[part::parts]
    found = pages_with_violations(chromium, SETTINGS[setting], [server + address for address in pages])
    name = f"axe-violations-{setting.replace(' at ', '-')}"
    note_figure(name, len(found), of=len(pages), tools=(f"axe {version()}", f"Chromium {chromium.version}"))
    return [line for lines in found.values() for line in lines]


def version() -> str:
    """The version of axe, as its script says it."""
    return str(Axe().axe_script.partition("axe v")[2].partition("\n")[0]).strip()


def _places(nodes: list[dict[str, Any]]) -> str:
    shown = " ".join(f"`{node['target'][-1]}`" for node in nodes[:3])
    return f"{shown} and {len(nodes) - 3} more" if len(nodes) > 3 else shown
