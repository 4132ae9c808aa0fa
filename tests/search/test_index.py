"""The index of the search: what is read from a page, how words are compared, and how they are packed."""

from __future__ import annotations

from typing import Any

import pytest
from browsing import browser
from building import ROOT

from generator.catalogue import Catalogue
from generator.load import load
from generator.pages import Page, all_pages
from generator.search import FOLDER, search_files
from generator.search.alike import MARK, TABLE, group_postings
from generator.search.entries import TABLE as ASKED_AS
from generator.search.entries import entries
from generator.search.reading import read_page
from generator.search.weights import postings
from generator.search.words import SOFT_WORDS, STOP_WORDS, folded, normal, stem, words
from generator.tables import Row

PAGE = """---
title: "Lake"
---

<nav data-search-exclude markdown>

[Home](../index.md)

</nav>

# Lake {#top}

Told by [Berg](#source-berg).
{: .byline }

A region of [timber clusters](../concepts/cluster.md) ([Berg 2018, p.&nbsp;2](#source-berg)).
{: .lead }

## What &#60;b&#62; did {#did}

- **One.** Two

<div data-search-exclude markdown>
<div markdown>
Out
</div>

Out
</div>
"""


def test_what_is_read_of_a_page_is_what_it_says_itself() -> None:
    reading = read_page("cases/lake.md", PAGE)

    assert reading.lead == "A region of timber clusters."
    assert reading.paragraphs == ("A region of timber clusters.", "One. Two")
    assert reading.headings == ("What <b> did",)
    assert reading.links == (("concepts/cluster.md", "timber clusters"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("specialisation", "specialization"),
        ("organised", "organized"),
        ("labour", "labor"),
        ("centres", "center"),
        ("fibre", "fiber"),
        ("programmes", "program"),
        ("cities", "city"),
        ("clusters", "cluster"),
        ("boxes", "box"),
        ("licence", "license"),
        ("labelled", "labeled"),
        ("processes", "process"),
    ],
)
def test_spellings_and_numbers_of_one_word_are_the_same(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize("word", ["basis", "campus", "process", "four", "s3"])
def test_a_word_that_is_no_plural_keeps_its_end(word: str) -> None:
    assert normal(word) == word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Höchst", {"hochst", "hoechst"}),
        ("Malmö", {"malmo", "malmoe"}),
        ("Łódź Straße", {"lodz", "strass"}),
        ("start-up", {"start", "startup"}),
        ("R&D", {"rd"}),
        ("Porter's", {"porter"}),
    ],
)
def test_a_word_is_found_however_it_is_written(text: str, found: set[str]) -> None:
    assert found <= set(words(text))


def test_the_browser_takes_words_apart_as_the_index_does() -> None:
    pages = all_pages(Catalogue.of([]))
    texts = [*(page.markdown for page in pages), (ROOT / "data" / "places.csv").read_text(encoding="utf-8")]
    known = sorted({word for text in texts for word in folded(text).split()})
    script = (ROOT / "generator" / "front" / "search-words.js").read_text(encoding="utf-8")

    with browser() as started:
        page: Any = started.new_page()
        found = page.evaluate(
            f"(texts) => {{ {script}; return texts.map((text) => [fold(text), normal(text), stemOf(normal(text))]); }}",
            known,
        )

    assert len(known) > 100
    assert found == [[folded(word), normal(word), stem(normal(word))] for word in known]


def test_a_page_that_is_kept_from_the_search_is_not_in_it() -> None:
    hidden = Page("about/codes/tab.md", "tab", "---\nsearch:\n  exclude: true\n---\n\n# tab {#top}\n\ntabulator")

    assert entries([hidden], Catalogue.of([])) == ()


def test_hostile_text_cannot_leave_its_script() -> None:
    page = Page("about/x.md", '</script>"\u2028', '# x\n\n</script>&#60;img onerror=x&#62; \u2028 "}))')

    files = search_files([page], Catalogue.of([]))

    for content in files.values():
        assert content.startswith(b'document.dispatchEvent(new CustomEvent("search-part",{detail:')
        assert content.count(b"\n") == 1


def test_the_files_are_the_same_whatever_the_order_of_the_pages() -> None:
    pages = all_pages(Catalogue.of([]))

    assert search_files(pages, Catalogue.of([])) == search_files(pages[::-1], Catalogue.of([]))
    assert f"{FOLDER}/names.js" in search_files(pages, Catalogue.of([]))


def test_words_that_mean_the_same_are_listed_together_with_their_families() -> None:
    weighed = {"founded": ((3, 2),), "founding": ((1, 5),), "town": ((0, 9), (3, 1)), "township": ((4, 4),)}

    found = group_postings((("city", "town"), ("founding",)), weighed)

    assert found == {f"{MARK}0": ((0, 9), (3, 1)), f"{MARK}1": ((1, 5), (3, 2))}


def test_every_row_of_everyday_words_has_a_word_that_the_pages_use_and_none_that_questions_lose() -> None:
    catalogue = load(ROOT).catalogue
    used = {stem(word) for entry in entries(all_pages(catalogue), catalogue) for word in words(entry.fields["text"])}
    rows = {key: (key, *row.cells["words"].split()) for key, row in catalogue.tables[TABLE].items()}

    assert {key for key, row in rows.items() if not {stem(normal(word)) for word in row} & used} == set()
    assert {word for row in rows.values() for word in row} & STOP_WORDS == set()
    assert not STOP_WORDS & SOFT_WORDS


def test_a_page_is_found_by_a_phrase_that_only_the_table_of_what_readers_say_holds() -> None:
    pages = [Page("cases/lake.md", "Lake", PAGE), Page("cases/river.md", "River", "# River {#top}\n\nA lake.")]
    row = Row("/cases/lake/", {"address": "/cases/lake/", "words": "too small alone; join forces"})

    found = entries(pages, Catalogue.of([], {ASKED_AS: {row.key: row}}))

    weighed = postings(found)
    assert {number for number, _ in weighed["small"]} == {number for number, _ in weighed[normal("forces")]} == {0}
    assert not any("forces" in text for entry in found for text in (*entry.paragraphs, *entry.names))
