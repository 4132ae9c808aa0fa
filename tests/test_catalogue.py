"""The catalogue: every record and table, indexed."""

from __future__ import annotations

from collections.abc import Callable

from generator.catalogue import Catalogue, Entry, sort_key
from generator.records import Case, Concept, Organisation, Source

MakeCase = Callable[..., Case]
MakeConcept = Callable[..., Concept]
MakeOrganisation = Callable[..., Organisation]
MakeSource = Callable[..., Source]


def test_links_fields_and_citations_point_at_records(
    make_case: MakeCase, make_concept: MakeConcept, make_source: MakeSource
) -> None:
    catalogue = Catalogue.of(
        [
            make_case(context="See [[timber-cluster]] [@lake-2018, p. 1].", illustrates=["timber-cluster"]),
            make_concept(),
            make_source(),
        ]
    )

    assert {(pointer.target, pointer.marked.path[0]) for pointer in catalogue.references} == {
        ("timber-cluster", "illustrates"),
        ("lake-2018", "sources"),
    }
    assert [link.target for _, link in catalogue.links] == ["timber-cluster"]
    assert {cited.citation.source for cited in catalogue.citations} == {"lake-2018"}
    assert catalogue.pointed_at == {"timber-cluster", "lake-2018"}


def test_backlinks_leave_out_the_record_itself_and_links_that_are_switched_off(
    make_case: MakeCase, make_concept: MakeConcept
) -> None:
    case = make_case(context="[[timber-cluster]], and here.", illustrates=[])
    off = make_case(id="off", context="Not [[!timber-cluster|timber]].", illustrates=[])
    concept = make_concept(explanation="[[timber-cluster]] again.")

    catalogue = Catalogue.of([case, off, concept])

    assert catalogue.backlinks["timber-cluster"] == ("lakeland",)


def test_of_two_records_with_one_id_the_first_by_kind_is_kept(
    make_case: MakeCase, make_organisation: MakeOrganisation
) -> None:
    catalogue = Catalogue.of([make_organisation(id="same"), make_case(id="same")])

    assert catalogue.entries["same"].kind == "case"
    assert [twin.kind for twin in catalogue.twins] == ["organisation"]


def test_a_broken_file_counts_as_existing(make_case: MakeCase) -> None:
    case = make_case()

    catalogue = Catalogue.of_entries([Entry("case", case.id, {}, case)], broken={"gaia": "organisation"})

    assert (catalogue.kind_of("gaia"), catalogue.kind_of("lakeland"), catalogue.kind_of("other")) == (
        "organisation",
        "case",
        None,
    )


def test_records_are_sorted_as_readers_expect(make_case: MakeCase) -> None:
    titles = ["zebra", "Étienne", "apple", "“Quoted”"]

    catalogue = Catalogue.of(make_case(id=f"case-{index}", title=title) for index, title in enumerate(titles))

    assert [case.title for case in catalogue.cases] == ["apple", "Étienne", "“Quoted”", "zebra"]
    assert sort_key("É b") == "e b"


def test_a_row_that_does_not_exist_shows_its_key() -> None:
    assert Catalogue.of([]).row("levels", "regional").label == "regional"


def test_an_empty_catalogue_answers_every_question() -> None:
    catalogue = Catalogue.of([])

    assert (catalogue.references, catalogue.links, catalogue.citations, catalogue.backlinks, catalogue.cases) == (
        (),
        (),
        (),
        {},
        (),
    )
    assert catalogue.near.to("gaia") is None
