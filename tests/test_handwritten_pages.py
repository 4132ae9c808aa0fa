"""The pages written by hand: plain Markdown whose titles, anchors, links and rules are true."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from generator.evidence import LABELS
from generator.records.case import Involvement

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def named(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_page_has_one_title_and_says_it_twice(path: Path) -> None:
    front, title = re.match(r"---\ntitle: (.+)\n---\n\n# (.+)\n", read(path)).groups()  # type: ignore[union-attr]

    assert front == title
    assert len(re.findall(r"^# ", read(path), flags=re.MULTILINE)) == 1


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_section_has_an_anchor_of_its_own_that_wording_cannot_change(path: Path) -> None:
    headings = re.findall(r"^##+ (.+)$", read(path), flags=re.MULTILINE)
    anchors = [found[1] if (found := re.search(r" \{#([a-z0-9-]+)\}$", heading)) else heading for heading in headings]

    assert headings
    assert [anchor for anchor in anchors if not re.fullmatch(r"[a-z0-9-]+", anchor)] == []
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_no_page_holds_html(path: Path) -> None:
    assert re.findall(r"<[a-zA-Z/!][^>]*>", read(path)) == []


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_link_between_hand_written_pages_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https:|form:)([^)#]*)(?:#([a-z0-9-]+))?\)", read(path))
    about = {DOCS / "about" / f"{name}.md" for name in ("fields", "codes", "quality", "accessibility")}
    made = about | {DOCS / "models" / "index.md"}

    targets = [((path.parent / file).resolve() if file else path, anchor) for file, anchor in links]

    assert [
        file
        for file, anchor in targets
        if file not in made and (not file.is_file() or (anchor and f"{{#{anchor}}}" not in read(file)))
    ] == []


def test_the_evidence_rule_tells_every_word_and_every_level_in_the_order_of_the_code() -> None:
    page = read(DOCS / "about" / "evidence.md")
    levels = page.partition("{#level}")[2].partition("\n## ")[0]

    assert [word for word in get_args(Involvement) if f"| `{word}` |" not in page] == []
    assert re.findall(r"^\| ([a-z ]+) \|", levels, flags=re.MULTILINE) == [LABELS[level] for level in reversed(LABELS)]
