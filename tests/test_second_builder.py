"""The same Markdown, built by Zensical, says the same: Material for MkDocs ends one day, and the casebook does not.

Zensical reads mkdocs.yml as it stands, with our templates over its own copy of the theme. Only articles are compared; what
stands round them is each builder's own.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from fnmatch import fnmatch
from functools import cache
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

import pytest
from building import BASE, run

ADDED_BY_THE_THEME = {"headerlink", "md-content__button"}  # the sign beside a heading, the pencil
LEADING = ("href", "src", "srcset", "action")


class Article(NamedTuple):
    """What a page says: its words with white space folded; its ids and where its links lead, one a line, in order."""

    text: str
    ids: str
    links: str


class Difference(NamedTuple):
    """What Zensical writes where MkDocs writes something else, and why that may be."""

    pages: str
    aspect: str
    mkdocs: str
    zensical: str
    reason: str
    but: str = ""

    def is_on(self, page: str) -> bool:
        return fnmatch(page, self.pages) and not fnmatch(page, self.but)


DIFFERENCES = (
    Difference(
        pages="*",
        aspect="ids",
        mkdocs="",
        zensical="__skip\n",
        reason="its link past the navigation leads to the start of the article, Material's to the first heading",
        but="*/embed/index.html",  # it has no navigation
    ),
)


@pytest.fixture(scope="module")
def second_build(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site that Zensical makes of the Markdown of `real_site`, and what it said."""
    if find_spec("zensical") is None:
        message = "no Zensical: it comes with `pip install -e '.[test]'` where it was built for this kind of machine"
        if os.environ.get("CASEBOOK_REQUIRE_ZENSICAL") == "1":
            pytest.fail(message)
        pytest.skip(message)
    project = tmp_path_factory.mktemp("second")
    for name in ("build/docs", "generator/theme"):
        shutil.copytree(real_site.parent / name, project / name)
    shutil.copy(real_site.parent / "mkdocs.yml", project)
    done = run(project, [sys.executable, "-m", "zensical", "build"], CASEBOOK_SITE_URL=BASE)
    said = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)
    assert done.returncode == 0, (
        f"Zensical cannot build, perhaps because a template of ours is beyond it: {said[-800:]}"
    )
    return project / "site", said


@pytest.fixture(scope="module")
def second_site(second_build: tuple[Path, str]) -> Path:
    """The site that Zensical makes of the Markdown of `real_site`."""
    return second_build[0]


@pytest.mark.long
def test_both_builders_make_the_same_pages(real_site: Path, second_site: Path) -> None:
    assert set(_pages(real_site)) == set(_pages(second_site))


@pytest.mark.long
def test_zensical_finds_no_fault_with_the_pages(second_build: tuple[Path, str]) -> None:
    assert "No issues found" in second_build[1]


@pytest.mark.long
def test_every_article_says_the_same(real_site: Path, second_site: Path) -> None:
    assert _unlike(real_site, second_site) == []


@pytest.mark.long
def test_every_page_has_an_article_to_compare(real_site: Path) -> None:
    articles = {page: _article(real_site, page) for page in _pages(real_site)}
    cases = [article for page, article in articles.items() if page.startswith("cases/")]

    assert [page for page, article in articles.items() if not article.text] == []
    assert cases
    assert [article.text for article in cases if not (article.ids and article.links)] == []


@pytest.mark.long
@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda difference: difference.zensical.strip())
def test_every_listed_difference_is_still_there(second_site: Path, difference: Difference) -> None:
    pages = [page for page in _pages(second_site) if difference.is_on(page)]

    assert pages
    assert [
        page for page in pages if difference.zensical not in getattr(_article(second_site, page), difference.aspect)
    ] == []


@pytest.mark.parametrize(
    ("written", "changed", "aspect"),
    [
        ("<p>Two words", "<p>Two  other words", "text"),
        ("a<b>b", "a <b>b", "text"),
        ('id="facts"', 'id="facts_1"', "ids"),
        ('href="../timber/"', 'href="../../timber/"', "links"),
        ("</article>", '<a href="https://casebook.example/">Home</a></article>', "text"),
    ],
)
def test_a_page_that_differs_in_one_place_is_seen(tmp_path: Path, written: str, changed: str, aspect: str) -> None:
    html = '<article class="md-content__inner"><h2 id="facts">A</h2><p>Two words a<b>b</b> <a href="../timber/">c</a>'
    first, second = tmp_path / "first", tmp_path / "second"
    _write(first, f"{html}</article>")
    _write(second, f"{html}</article>".replace(written, changed).replace("<h2", '<a id="__skip"></a><h2'))

    assert [line.split(": ")[:2] for line in _unlike(first, second)][:1] == [["cases/lake/index.html", aspect]]


def test_what_is_not_the_articles_own_is_not_compared(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    _write(
        first, '<p>Menu</p><article class="md-content__inner"><h2>A<a class="headerlink" href="#a">#</a></h2></article>'
    )
    _write(second, '<article class="md-content__inner"> <a id="__skip"></a>\n<h2>A</h2> </article><p>Foot</p>')

    assert _unlike(first, second) == []


def _write(site: Path, html: str) -> None:
    page = site / "cases" / "lake" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(html, encoding="utf-8")


def _pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def _unlike(first: Path, second: Path) -> list[str]:
    """Where articles of two sites differ, and by what, but for the listed differences."""
    pairs = ((page, _article(first, page), _without_listed(page, _article(second, page))) for page in _pages(first))
    return [
        f"{page}: {aspect}: {_first_difference(one, other)}"
        for page, mkdocs, zensical in pairs
        for aspect, one, other in zip(Article._fields, mkdocs, zensical, strict=True)
        if one != other
    ]


def _without_listed(page: str, article: Article) -> Article:
    for difference in DIFFERENCES:
        if difference.is_on(page):
            said = getattr(article, difference.aspect).replace(difference.zensical, difference.mkdocs)
            article = article._replace(**{difference.aspect: said})
    return article


def _first_difference(one: str, other: str) -> str:
    """The place where two texts part, with a few words round it."""
    parting = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, parting - 40)
    return f"MkDocs {one[start : parting + 80]!r}, Zensical {other[start : parting + 80]!r}"


@cache
def _article(site: Path, page: str) -> Article:
    reader = _Reader(urljoin(BASE, page.removesuffix("index.html").removesuffix("404.html")))
    reader.feed((site / page).read_text(encoding="utf-8"))
    return Article(
        text=" ".join("".join(reader.text).split()),
        ids="".join(f"{name}\n" for name in reader.ids),
        links="".join(f"{address}\n" for address in reader.links),
    )


class _Reader(HTMLParser):
    """Reads the article of a page, without what the theme adds to it."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.depth = 0  # of articles: cards may be articles too
        self.is_added = False
        self.text: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        classes = set(values.get("class", "").split())
        if tag == "article" and (self.depth or "md-content__inner" in classes):
            self.depth += 1
        self.is_added = self.is_added or bool(classes & ADDED_BY_THE_THEME)
        if self.depth and not self.is_added:
            self.ids += [values["id"]] if "id" in values else []
            self.links += [urljoin(self.address, values[name]) for name in LEADING if name in values]

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":  # whatever the theme adds is one link
            self.is_added = False
        if tag == "article" and self.depth:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth and not self.is_added:
            self.text.append(data)
