"""The second wall: records made past every check give pages and files in which every text stays a text."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from string import ascii_lowercase, digits
from typing import Any

import openpyxl
import pytest
import yaml
from building import ROOT, SAMPLE
from figuring import note_figure
from hostile import KINDS, PLACINGS, RUN, filled, poison
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inspecting import Looked, looked, strange
from markupsafe import Markup

from generator.builder import config_of
from generator.catalogue import Catalogue
from generator.downloads import with_downloads
from generator.load import load
from generator.pages import RECORD_PAGES, Page, Settings, all_pages
from generator.pages.base import environment
from generator.pages.closed import closed
from generator.project import Project
from generator.publish import newest_check
from generator.records import RECORD_TYPES, Record
from generator.records.forms import Choice, Form, Text
from generator.records.marks import Line, Prose
from generator.search import search_files
from generator.slips import read_record
from generator.tables import Tables

pytestmark = pytest.mark.filterwarnings(
    "ignore:The following arguments for"
)  # what citeproc says of names it does not know
SETTINGS = Settings(site_url="https://casebook.example/")
TEXTS = tuple(text for texts in KINDS.values() for text in texts)
WORDS, REST = "words", "rest"
LETTERS = {"sources", *(f"letter-{letter}" for letter in ascii_lowercase + digits)}  # what a text itself brings along
FORMULA = re.compile(r"\s*[=+@\uff1d\uff0b\uff20-]|[\t\r\n]")


@cache
def tables() -> Tables:
    return load(ROOT).catalogue.tables


@cache
def records() -> tuple[Record, ...]:
    """The records of the sample, and one of each kind of which every field is filled."""
    kinds = {record_type.folder: kind for kind, record_type in RECORD_TYPES.items()}
    files = sorted(SAMPLE.glob("content/*/*.yml"))
    found = [read_record(str(file), file.read_bytes(), kinds[file.parent.name], file.stem).record for file in files]
    return (*(record for record in found if record), *of_each_kind())


@cache
def of_each_kind() -> tuple[Record, ...]:
    return tuple(
        record_type.model_validate(filled(record_type) | {"id": f"filled-{kind}"})
        for kind, record_type in RECORD_TYPES.items()
    )


def poisoned(found: Iterable[Record], texts: Sequence[str], which: str, start: int = 0) -> tuple[list[Record], int]:
    """Records of which each field that people fill with words, or each of the rest, holds the next of the texts; and how many."""
    number = start

    def change(right: str, form: Form) -> str:
        nonlocal number
        is_words = isinstance(form, Text) and isinstance(form.mark, Line | Prose)
        if isinstance(form, Choice) or is_words != (which == WORDS):
            return right
        number += 1
        return PLACINGS[number // len(texts) % len(PLACINGS)](right, texts[number % len(texts)])

    return [poison(record, change) for record in found], number - start


def site(found: Iterable[Record]) -> tuple[list[Page], dict[str, bytes]]:
    """The pages and the files of the search that these records give."""
    catalogue = Catalogue.of(found, tables())
    pages = list(with_downloads(all_pages(catalogue, SETTINGS), catalogue, SETTINGS, newest_check(catalogue)))
    return pages, dict(search_files(pages, catalogue))


@cache
def converter() -> Any:
    """Markdown with the extensions of the site."""
    import markdown  # noqa: PLC0415 - slow to load

    config = config_of(Project(ROOT))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def html_of(page: Page) -> str:
    return str(converter().reset().convert(split(page)[1]))


def split(page: Page) -> tuple[dict[str, Any], str]:
    """The front matter of a page, and what stands below."""
    found = re.match(r"---\n(.*?)\n---\n(.*)", page.markdown, re.DOTALL)
    return (yaml.safe_load(found[1]), found[2]) if found else ({}, page.markdown)


def kind_of(page: Page) -> str:
    return page.uri.rpartition("/")[0] if not page.uri.endswith("index.md") else page.uri


@cache
def clean() -> tuple[Looked, dict[str, set[str]]]:
    """What pages without hostile texts are made of: elements and attributes of all, and the headings of each kind."""
    known = Looked()
    headings: dict[str, set[str]] = {}
    for page in site(records())[0]:
        found = looked(html_of(page))
        known.elements |= found.elements
        known.attributes |= found.attributes
        headings.setdefault(kind_of(page), set()).update(key for _, key in found.headings)
    return known, headings


def faults(pages: Iterable[Page], *, is_words: bool = False) -> Iterator[str]:
    """What is wrong with pages: what runs, leads elsewhere, breaks the nesting, the front matter or the files beside them."""
    known, headings = clean()
    for page in pages:
        head, _ = split(page)
        found = looked(html_of(page))
        yield from (f"{page.uri}: {one}" for one in strange(found, known))
        if [tag for tag, _ in found.headings].count("h1") != 1:
            yield f"{page.uri}: not one first heading"
        if any(not re.fullmatch(r"[\w.-]+", key, re.ASCII) for _, key in found.headings):
            yield f"{page.uri}: a heading of no template"
        if is_words and {key for _, key in found.headings} - headings[kind_of(page)] - LETTERS:
            yield f"{page.uri}: other headings"
        if not set(head) <= {"title", "description", "styles", "scripts", "told", "search", "template", "kind"}:
            yield f"{page.uri}: other front matter"
        if re.search(r"[<>\"{}]", f"{head.get('title')}{head.get('description')}"):
            yield f"{page.uri}: signs of HTML in its title"
        if re.search(r"[<>&]", head.get("told", "")) or not json.loads(head.get("told", "1")):
            yield f"{page.uri}: what it tells programs ends its script"
        if any(sign in "".join(found.words) for sign in "\x02\x03"):
            yield f"{page.uri}: what Markdown put aside stands there"
        yield from (f"{page.uri} {name}: {one}" for name, text in page.beside for one in faults_beside(name, text))
        yield from (f"{path}: {one}" for path, text in page.assets for one in faults_in_script(text))


def faults_beside(name: str, file: str | bytes) -> Iterator[str]:
    """What is wrong with a file for people and programs."""
    raw = file if isinstance(file, bytes) else file.encode()
    if name.endswith(".json"):
        json.loads(raw)
    elif name.endswith(".csv"):
        yield from (f"formula {cell!r}" for cell in cells(raw) if runs(cell))
    elif name.endswith(".svg"):
        yield from (fault for fault in looked(raw.decode()).faults if fault != "<style>")
    elif name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for inner in archive.namelist():
                yield from (f"{inner}: {one}" for one in faults_beside(inner, archive.read(inner)))
    elif name.endswith(".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(raw))
        found = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
        yield from (f"formula {cell.value!r}" for cell in found if cell.data_type == "f" or cell.hyperlink)


def cells(raw: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"))):
        yield from row


def runs(cell: str) -> bool:
    """Tell whether a spreadsheet would run a cell; a number may begin with a sign."""
    return bool(FORMULA.match(cell)) and not re.fullmatch(r"-?\d+(?:\.\d+)?", cell)


def faults_in_script(text: str) -> Iterator[str]:
    """What is wrong with data that stand in a script: they must be data, and HTML in them as harmless as on pages."""
    for statement in filter(None, text.strip().split(";\n")):
        found = re.fullmatch(
            r"[\w.]+(?:\[(\"(?:[^\"\\]|\\.)*\")\])? = (.+?);?|document\.dispatchEvent\(new CustomEvent\(\"search-part\",\{detail:(.+)\}\)\)",
            statement,
            re.DOTALL,
        )
        if not found:
            yield f"no data: {statement[:60]!r}"
            continue
        yield from (
            fault
            for html in strings(json.loads(found[2] or found[3]), "html")
            for fault in strange(looked(html), clean()[0])
        )


def strings(value: Any, key: str) -> Iterator[str]:
    """Every text below `value` that stands under a key."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from [inner] if name == key and isinstance(inner, str) else strings(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, key)


