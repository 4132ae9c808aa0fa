"""The page of the map: marks lead to the list, the list says the same, and hostile text stays text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from building import ROOT

from generator.catalogue import Catalogue
from generator.load import load
from generator.maps.places import places
from generator.pages import Page, Settings, all_pages
from generator.pages.map import MapPage
from generator.records import Case
from generator.tables import Row


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return load(ROOT).catalogue


@pytest.fixture(scope="module")
def page(real: Catalogue) -> Page:
    return MapPage(real).page()


def drawing(markdown: str, kind: str) -> str:
    found = re.search(rf'<svg class="{kind}".*?</svg>', markdown)
    assert found
    return found[0]


def test_every_mark_leads_to_an_entry_of_the_list(page: Page) -> None:
    entries = set(re.findall(r"^\{: #((?:place|nuts)-[a-z0-9-]+) \}$", page.markdown, re.MULTILINE))
    marks = re.findall(r'<a class="mark \w+" href="#([^"]+)"', drawing(page.markdown, "wide"))

    assert len(marks) > 50
    assert set(marks) == entries


def test_the_parts_for_small_windows_show_each_mark_once_and_leave_none_out(page: Page) -> None:
    parts = [
        mark
        for kind in ("overview", "west", "middle")
        for mark in re.findall(r'<a class="mark \w+" href="#([^"]+)"', drawing(page.markdown, kind))
    ]

    assert sorted(parts) == sorted(re.findall(r'<a class="mark \w+" href="#([^"]+)"', drawing(page.markdown, "wide")))


def test_marks_come_in_the_order_of_the_list(page: Page) -> None:
    numbers = [int(number) for number in re.findall(r'<text y="4.5">(\d+)</text>', drawing(page.markdown, "wide"))]

    assert numbers == list(range(1, len(numbers) + 1))


def test_the_list_links_every_case_and_every_body_with_a_place(real: Catalogue, page: Page) -> None:
    wanted = {*(case.id for case in real.cases), *(body.id for body in real.organisations if body.place)}
    linked = set(re.findall(r"\]\(\.\./(?:cases|organisations)/([a-z0-9-]+)\.md\)", page.markdown))

    assert linked - {"index"} == wanted


def test_bodies_without_a_place_are_counted(real: Catalogue, page: Page) -> None:
    placeless = sum(not body.place for body in real.organisations)

    assert placeless
    assert f"\n{placeless} of the [organisations]" in page.markdown


def test_the_outline_stands_beside_the_page_and_is_asked_for_by_its_name(page: Page) -> None:
    ((name, text),) = page.beside

    assert set(re.findall(r'<image href="([^"]+)"', page.markdown)) == {name}
    assert isinstance(text, str)
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert len(text) < 60_000


def test_nothing_on_the_map_needs_a_style_or_a_script_of_its_own(page: Page) -> None:
    assert re.findall(r"\sstyle=|<style|<script|\son\w+=", page.markdown) == []


def test_a_place_whose_name_is_hostile_stays_text(real: Catalogue, make_case: Callable[..., Case]) -> None:
    hostile = '"><script>alert(1)</script>[x](y)*'
    row = real.tables["places"]["es-bilbao"]
    rows = {
        **real.tables["places"],
        "es-bilbao": Row("es-bilbao", {**row.cells, "name": hostile, "native_name": hostile}),
    }
    catalogue = Catalogue.of([make_case(places=["es-bilbao"])], {**real.tables, "places": rows})

    markdown = MapPage(catalogue).page().markdown

    assert "<script" not in markdown
    assert "[x](y)" not in markdown


def test_the_same_records_give_the_same_map(real: Catalogue) -> None:
    assert MapPage(load(ROOT).catalogue).page() == MapPage(real).page()


def test_a_place_outside_of_the_map_is_told_in_the_list(real: Catalogue, make_case: Callable[..., Case]) -> None:
    row = real.tables["places"]["es-seville"]
    far = Row(
        "es-canaries",
        {**row.cells, "name": "Canaries", "latitude": "28.1", "longitude": "-15.4", "precision": "region centre"},
    )
    catalogue = Catalogue.of(
        [make_case(places=["es-canaries"])], {**real.tables, "places": {**real.tables["places"], "es-canaries": far}}
    )

    markdown = MapPage(catalogue).page().markdown

    assert "region, outside of the map" in markdown
    assert 'class="mark city" href' not in markdown
    assert 'class="mark region" href' not in markdown


def test_an_empty_catalogue_has_a_map() -> None:
    (page,) = (page for page in all_pages(Catalogue.of([]), Settings()) if page.uri == "map/index.md")

    assert "<svg" in page.markdown
    assert places(Catalogue.of([])) == ()


def test_the_list_of_cases_leads_to_the_map(real: Catalogue) -> None:
    (cases,) = (page for page in all_pages(real, Settings()) if page.uri == "cases/index.md")

    assert "[On the map](../map/index.md)" in cases.markdown
