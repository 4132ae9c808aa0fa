"""The second wall in a browser that obeys no policy: a whole site of hostile records, used as readers use it, runs nothing and asks nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from auditing import LIGHT
from browsing import POLICY, quiet, served
from building import SAMPLE, buildable
from figuring import note_figure
from hostile import KINDS
from kinds import addresses, file_of, one_of_each
from test_hostile_pages import WORDS, poisoned, records
from test_images import jpeg

from generator.builder import build_site
from generator.catalogue import Catalogue
from generator.load import load
from generator.pages import Settings
from generator.project import Project
from generator.publish import publish

pytestmark = [
    pytest.mark.long,
    pytest.mark.filterwarnings("ignore:The following arguments for"),
]
RUNNING = "scripts handlers links pictures svg mathml elements blocks comments mixtures code names in programs".split()
TEXTS = tuple(text for kind, texts in KINDS.items() if set(kind.split()) & set(RUNNING) for text in texts)
TYPED = ("<script>", '"><img src=x onerror=window.ran=1>', "cluster", "__proto__", "\\")
USE = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const name of ["mouseover", "focus", "pointerenter", "toggle"])
    for (const element of document.querySelectorAll("article *")) element.dispatchEvent(new Event(name, { bubbles: true }));
}"""


@dataclass
class Watched:
    """A window without any policy, and what went wrong in it."""

    page: Any
    home: str
    executed: list[str]
    asked: list[str]
    errors: list[str]

    def look(self, address: str) -> None:
        """Open a page, unfold and touch everything on it, and note what ran."""
        quiet(self.page, self.home + address)
        self.page.evaluate(USE)
        self.note(address)

    def dismissed(self, dialog: Any) -> None:
        """A window with a message opens only where something ran."""
        self.executed.append(self.page.url)
        dialog.dismiss()

    def requested(self, request: Any) -> None:
        if not request.url.startswith((self.home, "data:image/", "blob:")):
            self.asked.append(request.url)

    def note(self, address: str) -> None:
        if self.page.evaluate("window.ran") is not None:
            self.executed.append(address)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built from records that are hostile in every word, past the check; its pages have lost their policy."""
    project = Project(buildable(tmp_path_factory.mktemp("hostile") / "project", SAMPLE / "content"))
    found, _ = poisoned(records(), TEXTS, WORDS)
    catalogue = replace(Catalogue.of(found, load(project.root).catalogue.tables), images=frozenset({"picture.jpg"}))
    (project.root / "content" / "images").mkdir()
    (project.root / "content" / "images" / "picture.jpg").write_bytes(jpeg())
    published = publish(project, catalogue, Settings(site_url="https://casebook.example/"))
    assert published.problems == ()
    build_site(project, published)
    for address in addresses(project.site):
        file = file_of(project.site, address)
        file.write_text(POLICY.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    return project.site


@pytest.fixture
def watched(chromium: Any, hostile_site: Path) -> Iterator[Watched]:
    """A window on that site, on a server of its own."""
    with served(hostile_site) as home, chromium.new_context(**LIGHT, bypass_csp=True) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        found = Watched(context.new_page(), home, [], [], [])
        found.page.set_default_timeout(10_000)
        found.page.on("pageerror", lambda error: found.errors.append(f"{found.page.url}: {error}"))
        found.page.on("dialog", found.dismissed)
        context.on("request", found.requested)
        yield found


def test_pages_of_hostile_records_run_nothing_and_ask_nobody_whatever_a_reader_does(
    watched: Watched, hostile_site: Path
) -> None:
    chosen = sorted({*one_of_each(hostile_site).values(), *(f"/{one}/" for one in filled_pages(hostile_site))})
    for address in chosen:
        watched.look(address)
        parts = watched.page.evaluate(
            "['h1', 'main', 'footer'].map((part) => document.querySelectorAll(part).length).join()"
        )
        if "/embed/" not in address:
            assert parts == "1,1,1", address
    search(watched)
    compare(watched)
    explore(watched)

    note_figure("hostile-pages-that-execute", len(watched.executed), of=len(chosen))
    note_figure("hostile-pages-that-ask-others", len(watched.asked), of=len(chosen))
    assert watched.executed == watched.asked == watched.errors == []


def filled_pages(site: Path) -> list[str]:
    """The pages of the records of which every field is filled."""
    return [path.parent.relative_to(site).as_posix() for path in site.glob("*/filled-*/index.html")]


def search(watched: Watched) -> None:
    """Look for hostile words and names, and open what is found."""
    for words in TYPED:
        quiet(watched.page, f"{watched.home}/cases/")
        watched.page.keyboard.press("/")
        watched.page.wait_for_selector("dialog.search[open]")
        watched.page.keyboard.type(words)
        watched.page.wait_for_timeout(400)
        watched.note(f"search for {words}")
    watched.page.keyboard.press("Escape")


def compare(watched: Watched) -> None:
    """Choose cases and look at them side by side."""
    quiet(watched.page, f"{watched.home}/compare/?cases=fribourg,basque-country,filled-case,__proto__")
    watched.page.wait_for_selector("article table")
    watched.page.evaluate(USE)
    watched.note("compare")


def explore(watched: Watched) -> None:
    """Tick every box once."""
    quiet(watched.page, f"{watched.home}/explore/?challenge=<script>&country=__proto__")
    watched.page.evaluate(USE)
    for box in watched.page.query_selector_all("article input[type=checkbox]"):
        box.evaluate("(box) => box.click()")
    watched.note("explore")


def test_the_files_round_the_pages_are_whole(hostile_site: Path) -> None:
    listed = ET.parse(hostile_site / "sitemap.xml").getroot()

    assert len(listed) > 50
    for address in addresses(hostile_site):
        html = file_of(hostile_site, address).read_text(encoding="utf-8")
        title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
        assert title, address
        assert "<" not in title[1], address
        assert html.rstrip().endswith("</html>"), address


def test_a_script_that_gets_into_a_page_is_seen(watched: Watched, hostile_site: Path) -> None:
    page = hostile_site / "cases" / "fribourg" / "index.html"
    good = page.read_text(encoding="utf-8")
    try:
        page.write_text(good.replace("</article>", "<img src=x onerror=window.ran=1></article>"), encoding="utf-8")
        watched.look("/cases/fribourg/")
    finally:
        page.write_text(good, encoding="utf-8")

    assert watched.executed == ["/cases/fribourg/"]
