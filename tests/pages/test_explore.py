"""The page that finds cases: its facets with their counts, the conditions that cases name, and all of it without a script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from building import ROOT

from generator.catalogue import Catalogue
from generator.load import load
from generator.pages import Settings, all_pages
from generator.pages.case import CasePage
from generator.pages.conditions import Conditions, named_conditions
from generator.pages.explore import ExplorePage
from generator.pages.facets import FACETS, NOT_TOLD, Facet
from generator.records import Case, Concept

MakeCase = Callable[..., Case]


def facet(name: str) -> Facet:
    return next(facet for facet in FACETS if facet.id == name)


def counts(catalogue: Catalogue, name: str) -> dict[str, int]:
    return {value.key: value.count for value in facet(name).values(catalogue)}


@pytest.fixture(scope="module")
def real() -> Catalogue:
    """The real records."""
    return load(ROOT).catalogue


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.id)
def test_every_facet_finds_each_real_case_under_at_least_one_answer_in_words(real: Catalogue, facet: Facet) -> None:
    known = {value.key: value for value in facet.values(real)}

    for case in real.cases:
        assert set(facet.keys(real, case)) <= known.keys(), case.id
    assert sum(value.count for value in known.values()) >= len(real.cases)
    assert all(value.label != value.key for value in known.values() if value.key not in real.records)


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.id)
def test_every_facet_stands_an_empty_catalogue(facet: Facet) -> None:
    assert facet.values(Catalogue.of([])) == ()


def test_an_answer_counts_each_case_once_and_silence_counts_last(make_case: MakeCase) -> None:
    voucher = {"type": "innovation-voucher", "text": "Vouchers."}
    twice = make_case(id="twice", instruments=[voucher, voucher])

    catalogue = Catalogue.of([make_case(), twice, make_case(id="third", instruments=[voucher])])

    assert list(counts(catalogue, "instrument").items()) == [("innovation-voucher", 2), (NOT_TOLD, 1)]


def test_a_case_is_found_under_every_concept_on_which_it_bears(
    make_case: MakeCase, make_concept: Callable[..., Concept]
) -> None:
    bearing = [{"concept": "b", "why": "So."}]
    case = make_case(illustrates=["a"], nuances=bearing, contradicts=["c"])

    catalogue = Catalogue.of([case, *(make_concept(id=key, term=f"{key} term") for key in "abc")])

    assert counts(catalogue, "concept") == {"a": 1, "b": 1, "c": 1}


@pytest.mark.parametrize(
    ("date", "periods"),
    [
        ("1983", ["before-2000"]),
        ("1999-12-31", ["before-2000"]),
        ("2000", ["2000-2006"]),
        ("2013-11", ["2007-2013"]),
        ("2014", ["2014-2020"]),
        ("2006/2014", ["2000-2006", "2007-2013", "2014-2020"]),
    ],
)
def test_a_case_belongs_to_every_budget_period_in_which_something_happened(
    make_case: MakeCase, date: str, periods: list[str]
) -> None:
    case = make_case(timeline=[{"date": date, "text": "Begun.", "cite": "@lake-2018, p. 1"}])

    assert list(facet("period").keys(Catalogue.of([case]), case)) == periods


def test_what_was_only_planned_dates_no_case(make_case: MakeCase) -> None:
    case = make_case(timeline=[{"date": "2019", "text": "To end.", "planned": True, "cite": "@lake-2018, p. 1"}])

    assert facet("period").keys(Catalogue.of([case]), case) == (NOT_TOLD,)


def test_lists_of_conditions_are_told_entry_by_entry_under_what_leads_in(make_case: MakeCase) -> None:
    case = make_case(
        conditions="The paper lists none; this is our reading [@lake-2018, p. 1].\n\n"
        "**To begin**, it had:\n\n- land in the right place [@lake-2018,\n  p. 2]\n- **One address.** An agency. It acts.\n\n"
        "**To go on**, ask for money. Soon.\n\nAnd more."
    )

    assert named_conditions(Catalogue.of([case]), case) == (
        Conditions("To begin, it had:", ("Land in the right place", "One address. An agency.")),
        Conditions("To go on, ask for money. Soon."),
    )


def test_conditions_without_a_list_are_told_by_their_first_paragraph(make_case: MakeCase) -> None:
    case = make_case(conditions="None is named. In our reading it takes [[x|wood]] [@lake-2018, p. 1].\n\nMore.")
    silent = make_case(id="silent")

    assert named_conditions(Catalogue.of([case]), case) == (Conditions("None is named. In our reading it takes wood."),)
    assert named_conditions(Catalogue.of([silent]), silent) == ()


def test_every_real_case_that_tells_conditions_has_some_on_the_page(real: Catalogue) -> None:
    silent = [case.id for case in real.cases if bool(case.conditions) != bool(named_conditions(real, case))]

    assert not silent


def test_the_page_lists_every_case_with_its_answers_as_words_and_for_the_script(real: Catalogue) -> None:
    page = ExplorePage(real).page().markdown
    cards = page[page.index("## The cases") : page.index("## What it takes")]

    for case in real.cases:
        card = cards[cards.index(f'data-case="{case.id}"') :].split("</li>")[0]
        opening = next(line for line in cards.split("\n") if f'data-case="{case.id}"' in line)
        for facet in FACETS:
            keys = facet.keys(real, case)
            assert f'data-{facet.id}="{" ".join(keys)}"' in opening
        for trouble in case.challenges:
            assert real.row("challenges", trouble).label in card, case.id


def test_each_trouble_lists_its_cases_with_what_they_take(real: Catalogue) -> None:
    page = ExplorePage(real).page().markdown
    takes = page[page.index("## What it takes") :]

    for case in real.cases:
        for trouble in case.challenges:
            section = takes[takes.index(f"#challenge-{trouble} }}") :].split("\n### ")[0]
            assert f'data-case="{case.id}"' in section, (trouble, case.id)
    silos = takes[takes.index("#challenge-clusters-in-silos }") :].split("\n### ")[0]
    assert "Public money against a plan." in silos
    assert any(not case.conditions for case in real.cases if case.challenges)
    assert "No conditions are told." in takes


def test_a_case_without_a_trouble_is_not_lost(make_case: MakeCase) -> None:
    page = ExplorePage(Catalogue.of([make_case()])).page().markdown

    assert "Cases that name no trouble" in page
    assert len(re.findall(r'data-case="lakeland"', page)) == 2


def test_no_case_page_names_as_similar_what_it_names_as_related(real: Catalogue, real_pages: dict[str, str]) -> None:
    for case in real.cases:
        similar = re.search(r"## Similar cases .*?\n(.*?)(?=\n## |\Z)", real_pages[f"cases/{case.id}.md"], re.DOTALL)
        named = re.findall(r"^- \[[^\]]+\]\(([a-z0-9-]+)\.md\)\. Shares ", similar[1], re.MULTILINE) if similar else []
        assert len(named) <= 4
        assert not set(named) & {*case.related_ids, case.id}, case.id
        assert bool(similar) == bool(named), case.id


@pytest.fixture(scope="module")
def real_pages(real: Catalogue) -> dict[str, str]:
    """The Markdown of the pages of all real cases."""
    return {page.uri: page.markdown for case in real.cases for page in CasePage(real, case, Settings()).pages()}


def test_the_first_page_leads_here(sample_project: Path) -> None:
    home = next(page for page in all_pages(load(sample_project).catalogue) if page.uri == "index.md")

    assert "(explore/index.md)" in home.markdown
