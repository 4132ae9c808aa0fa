"""The word that somebody most likely meant."""

from __future__ import annotations

import pytest

from generator.text.near import Near, nearest

IDS = ["related-variety", "smart-specialisation", "gaia", "cluster-policy", "rivas-2016", "keller-2018", "keller-2016"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("releted-variety", "related-variety"),
        ("relatedvariety", "related-variety"),
        ("variety-related", "related-variety"),
        ("smart-specialization", "smart-specialisation"),
        ("giaa", "gaia"),
        ("rivas-2061", "rivas-2016"),
        ("gaia", "gaia"),
    ],
)
def test_a_slip_of_the_pen_is_understood(written: str, meant: str) -> None:
    assert Near.of(IDS).to(written) == meant


@pytest.mark.parametrize("written", ["photonics", "x", ""])
def test_nothing_is_offered_for_another_word(written: str) -> None:
    assert Near.of(IDS).to(written) is None


def test_the_order_of_the_words_does_not_matter() -> None:
    assert Near.of(IDS).to("keller-201") == Near.of(reversed(IDS)).to("keller-201")


def test_the_nearest_of_a_few_choices_is_found_whatever_its_case() -> None:
    assert [nearest(word, ["regional", "local", "national"]) for word in ("Regional", "regonal", "loc", "county")] == [
        "regional",
        "regional",
        "local",
        None,
    ]
