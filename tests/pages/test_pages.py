"""Every page of the sample: golden Markdown for one of each kind, and what all of them share."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.load import load
from generator.pages import Page, Settings, all_pages
from generator.records import RECORD_TYPES, Part
from generator.records.walk import field_names, is_text

EXPECTED = Path(__file__).parent.parent / "sample" / "expected"
SETTINGS = Settings("Casebook", "https://casebook.example/")


@pytest.fixture
def pages(sample_project: Path) -> dict[str, Page]:
    """The sample's pages by file."""
    return {page.uri: page for page in all_pages(load(sample_project).catalogue, SETTINGS)}


def test_one_page_of_each_kind_is_as_expected(pages: dict[str, Page], *, update: bool) -> None:
    chosen = [
        next(uri for uri in sorted(pages) if uri.startswith(f"{record_type.folder}/") and not uri.endswith("/index.md"))
        for record_type in RECORD_TYPES.values()
    ]
    for uri in [*chosen, "index.md", "cases/index.md"]:
        golden = EXPECTED / uri
        if update:
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(pages[uri].markdown.encode())
        assert golden.is_file(), f"{uri} has no golden copy: run `pytest --update`, and read it"
        assert pages[uri].markdown == golden.read_text(encoding="utf-8"), (
            f"{uri} has changed: read the difference, then run `pytest --update`"
        )


def test_every_page_has_a_title_one_first_heading_and_no_gap(pages: dict[str, Page]) -> None:
    for uri, page in pages.items():
        headings = [line for line in page.markdown.split("\n") if line.startswith("# ")]
        assert len(headings) == 1, uri
        assert page.markdown.startswith('---\ntitle: "'), uri
        assert "\n\n\n" not in page.markdown, uri


def test_every_heading_has_an_anchor_of_its_own(pages: dict[str, Page]) -> None:
    for uri, page in pages.items():
        headings = [
            line
            for line in page.markdown.split("\n")
            if line.startswith(("# ", "## ", "### ")) and not line.startswith("    ")
        ]
        assert all(re.search(r"\{(?:: )?#", line) for line in headings), uri
        assert len(page.anchors) == len(set(page.anchors)), uri


def test_every_link_from_page_to_page_finds_its_anchor(pages: dict[str, Page]) -> None:
    made_elsewhere = ("about/", "contribute.md", "data/")
    for uri, page in pages.items():
        for target, anchor in re.findall(r"\]\(([^()<>#:]*\.md)?(?:#([a-z0-9-]+))?\)", page.markdown):
            there = posixpath.normpath(posixpath.join(posixpath.dirname(uri), target)) if target else uri
            if there.startswith(made_elsewhere):
                continue
            assert there in pages, f"{uri} links {there}"
            assert not anchor or anchor in pages[there].anchors, f"{uri} links {there}#{anchor}"


def test_limits_stand_beside_results_on_a_case(pages: dict[str, Page]) -> None:
    markdown = pages["cases/fribourg.md"].markdown

    assert 0 < markdown.index("{#results}") < markdown.index("{#limits}") < markdown.index("{#conditions}")


def test_a_case_tells_as_of_when_it_is_told(pages: dict[str, Page]) -> None:
    assert "**As told in November 2018.**" in pages["cases/fribourg.md"].markdown


def test_a_blank_section_says_why_it_is_blank(pages: dict[str, Page]) -> None:
    assert "- Priorities: not reported by the sources\n{#priorities }" in pages["cases/fribourg.md"].markdown


def test_a_source_lists_what_is_taken_from_it(pages: dict[str, Page]) -> None:
    markdown = pages["sources/keller-2018.md"].markdown

    assert "{#sentences-taken}" in markdown
    assert "../cases/fribourg.md#limits" in markdown


HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) {{ 7*7 }} `c` # h | t | {: onclick=x } \"q\" 'a' -->"


def test_hostile_text_in_any_field_stays_text(sample_project: Path) -> None:
    for page in all_pages(_poisoned(load(sample_project).catalogue), SETTINGS):
        assert "<script" not in page.markdown, page.uri
        body = page.markdown.split("---\n", 2)[2].split("\n")
        for line in body:
            is_code = line.startswith("    ")  # the entry for BibTeX, which Markdown shows as it is
            assert is_code or "](javascript:" not in line, page.uri
            assert is_code or "{: onclick" not in line, page.uri
            assert "-->" not in line, page.uri


def test_the_hostile_text_really_stands_in_the_records(sample_project: Path) -> None:
    poisoned = _poisoned(load(sample_project).catalogue)

    assert all(
        HOSTILE in case.title and HOSTILE in case.actors[0].text
        for case in poisoned.cases
        if case.actors and case.actors[0].text
    )


