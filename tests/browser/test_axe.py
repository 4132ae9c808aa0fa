"""axe finds nothing on one page of each kind, in both settings, also where the search or the menu is open."""

from __future__ import annotations

from typing import Any

import pytest
from auditing import DARK, LIGHT, violations, violations_on
from kinds import in_navigation, kind_of

SETTINGS = pytest.mark.parametrize("setting", [LIGHT, DARK], ids=["light at 1280", "dark at 380"])


@pytest.mark.long
@SETTINGS
def test_axe_finds_nothing_on_one_page_of_each_kind(
    chromium: Any, one_page_of_each_kind: tuple[str, ...], setting: dict[str, Any]
) -> None:
    found = violations_on(chromium, setting, one_page_of_each_kind)

    assert not found, "\n".join(found)


@SETTINGS
def test_axe_finds_nothing_where_the_search_shows_results(chromium: Any, server: str, setting: dict[str, Any]) -> None:
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        page.goto(server + "/")
        page.keyboard.press("/")
        page.wait_for_selector("dialog.search[open]")
        page.keyboard.type("cluster")
        page.wait_for_selector(".search-passage mark")

        found = violations(page)

    assert not found, "\n".join(found)


def test_axe_finds_nothing_where_the_menu_of_a_small_window_is_open(chromium: Any, server: str) -> None:
    with chromium.new_context(**DARK) as context:
        page = context.new_page()
        page.goto(server + "/")
        page.click("header .md-header__button:visible >> nth=0")
        page.wait_for_function("document.querySelector('#__drawer').checked")

        found = violations(page)

    assert not found, "\n".join(found)


def test_axe_sees_a_picture_without_words(chromium: Any) -> None:
    page = chromium.new_page()
    page.set_content('<html lang="en"><title>A page</title><main><h1>A page</h1><img src="data:,"></main>')

    found = violations(page)
    page.close()

    assert [line.split(":")[0] for line in found] == ["image-alt"]


def test_axe_sees_a_target_that_is_too_small(chromium: Any) -> None:
    page = chromium.new_page()
    small = '<button style="width: 9px; height: 9px; padding: 0" aria-label="x"></button>'
    page.set_content(f'<html lang="en"><title>A page</title><main><h1>A page</h1>{small}{small}</main>')

    found = violations(page)
    page.close()

    assert [line.split(":")[0] for line in found] == ["target-size"]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "/"),
        ("/404.html", "/404.html"),
        ("/cases/", "/cases/"),
        ("/cases/fribourg/", "/cases/*/"),
        ("/sources/rivas-2016/taken-2/", "/sources/*/*/"),
        ("/about/evidence/", "/about/evidence/"),
        ("/about/codes/bad-date/", "/about/codes/*/"),
        ("/charts/members/", "/charts/*/"),
    ],
)
def test_pages_of_a_folder_are_of_one_kind_unless_the_navigation_lists_them(address: str, kind: str) -> None:
    listed = in_navigation(
        "nav:\n  - Cases: cases/index.md\n  - More:\n      - about/evidence.md\n      - about/codes.md\n"
    )

    assert kind_of(address, listed) == kind
