"""What a page weighs: what it names, and what a browser fetches on opening it, is little."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from auditing import LIGHT
from browsing import quiet
from figuring import note_figure
from kinds import addresses, file_of, one_of_each

BUDGET = 90_000  # bytes, compressed: HTML, styles, scripts and data; images apart
WAITS = "/plotly.min.js"  # comes when a chart comes into view, which `test_charts` proves
IMAGES = frozenset({".png", ".svg", ".webp", ".avif", ".jpg", ".ico"})


class _Assets(HTMLParser):
    """The addresses of what a page names to be fetched on opening it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        fetched = {"stylesheet", "modulepreload", "preload", "manifest"} & set(values.get("rel", "").split())
        if tag == "link" and fetched:
            self.found.append(values["href"])
        if tag == "script" and "src" in values:
            self.found.append(values["src"])


def named_files(site: Path, address: str) -> set[Path]:
    """The page's file and the files that it names."""
    page = file_of(site, address)
    assets = _Assets(page.read_text(encoding="utf-8")).found
    return {page} | {file_of(site, urlsplit(urljoin(address, asset)).path) for asset in assets}


@cache
def compressed(path: Path) -> int:
    """The bytes of a file as servers send it; an image counts nothing."""
    return 0 if path.suffix in IMAGES else len(gzip.compress(path.read_bytes(), 9, mtime=0))


def weight(files: set[Path]) -> int:
    return sum(map(compressed, files))


@contextmanager
def opened(chromium: Any, address: str) -> Iterator[tuple[Any, list[str]]]:
    """A page in a context of its own, when it has become quiet, and the addresses of all that it has asked for so far."""
    with chromium.new_context(**LIGHT) as context:
        asked: list[str] = []
        # The context hears of workers as well.
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        quiet(page, address)
        yield page, asked


def too_heavy(site: Path) -> list[str]:
    """The pages of a site that name more than their budget; notes the heaviest of all."""
    weights = {address: weight(named_files(site, address)) for address in addresses(site)}
    note_figure("heaviest-page", max(weights.values()), of=len(weights))
    return [f"{address}: {bytes_}" for address, bytes_ in weights.items() if bytes_ > BUDGET]


def test_no_page_names_more_than_its_budget(real_site: Path) -> None:
    heavy = too_heavy(real_site)

    assert not heavy, "\n".join(heavy)


def test_a_page_that_is_too_heavy_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CASEBOOK_FIGURES", raising=False)
    (tmp_path / "index.html").write_text('<script src="big.js"></script>', encoding="utf-8")
    (tmp_path / "light.html").write_text("<p>Little</p>", encoding="utf-8")
    (tmp_path / "big.js").write_bytes(random.Random(1).randbytes(BUDGET))

    assert [line.split(":")[0] for line in too_heavy(tmp_path)] == ["/"]


def test_the_script_of_the_theme_is_neither_named_nor_published(real_site: Path) -> None:
    theme = real_site / "assets" / "javascripts"
    pages = [file_of(real_site, address) for address in addresses(real_site)]
    texts = {page: page.read_text(encoding="utf-8") for page in pages}

    assert not theme.exists()
    assert [page for page, text in texts.items() if "assets/javascripts" in text or 'id="__config"' in text] == []


@pytest.mark.long
def test_no_browser_fetches_more_than_the_budget_or_from_elsewhere(chromium: Any, real_site: Path, server: str) -> None:
    faults = []
    for address in one_of_each(real_site).values():
        with opened(chromium, server + address) as (_, asked):
            faults += [f"{address}: asks {url}" for url in asked if not url.startswith((server, "data:", "blob:"))]
            own = [urlsplit(url).path for url in asked if url.startswith(server) and not url.endswith(WAITS)]
        fetched = {file_of(real_site, path) for path in own}
        if weight(fetched) > BUDGET:
            sizes = sorted(
                ((compressed(path), path.relative_to(real_site).as_posix()) for path in fetched), reverse=True
            )
            faults.append(f"{address}: {weight(fetched)} bytes: {sizes[:6]}")

    assert not faults, "\n".join(faults)


def test_the_index_is_fetched_when_the_search_is_opened_and_no_sooner(chromium: Any, server: str) -> None:
    with opened(chromium, server + "/") as (page, asked):
        before = list(asked)
        page.keyboard.press("Control+k")
        page.wait_for_selector("dialog.search[open]")
        page.keyboard.type("cluster")
        page.wait_for_selector(".search-passage mark")

    assert not [url for url in before if "assets/search" in url]
    assert [url for url in asked if "assets/search/names.js" in url]


def test_styles_and_scripts_of_a_page_are_weighed_and_its_images_are_not(tmp_path: Path) -> None:
    for name, text in {
        "cases/index.html": '<link rel="stylesheet" href="../a.css"><script src="../b.js"></script><img src="../c.png">',
        "a.css": "a {}",
        "b.js": "b()",
        "c.png": "c",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert named_files(tmp_path, "/cases/") == {tmp_path / name for name in ("cases/index.html", "a.css", "b.js")}