def faults_of(pages: Sequence[Page], files: dict[str, bytes], *, is_words: bool = False) -> list[str]:
    """What is wrong with a site."""
    searched = (f"{name}: {one}" for name, raw in files.items() for one in faults_in_script(raw.decode()))
    return [*faults(pages, is_words=is_words), *searched]


def tried(which: str, rounds: int) -> tuple[int, list[str]]:
    """How many fields were filled with hostile texts, and what was wrong with the site; each round begins with another text."""
    count, found = 0, []
    for at in range(rounds):
        made, filled_in = poisoned(records(), TEXTS, which, start=at * 37)
        count += filled_in
        found += faults_of(*site(made), is_words=which == WORDS)
    return count, found


@pytest.mark.long
def test_every_hostile_text_in_every_field_leaves_the_site_whole() -> None:
    words, found = tried(WORDS, 5)
    others, more = tried(REST, 5)

    note_figure("hostile-texts-that-change-a-page", len(found) + len(more), of=words + others)
    assert found + more == []


PIECES = st.lists(
    st.sampled_from(
        [*TEXTS, "cluster", " ", "\n", "\n\n", "- ", "<", ">", '"', "'", "](", "[", "{", "}", "&", "=", "|"]
    ),
    min_size=1,
    max_size=6,
).map("".join)


