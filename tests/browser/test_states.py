"""What is there only after somebody used a page, such as results, choices and a menu: axe and the looks find nothing there either."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from auditing import DARK, LIGHT, version, violations
from figuring import note_figure
from looking import ENLARGED, FITS, FORCED, Look, seen_by
from states import STATES

LARGE_ENOUGH = ("small-target", "faint-edge")
LOOKS = (
    Look("light in forced colours", LIGHT | FORCED, ("lost",)),
    Look("dark in forced colours", DARK | FORCED, ("lost",)),
    Look("at 400 per cent", ENLARGED, (*FITS, "no-room")),
)


def opened(chromium: Any, server: str, setting: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """A page in each state, with the state's name, one after the other in the same setting."""
    with chromium.new_context(**setting) as context:
        for state in STATES:
            page = context.new_page()
            page.set_default_timeout(10_000)
            state(page, server)
            yield state.__name__.replace("_", " "), page
            page.close()


@pytest.mark.long
@pytest.mark.parametrize("setting", [LIGHT, DARK], ids=["light at 1280", "dark at 380"])
def test_axe_finds_nothing_in_any_state(chromium: Any, server: str, setting: dict[str, Any]) -> None:
    look = Look("large enough", setting, LARGE_ENOUGH)
    found = [
        f"{state}: {line}"
        for state, page in opened(chromium, server, setting)
        for line in violations(page) + seen_by(page, look)
    ]

    tools = (f"axe {version()}", f"Chromium {chromium.version}")
    note_figure("axe-violations-in-states", len(found), of=len(STATES), tools=tools)
    assert not found, "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_nothing_is_lost_in_any_state(chromium: Any, server: str, look: Look) -> None:
    found = [
        f"{state}: {line}"
        for state, page in opened(chromium, server, dict(look.setting))
        for line in seen_by(page, look)
    ]

    checks = len(STATES) * len(look.scripts)
    note_figure("faults-in-states", len(found), of=checks, tools=(f"Chromium {chromium.version}",))
    assert not found, "\n".join(found)


def test_a_state_that_hides_a_defect_until_then_is_seen_through(chromium: Any, server: str) -> None:
    with chromium.new_context(**LIGHT) as context:
        page = context.new_page()
        STATES[0](page, server)
        page.evaluate("document.querySelector('.search-head label').remove()")

        found = violations(page)

    assert "label" in [line.split(":")[0] for line in found]
