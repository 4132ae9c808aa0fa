"""Citations with a locator, and second-hand ones."""

from __future__ import annotations

import pytest

from generator.text.citations import citations, faults_in_citations


def test_a_citation_has_a_work_and_a_locator() -> None:
    (found,) = citations("@rivas-2016, box p. 6")

    assert (found.source, found.locator, found.read, found.read_locator) == (
        "rivas-2016",
        "box p. 6",
        "rivas-2016",
        "box p. 6",
    )


def test_a_second_hand_citation_was_read_in_the_other_work() -> None:
    (found,) = citations("@foray-2017, p. 98, in @keller-2018, p. 7")

    assert (found.source, found.locator, found.read, found.read_locator) == (
        "foray-2017",
        "p. 98",
        "keller-2018",
        "p. 7",
    )


def test_several_citations_know_where_they_stand() -> None:
    text = "@a-2016, p. 1; @b-2017"

    assert [text[found.start : found.end] for found in citations(text)] == ["@a-2016, p. 1", "@b-2017"]


def test_a_citation_may_be_broken_across_lines() -> None:
    assert citations("@foray-2017, in\n@keller-2018, p. 7")[0].via == "keller-2018"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("rivas-2016, p. 9", "@rivas-2016, p. 9"),
        ("@rivas-2016 p. 9", "@rivas-2016, p. 9"),
        ("@rivas-2016, 9", "@rivas-2016, p. 9"),
        ("@rivas-2016, page 9", "@rivas-2016, p. 9"),
        ("@rivas-2016, pp. 9-11", "@rivas-2016, p. 9-11"),
        ("@rivas-2016: 9", "@rivas-2016, p. 9"),
        ("@rivas-2016, figure 5", "@rivas-2016, fig. 5"),
        ("@rivas-2016, section 2", "@rivas-2016, sec. 2"),
    ],
)
def test_citations_as_people_write_them_are_understood(text: str, offered: str) -> None:
    (fault,) = faults_in_citations(text)

    assert fault.replacement == offered


def test_only_the_part_that_is_wrong_is_told() -> None:
    text = "@a-2016, p. 1; b-2017, p. 2"

    (fault,) = faults_in_citations(text)

    assert text[fault.start : fault.end] == "b-2017, p. 2"
