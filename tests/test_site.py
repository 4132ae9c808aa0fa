"""The real site, built: every link resolves, nothing comes from elsewhere, and it opens from a folder."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from building import ROOT, buildable, casebook

from generator.load import load
from generator.pages import all_pages

BASE = "https://casebook.example/"
ASSETS = {
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("video", "src"),
    ("object", "data"),
    ("embed", "src"),
    ("use", "href"),
    ("form", "action"),
}


class _Page(HTMLParser):
    """The links, assets and anchors of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.assets: list[str] = []
        self.anchors: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "link" and values.get("rel") not in {"canonical", "prev", "next"}:
            self.assets.append(values.get("href", ""))
        self.assets += [values[name] for name in values if (tag, name) in ASSETS]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real content."""
    project = buildable(tmp_path_factory.mktemp("real") / "project", ROOT / "content")
    done = casebook(project, "build", CASEBOOK_SITE_URL=BASE)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@cache
def _page(path: Path) -> _Page:
    return _Page(path.read_text(encoding="utf-8"))


def _pages(site: Path) -> Iterator[tuple[str, _Page]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), _page(path)


def _target(site: Path, address: str) -> Path:
    path = site / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if address.split("#", maxsplit=1)[0].endswith("/") else path


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    broken = []
    for name, page in _pages(site):
        here = urljoin(BASE, "" if name == "404.html" else name.removesuffix("index.html"))
        for link in page.links:
            address = urljoin(here, link)
            if not address.startswith(BASE):
                continue
            target, anchor = _target(site, address), urlsplit(address).fragment
            if not target.is_file() or (anchor and anchor not in _page(target).anchors):
                broken.append(f"{name}: {link}")

    assert broken == []


def test_the_link_test_sees_a_broken_anchor() -> None:
    assert "nowhere" not in _Page('<a href="#nowhere">x</a><h2 id="somewhere">y</h2>').anchors


def test_no_page_takes_an_asset_from_another_host(site: Path) -> None:
    foreign = [
        f"{name}: {asset}"
        for name, page in _pages(site)
        for asset in page.assets
        if urlsplit(urljoin(BASE, asset)).netloc != "casebook.example"
    ]

    assert foreign == []


def test_no_stylesheet_or_script_of_ours_names_another_host(site: Path) -> None:
    loads = re.compile(r"""(?:url\(|@import|importScripts\(|fetch\()\s*["']?(?:https?:)?//[^)"'\s]+""")
    found = [
        f"{path.name}: {match[0]}"
        for path in sorted(site.rglob("*.css")) + sorted(site.rglob("assets/*.js"))
        for match in loads.finditer(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_every_record_has_a_page_at_its_address(site: Path) -> None:
    records = load(ROOT).catalogue.records.values()

    assert [
        record.address for record in records if not (site / record.address.strip("/") / "index.html").is_file()
    ] == []


def test_titles_of_cases_are_in_the_search_index(site: Path) -> None:
    found = {
        entry["title"]
        for entry in json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    }

    assert {case.title for case in load(ROOT).catalogue.cases} <= found


def test_every_anchor_that_a_page_promises_is_on_it(site: Path) -> None:
    lacking = []
    for page in all_pages(load(ROOT).catalogue):
        anchors = _page(_target(site, page.address)).anchors
        lacking += [f"{page.address}#{anchor}" for anchor in page.anchors if anchor not in anchors]

    assert lacking == []


def test_no_page_passes_its_budget(site: Path) -> None:
    heavy = [
        f"{path.relative_to(site)}: {path.stat().st_size}"
        for path in site.rglob("*.html")
        if path.stat().st_size > 250_000
    ]

    assert heavy == []


def test_the_site_opened_from_a_folder_can_be_walked_and_searched(site: Path) -> None:
    with _browser() as page:
        failures: list[str] = []
        page.on("requestfailed", lambda request: failures.append(request.url))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(("file:", "data:", "blob:", "about:")) else failures.append(request.url)
            ),
        )
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.goto((site / "index.html").as_uri())

        page.click("article >> text=Canton of Fribourg")
        page.wait_for_url("**/cases/fribourg/index.html")
        page.click("article >> text=Plastics Innovation Competence Center")
        page.wait_for_url("**/organisations/plastics-innovation-competence-center/index.html")
        page.click("input.md-search__input")
        page.keyboard.type("bio-based")
        page.click(".md-search-result__item a >> text=Canton of Fribourg")
        page.wait_for_url("**/cases/fribourg/index.html**")

        assert page.title().startswith("Canton of Fribourg")
        assert failures == []


class _browser:  # noqa: N801 - used as a statement
    """A page in the system's Chromium; without one the test is skipped, or fails where a browser is required."""

    def __enter__(self) -> Any:
        path = next(
            (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
        )
        if path is None:
            message = "no browser: install Chromium, on Debian with `apt-get install chromium`"
            if os.environ.get("CASEBOOK_REQUIRE_BROWSER") == "1":
                pytest.fail(message)
            pytest.skip(message)
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

        self.manager = sync_playwright()
        self.browser = self.manager.__enter__().chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
            ],
        )
        return self.browser.new_page()

    def __exit__(self, *_: object) -> None:
        self.browser.close()
        self.manager.__exit__(None, None, None)
