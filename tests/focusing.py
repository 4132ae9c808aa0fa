"""Where the focus goes, and what is shown for it: tests on the site and on seeded faults ask the same questions."""

from __future__ import annotations

from typing import Any

TOOLTIP = "[role=tooltip]:not([hidden])"
DESCRIBED = "article a[aria-describedby]:visible"
FOCUSED = """() => {
  const e = document.activeElement;
  return e === document.body ? "the page" : (e.getAttribute("aria-label") || e.textContent).trim().slice(0, 40);
}"""


def lost_after_the_search(page: Any) -> list[str]:
    """Open the search from the first link and from its button, close it by Escape and by its button: the focus comes back."""
    return [
        fault
        for start, key in (("article a[href]:visible, footer a[href]", "Control+k"), (".search-button", "Enter"))
        for end in ("Escape", "its button")
        for fault in _lost_after_one_search(page, start, key, end)
    ]


def _lost_after_one_search(page: Any, start: str, key: str, end: str) -> list[str]:
    page.keyboard.press("Tab")  # so that the browser takes the next focus for the keyboard's
    page.locator(start).first.focus()
    before = page.evaluate(FOCUSED)
    page.keyboard.press(key)
    page.wait_for_selector("dialog.search[open] input:focus")
    if end == "Escape":
        page.keyboard.press("Escape")
    else:
        page.locator(".search-close").press("Enter")
    page.wait_for_selector("dialog.search[open]", state="detached")
    after = page.evaluate(FOCUSED)
    return [] if after == before else [f"closed by {end}, the search leaves the focus on {after}, not on {before}"]


def lost_after_the_menu(page: Any) -> list[str]:
    """Open the menu of a small window by the keyboard and leave it by Escape: the focus was in it, and comes back."""
    button = page.locator("button.menu")
    button.press("Enter")
    page.wait_for_function("document.querySelector('#__drawer').checked")
    inside = page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('#__drawer').checked")
    is_back = button.evaluate("(button) => button === document.activeElement")
    faults = [] if inside else ["the menu opens without the focus"]
    return faults if is_back else [*faults, f"the menu leaves the focus on {page.evaluate(FOCUSED)}"]


def stubborn_tooltips(page: Any) -> list[str]:
    """WCAG 1.4.13 on the first link of a page that tells what it leads to: it can be dismissed, pointed at, and stays."""
    link = page.locator(DESCRIBED).first
    page.keyboard.press("Tab")
    link.focus()
    page.wait_for_selector(TOOLTIP)
    page.keyboard.press("Escape")
    if page.locator(TOOLTIP).count():
        return ["Escape does not close the tooltip"]
    faults = []
    if not link.evaluate("(link) => link === document.activeElement"):
        faults.append("Escape takes the focus away")
    page.evaluate("document.activeElement.blur()")
    page.mouse.move(1, 1)
    page.wait_for_selector(TOOLTIP, state="detached")
    link.hover()
    box = page.wait_for_selector(TOOLTIP).bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(400)  # longer than the pause after which it goes when the pointer leaves
    if not page.locator(TOOLTIP).count():
        faults.append("the tooltip goes when the pointer comes to it")
    page.mouse.move(1, 1)
    return faults
