"""Similar cases: what they share, what of it counts most, and why, in words."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from generator.catalogue import Catalogue
from generator.records import Case
from generator.similar import similar_cases, why_similar
from generator.tables import Row

MakeCase = Callable[..., Case]
VOUCHER = {"type": "innovation-voucher", "text": "Vouchers."}
SPACE = {"type": "cluster-focused-space", "text": "Land."}


def ids(catalogue: Catalogue, key: str) -> list[str]:
    case = catalogue.records[key]
    assert isinstance(case, Case)
    return [similar.case.id for similar in similar_cases(catalogue, case)]


def labelled(cases: list[Case]) -> Catalogue:
    words = {
        "challenges": {"silos": "Our clusters sit in silos"},
        "instruments": {"innovation-voucher": "Innovation voucher", "branding": "Branding and marketing"},
        "levels": {"regional": "Regional", "european": "European"},
    }
    tables = {
        name: MappingProxyType({key: Row(key, MappingProxyType({"label": label})) for key, label in rows.items()})
        for name, rows in words.items()
    }
    return Catalogue.of(cases, tables)


def test_what_few_share_counts_more_than_what_many_share(make_case: MakeCase) -> None:
    one = make_case(id="one", instruments=[VOUCHER], levels=["regional"])
    rare = make_case(id="rare", type="pilot", instruments=[VOUCHER], levels=["regional"])
    common = [
        make_case(id=f"common-{n}", type="initiative", levels=["regional"], challenges=["silos"]) for n in range(3)
    ]
    alike = make_case(id="alike", levels=["regional"])

    catalogue = Catalogue.of([one, rare, alike, *common])
    weights = {similar.case.id: similar.weight for similar in similar_cases(catalogue, one)}

    assert weights == {"rare": 1 + 1 / 5, "alike": 1 + 1 / 5}
    assert ids(catalogue, "one") == ["alike", "rare"], "equal weights go by name and id"


def test_one_shared_thing_makes_no_two_cases_similar(make_case: MakeCase) -> None:
    one = make_case(id="one", instruments=[VOUCHER])
    other = make_case(id="other", type="pilot", instruments=[VOUCHER])

    assert ids(Catalogue.of([one, other]), "one") == []


def test_cases_to_which_the_page_leads_already_are_left_out(make_case: MakeCase) -> None:
    shared: dict[str, Any] = {"instruments": [VOUCHER, SPACE], "levels": ["regional"]}
    one = make_case(id="one", part_of="whole", related=[{"case": "related", "how": "See."}], **shared)
    whole, related = make_case(id="whole", **shared), make_case(id="related", **shared)
    part, other = make_case(id="part", part_of="one", **shared), make_case(id="other", **shared)

    assert ids(Catalogue.of([one, whole, related, part, other]), "one") == ["other"]


def test_at_most_four_are_named_whatever_the_order_of_the_files(make_case: MakeCase) -> None:
    cases = [make_case(id=f"case-{n}", instruments=[VOUCHER, SPACE], levels=["regional"]) for n in range(5)]

    assert ids(Catalogue.of(cases), "case-0") == ["case-1", "case-2", "case-3", "case-4"]
    assert ids(Catalogue.of(reversed(cases)), "case-0") == ["case-1", "case-2", "case-3", "case-4"]
    assert len(ids(Catalogue.of([*cases, make_case(id="case-5", instruments=[VOUCHER, SPACE])]), "case-0")) == 4


def test_the_reason_is_written_out_with_what_is_rare_first(make_case: MakeCase) -> None:
    told: dict[str, Any] = {"instruments": [VOUCHER], "levels": ["regional"]}
    one, other = make_case(id="one", **told), make_case(id="other", type="pilot", **told)
    third = make_case(id="third", type="initiative", levels=["regional"])

    catalogue = labelled([one, other, third])

    assert why_similar(catalogue, similar_cases(catalogue, one)[0]) == (
        "Shares the instrument innovation voucher and the regional level."
    )


def test_the_reason_stays_clear_where_labels_hold_an_and_and_counts_what_it_does_not_name(make_case: MakeCase) -> None:
    told: dict[str, Any] = {
        "challenges": ["silos"],
        "instruments": [VOUCHER, {"type": "branding", "text": "Fairs."}],
        "levels": ["regional", "european"],
    }
    catalogue = labelled([make_case(id="one", **told), make_case(id="other", **told)])
    one = catalogue.cases[0]

    assert why_similar(catalogue, similar_cases(catalogue, one)[0]) == (
        "Shares the trouble “Our clusters sit in silos”; "
        "the instruments “branding and marketing” and innovation voucher; 3 more."
    )
