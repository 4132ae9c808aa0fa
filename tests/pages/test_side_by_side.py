"""Cases side by side: what stands in a cell, which kind of blank, what differs, and the sets of `data/`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import pytest
from building import ROOT

from generator.catalogue import Catalogue
from generator.load import load
from generator.pages import Page
from generator.pages.case_sets import TABLE, case_sets
from generator.pages.prose import Writer
from generator.pages.side_by_side import ChoicePage, SetPage
from generator.pages.side_by_side.cell import Cell, as_html, as_plain
from generator.pages.side_by_side.column import CaseColumn
from generator.pages.side_by_side.fields import cells
from generator.pages.side_by_side.rows import ComparedRow, compared
from generator.records import Case, Organisation, Source
from generator.tables import Row

REAL = load(ROOT).catalogue
CHOICE = ChoicePage(REAL).page()
HOSTILE = "<img src=x onerror=alert(1)> \"' =1+1 </script> & ](javascript:x)"
MakeCase = Callable[..., Case]


@pytest.fixture
def work(make_source: Callable[..., Source]) -> Source:
    """The work that the cases cite."""
    return make_source(id="lake-2018")


def figure(measure: str = "members", unit: str = "companies", **fields: Any) -> dict[str, Any]:
    return {
        "measure": measure,
        "unit": unit,
        "value": "12",
        "as_of": "2018",
        "as_of_basis": "stated",
        "cite": "@lake-2018, p. 4",
    } | fields


def rows_of(*cases: Case, more: tuple[Any, ...] = ()) -> dict[str, ComparedRow]:
    """The rows of these cases side by side, by their ids."""
    catalogue = Catalogue.of([*cases, *more], REAL.tables)
    writer = Writer(catalogue, "compare/x.md")
    return {row.id: row for row in compared([CaseColumn(catalogue, case, writer) for case in cases])}


def cells_of(case: Case, *more: Any) -> dict[str, Cell]:
    catalogue = Catalogue.of([case, *more], REAL.tables)
    return dict(cells(CaseColumn(catalogue, case, Writer(catalogue, "compare/x.md"))))


def of_table(sets: dict[str, str], *cases: Case) -> Catalogue:
    """A catalogue with these sets: their ids and the ids of their cases."""
    found = {
        key: Row(key, MappingProxyType({"id": key, "title": key, "question": "Why?", "cases": ids}))
        for key, ids in sets.items()
    }
    return Catalogue.of(cases, {**REAL.tables, TABLE: found})


def told_by_script(page: Page, case: str) -> dict[str, Any]:
    """What the script of a case hands to the browser."""
    text = dict(page.assets)[f"assets/compare/{case}.js"]
    found: dict[str, Any] = json.loads(text.split(" = ", 1)[1].removesuffix(";\n"))
    return found


@pytest.mark.parametrize(
    ("reason", "words"),
    [("not_reported", "not reported"), ("not_applicable", "not applicable"), ("not_researched", "not researched")],
)
@pytest.mark.parametrize("field", ["results", "priorities", "timeline", "instruments", "challenges", "nuances"])
def test_an_empty_field_says_which_kind_of_blank_it_is(
    make_case: MakeCase, reason: str, words: str, field: str
) -> None:
    cell = cells_of(make_case(blanks={reason: [field]}))[field]

    assert cell.is_blank
    assert as_plain(as_html(cell.text)) == words


def test_a_field_that_nobody_answered_is_not_written_yet_and_an_optional_one_names_none(make_case: MakeCase) -> None:
    told = cells_of(make_case())

    assert as_plain(told["results"].text) == "not written yet"
    assert as_plain(told["nuances"].text) == "none named"


def test_actors_stand_at_their_level_with_what_they_do(
    make_case: MakeCase, make_organisation: Callable[..., Organisation]
) -> None:
    body = make_organisation(id="timber-agency", title="Timber Agency", level="regional")
    actors = [{"who": "timber-agency", "does": ["finances"], "cite": "@lake-2018, p. 2"}]

    told = cells_of(make_case(actors=actors), body)

    assert as_plain(as_html(told["actors-regional"].text)) == "Timber Agency: finances (lake-2018)"
    assert as_plain(told["actors-local"].text) == "none named"


def test_a_figure_leads_to_where_it_stands_and_to_its_source(make_case: MakeCase, work: Source) -> None:
    one, other = make_case(id="one", figures=[figure()]), make_case(id="other", figures=[figure(value="30")])

    html = as_html(rows_of(one, other, more=(work,))["figures-members-companies"].cells[0].text)

    assert 'href="../cases/one/#figure-members"' in html
    assert 'href="#source-lake-2018"' in html


def test_figures_of_one_measure_stand_in_one_row_only_where_their_unit_is_the_same(make_case: MakeCase) -> None:
    one = make_case(id="one", figures=[figure(), figure("jobs", "jobs")])
    other = make_case(id="other", figures=[figure(unit="members")])
    third = make_case(id="third", figures=[figure(value="30")])

    rows = rows_of(one, other, third)

    assert [key for key in rows if key.startswith("figures")] == ["figures-members-companies", "figures"]
    assert [cell.is_blank for cell in rows["figures-members-companies"].cells] == [False, True, False]
    assert [cell.is_blank for cell in rows["figures"].cells] == [False, False, True]


def test_a_case_without_any_figure_says_why_and_one_with_others_says_that_it_lacks_this_one(
    make_case: MakeCase,
) -> None:
    one, other = make_case(id="one", figures=[figure()]), make_case(id="other", figures=[figure()])
    none = make_case(id="none", blanks={"not_reported": ["figures"]})
    jobs = make_case(id="work", figures=[figure("jobs", "jobs")])

    row = rows_of(one, other, none, jobs)["figures-members-companies"]

    assert [as_plain(cell.text) for cell in row.cells[2:]] == ["not reported", "no such figure told"]


def test_words_of_a_vocabulary_are_compared_in_any_order_and_what_all_share_is_named(make_case: MakeCase) -> None:
    one, other = make_case(id="one", levels=["local", "regional"]), make_case(id="other", levels=["regional", "local"])
    third = make_case(id="third", levels=["regional"])

    assert rows_of(one, other)["levels"].note == "the same"
    assert rows_of(one, other, third)["levels"].note == "differs; in all: Regional"


def test_a_row_tells_how_many_cases_fill_it_and_one_that_none_fills_is_blank(make_case: MakeCase) -> None:
    one, other = make_case(id="one", results="Houses."), make_case(id="other")

    rows = rows_of(one, other)

    assert (rows["results"].differs, rows["results"].note) == (True, "differs; 1 of 2 tell it")
    assert rows["conditions"].is_blank


def test_hostile_words_stay_words_in_every_cell(make_case: MakeCase) -> None:
    hostile = make_case(
        title=f"{HOSTILE}: x",
        summary=HOSTILE,
        results=HOSTILE,
        instruments=[{"type": "vouchers", "text": HOSTILE}],
        priorities={"scheme": "list", "values": [{"name": f"1. {HOSTILE}"}], "cite": "@lake-2018"},
        figures=[figure(about=HOSTILE, said_by=HOSTILE)],
    )
    page = ChoicePage(Catalogue.of([hostile], REAL.tables)).page()

    told = told_by_script(page, "lakeland")

    written = " ".join([*(cell["html"] for cell in told["cells"].values()), *told["figures"][0][2:]])
    assert "<img" not in written
    assert "<script" not in written
    assert "javascript:x)" in as_plain(written)
    assert 'href="javascript' not in written


def test_a_set_takes_known_cases_once_and_is_none_with_fewer_than_two(make_case: MakeCase) -> None:
    one, other = make_case(id="one"), make_case(id="other")

    found = {
        chosen.id: chosen.choice
        for chosen in case_sets(of_table({"a": "one other one gone", "b": "one gone"}, one, other))
    }

    assert found == {"a": "one,other"}


def test_the_table_of_a_set_is_there_as_csv_in_which_nothing_is_a_formula(make_case: MakeCase) -> None:
    one, other = make_case(id="one", title="=One: x", summary="=1+1"), make_case(id="other", title="Other: y")
    catalogue = of_table({"pair": "one other"}, one, other)

    page = SetPage(catalogue, next(case_sets(catalogue))).page()

    (name, text), *more = page.beside
    table = list(csv.reader(io.StringIO(str(text))))
    assert (name, more) == ("pair.csv", [])
    assert table[0] == ["Field", "'=One", "Other"]
    assert table[1] == ["As told", "2018", "2018"]
    assert next(row for row in table if row[0] == "In short")[1] == "'=1+1"


@pytest.mark.parametrize("key", REAL.tables[TABLE])
def test_every_set_names_two_to_six_cases_that_are_there(key: str) -> None:
    named = REAL.tables[TABLE][key].cells["cases"].split()

    assert [case for case in named if REAL.kind_of(case) != "case"] == []
    assert 2 <= len(set(named)) == len(named) <= 6


def test_every_case_has_a_script_of_its_own_that_holds_no_other_case() -> None:
    assert {path for path, _ in CHOICE.assets} == {
        f"assets/compare/{name}.js" for name in ("cases", *(case.id for case in REAL.cases))
    }
    assert all(f'told["{case.id}"]' not in CHOICE.markdown for case in REAL.cases)
    assert set(told_by_script(CHOICE, "porto")["sources"]) >= {"rivas-2016"}


@pytest.mark.parametrize("case", REAL.cases, ids=lambda case: case.id)
def test_every_citation_of_a_real_case_has_its_entry_and_every_figure_its_place(case: Case) -> None:
    told = told_by_script(CHOICE, case.id)
    written = [*(cell["html"] for cell in told["cells"].values()), *(figure[2] for figure in told["figures"])]

    cited = {part.split('"')[0] for text in written for part in text.split('href="#source-')[1:]}

    assert cited <= set(told["sources"])
    assert all("#figure-" in line for _, _, line, _ in told["figures"])
    assert not [text for text in written if ".md" in text]
