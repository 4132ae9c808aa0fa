"""The page that finds cases, in a real browser: from a server and from a folder, by mouse and keyboard, and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from auditing import LIGHT

from generator.catalogue import Catalogue
from generator.load import load

PAGE = "/explore/index.html"
CARDS = ".found > ul > li:visible"
STATUS = ".choice [role=status]"
SILOS, ALONE = "clusters-in-silos", "too-small-alone"


@pytest.fixture(scope="module")
def catalogue(real_site: Path) -> Catalogue:
    """The records from which the site was built."""
    return load(real_site.parent).catalogue


@pytest.fixture(params=["served", pytest.param("folder", marks=pytest.mark.long)])
def base(request: pytest.FixtureRequest, real_site: Path, server: str) -> str:
    """Where the site is: on a server, or in a folder."""
    return server if request.param == "served" else real_site.as_uri()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A wide window; what goes wrong in a script is a failure, and so is what a page asks of a network from a folder."""
    faults: list[str] = []
    with chromium.new_context(**LIGHT) as context:
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        yield page
        if page.url.startswith("file:"):
            faults += [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]
    assert not faults


def cases(page: Any) -> set[str]:
    return set(page.eval_on_selector_all(CARDS, "(cards) => cards.map((card) => card.dataset.case)"))


def choose(page: Any, facet: str, value: str) -> None:
    box = page.locator(f"[data-facet={facet}] input[value='{value}']")
    if not box.is_visible():
        page.click(f"[data-facet={facet}] summary")
    box.click()


def with_trouble(catalogue: Catalogue, *troubles: str) -> set[str]:
    return {case.id for case in catalogue.cases if set(troubles) & set(case.challenges)}


def at_level(catalogue: Catalogue, level: str) -> set[str]:
    return {case.id for case in catalogue.cases if level in case.levels}


def test_answers_add_up_within_a_question_and_narrow_down_between_questions(
    page: Any, base: str, catalogue: Catalogue
) -> None:
    page.goto(base + PAGE)
    assert cases(page) == {case.id for case in catalogue.cases}

    choose(page, "challenge", SILOS)
    assert cases(page) == with_trouble(catalogue, SILOS)

    choose(page, "challenge", ALONE)
    both = with_trouble(catalogue, SILOS, ALONE)
    assert cases(page) == both
    assert len(both) > len(with_trouble(catalogue, SILOS))

    choose(page, "level", "regional")
    found = both & at_level(catalogue, "regional")
    assert cases(page) == found
    assert page.inner_text(STATUS) == f"{len(found)} of {len(catalogue.cases)} cases."


def test_the_counts_follow_the_other_questions_and_a_click_yields_what_they_promise(
    page: Any, base: str, catalogue: Catalogue
) -> None:
    page.goto(base + PAGE)
    choose(page, "challenge", SILOS)
    page.click("[data-facet=level] summary")

    shown = {
        box.get_attribute("value"): int(box.locator("xpath=..").locator(".aside").inner_text())
        for box in page.locator("[data-facet=level] input").all()
    }
    silos = with_trouble(catalogue, SILOS)

    told = {level: len(silos & at_level(catalogue, level)) for level in shown if level != "not-told"}
    assert {level: shown[level] for level in told} == told
    assert shown["not-told"] == len([key for key in silos if not catalogue.records[key].levels])  # type: ignore[attr-defined]
    trouble = page.locator(f"[data-facet=challenge] input[value={ALONE}]").locator("xpath=..").locator(".aside")
    assert int(trouble.inner_text()) == len(with_trouble(catalogue, ALONE)), "its own question does not narrow it"


def test_the_address_holds_the_choice_and_opens_it_again(page: Any, base: str, catalogue: Catalogue) -> None:
    page.goto(base + PAGE)
    choose(page, "challenge", SILOS)
    choose(page, "level", "regional")
    address = page.url
    assert address == f"{base}{PAGE}?challenge={SILOS}&level=regional"

    page.goto("about:blank")
    page.goto(address)

    assert cases(page) == with_trouble(catalogue, SILOS) & at_level(catalogue, "regional")
    assert page.is_checked(f"input[value={SILOS}]")
    assert page.is_visible("input[value=regional]"), "the question with a choice is open"


def test_the_back_button_takes_back_one_choice_at_a_time(page: Any, base: str, catalogue: Catalogue) -> None:
    page.goto(base + PAGE)
    choose(page, "challenge", SILOS)
    choose(page, "level", "regional")

    page.go_back()
    page.wait_for_function("!location.search.includes('level')")
    assert cases(page) == with_trouble(catalogue, SILOS)
    page.go_back()
    page.wait_for_function("!location.search")
    assert cases(page) == {case.id for case in catalogue.cases}
    page.go_forward()
    page.wait_for_function("location.search.includes('challenge')")
    assert cases(page) == with_trouble(catalogue, SILOS)


def test_an_address_that_names_what_there_is_not_shows_all_and_keeps_what_is_not_ours(page: Any, server: str) -> None:
    page.goto(f"{server}{PAGE}?level=moon&h=cluster&country=%3Cscript%3E")

    assert page.inner_text(STATUS).startswith("All ")
    choose(page, "challenge", SILOS)
    assert page.url == f"{server}{PAGE}?h=cluster&challenge={SILOS}"


