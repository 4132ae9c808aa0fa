"""Every caveat that goes with the two papers is told on a page of the site, or kept by a check of the records."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from articles import article, blocks, under
from building import ROOT
from facts import fault, read_facts

from generator.catalogue import Catalogue
from generator.load import load
from generator.records.figure import Figure

FILE = Path(__file__).parent / "caveats.csv"
HEDGED = "R020 R080 R086 R088 R092 R109 R177 R191 R236 R248 R373 R405 R422 K217 K219 K252 K253".split()
DATES = {"rivas-2016": "2016", "keller-2018": "2018-11"}
RANKS = {
    "/cases/basque-country/#context": "That is his opinion, and the paper does not test it",
    "/organisations/tci/#text": "That is his judgement",
    "/organisations/megajoule-laser/#text": "The author calls it France's largest industrial laser facility",
    "/organisations/bordeaux-euratlantique/#text": "The author calls it the largest renewal",
    "/cases/austria-creative-vouchers/#limits": "The author himself hedges it",
    "/cases/frankfurt/#figure-rank": "The author's ranking",
}
SPEAKERS = {
    "/cases/basque-country/#limits": "own judgement",
    "/cases/austria-creative-vouchers/#limits": "One voice from inside",
    "/cases/grenoble/#limits": "Voisin-Fradin gave his view",
    "/cases/frankfurt/#limits": "one remark each by Schäfer and by Ebner",
    "/organisations/tech-quartier/#text": "Sebastian Schäfer",
    "/organisations/orkestra/#text": "Wilson's point",
}
VARIANTS = {
    "/sources/rivas-2016/#doubts": "Lehman Aéropac Antwerpen Languedoc-Rosellón Viovodeships",
    "/sources/keller-2018/#doubts": "Venetia Trento Franche-Comté",
}
PLANNED_STAGES = {"evidence-base", "discovery", "action-planning"}


@dataclass(frozen=True, slots=True)
class Caveat:
    """One row: a caveat, and the page or the check that keeps it."""

    caveat: str
    words: str
    check: str
    where: str
    phrase: str


def _read() -> tuple[Caveat, ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(Caveat(**row) for row in csv.DictReader(file))


CAVEATS = _read()
ON_PAGES = tuple(caveat for caveat in CAVEATS if caveat.check == "page")


@cache
def _catalogue() -> Catalogue:
    return load(ROOT).catalogue


def _stands(site: Path, where: str, phrase: str) -> bool:
    """Tell whether a phrase stands below an anchor such as `/cases/fribourg/#limits`."""
    address, _, anchor = where.partition("#")
    return phrase.casefold() in " ".join(blocks(under(article(site, address), anchor))).casefold()


def _figures() -> tuple[tuple[str, Figure], ...]:
    return tuple(
        (record.id, figure) for record in _catalogue().records.values() for figure in getattr(record, "figures", ())
    )


def test_every_caveat_has_one_row_with_a_page_or_a_check() -> None:
    named = [caveat.where for caveat in CAVEATS if caveat.check == "test"]

    assert [caveat.caveat for caveat in CAVEATS] == [str(number) for number in range(1, 35)]
    assert {caveat.check for caveat in CAVEATS} == {"page", "test"}
    assert [caveat.caveat for caveat in CAVEATS if (caveat.check == "page") != bool(caveat.phrase)] == []
    assert [name for name in named if not (name.startswith("test_") and callable(globals().get(name)))] == []


@pytest.mark.parametrize("caveat", ON_PAGES, ids=lambda caveat: f"{caveat.caveat}-{caveat.where}")
def test_a_caveat_stands_where_its_row_says(caveat: Caveat, real_site: Path) -> None:
    assert _stands(real_site, caveat.where, caveat.phrase)


def test_a_caveat_under_another_heading_is_not_seen(real_site: Path) -> None:
    phrase = "Fribourg can only be counted among the latter"

    assert _stands(real_site, "/cases/fribourg/#limits", phrase)
    assert not _stands(real_site, "/cases/fribourg/#results", phrase)
    assert not _stands(real_site, "/cases/fribourg/#nowhere", phrase)
    assert not _stands(real_site, "/cases/fribourg/#limits", "Fribourg has a formal strategy")


def test_what_we_worked_out_is_marked_so(real_site: Path) -> None:
    basque = _catalogue().records["basque-country"]
    marks = {event.date: event.date_basis for event in getattr(basque, "timeline", ())}

    assert marks["1990"] == "derived"
    assert _stands(real_site, "/cases/basque-country/#timeline", "1990 (worked out by us)")
    assert _stands(real_site, "/models/cluster-association-profile/#text", "Two sums are ours")
    assert _stands(real_site, "/concepts/base-of-evidence/#explanation", "by our count")
    assert _stands(real_site, "/concepts/industry-4-0/#explanation", "the paper prints no total")


def test_every_hedge_of_the_papers_is_kept() -> None:
    facts = {fact.fact: fact for fact in read_facts()}

    assert [fact for fact in HEDGED if not facts[fact].qualifier] == []
    assert [fact for fact in HEDGED if facts[fact].record and fault(facts[fact], _catalogue())] == []


def test_an_undated_number_takes_the_date_of_its_paper() -> None:
    undated = [(record, figure) for record, figure in _figures() if figure.as_of_basis == "source-date"]
    otherwise = [
        (record, figure.name, figure.as_of)
        for record, figure in undated
        for paper in re.findall(r"^@(rivas-2016|keller-2018)\b", figure.cite)
        if figure.as_of > DATES[paper] or (figure.as_of != DATES[paper] and not figure.note)
    ]

    assert undated
    assert otherwise == []


@pytest.mark.parametrize("where", RANKS)
def test_a_judgement_of_rank_says_whose_it_is(where: str, real_site: Path) -> None:
    assert _stands(real_site, where, RANKS[where])


@pytest.mark.parametrize("where", SPEAKERS)
def test_a_claim_of_one_practitioner_names_the_speaker(where: str, real_site: Path) -> None:
    assert _stands(real_site, where, SPEAKERS[where])


@pytest.mark.parametrize("where", VARIANTS)
def test_a_name_that_varies_is_told_as_varying(where: str, real_site: Path) -> None:
    assert [name for name in VARIANTS[where].split() if not _stands(real_site, where, name)] == []


def test_no_activity_is_told_as_carried_out() -> None:
    told = [
        (case.id, activity.id, activity.stage)
        for case in _catalogue().cases
        for activity in case.activities
        if activity.stage not in {None, *PLANNED_STAGES}
    ]

    assert any(case.activities for case in _catalogue().cases)
    assert told == []
