"""On one page of each kind the focus comes back from the search and the menu, and tooltips can be dismissed and pointed at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from auditing import DARK, LIGHT
from figuring import note_figure
from focusing import DESCRIBED, lost_after_the_menu, lost_after_the_search, stubborn_tooltips

Question = Callable[[Any], list[str]]


def asked_on_pages(
    chromium: Any, addresses: tuple[str, ...], setting: dict[str, Any], question: Question, part: str
) -> list[str]:
    """The answers to a question on all pages that have such a part; how many were asked is noted."""
    found, asked = [], 0
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        page.set_default_timeout(10_000)
        for address in addresses:
            page.goto(address)
            if page.locator(part).count():
                asked += 1
                found += [f"{address}: {fault}" for fault in question(page)]
    note_figure("faults-of-focus", len(found), of=asked, tools=(f"Chromium {chromium.version}",))
    assert asked > 5
    return found


@pytest.mark.long
@pytest.mark.parametrize(
    ("question", "setting", "part"),
    [
        (lost_after_the_search, LIGHT, ".search-button"),
        (lost_after_the_menu, DARK, "button.menu"),
        (stubborn_tooltips, LIGHT, DESCRIBED),
    ],
    ids=["search", "menu", "tooltips"],
)
def test_on_no_kind_of_page_the_focus_is_lost_or_a_tooltip_stubborn(
    chromium: Any, one_page_of_each_kind: tuple[str, ...], question: Question, setting: dict[str, Any], part: str
) -> None:
    found = asked_on_pages(chromium, one_page_of_each_kind, setting, question, part)

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("question", "setting", "seed", "fault"),
    [
        (
            lost_after_the_search,
            LIGHT,
            "addEventListener('close', () => setTimeout(() => document.activeElement.blur()), true)",
            "leaves the focus on the page",
        ),
        (
            lost_after_the_menu,
            DARK,
            "document.querySelector('button.menu').focus = () => document.activeElement.blur()",
            "the menu leaves the focus on the page",
        ),
        (
            stubborn_tooltips,
            LIGHT,
            "document.querySelectorAll('[role=tooltip]').forEach((one) => { one.style.pointerEvents = 'none' })",
            "goes when the pointer comes to it",
        ),
        (
            stubborn_tooltips,
            LIGHT,
            (
                "for (const one of document.querySelectorAll('[role=tooltip]')) "
                "new MutationObserver(() => { one.hidden = false; }).observe(one, { attributes: true })"
            ),
            "Escape does not close the tooltip",
        ),
    ],
    ids=["search", "menu", "not to be pointed at", "not to be dismissed"],
)
def test_a_focus_that_is_lost_and_a_stubborn_tooltip_are_seen(
    chromium: Any, server: str, question: Question, setting: dict[str, Any], seed: str, fault: str
) -> None:
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(f"{server}/cases/fribourg/")
        page.evaluate(f"() => {{ {seed} }}")

        found = question(page)

    assert any(fault in line for line in found), found
