"""unlinked-name: a text names a body or case without a link to it."""

from __future__ import annotations

import pytest

from generator.catalogue import Entry
from generator.rules import unlinked_name
from rules import told

BODY = told.entry(
    "organisation",
    "lake-timber",
    "title: Lake Timber\naliases: [LT Cluster]\ntype: cluster-organisation\nsummary: A body.\n",
)


def case(context: str, more: str = "") -> Entry:
    """A case whose context says this."""
    return told.entry("case", "lakeland", f"{told.CASE}context: |\n  {context}\n{more}")


@pytest.mark.parametrize(
    "context",
    [
        "The work of [[lake-timber]]; Lake Timber grew.",
        "The work of [[lake-timber|Lake Timber]].",
        "The work of [[!lake-timber|Lake Timber]].",
        "The work of lake timber.",
        "In Lakeland nothing happened.",
    ],
)
def test_a_name_that_is_linked_or_is_none_is_right(context: str) -> None:
    assert told.of(unlinked_name, BODY, case(context)) == []


def test_a_field_that_names_the_body_counts_as_a_link() -> None:
    actors = 'actors: [{who: lake-timber, does: [leads], cite: "@lake-2018, p. 1"}]\n'

    assert told.of(unlinked_name, BODY, case("Lake Timber grew.", actors)) == []


def test_the_first_mention_is_told_once_a_record_where_it_stands() -> None:
    found = case("The LT\n  Cluster grew, and Lake Timber too.")

    (problem,) = told.of(unlinked_name, BODY, found)

    assert (problem.message, problem.severity) == (
        "`LT Cluster` has a page, and the record does not link it",
        "warning",
    )
    assert "The [[lake-timber|LT Cluster]] grew, and Lake Timber too." in told.mended(found, problem)
