"""The tables of `data/`."""

from __future__ import annotations

import pytest

from generator.tables import TABLE_TYPES, TableType, read_table

LEVELS = next(table for table in TABLE_TYPES if table.name == "levels")
HEADER = ",".join(LEVELS.header)


def codes(text: str | bytes, table: TableType = LEVELS) -> list[tuple[str, int]]:
    """The code and line of every fault of a table."""
    raw = text.encode() if isinstance(text, str) else text
    return [(problem.code, problem.place.span.line) for problem in read_table(table, raw)[1]]


def test_rows_are_found_by_their_first_cell() -> None:
    rows, problems = read_table(LEVELS, f'{HEADER}\nregional,Regional,"Region, canton"\n'.encode())

    assert problems == ()
    assert (rows["regional"].label, rows["regional"].definition) == ("Regional", "Region, canton")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_any_program_are_read(end: str) -> None:
    assert codes(f"\ufeff{HEADER}{end}a,A,B{end}") == []


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("a,A", "bad-row"),
        ("a,A,B,C", "bad-row"),
        ("a,,B", "empty-cell"),
        ("A B,A,B", "bad-cell"),
        ("first,A,B", "duplicate-row"),
    ],
)
def test_each_fault_of_a_row_is_told_at_its_line(row: str, code: str) -> None:
    assert codes(f"{HEADER}\nfirst,A,B\n{row}\n") == [(code, 3)]


def test_a_row_after_a_cell_of_two_lines_keeps_its_line() -> None:
    assert codes(f'{HEADER}\na,A,"one\ntwo"\nb,,B\n') == [("bad-cell", 2), ("empty-cell", 4)]


@pytest.mark.parametrize("text", ["", "id,name\n", "a,A,B\n"])
def test_a_table_without_its_header_is_one_fault(text: str) -> None:
    assert [code for code, _ in codes(text)] == ["bad-header"]


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"id,label\n\xe9"])
def test_a_table_in_another_encoding_is_one_fault(raw: bytes) -> None:
    assert [code for code, _ in codes(raw)] == ["not-utf-8"]


def test_an_unclosed_quote_is_no_crash() -> None:
    assert codes(f'{HEADER}\na,"A,B\n')
