from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from markdown import markdown

from generator.field_reference import NEEDS, anchor, as_cell, field_reference
from generator.grammars import BLANKS, CITATIONS, DATES, LINKS, NUMBERS, SHAPES, table
from generator.records import RECORD_TYPES, Part
from generator.records.examples import example_of
from generator.records.forms import Need, fields, groups, table_of
from generator.source import read_document
from generator.tables import TABLE_TYPES
from generator.text.citations import LOCATORS, faults_in_citations
from generator.text.dates import fault_in_date
from generator.text.prose import faults_in_prose
from generator.text.quantities import fault_in_quantity
from generator.validate import validate

PARTS = tuple({part: None for record_type in RECORD_TYPES.values() for part in (record_type, *groups(record_type))})
TEXT = field_reference()
HTML = markdown(TEXT, extensions=["tables", "attr_list", "md_in_html", "toc"])


class Outline(HTMLParser):
    """The ids, the links, and the cells of every row under the heading they stand below."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[str] = []
        self.rows: dict[str, list[list[str]]] = {}
        self.cell = False
        self.feed(HTML)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a":
            self.links.append(str(found["href"]))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)
        if tag == "tr":
            self.rows.setdefault(self.ids[-1], []).append([])
        if tag in {"td", "th"}:
            self.rows[self.ids[-1]][-1].append("")
            self.cell = True

    def handle_endtag(self, tag: str) -> None:
        self.cell = self.cell and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        if self.cell:
            self.rows[self.ids[-1]][-1][-1] += data


OUTLINE = Outline()


def _said(text: str) -> str:
    return text.replace("`", "")


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_of_every_part_stands_in_its_section_with_what_it_is(part: type[Part]) -> None:
    header, *rows = OUTLINE.rows[anchor(part)]

    assert header == ["Field", "What it is", "Needed?", "Form"]
    assert [row[0] for row in rows] == [field.name for field in fields(part)]
    assert [row[1] for row in rows] == [_said(field.description) for field in fields(part)]
    assert [row[2] for row in rows] == [re.sub(r"\[(.*)\]\(.*\)", r"\1", NEEDS[field.need]) for field in fields(part)]
    assert all(row[3] for row in rows)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_the_form_names_the_table_that_holds_the_words(part: type[Part]) -> None:
    forms = {row[0]: row[3] for row in OUTLINE.rows[anchor(part)]}
    tables = {table_type.name: table_type.path for table_type in TABLE_TYPES}

    for field in fields(part):
        name = table_of(field.form)
        assert not name or tables[name] in forms[field.name] or forms[field.name].endswith("code of a place")


def test_every_kind_of_need_is_among_the_fields() -> None:
    needs: set[Need] = {field.need for part in PARTS for field in fields(part)}

    assert needs == set(NEEDS)


def test_the_page_has_one_title_and_no_heading_leaves_a_level_out() -> None:
    levels = [int(tag[1]) for tag in OUTLINE.headings]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_anchor_is_given_once_and_every_link_leads_to_one() -> None:
    assert len(OUTLINE.ids) == len(set(OUTLINE.ids))
    assert OUTLINE.links
    assert {link for link in OUTLINE.links if link.removeprefix("#") not in OUTLINE.ids} == set()


def test_every_row_has_as_many_cells_as_its_header() -> None:
    assert {anchor: rows for anchor, rows in OUTLINE.rows.items() if len({len(row) for row in rows}) > 1} == {}


@pytest.mark.parametrize(
    "words",
    ["this | that", "`this|that` or [[other]]", "one *star* and an under_score_", "<b>", "{: #id }", "`{name: ...}`"],
)
def test_any_description_fits_into_a_cell(words: str) -> None:
    html = markdown(table(("a", "b"), [(as_cell(words), "next")]), extensions=["tables", "attr_list"])

    cells = re.findall(r"<td>(.*?)</td>", html, flags=re.DOTALL)
    assert [unescape(re.sub("<.*?>", "", cell)) for cell in cells] == [_said(words), "next"]


def test_no_markdown_is_left_in_the_page() -> None:
    words = re.sub(r"<(code|pre)>.*?</\1>", "", HTML, flags=re.DOTALL)

    assert re.findall(r"\*\w|\w\*|\]\(|\{#|`|\\|^\|", words, flags=re.MULTILINE) == []


@pytest.mark.parametrize("date", DATES)
def test_the_dates_are_dates(date: str) -> None:
    assert fault_in_date(date, interval=True) is None


@pytest.mark.parametrize("number", NUMBERS)
def test_the_numbers_are_numbers(number: str) -> None:
    assert fault_in_quantity(number, blank=True) is None


@pytest.mark.parametrize("citation", [citation for citation, _ in CITATIONS])
def test_the_citations_are_citations(citation: str) -> None:
    assert list(faults_in_citations(citation)) == []


@pytest.mark.parametrize("locator", LOCATORS)
def test_every_locator_is_named(locator: str) -> None:
    assert f"`{locator}`" in TEXT
    assert list(faults_in_citations(f"@rivas-2016, {locator} 9")) == []


@pytest.mark.parametrize("link", [link for link, _ in LINKS])
def test_the_links_are_links(link: str) -> None:
    assert faults_in_prose(f"See {link}.") == ()


def test_the_sample_of_a_record_is_one() -> None:
    lines = re.sub("^    ", "", f"{SHAPES}\n{BLANKS}\n", flags=re.MULTILINE)
    missing = [
        field
        for field in fields(RECORD_TYPES["case"])
        if field.need == "required" and not re.search(f"^{field.name}:", lines, re.MULTILINE)
    ]
    text = lines + "".join(f"{field.name}: {example_of(field.form, field.name)}\n" for field in missing)

    document, problems = read_document("content/cases/sample.yml", text.encode())
    assert document is not None

    assert (*problems, *validate(document, "case", "sample")[1]) == ()
