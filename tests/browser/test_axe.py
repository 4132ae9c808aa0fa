"""axe finds nothing on one page of each kind in all four settings, every page is looked at in two, and what it should see it sees."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from auditing import SETTINGS, audit, pages_for, violations, violations_on
from browsing import served
from kinds import addresses, in_navigation, kind_of, one_of_each


@pytest.mark.long
@pytest.mark.parametrize("setting", ["light at 380", "dark at 1280"])
def test_axe_finds_nothing_on_one_page_of_each_kind(chromium: Any, server: str, real_site: Path, setting: str) -> None:
    found = audit(chromium, server, real_site, setting)  # the files for light and dark look at the other two

    assert not found, "\n".join(found)


def test_every_page_is_looked_at_and_one_of_each_kind_in_all_settings(real_site: Path) -> None:
    pages = {setting: set(pages_for(setting, real_site)) for setting in SETTINGS}

    assert [set(pages[setting]) == set(addresses(real_site)) for setting in SETTINGS] == [True, True, False, False]
    assert set.intersection(*pages.values()) >= set(one_of_each(real_site).values())


@pytest.mark.parametrize(
    ("name", "right", "wrong", "rule"),
    [
        ("404.html", r'<a [^>]*class="md-header__button md-logo"[^>]*>', '<a href="/">', "link-name"),
        ("404.html", '<html lang="en"', "<html", "html-has-lang"),
        ("404.html", "</article>", '<label for="a">A</label><input id="a"><i id="a"></i><input></article>', "label"),
        ("assets/casebook.css", "--soft: #4b5a63", "--soft: #a8b0b4", "color-contrast"),
    ],
    ids=["a name removed", "the language removed", "a label removed", "low contrast"],
)
def test_a_defect_put_into_the_site_is_seen(
    chromium: Any, real_site: Path, tmp_path: Path, name: str, right: str, wrong: str, rule: str
) -> None:
    site = tmp_path / "site"
    shutil.copytree(real_site / "assets", site / "assets", ignore=shutil.ignore_patterns("plotly*", "search*"))
    shutil.copy(real_site / "404.html", site)
    text, seeded = re.subn(right, wrong, (site / name).read_text(encoding="utf-8"), count=1)
    (site / name).write_text(text, encoding="utf-8")

    with served(site) as server:
        found = violations_on(chromium, SETTINGS["light at 1280"], [f"{server}/404.html"])

    assert seeded == 1
    assert [line.split(": ")[1] for line in found] == [rule]


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
