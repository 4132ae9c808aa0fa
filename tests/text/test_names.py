"""Names in running text."""

from __future__ import annotations

import pytest

from generator.text.names import Names


def mentioned(text: str, *names: tuple[str, str, bool]) -> list[tuple[str, str]]:
    """The targets that a text mentions, each with the words."""
    return [(mention.target, text[mention.start : mention.end]) for mention in Names.of(names).mentions(text)]


def test_a_proper_name_keeps_its_capitals() -> None:
    assert mentioned("GAIA and Gaia.", ("GAIA", "gaia", True)) == [("gaia", "GAIA")]


@pytest.mark.parametrize("text", ["cluster policy", "Cluster policies", "cluster\npolicy", "CLUSTER POLICY"])
def test_a_term_may_be_written_in_any_case_and_in_the_plural(text: str) -> None:
    assert mentioned(f"A {text} here.", ("cluster policy", "cluster-policy", False)) == [("cluster-policy", text)]


def test_the_longest_of_several_names_counts() -> None:
    names = [("cluster", "cluster", False), ("cluster policy", "cluster-policy", False)]

    assert mentioned("A cluster policy for a cluster.", *names) == [
        ("cluster-policy", "cluster policy"),
        ("cluster", "cluster"),
    ]


def test_a_name_is_no_part_of_a_longer_word() -> None:
    assert (
        mentioned(
            "Gaiata, S3-4AlpClusters, subcluster.",
            ("Gaia", "gaia", True),
            ("S3", "s3", True),
            ("cluster", "cluster", False),
        )
        == []
    )


def test_a_name_does_not_reach_into_the_next_paragraph() -> None:
    assert mentioned("in the Basque\n\nCountry houses", ("Basque Country", "basque-country", True)) == []


def test_a_name_with_hyphen_and_accents_is_found() -> None:
    assert mentioned("The Pôle-Numérique of Añana.", ("Pôle Numérique", "pole", True), ("Añana", "anana", True)) == [
        ("pole", "Pôle-Numérique"),
        ("anana", "Añana"),
    ]


def test_names_are_found_after_letters_that_grow_in_lower_case() -> None:
    assert mentioned("İİ and GAIA.", ("GAIA", "gaia", True)) == [("gaia", "GAIA")]


def test_a_single_letter_is_no_name() -> None:
    assert mentioned("Plan A works.", ("A", "a", True)) == []


def test_of_two_records_with_one_name_the_first_by_id_is_meant() -> None:
    assert mentioned("The S3.", ("S3", "ris3", True), ("S3", "alpha", True)) == [("alpha", "S3")]
