"""The real site, built: every link resolves, nothing comes from elsewhere, and it opens from a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from articles import article
from browsing import browser
from building import BASE, ROOT

from generator.load import load
from generator.pages import all_pages

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


@cache
def _page(path: Path) -> _Page:
    return _Page(path.read_text(encoding="utf-8"))


def _pages(real_site: Path) -> Iterator[tuple[str, _Page]]:
    for path in sorted(real_site.rglob("*.html")):
        yield path.relative_to(real_site).as_posix(), _page(path)


def _target(real_site: Path, address: str) -> Path:
    path = real_site / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if urlsplit(address).path.endswith("/") else path


def test_every_internal_link_and_anchor_resolves(real_site: Path) -> None:
    broken = []
    for name, page in _pages(real_site):
        here = urljoin(BASE, "" if name == "404.html" else name.removesuffix("index.html"))
        for link in page.links:
            address = urljoin(here, link)
            if not address.startswith(BASE):
                continue
            target, anchor = _target(real_site, address), urlsplit(address).fragment
            if not target.is_file() or (anchor and anchor not in _page(target).anchors):
                broken.append(f"{name}: {link}")

    assert broken == []


def test_the_link_test_sees_a_broken_anchor() -> None:
    assert "nowhere" not in _Page('<a href="#nowhere">x</a><h2 id="somewhere">y</h2>').anchors


def test_no_page_takes_an_asset_from_another_host(real_site: Path) -> None:
    foreign = [
        f"{name}: {asset}"
        for name, page in _pages(real_site)
        for asset in page.assets
        if urlsplit(urljoin(BASE, asset)).netloc != "casebook.example"
    ]

    assert foreign == []


def test_no_stylesheet_or_script_of_ours_names_another_host(real_site: Path) -> None:
    loads = re.compile(r"""(?:url\(|@import|importScripts\(|fetch\()\s*["']?(?:https?:)?//[^)"'\s]+""")
    found = [
        f"{path.name}: {match[0]}"
        for path in sorted(real_site.rglob("*.css")) + sorted(real_site.rglob("assets/*.js"))
        for match in loads.finditer(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_every_record_has_a_page_at_its_address(real_site: Path) -> None:
    records = load(ROOT).catalogue.records.values()

    assert [
        record.address for record in records if not (real_site / record.address.strip("/") / "index.html").is_file()
    ] == []


def test_titles_of_cases_are_in_the_search_index(real_site: Path) -> None:
    index = (real_site / "assets" / "search" / "names.js").read_text(encoding="utf-8")

    assert [case.title for case in load(ROOT).catalogue.cases if case.title not in index] == []


def test_every_anchor_that_a_page_promises_is_on_it(real_site: Path) -> None:
    lacking = []
    for page in all_pages(load(ROOT).catalogue):
        anchors = _page(_target(real_site, page.address)).anchors
        lacking += [f"{page.address}#{anchor}" for anchor in page.anchors if anchor not in anchors]

    assert lacking == []


def test_no_page_passes_its_budget(real_site: Path) -> None:
    heavy = [
        f"{path.relative_to(real_site)}: {path.stat().st_size}"
        for path in real_site.rglob("*.html")
        if path.stat().st_size > 250_000
    ]

    assert heavy == []


def test_the_site_opened_from_a_folder_can_be_walked_and_searched(real_site: Path) -> None:
    with browser() as started:
        page = started.new_page()
        failures: list[str] = []
        page.on("requestfailed", lambda request: failures.append(request.url))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(("file:", "data:", "blob:", "about:")) else failures.append(request.url)
            ),
        )
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.goto((real_site / "index.html").as_uri())

        page.click("article >> text=Canton of Fribourg")
        page.wait_for_url("**/cases/fribourg/index.html")
        page.click("article >> text=Plastics Innovation Competence Center")
        page.wait_for_url("**/organisations/plastics-innovation-competence-center/index.html")
        page.click("button.search-button")
        page.wait_for_selector("dialog.search[open]")
        page.keyboard.type("bio-based")
        page.click(".search-results a >> text=Canton of Fribourg")
        page.wait_for_url("**/cases/fribourg/index.html**")

        assert page.title().startswith("Canton of Fribourg")
        assert failures == []


def _dead_ends(articles: dict[str, str]) -> list[str]:
    """Pages of records that no other article leads to (lists and neighbours by letter apart), or that lead nowhere."""
    leads = {
        address: {
            urljoin(BASE + address.lstrip("/"), link).split("#")[0].removeprefix(BASE.rstrip("/"))
            for link in _Page(html).links
        }
        for address, html in articles.items()
    }
    found = []
    for address in articles:
        kind = f"/{address.split('/')[1]}/"
        ways_in = [other for other, links in leads.items() if address in links and other not in {address, kind}]
        ways_on = [link for link in leads[address] if link in articles and link not in {address, kind, "/"}]
        found += [f"no way in: {address}"] if not ways_in else []
        found += [f"no way on: {address}"] if not ways_on else []
    return found


def test_every_record_can_be_reached_from_another_page_and_leads_on(real_site: Path) -> None:
    folders = {record.folder for record in load(ROOT).catalogue.records.values()}
    names = [path.parent.relative_to(real_site).as_posix() for path in sorted(real_site.glob("*/*/index.html"))]
    articles = {
        f"/{name}/": re.sub(r"<nav .*?</nav>", "", article(real_site, name), flags=re.DOTALL)
        for name in names
        if name.split("/")[0] in folders
    }

    assert _dead_ends(articles) == []


def test_a_dead_end_is_seen() -> None:
    one, other = '<a href="../b/">b</a>', "<p>nothing</p>"

    assert _dead_ends({"/cases/a/": one, "/cases/b/": other}) == ["no way in: /cases/a/", "no way on: /cases/b/"]