def test_what_is_chosen_stands_together_and_can_be_taken_away(page: Any, server: str) -> None:
    page.goto(f"{server}{PAGE}?challenge={SILOS}&level=regional&type=place")
    chips = page.locator(".chips button")
    assert chips.all_inner_texts() == ["Our clusters sit in silos", "Policy of one place", "Regional", "Remove all"]

    chips.nth(1).click()
    assert chips.all_inner_texts() == ["Our clusters sit in silos", "Regional", "Remove all"]
    assert page.evaluate("document.activeElement.innerText") == "Regional", "the focus goes on to the next"

    chips.last.click()
    assert chips.count() == 0
    assert page.url == server + PAGE
    assert page.evaluate("document.activeElement.matches('[data-facet=challenge] input')"), "the focus is not lost"


def test_the_conditions_that_the_found_cases_name_stand_below_them_once_each(
    page: Any, base: str, catalogue: Catalogue
) -> None:
    page.goto(f"{base}{PAGE}?challenge={SILOS}&challenge={ALONE}")

    listed = page.eval_on_selector_all(".taken > ul > li:visible", "(all) => all.map((one) => one.dataset.case)")

    assert sorted(listed) == sorted(with_trouble(catalogue, SILOS, ALONE))
    assert "Public money against a plan." in page.inner_text(".taken")
    assert not page.is_visible(".by-trouble")
    page.click("text=Remove all")
    assert page.is_visible(".by-trouble")
    assert not page.is_visible(".taken")


def test_the_anchor_of_a_trouble_chooses_it(page: Any, base: str, catalogue: Catalogue) -> None:
    page.goto(f"{base}{PAGE}#challenge-{SILOS}")

    assert cases(page) == with_trouble(catalogue, SILOS)
    assert page.url.endswith(f"?challenge={SILOS}")


def test_where_no_case_fits_the_page_says_so(page: Any, server: str) -> None:
    page.goto(f"{server}{PAGE}?challenge=arts-and-industry-apart&country=PL")

    assert cases(page) == set()
    assert page.inner_text(STATUS) == "No case fits all of this. Remove something."


def test_the_keyboard_chooses_opens_and_removes(page: Any, base: str, catalogue: Catalogue) -> None:
    page.goto(base + PAGE)
    page.focus("[data-facet=challenge] input")
    page.keyboard.press("Space")
    first = page.evaluate("document.activeElement.value")
    assert cases(page) == with_trouble(catalogue, first)
    assert page.evaluate("document.activeElement.value") == first, "the focus stays where it was"

    page.focus("[data-facet=level] summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    level = page.evaluate("document.activeElement.value")
    assert cases(page) == with_trouble(catalogue, first) & at_level(catalogue, level)

    page.focus(".chips button")
    page.keyboard.press("Enter")
    assert cases(page) == at_level(catalogue, level)


def test_what_is_asked_and_how_many_are_found_are_told_to_a_screen_reader(page: Any, server: str) -> None:
    page.goto(server + PAGE)
    choose(page, "challenge", SILOS)

    assert page.get_by_role("group", name="What trouble are you in?").count() == 1
    assert page.get_by_role("group", name="Which level acts?").count() == 1
    assert page.get_by_role("checkbox", name="Our clusters sit in silos").is_checked()
    assert page.get_by_role("status").filter(has_text=" of ").count() == 1
    assert page.get_by_role("button", name="Our clusters sit in silos, remove").count() == 1


def test_without_a_script_every_case_its_answers_and_what_it_takes_are_there(
    chromium: Any, base: str, catalogue: Catalogue
) -> None:
    with chromium.new_context(**LIGHT, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(base + PAGE)

        assert page.locator(CARDS).count() == len(catalogue.cases)
        page.locator(".found [data-case=basque-country] summary").click()
        assert page.locator(".found [data-case=basque-country] dd:visible").count() >= 4
        page.click("[data-facet=challenge] a >> nth=0")
        assert page.url.endswith(f"#challenge-{SILOS}")
        assert "Public money against a plan." in page.inner_text(".by-trouble")
        assert page.locator("article :is(input, .choice)").count() == 0


@pytest.mark.parametrize("width", [320, 380])
def test_nothing_is_wider_than_a_phone(chromium: Any, server: str, width: int) -> None:
    with chromium.new_context(viewport={"width": width, "height": 700}) as context:
        page = context.new_page()
        page.goto(f"{server}{PAGE}?challenge={SILOS}&level=regional&concept=kibs&instrument=training")

        assert page.evaluate("document.documentElement.scrollWidth") <= width
        boxes = page.eval_on_selector_all(
            ".facet label, .chips button",
            "(all) => all.filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect().height)",
        )
        assert boxes
        assert min(boxes) >= 24


def test_paper_shows_what_is_chosen_and_only_the_found_cases(page: Any, server: str, catalogue: Catalogue) -> None:
    page.goto(f"{server}{PAGE}?challenge={SILOS}")
    page.emulate_media(media="print")

    assert cases(page) == with_trouble(catalogue, SILOS)
    assert page.is_visible(".chips")
    assert not page.is_visible("[data-facet=challenge]")