@pytest.mark.parametrize("record", of_each_kind(), ids=lambda record: record.kind)
@given(pieces=st.lists(PIECES, min_size=1, max_size=4), which=st.sampled_from([WORDS, REST]))
@settings(derandomize=True, deadline=None, max_examples=4, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_made_of_hostile_pieces_stays_text(record: Record, pieces: list[str], which: str) -> None:
    assert faults_of_pages_of(record, pieces, which) == []


@pytest.mark.long
@pytest.mark.parametrize("record", of_each_kind(), ids=lambda record: record.kind)
@given(pieces=st.lists(PIECES, min_size=1, max_size=8), which=st.sampled_from([WORDS, REST]))
@settings(derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_made_of_many_hostile_pieces_stays_text(record: Record, pieces: list[str], which: str) -> None:
    assert faults_of_pages_of(record, pieces, which) == []


def faults_of_pages_of(record: Record, texts: list[str], which: str) -> list[str]:
    """What is wrong with the page of a record when its fields hold these texts, one after the other."""
    made, _ = poisoned([record], texts, which)
    catalogue = closed(Catalogue.of(made, tables()))
    pages = RECORD_PAGES[record.kind](catalogue, catalogue.records[record.id], SETTINGS).pages()
    return list(faults(pages))


def test_a_text_that_nobody_escapes_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("generator.pages.base", "generator.pages.prose"):
        monkeypatch.setattr(f"{module}.escape", lambda text: Markup(str(text)))
    environment.cache_clear()

    try:
        found = faults_of_pages_of(of_each_kind()[0], list(KINDS["scripts"]), WORDS)
    finally:
        environment.cache_clear()
    assert any("<script" in fault for fault in found)


def test_an_anchor_that_nobody_cleans_is_seen() -> None:
    made, _ = poisoned(of_each_kind(), [f"x onclick={RUN}"], REST)
    catalogue = Catalogue.of(made, tables())
    pages = [
        page
        for record in catalogue.records.values()
        for page in RECORD_PAGES[record.kind](catalogue, record, SETTINGS).pages()
    ]

    assert any("onclick" in fault for fault in faults(pages))


def test_a_picture_from_elsewhere_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    case = of_each_kind()[0]
    pictures = ["![x](https://elsewhere.example/x.png)"]
    assert faults_of_pages_of(case, pictures, WORDS) == []

    monkeypatch.setattr("generator.text.escaping._SPECIAL", re.compile(r"[\\`*_{}\[\]<>&#|~^\"]"))
    assert any("asks another host" in fault for fault in faults_of_pages_of(case, pictures, WORDS))


def test_an_address_that_runs_is_seen() -> None:
    assert looked('<a href="java\nscript:x">x</a>').faults != []
    assert looked('<a href="//elsewhere.example/">x</a>').faults != []
    assert looked('<a href="https://casebook.example@elsewhere.example/">x</a>').faults != []
    assert looked('<a href="https://elsewhere.example/">x</a><a href="../x/#y">y</a>').faults == []


def test_no_download_holds_a_formula_that_came_from_a_text() -> None:
    made, _ = poisoned(records(), KINDS["formulas"], WORDS)
    pages, _ = site(made)
    files = [(page, name, file) for page in pages for name, file in page.beside]
    found = [f"{page.uri} {name}: {fault}" for page, name, file in files for fault in faults_beside(name, file)]

    note_figure("formulas-in-downloads", len(found), of=len(files), tools=(f"openpyxl {openpyxl.__version__}",))
    assert found == []


def test_a_formula_that_is_left_in_a_download_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.downloads.formats.inert", lambda text: text)
    made, _ = poisoned(records(), KINDS["formulas"], WORDS)

    pages, _ = site(made)

    assert any(fault for page in pages for name, file in page.beside for fault in faults_beside(name, file))
    assert not list(faults_beside("x.csv", b"id,name\n2,-2\n3,'=x\n"))
