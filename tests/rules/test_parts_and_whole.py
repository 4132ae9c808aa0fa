"""parts-and-whole: the parts of a figure do not add up to its whole."""

from __future__ import annotations

import pytest

from generator.catalogue import Entry
from generator.rules import parts_and_whole
from rules import told


def case(whole: str, *parts: str) -> Entry:
    """A case with a figure of these parts."""
    listed = ", ".join(f"{{part: services, value: {part}}}" for part in parts)
    figure = f'  - {{measure: budget-by-source, unit: percent, whole: {whole}, parts: [{listed}], as_of: 2016, as_of_basis: stated, cite: "@lake-2018, p. 2"}}\n'
    return told.entry("case", "lakeland", f"{told.CASE}figures:\n{figure}")


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("100", ["30", "70"]),
        ("100", ["around 30", "around 30", "20", "around 20"]),
        ("100", ["around 30", "around 75"]),
        ("100", ["10 to 45", "60"]),
        ("100", ["more than 60", "20"]),
        ("100", ["at most 60", "50"]),
        ("around 100", ["60", "40"]),
        ("0.3", ["0.1", "0.2"]),
        ("100", ["30", "not reported"]),
    ],
)
def test_parts_that_can_make_the_whole_are_right(whole: str, parts: list[str]) -> None:
    assert told.of(parts_and_whole, case(whole, *parts)) == []


@pytest.mark.parametrize(
    ("whole", "parts", "total"),
    [
        ("100", ["30", "60"], "90"),
        ("100", ["around 30", "60"], "85 to 95"),
        ("100", ["around 4.6", "90"], "94.55 to 94.65"),
        ("100", ["10 to 20", "60"], "70 to 80"),
        ("100", ["at least 60", "50"], None),
    ],
)
def test_parts_that_cannot_make_the_whole_are_told_with_their_sum(
    whole: str, parts: list[str], total: str | None
) -> None:
    found = case(whole, *parts)

    (problem,) = told.of(parts_and_whole, found)

    assert total is None or problem.mends[0].text == total
    assert total is None or f"whole: {total}," in told.mended(found, problem)
