"""The notations of a text, and what is refused in it."""

from __future__ import annotations

import pytest

from generator.text.prose import cited, faults_in_prose, links


def test_links_give_their_target_and_words() -> None:
    found = links("See [[gaia]], [[gaia|the IT cluster]] and [[!gaia]].")

    assert [(link.target, link.words, link.off) for link in found] == [
        ("gaia", "", False),
        ("gaia", "the IT cluster", False),
        ("gaia", "", True),
    ]


def test_citations_know_their_place_in_the_text() -> None:
    text = "So it is [@a-2016, p. 1; @b-2017, note iv]."

    assert [text[found.start : found.end] for found in cited(text)] == ["@a-2016, p. 1", "@b-2017, note iv"]


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, 20% (new) - and *more* of **them**.",
        "- one\n- two\n  - three",
        "1. one\n2. two",
        "Words [here](https://www.example.org/a_b) and [[gaia|there]] [@rivas-2016, p. 9].",
        "Words [here](https://www.example.org/?from=https://other.example.org).",
        "A & B, 3 > 2, C++ and it's A–B.",
        "Broken [[gaia|across\nlines]] and [@foray-2017, in\n@keller-2018, p. 7].",
    ],
)
def test_what_texts_may_hold_has_no_fault(text: str) -> None:
    assert faults_in_prose(text) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("# Heading\n\nText.", "# Heading"),
        ("Heading\n=======\n", "Heading\n======="),
        ("One.\n\n---\n\nTwo.", "---"),
        ("One.\n\n    code", "    code"),
        ("```\ncode\n```", "```\ncode\n```"),
        ("Some `code` here.", "`code`"),
        ("Some <b>bold</b> here.", "<b>bold</b>"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("![alt](a.png)", "![alt](a.png)"),
        ("> quoted", "> quoted"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("A note[^1] here.", "[^1]"),
        ("Text {: onclick=alert(1)}", "{: onclick=alert(1)}"),
    ],
)
def test_what_texts_may_not_hold_is_refused_where_it_stands(text: str, wrong: str) -> None:
    (fault,) = faults_in_prose(text)

    assert fault.code == "refused-markup"
    assert text[fault.start : fault.end].rstrip() == wrong


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "../pictures/x/"]
)
def test_a_link_leads_to_the_web_or_nowhere(address: str) -> None:
    (fault,) = faults_in_prose(f"See [this]({address}).")

    assert fault.code == "bad-address"


@pytest.mark.parametrize(
    ("text", "code", "offered"),
    [
        ("By rivas (@rivas-2016, p. 9).", "bad-citation", "[@rivas-2016, p. 9]"),
        ("So [rivas-2016, p. 9].", "bad-citation", "[@rivas-2016, p. 9]"),
        ("So [@rivas-2016, p. 9", "bad-citation", "[@rivas-2016, p. 9]"),
        ("See www.example.org today.", "bare-address", "[example.org](https://www.example.org)"),
        ("See https://www.example.org/x.", "bare-address", "[example.org](https://www.example.org/x)"),
        ("By [[gaia] and others.", "bad-link", "[[gaia]]"),
    ],
)
def test_notations_that_lack_something_are_completed(text: str, code: str, offered: str) -> None:
    (fault,) = faults_in_prose(text)

    assert (fault.code, fault.replacement) == (code, offered)
