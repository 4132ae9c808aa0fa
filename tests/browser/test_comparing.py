"""Cases side by side in a real browser: choosing, the address, what is marked, the phone, the download, no script, no server."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from auditing import DARK, LIGHT, violations
from building import ROOT

from generator.load import load
from generator.pages.case_sets import case_sets

SETS = tuple(case_sets(load(ROOT).catalogue))
PAIR = "/compare/?cases=basque-country,bordeaux"
THREE = "/compare/?cases=basque-country,bordeaux,porto"
TABLE = ".side-by-side table"
HEADS = f"{TABLE} thead th:not([hidden]) a"
WORDS = """() => ({
  rows: [...document.querySelectorAll(".side-by-side tr")].map((row) =>
    [...row.cells].map((cell) => cell.textContent.replace(/\\s+/g, " ").trim())),
  marked: [...document.querySelectorAll(".side-by-side tr.differs")].map((row) => row.id),
  folded: document.querySelector(".folded")?.textContent.replace(/\\s+/g, " ").trim() ?? "",
  jumps: [...document.querySelectorAll("p.jump a")].map((link) => link.hash),
  sources: [...document.querySelectorAll("[id^=source-]")].map((entry) => entry.id),
  links: [...document.querySelectorAll(".side-by-side a")].map((link) => link.href.replace(/.*(?=#source-)/, "")),
})"""
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """An empty page, wide and light."""
    with chromium.new_context(**LIGHT, accept_downloads=True) as context:
        opened = context.new_page()
        opened.set_default_timeout(10_000)
        yield opened


def opened(page: Any, address: str) -> Any:
    page.goto(address)
    page.wait_for_selector(TABLE)
    return page


def heads(page: Any) -> list[str]:
    """The cases that are shown, from left to right."""
    found: list[str] = page.locator(HEADS).all_inner_texts()
    return found


def box(page: Any, case: str) -> Any:
    return page.locator(f".choices input[value={case}]")


def table_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_address_alone_brings_two_cases_with_their_dates(page: Any, server: str) -> None:
    opened(page, server + PAIR)

    assert heads(page) == ["Basque Country", "Bordeaux"]
    assert page.locator("thead .told").all_inner_texts() == ["as told in 2016", "as told in 2016"]
    assert page.title() == "Basque Country, Bordeaux – Compare cases – Casebook"


def test_two_keystrokes_choose_a_case_and_the_focus_and_the_address_stay_with_it(page: Any, server: str) -> None:
    page.goto(server + "/compare/")
    box(page, "bordeaux").focus()

    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_selector(TABLE)

    assert heads(page) == ["Bordeaux", "Bucharest and Turin"]
    assert page.evaluate("document.activeElement.value") == "bucharest-smart-city-clusters"
    assert page.url == f"{server}/compare/?cases=bordeaux,bucharest-smart-city-clusters"
    assert "2 of at most 6 chosen" in page.inner_text(".chooser [role=status]")


def test_taking_a_case_out_leaves_the_others_and_fewer_than_two_show_no_table(page: Any, server: str) -> None:
    opened(page, server + THREE)
    page.click(".chooser summary")

    box(page, "bordeaux").uncheck()
    page.wait_for_function("document.querySelectorAll('thead a').length === 2")
    left = heads(page)
    box(page, "porto").uncheck()

    page.wait_for_selector(TABLE, state="detached")
    assert left == ["Basque Country", "Porto"]
    assert "Choose 1 more" in page.inner_text(".chooser [role=status]")


def test_six_are_the_most_and_the_field_above_finds_without_accents(page: Any, server: str) -> None:
    page.goto(server + "/compare/")
    boxes = page.locator(".choices input")
    for at in range(6):
        boxes.nth(at).check()

    assert page.locator(".choices input:disabled").count() == boxes.count() - 6
    page.fill(".chooser input[type=search]", "malmo")
    assert page.locator(".choices li:visible").all_inner_texts()[0].startswith("Malmö")
    assert page.locator(".choices li:visible").count() == 1


def test_a_case_that_is_not_there_is_told_and_markup_in_the_address_stays_text(page: Any, server: str) -> None:
    opened(page, server + PAIR + ",<img%20src=x%20onerror=alert(1)>")

    assert "There is no case by the name of <img src=x" in page.inner_text(".chooser [role=status]")
    assert page.locator("img[src=x]").count() == 0


def test_a_case_that_cannot_be_loaded_is_told_by_name(page: Any, server: str) -> None:
    page.route("**/assets/compare/bordeaux.js", lambda route: route.abort())
    page.goto(server + PAIR)

    page.wait_for_function(
        "document.querySelector('.chooser [role=status]').textContent.includes('could not be loaded')"
    )

    assert page.inner_text(".chooser [role=status]").startswith("Bordeaux")


def test_only_the_cases_that_are_shown_are_loaded(page: Any, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/compare/")[2]))

    opened(page, server + PAIR)

    assert {name for name in asked if name.endswith(".js")} >= {"cases.js", "basque-country.js", "bordeaux.js"}
    assert not [name for name in asked if name in {"porto.js", "fribourg.js"}]


@pytest.mark.parametrize("chosen", SETS, ids=lambda chosen: chosen.id)
def test_a_chosen_comparison_says_what_the_ready_made_one_says(page: Any, server: str, chosen: Any) -> None:
    ready = opened(page, f"{server}/compare/{chosen.id}/").evaluate(WORDS)

    made = opened(page, f"{server}/compare/?cases={chosen.choice}").evaluate(WORDS)

    for part in ready:
        assert made[part] == ready[part], part


def test_only_what_differs_is_kept_in_the_address_and_the_download_holds_just_that(page: Any, server: str) -> None:
    opened(page, server + PAIR)
    everything = page.locator(f"{TABLE} tbody tr:visible").count()

    page.get_by_label("Only what differs").check()
    shown = page.locator(f"{TABLE} tbody tr:visible th").all_inner_texts()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV of what is shown").click()
    found = table_of(Path(download.value.path()).read_text(encoding="utf-8"))

    assert page.url.endswith("cases=basque-country,bordeaux&only=differs")
    assert 0 < len(shown) < everything
    assert download.value.suggested_filename == "basque-country-with-bordeaux.csv"
    assert found[0] == ["Field", "Basque Country", "Bordeaux"]
    assert [row[0] for row in found[2:]] == [name.split("\n")[0] for name in shown]


def test_the_download_of_a_chosen_comparison_is_that_of_the_ready_made_one(page: Any, server: str) -> None:
    ready = page.request.get(f"{server}/compare/metropolitan/metropolitan.csv").text()
    opened(page, f"{server}/compare/?cases={SETS[0].choice}")

    made = page.evaluate("comparing.csv(document.querySelector('.side-by-side table'))")

    assert table_of(made) == table_of(ready)


def test_a_cell_that_a_spreadsheet_would_run_stays_text(page: Any, server: str) -> None:
    opened(page, server + PAIR)
    page.evaluate("document.querySelectorAll('.side-by-side td')[0].textContent = '=HYPERLINK(\"x\")'")

    found = table_of(page.evaluate("comparing.csv(document.querySelector('.side-by-side table'))"))

    assert found[2][1] == '\'=HYPERLINK("x")'


def test_on_a_phone_two_columns_stand_side_by_side_and_lists_change_them(chromium: Any, server: str) -> None:
    with chromium.new_context(**DARK) as context:
        page = opened(context.new_page(), server + THREE)
        first = heads(page)
        page.get_by_label("Right").select_option("Porto")
        second = heads(page)
        page.get_by_label("Left").select_option("Porto")
        swapped = [page.get_by_label(side).input_value() for side in ("Left", "Right")]
        left, right = (page.locator(f"tbody tr:first-child td:visible >> nth={at}").bounding_box() for at in (0, 1))
        csv_names = table_of(page.evaluate("comparing.csv(document.querySelector('.side-by-side table'))"))[0]

        assert first == ["Basque Country", "Bordeaux"]
        assert second == ["Basque Country", "Porto"]
        assert swapped == ["2", "0"]
        assert "shown=porto,basque-country" in page.url
        assert abs(left["y"] - right["y"]) < 1
        assert csv_names == ["Field", "Porto", "Basque Country"]
        assert page.get_by_role("rowheader").count() == page.locator("tbody tr").count()


@pytest.mark.parametrize("address", [THREE, "/compare/", "/compare/alpine-pilots/"])
def test_nothing_is_wider_than_a_window_of_320_pixels(chromium: Any, server: str, address: str) -> None:
    with chromium.new_context(viewport={"width": 320, "height": 700}) as context:
        page = context.new_page()
        page.goto(server + address)
        page.wait_for_selector(TABLE if address != "/compare/" else ".choices")

        assert not page.evaluate(TOO_WIDE)


@pytest.mark.long
@pytest.mark.parametrize("setting", [LIGHT, DARK], ids=["light at 1280", "dark at 380"])
@pytest.mark.parametrize("chosen", [1, 2, 6], ids=lambda many: f"{many} cases")
def test_axe_finds_nothing_with_cases_chosen(chromium: Any, server: str, setting: dict[str, Any], chosen: int) -> None:
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        page.goto(server + "/compare/")
        for at in range(chosen):
            page.locator(".choices input").nth(at).check()
        if chosen > 1:
            page.wait_for_function(f"document.querySelectorAll('thead a').length === {chosen}")

        found = violations(page)

    assert not found, "\n".join(found)


def test_without_a_script_the_sets_are_listed_and_whole(chromium: Any, server: str) -> None:
    with chromium.new_context(**LIGHT, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server + "/compare/")
        listed = page.locator("article .rows strong a").all_inner_texts()
        page.click("article .rows a >> nth=0")

        assert listed == [chosen.title for chosen in SETS]
        assert heads(page) == ["Bordeaux", "Grenoble-Alpes", "Porto", "Frankfurt Rhine-Main"]
        assert page.locator("tbody th[scope=row]").count() > 10
        assert page.locator("tbody td:empty").count() == 0


def test_it_works_from_a_folder_without_a_network(chromium: Any, real_site: Path) -> None:
    with chromium.new_context(**LIGHT, offline=True) as context:
        page = context.new_page()
        page.goto((real_site / "compare" / "index.html").as_uri())
        box(page, "bordeaux").check()
        box(page, "porto").check()
        page.wait_for_selector(TABLE)
        address = page.url
        opened(page, address)
        again = heads(page)
        page.click(HEADS)
        page.wait_for_selector("h1")

        assert "cases=bordeaux,porto" in address
        assert again == ["Bordeaux", "Porto"]
        assert page.inner_text("h1").startswith("Bordeaux")


def test_a_link_to_a_row_opens_there_and_a_citation_leads_to_its_work(page: Any, server: str) -> None:
    opened(page, server + PAIR + "#limits")
    page.wait_for_function("scrollY > 300")

    page.click("#limits td a[href^='#source-'] >> nth=0")

    assert page.locator("li:target a").get_attribute("href").startswith("../sources/")


def test_paper_shows_the_table_and_not_the_choosing(page: Any, server: str) -> None:
    opened(page, server + PAIR)

    page.emulate_media(media="print")

    assert page.locator(TABLE).is_visible()
    assert not page.locator(".chooser").is_visible()
    assert not page.locator(".tools").is_visible()


def test_the_page_of_a_case_leads_to_it_beside_others(page: Any, server: str) -> None:
    page.goto(server + "/cases/bordeaux/")

    page.get_by_text("Compare with:").get_by_role("link", name="Basque Country").click()
    page.wait_for_selector(TABLE)

    assert heads(page) == ["Bordeaux", "Basque Country"]
