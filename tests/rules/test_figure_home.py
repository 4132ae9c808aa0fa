"""figure-home: a figure stands on another record than the one it describes, or twice on one."""

from __future__ import annotations

from generator.catalogue import Entry
from generator.rules import figure_home
from rules import told

BODY = told.entry("organisation", "lake-timber", "title: Lake Timber\ntype: cluster-organisation\nsummary: A body.\n")


def case(*figures: str) -> Entry:
    """A case with figures of these fields."""
    rest = 'value: 3, unit: companies, as_of: 2016, as_of_basis: stated, cite: "@lake-2018, p. 2"'
    return told.entry(
        "case", "lakeland", f"{told.CASE}figures:\n" + "".join(f"  - {{{figure}, {rest}}}\n" for figure in figures)
    )


def test_a_figure_of_the_record_itself_is_at_home() -> None:
    assert told.of(figure_home, BODY, case("measure: firms", "measure: members, about: the average body")) == []


def test_a_figure_of_a_body_belongs_to_the_body() -> None:
    (problem,) = told.of(figure_home, BODY, case("measure: members, of: lake-timber"))

    assert (
        problem.help
        == "move it to `content/organisations/lake-timber.yml`, and show it here with `figures_of: [lake-timber]`"
    )


def test_a_figure_need_not_name_its_own_record() -> None:
    (problem,) = told.of(figure_home, case("measure: firms, of: lakeland"))

    assert problem.message == "the figure names its own record"


def test_two_figures_of_one_measure_need_ids() -> None:
    twice, named = case("measure: firms", "measure: firms"), case("measure: firms", "measure: firms, id: firms-2017")

    assert [problem.message for problem in told.of(figure_home, twice)] == [
        "two figures of this record have the address `#figure-firms`"
    ]
    assert told.of(figure_home, named) == []
