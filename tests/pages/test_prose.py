"""Text fields as Markdown: links, citations, automatic links, and nothing that acts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import markdown
import pytest

from generator.catalogue import Catalogue
from generator.pages.prose import Writer, plain

Make = Callable[..., Any]


@pytest.fixture
def writer(make_case: Make, make_concept: Make, make_organisation: Make, make_source: Make) -> Writer:
    """A writer of Lakeland's page, which knows a concept, a body and a work."""
    records = [
        make_case(),
        make_concept(),
        make_concept(id="vouchers", term="innovation voucher", abbreviations=["IV"]),
        make_organisation(),
        make_source(),
    ]
    return Writer(Catalogue.of(records), "cases/lakeland.md", "lakeland")


def test_a_link_takes_the_name_of_its_record(writer: Writer) -> None:
    assert writer.prose("By [[lake-timber]].") == "By [Lake Timber](../organisations/lake-timber.md)."


def test_a_link_takes_other_words(writer: Writer) -> None:
    assert writer.prose("By [[lake-timber|the body]].") == "By [the body](../organisations/lake-timber.md)."


def test_a_link_to_nobody_stays_words(writer: Writer) -> None:
    assert writer.prose("By [[nobody|them]].") == "By them."


def test_a_citation_is_short_and_leads_to_the_list_of_sources(writer: Writer) -> None:
    assert writer.prose("So it was [@lake-2018, p. 9].") == "So it was ([Lake 2018, p.&nbsp;9](#source-lake-2018))."
    assert [source.id for source in writer.sources()] == ["lake-2018"]


def test_a_second_hand_citation_says_where_it_was_read(writer: Writer) -> None:
    shown = writer.prose("So it was [@other-1999, p. 1, in @lake-2018, p. 9].")

    assert shown == "So it was (other-1999, cited in [Lake 2018, p.&nbsp;9](#source-lake-2018))."


def test_the_first_mention_of_a_concept_in_a_section_is_linked(writer: Writer) -> None:
    writer.section()

    assert (
        writer.prose("One innovation voucher, two innovation vouchers.")
        == "One [innovation voucher](../concepts/vouchers.md), two innovation vouchers."
    )


def test_a_new_section_links_a_concept_again(writer: Writer) -> None:
    for _ in range(2):
        writer.section()
        assert "(../concepts/vouchers.md)" in writer.prose("An innovation voucher.")


def test_a_mention_across_the_end_of_a_line_is_found(writer: Writer) -> None:
    assert writer.prose("An innovation\nvoucher.") == "An [innovation voucher](../concepts/vouchers.md)."


@pytest.mark.parametrize("text", ["An [[!vouchers|innovation voucher]].", "An .innovation voucher."])
def test_an_automatic_link_can_be_switched_off(writer: Writer, text: str) -> None:
    assert writer.prose(text) == "An innovation voucher."


@pytest.mark.parametrize("before", ["", "- "])
def test_bold_words_at_the_beginning_stay_bare_and_the_next_mention_is_linked(writer: Writer, before: str) -> None:
    writer.section()
    shown = writer.prose(f"{before}**Innovation vouchers.** An innovation voucher pays **an innovation voucher**.")

    assert shown.removeprefix("-   ") == (
        "**Innovation vouchers.** An [innovation voucher](../concepts/vouchers.md) pays **an innovation voucher**."
    )


def test_a_link_of_the_author_stays_in_bold_words_at_the_beginning(writer: Writer) -> None:
    assert writer.line("**The [[vouchers|voucher]] and .IV.** So.") == (
        "**The [voucher](../concepts/vouchers.md) and IV.** So."
    )


def test_bold_words_further_on_are_linked(writer: Writer) -> None:
    assert "**[innovation voucher](" in writer.prose("An **innovation voucher**.")


def test_one_full_stop_is_left_where_a_citation_stood_between_two(writer: Writer) -> None:
    assert plain(writer.catalogue, "So say Berg et al. [@lake-2018, p. 9].") == "So say Berg et al."


def test_a_part_of_a_longer_word_is_no_mention(writer: Writer) -> None:
    assert writer.prose("The IV-2020 plan and post-IV.") == "The IV-2020 plan and post-IV."


def test_lists_and_emphasis_come_out_as_canonical_markdown(writer: Writer) -> None:
    assert writer.prose("Two:\n* *one*\n  - deep\n* two") == "Two:\n\n-   *one*\n\n    -   deep\n-   two"


def test_a_line_that_would_begin_a_list_or_a_heading_stays_a_paragraph(writer: Writer) -> None:
    for text in ("1\\. first", "\\# head", "\\- item", "!!! note", ": definition", "=== tab"):
        shown = str(writer.prose(text))
        assert shown[0] in "&1"
        assert "\n" not in shown


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://example.org/x.png){: onerror='alert(1)' }",
        "[x](javascript:alert(1))",
        "[x](data:text/html,hi)",
        "<https://example.org/>",
        "`code` and {{ 7 * 7 }} and {% x %}",
        "# heading\n\n    code\n\n---\n\n> quote",
        "--8<-- 'secret.txt'",
        "[^1]: note\n\n*[HTML]: text",
        "| a |\n| - |\n| b |",
        "<!-- comment -->",
        "a{: #top .x onclick=alert(1) }",
    ],
)
def test_nothing_refused_becomes_markup(writer: Writer, text: str) -> None:
    html = markdown.markdown(
        str(writer.prose(text)),
        extensions=[
            "attr_list",
            "def_list",
            "tables",
            "admonition",
            "toc",
            "footnotes",
            "abbr",
            "md_in_html",
            "fenced_code",
        ],
    )

    tags = {tag.strip("</>") for tag in re.findall(r"<[^>]*>", html)}
    assert {tag for tag in tags if not re.fullmatch(r'a|a href="https://[\w./]+"', tag)} <= {
        "p",
        "ul",
        "ol",
        "li",
        "em",
        "strong",
    }
