"""A browser opens every page and uses what it offers: nobody else is asked, and nothing is kept but the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from auditing import LIGHT
from figuring import note_figure
from kinds import addresses, one_of_each

STORED = """async () => ({
  local: Object.keys(localStorage).filter((key) => !key.endsWith(".__palette")),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: self.caches ? await caches.keys() : [],
  workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
})"""
NOTHING: dict[str, list[str]] = {"local": [], "session": [], "databases": [], "caches": [], "workers": []}
# Every page has some five hundred fellows: there a script does what a hand does on one page of each kind.
USE = """async () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const field of document.querySelectorAll("article input, article select")) {
    if (field.type === "checkbox" || field.type === "radio") field.click();
    else if (field.options) field.selectedIndex = field.options.length - 1;
    else field.value = "cluster";
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }
  for (const link of document.querySelectorAll("article a")) link.dispatchEvent(new PointerEvent("pointerenter"));
  for (const button of document.querySelectorAll("button")) if (!button.closest("dialog")) button.click();
  scrollTo(0, document.body.scrollHeight);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
}"""


class Watched:
    """What pages of one context ask of other hosts and keep, each told with its page."""

    def __init__(self, context: Any, home: str) -> None:
        self.asked: list[str] = []
        self.kept: list[str] = []
        self.context = context
        self.page = context.new_page()
        own = (home, "data:", "blob:")
        context.on(
            "request",
            lambda request: (
                self.asked.append(f"{self.page.url} asks {request.url}") if not request.url.startswith(own) else None
            ),
        )

    def visit(self, address: str, use: Callable[[Any], object]) -> None:
        """Open a page, use it, and look at what is kept after that."""
        self.page.goto(address)
        use(self.page)
        stored = self.page.evaluate(STORED)
        self.kept += [f"{address} keeps {name}: {', '.join(found)}" for name, found in stored.items() if found]
        self.kept += [f"{address} sets {cookie['name']}" for cookie in self.context.cookies()]


@contextmanager
def watched(chromium: Any, home: str) -> Iterator[Watched]:
    """A context in which all that is asked and kept is seen."""
    with chromium.new_context(**LIGHT) as context:
        yield Watched(context, home)


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))
def test_no_page_asks_elsewhere_or_keeps_anything_but_the_palette(
    chromium: Any, real_site: Path, server: str, part: int
) -> None:
    pages = addresses(real_site)[part::4]
    with watched(chromium, server) as seen:
        for address in pages:
            seen.visit(server + address, lambda page: page.evaluate(USE))
    note_figure("requests-elsewhere", len(seen.asked), of=len(pages), tools=(f"Chromium {chromium.version}",))
    note_figure("kept-in-the-browser", len(seen.kept), of=len(pages), tools=(f"Chromium {chromium.version}",))

    assert not seen.asked + seen.kept, "\n".join(seen.asked + seen.kept)


@pytest.mark.long
def test_one_page_of_each_kind_asks_and_keeps_nothing_when_hands_use_it(
    chromium: Any, real_site: Path, server: str
) -> None:
    with watched(chromium, server) as seen:
        for address in one_of_each(real_site).values():
            seen.visit(server + address, use_by_hand)

    assert not seen.asked + seen.kept, "\n".join(seen.asked + seen.kept)


def use_by_hand(page: Any) -> None:
    """Do with a page what readers do: point, press, change the palette, search."""
    for link in page.locator("article a[aria-describedby]:visible").all()[:2]:
        link.hover()
    for button in page.locator("article button:visible").all():
        button.click()
    if not page.locator("header").count():  # what stands in a frame elsewhere has neither palette nor search
        return
    page.locator("header .palette:visible").click()
    page.keyboard.press("/")
    page.wait_for_selector("dialog.search[open]")
    page.keyboard.type("cluster")
    page.wait_for_selector(".search-passage mark")


def test_a_page_that_asks_elsewhere_is_seen(chromium: Any, server: str) -> None:
    ask = "() => Object.assign(new Image(), { src: 'https://elsewhere.example/x.png' }).decode().catch(() => {})"
    with watched(chromium, server) as seen:
        seen.visit(f"{server}/404.html", lambda page: page.evaluate(ask))

    assert seen.asked == [f"{server}/404.html asks https://elsewhere.example/x.png"]


def test_what_a_page_keeps_is_seen(chromium: Any, server: str) -> None:
    keep = "() => { localStorage.setItem('reader', '1'); document.cookie = 'seen=1'; }"
    with watched(chromium, server) as seen:
        seen.visit(f"{server}/404.html", lambda page: page.evaluate(keep))

    assert seen.kept == [f"{server}/404.html keeps local: reader", f"{server}/404.html sets seen"]