def _poisoned(catalogue: Catalogue) -> Catalogue:
    """The same records with hostile words in every text that people write, past every check."""
    records = []
    for entry in catalogue.entries.values():
        record: Any = entry.record
        for text in entry.marked:
            if is_text(text.mark) and text.path[0] not in {"blanks", "verified"}:
                record = _put(record, text.path, f"{HOSTILE} {text.text}")
        records.append(record)
    return Catalogue.of(records, catalogue.tables)


def _put(value: Any, path: tuple[str | int, ...], text: str) -> Any:
    """A copy of `value` with `text` at `path`."""
    if not path:
        return value.model_copy(update={"name": text}) if isinstance(value, Part) else text
    head, rest = path[0], path[1:]
    if isinstance(value, tuple) and isinstance(head, int):
        return (*value[:head], _put(value[head], rest, text), *value[head + 1 :])
    part: type[Part] = type(value)
    name = field_names(part)[str(head)]
    inner = getattr(value, name)
    return value.model_copy(update={name: _put(inner, rest, text)})


def test_report_a_mistake_opens_the_form_with_the_page_filled_in(sample_project: Path) -> None:
    form = "https://example.org/new?template={form}.yml&page={page}"
    settings = Settings("Casebook", "https://casebook.example/", form)

    made = {page.uri: page for page in all_pages(load(sample_project).catalogue, settings)}["cases/fribourg.md"]

    filled = "page=https%3A%2F%2Fcasebook.example%2Fcases%2Ffribourg%2F"
    assert f"[Report a mistake on this page](<https://example.org/new?template=mistake.yml&{filled}>)" in made.markdown


def test_without_a_form_the_reader_is_led_to_the_page_that_says_how(pages: dict[str, Page]) -> None:
    assert "[Report a mistake on this page](../about/index.md#report)" in pages["cases/fribourg.md"].markdown


def test_the_first_page_lists_every_problem_that_cases_speak_to_on_a_line_of_its_own(pages: dict[str, Page]) -> None:
    section = pages["index.md"].markdown.partition("{#troubles}")[2].partition("\n## ")[0]
    listed = re.findall(r"^- \[[^\]]+\]\(cases/index\.md#(challenge-[a-z-]+)\)", section, flags=re.MULTILINE)

    assert listed
    assert listed == [anchor for anchor in pages["cases/index.md"].anchors if anchor.startswith("challenge-")]


def test_two_works_of_one_author_and_year_are_told_apart_by_a_letter(make_source: Any) -> None:
    works = [make_source(id="lake-first", title="A first look"), make_source(id="lake-second", title="The second look")]

    catalogue = Catalogue.of(works)

    assert [catalogue.short_name(work)[-1] for work in works] == ["a", "b"]
    assert works[0].short == works[1].short


def test_the_first_screen_shows_money_before_other_figures(pages: dict[str, Page]) -> None:
    keys = pages["cases/basque-country.md"].markdown.partition('<div class="keys" markdown>')[2].partition("</div>")[0]

    assert re.findall(r"^- \*\*([^*]+)\*\*", keys, flags=re.MULTILINE) == [
        "EUR 1.5 million a year",
        "around 100 members",
    ]


def test_actors_stand_by_level_from_europe_down_each_in_a_paragraph_of_its_own(pages: dict[str, Page]) -> None:
    lines = (
        pages["cases/fribourg.md"]
        .markdown.partition('<div class="levels" markdown>')[2]
        .partition("</div>")[0]
        .split("\n")
    )
    levels = [
        lines[at]
        for at in range(len(lines) - 1)
        if lines[at] and not lines[at].startswith(":") and lines[at + 1][:1] == ":"
    ]

    assert levels == [
        level for level in ("European", "National", "Regional", "Metropolitan", "Local", "Others") if level in levels
    ]
    assert "Others" in levels
    assert all(
        lines[at - 1] in {"", *levels} and not lines[at + 1] for at, line in enumerate(lines) if line.startswith(":")
    )


def test_the_ways_for_hurried_readers_lead_only_to_what_is_there(pages: dict[str, Page]) -> None:
    ways = {uri: re.search(r"^In a hurry\? (.+)$", pages[uri].markdown, flags=re.MULTILINE) for uri in pages}
    told = {uri: re.findall(r"\]\(#([a-z]+)\)", found[1]) for uri, found in ways.items() if found}

    assert told["cases/basque-country.md"] == ["limits"]
    assert told["cases/fribourg.md"] == ["results", "limits", "conditions"]
    assert all(found[1].endswith(")") for found in ways.values() if found)
