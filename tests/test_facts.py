"""Every number and date of the two papers stands in a record as the papers give it, and on that record's page."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from articles import article, blocks, says, under
from building import ROOT
from facts import FILE, Fact, fault, read_facts

from generator.catalogue import Catalogue
from generator.load import load
from generator.records import Organisation

FACTS = read_facts()
HELD = tuple(fact for fact in FACTS if fact.record)
GAIA = next(fact for fact in FACTS if (fact.record, fact.field) == ("gaia", "figures.members"))
CHANGED = {"value": "9876", "qualifier": "at most", "unit": "acres", "page": "rivas-2016, p. 99"}


@cache
def _catalogue() -> Catalogue:
    return load(ROOT).catalogue


def _lacks(html: str, fact: Fact) -> bool:
    """Tell whether a page's article leaves the fact's number out, or says it without its qualifier or unit."""
    if fact.field.startswith("figures."):
        rows = under(html, f"figure-{fact.field.split('.')[1]}")
        html = rows if ".parts." in fact.field else rows.partition("</tr>")[0]
    wanted = fact.unit if fact.field == "text" else fact.qualifier
    wanted = "" if wanted == "planned" else wanted.casefold()
    return not any(says(block, fact.value) and wanted in block.casefold() for block in blocks(html))


def test_every_fact_has_one_row_that_says_where_it_stands_or_why_it_is_left_out() -> None:
    ids = [fact.fact for fact in FACTS]

    assert len(ids) == len(set(ids))
    assert [fact.fact for fact in FACTS if not fact.value] == []
    assert [fact.fact for fact in FACTS if bool(fact.record) != bool(fact.field)] == []
    assert [fact.fact for fact in FACTS if not fact.record and not fact.note] == []


def test_hardly_any_fact_is_left_out() -> None:
    assert len(HELD) >= 0.97 * len(FACTS)


def test_every_fact_stands_in_its_record_with_value_qualifier_unit_and_page() -> None:
    found = [(fact.fact, fact.record, fault(fact, _catalogue())) for fact in HELD]

    assert [faulty for faulty in found if faulty[2]] == [], f"mend the record, or the row in {FILE.name}"


def test_every_fact_stands_on_the_page_of_its_record(real_site: Path) -> None:
    records = _catalogue().records
    lacking = [
        (fact.fact, records[fact.record].address)
        for fact in HELD
        if _lacks(article(real_site, records[fact.record].address), fact)
    ]

    assert lacking == []


@pytest.mark.parametrize("fact", HELD, ids=lambda fact: fact.fact)
def test_a_row_with_another_value_is_caught(fact: Fact) -> None:
    assert fault(replace(fact, value=CHANGED["value"]), _catalogue())


@pytest.mark.parametrize("column", CHANGED)
def test_a_row_that_differs_in_one_column_is_caught(column: str) -> None:
    assert not fault(GAIA, _catalogue())
    assert fault(replace(GAIA, **{column: CHANGED[column]}), _catalogue())


@pytest.mark.parametrize(
    "change", [{"value": "268"}, {"value": "around 267"}, {"unit": "members"}, {"cite": "@rivas-2016, p. 10"}]
)
def test_a_record_that_differs_in_one_field_is_caught(change: dict[str, str]) -> None:
    gaia = _catalogue().records[GAIA.record]
    assert isinstance(gaia, Organisation)
    changed = gaia.model_copy(update={"figures": (gaia.figures[0].model_copy(update=change),)})

    assert not fault(GAIA, Catalogue.of([gaia]))
    assert fault(GAIA, Catalogue.of([changed]))


def test_a_page_with_another_number_is_caught(real_site: Path) -> None:
    html = article(real_site, "/organisations/gaia/")

    assert not _lacks(html, GAIA)
    assert _lacks(html.replace("267", "268"), GAIA)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("4", "It has four people."),
        ("4", "the fourth market"),
        ("70000", "70,000 jobs"),
        ("4.6 million", "EUR 4.6 million, once"),
        ("10 to 45", "20% (from 10 to 45%)"),
        ("2016-11", "Frankfurt, November 2016"),
        ("2014/2020", "2014 to 2020"),
    ],
)
def test_a_number_is_seen_in_every_form_that_pages_use(value: str, text: str) -> None:
    assert says(text, value)


@pytest.mark.parametrize(
    ("value", "text"),
    [("4", "14 or 4.6 or 40"), ("267", "1,267 companies"), ("70000", "70,000,000"), ("2016-11", "April 2016")],
)
def test_a_part_of_another_number_is_not_seen(value: str, text: str) -> None:
    assert not says(text, value)
