"""No file of the site names another host to load something from: not a page, not a style, not a script, not a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from figuring import note_figure

# What a browser loads, sends to or connects to of its own accord; `a`, `area` and `link rel=canonical` only lead somewhere.
LOADS = {
    "src": None, "srcset": None, "poster": None, "data": frozenset({"object"}), "action": None, "formaction": None,
    "background": None, "ping": None, "manifest": None, "href": frozenset({"use", "image", "feimage", "base", "script"}),
    "xlink:href": frozenset({"use", "image", "feimage", "script"}),
}  # fmt: skip
LINKS = frozenset({"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "manifest", "prerender"})  # fmt: skip
FOREIGN = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
IN_STYLES = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])\s*((?:https?:)?//[^\"')\s]+)", re.IGNORECASE)
IN_SCRIPTS = re.compile(r"[\"'`]((?:https?:|wss?:)?//[\w.-]+\.[a-z]{2,}[^\"'`\s]*)", re.IGNORECASE)
NAMES_ONLY = ("http://www.w3.org/",)  # namespaces, which nobody loads
# Plotly has kinds of charts that fetch maps; ours are of other kinds, and the policy of each page refuses those addresses.
PLOTLY = "assets/plotly.min.js"
# The texts of the search and of the comparison are strings that pages show; addresses in them are links of the records.
DATA = ("assets/search/", "assets/compare/")


class _Loaded(HTMLParser):
    """The addresses of other hosts that a page makes a browser load from, of its own accord."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.is_style = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.is_style = tag == "style"
        if tag == "link" and LINKS & set(values.get("rel", "").lower().split()):
            self.found += [values["href"]] if FOREIGN.match(values.get("href", "")) else []
        for name, tags in LOADS.items():
            if name in values and (tags is None or tag in tags):
                self.found += [one for one in values[name].split(", ") if FOREIGN.match(one)]
        self.found += IN_STYLES.findall(values.get("style", ""))
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.found += re.findall(r"url=((?:https?:)?//\S+)", values.get("content", ""), re.IGNORECASE)

    handle_startendtag = handle_starttag

    def handle_data(self, data: str) -> None:
        self.found += IN_STYLES.findall(data) if self.is_style else []

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the name of HTMLParser
        self.is_style = False


def elsewhere(site: Path) -> Iterator[str]:
    """Each address of another host that a file of the site would load from, with the file."""
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if not file.is_file() or name == PLOTLY or name.startswith(DATA):
            continue
        if file.suffix in {".html", ".svg"}:
            found = _Loaded(file.read_text(encoding="utf-8")).found
        elif file.suffix == ".css":
            found = IN_STYLES.findall(file.read_text(encoding="utf-8"))
        elif file.suffix == ".js":
            found = IN_SCRIPTS.findall(file.read_text(encoding="utf-8"))
        else:
            continue
        yield from (f"{name}: {address}" for address in found if not address.startswith(NAMES_ONLY))


def test_no_file_of_the_site_loads_from_elsewhere(real_site: Path) -> None:
    found = list(elsewhere(real_site))
    looked = sum(file.suffix in {".html", ".svg", ".css", ".js"} for file in real_site.rglob("*"))
    note_figure("addresses-in-assets", len(found), of=looked)

    assert found == []


def test_no_font_comes_with_the_site(real_site: Path) -> None:
    fonts = {".woff", ".woff2", ".ttf", ".otf", ".eot"}

    assert [file.name for file in real_site.rglob("*") if file.suffix in fonts] == []


@pytest.mark.parametrize(
    ("name", "text", "address"),
    [
        ("a.css", "@font-face { src: url(https://fonts.elsewhere.example/a.woff2) }", "https://fonts.elsewhere.example/a.woff2"),
        ("b.css", '@import "//elsewhere.example/b.css";', "//elsewhere.example/b.css"),
        ("c.html", '<link rel="stylesheet" href="https://elsewhere.example/c.css">', "https://elsewhere.example/c.css"),
        ("d.html", '<img srcset="a.png 1x, https://elsewhere.example/d.png 2x">', "https://elsewhere.example/d.png 2x"),
        ("e.html", "<style>p { background: url('//elsewhere.example/e') }</style>", "//elsewhere.example/e"),
        ("f.html", '<form action="https://elsewhere.example/f"></form>', "https://elsewhere.example/f"),
        ("g.svg", '<svg><image href="https://elsewhere.example/g.png"/></svg>', "https://elsewhere.example/g.png"),
        ("h.js", 'fetch("https://elsewhere.example/h")', "https://elsewhere.example/h"),
        ("i.html", '<iframe src="//elsewhere.example/i"></iframe>', "//elsewhere.example/i"),
    ],
)  # fmt: skip
def test_a_remote_font_is_seen(tmp_path: Path, name: str, text: str, address: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert list(elsewhere(tmp_path)) == [f"{name}: {address}"]


def test_a_link_that_only_leads_elsewhere_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<link rel="canonical" href="https://elsewhere.example/"><a href="https://elsewhere.example/">there</a>',
        encoding="utf-8",
    )

    assert list(elsewhere(tmp_path)) == []
