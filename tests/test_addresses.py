"""Addresses: what was published stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ROOT, buildable, casebook

from generator.addresses import addresses_of, as_csv, dropped, listed
from generator.pages import Page
from generator.pages.base import address_of, uri_of
from generator.project import Project

SAMPLE = ROOT / "tests" / "sample" / "content"


def test_a_page_has_its_address_and_those_of_its_anchors() -> None:
    page = Page("cases/fribourg.md", "Fribourg", "# Fribourg {#top}\n\n## Limits {#limits}\n")

    assert addresses_of([page]) == ("/cases/fribourg/", "/cases/fribourg/#limits", "/cases/fribourg/#top")


def test_addresses_and_files_turn_into_each_other() -> None:
    for uri in ("index.md", "cases/index.md", "cases/fribourg.md", "contribute.md", "about/evidence.md"):
        assert uri_of(address_of(uri)) == uri


def test_a_page_that_is_gone_is_told_at_its_line() -> None:
    (problem,) = dropped(["/cases/fribourg/"], [])

    assert str(problem.place) == "data/addresses.csv:2:1"
    assert "the page with this address is gone" in problem.message


def test_an_anchor_that_is_gone_is_told_apart_from_its_page() -> None:
    (problem,) = dropped(
        ["/cases/fribourg/", "/cases/fribourg/#results"], [Page("cases/fribourg.md", "", "# A {#top}")]
    )

    assert "the section with this address is gone" in problem.message


@pytest.mark.long
def test_a_build_that_would_drop_an_address_fails_and_says_so(tmp_path: Path) -> None:
    project = buildable(tmp_path / "project", SAMPLE)
    assert casebook(project, "addresses").returncode == 0
    assert "/cases/fribourg/#limits" in listed(Project(project))
    (project / "data" / "addresses.csv").write_text(
        as_csv([*listed(Project(project)), "/cases/atlantis/"]), encoding="utf-8"
    )

    done = casebook(project, "build")

    assert done.returncode == 1
    assert "`/cases/atlantis/`" in done.stdout
    assert "nothing was built" in done.stdout


@pytest.mark.long
def test_new_addresses_are_told_and_listed(tmp_path: Path) -> None:
    project = buildable(tmp_path / "project", SAMPLE)

    before = casebook(project, "addresses", "--check")
    casebook(project, "addresses")
    after = casebook(project, "addresses", "--check")

    assert (before.returncode, after.returncode) == (1, 0)


@pytest.mark.long
def test_the_real_site_lists_every_address() -> None:
    done = casebook(ROOT, "addresses", "--check")

    assert done.returncode == 0, f"{done.stdout}: run `casebook addresses`"
