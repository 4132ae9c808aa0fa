"""Every comparison keeps its columns and its order, and each cell of it can be resolved; what its numbers are is tested in `test_expected.py`."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from holding import BY_ID, CATALOGUE, FOLDER, rows_of

from generator.catalogue import Catalogue
from generator.comparisons import BLANKS, COMPARISONS, GROUPS, Comparison
from generator.pages import Settings
from generator.pages.table import TablePage

HEADERS = FOLDER / "comparison_headers.csv"
TABLES = {key: rows_of(comparison) for key, comparison in BY_ID.items()}
HOSTILE = '<script>alert(1)</script> "onload=x ](javascript:x) `a` {% b %} =1+1'


def headers() -> list[list[str]]:
    return [
        [comparison.id, column.id, column.kind, str(comparison.frame(CATALOGUE)[column.id].dtype)]
        for comparison in COMPARISONS
        for column in comparison.columns
    ]


def test_columns_their_kinds_and_their_order_are_fixed(*, update: bool) -> None:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([["table", "column", "kind", "dtype"], *headers()])
    if update:
        HEADERS.write_text(file.getvalue(), encoding="utf-8")

    assert HEADERS.read_text(encoding="utf-8") == file.getvalue(), "run `pytest --update` if this is meant"


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.id)
def test_a_table_of_nothing_keeps_its_columns_and_types(comparison: Comparison) -> None:
    empty, full = comparison.frame(Catalogue.of([])), comparison.frame(CATALOGUE)

    assert len(empty) == 0
    assert len(full) > 2
    assert empty.dtypes.equals(full.dtypes)


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.id)
def test_a_table_is_the_same_from_records_in_another_order(comparison: Comparison) -> None:
    turned = Catalogue.of_entries(reversed(list(CATALOGUE.entries.values())), CATALOGUE.tables)

    assert comparison.frame(turned).equals(comparison.frame(CATALOGUE))


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.id)
def test_what_a_table_shows_can_be_resolved(comparison: Comparison) -> None:
    for row in TABLES[comparison.id]:
        for column in comparison.columns:
            value = str(row[column.id])
            if value in ("", *BLANKS.values()):
                continue
            if column.kind in ("record", "records"):
                assert set(value.split()) <= CATALOGUE.records.keys()
            if column.kind in ("place", "places"):
                assert set(value.split()) <= CATALOGUE.tables["places"].keys()
            if column.kind == "term":
                assert set(value.split()) <= CATALOGUE.tables[column.vocabulary].keys()
            if column.kind == "cite":
                assert set(re.findall(r"@([\w-]+)", value)) <= CATALOGUE.records.keys()


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.id)
def test_every_row_tells_when_it_was_told_or_true_and_by_whom(comparison: Comparison) -> None:
    dated = {"as_of", "as_told", "date"} & {column.id for column in comparison.shown}
    sourced = {"source", "sources"} & {column.id for column in comparison.shown}

    for row in TABLES[comparison.id]:
        assert any(row[name] for name in dated)
        assert any(row[name] for name in sourced) or "[@" in row["text"]


def test_every_figure_opens_where_it_stands(real_site: Any) -> None:
    for comparison in COMPARISONS:
        for row in TABLES[comparison.id]:
            for column in comparison.columns:
                if column.opens and row[column.opens] and row[column.id] not in BLANKS.values():
                    page, _, anchor = row[column.opens].partition("#")
                    text = (real_site / page.strip("/") / "index.html").read_text(encoding="utf-8")
                    assert f'id="{anchor}"' in text or f"id={anchor}" in text, row[column.opens]


def test_a_table_stands_under_one_heading_and_each_heading_has_one() -> None:
    assert {comparison.group for comparison in COMPARISONS} == GROUPS.keys()
    assert len(BY_ID) == len(COMPARISONS)


def test_hostile_words_stay_words(make_case: Any) -> None:
    case = make_case(
        id="hostile",
        limits=f"**{HOSTILE}.** Text.",
        instruments=[{"type": "voucher", "text": HOSTILE}],
        timeline=[{"date": "2016", "text": HOSTILE, "cite": "@a-2016, p. 1"}],
        priorities={"scheme": "list", "values": [{"name": HOSTILE, "tier": HOSTILE}], "cite": "@a-2016, p. 1"},
    )
    catalogue = Catalogue.of([case])

    for table in ("limits-by-case", "instruments-by-case", "timeline", "priority-layouts"):
        page = TablePage(catalogue, BY_ID[table], Settings()).page()
        assert "alert(1)" in page.markdown
        assert "<script" not in page.markdown
        assert "](javascript" not in page.markdown
        assert "{% b" not in page.markdown or r"\{% b" in page.markdown
