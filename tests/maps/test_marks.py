"""Places, marks and names: numbered, apart from each other, and where they belong."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import hypot

import pytest
from building import ROOT

from generator.catalogue import Catalogue
from generator.load import load
from generator.maps.frame import ENLARGED, MIDDLE, OVERVIEW, WEST, WIDE, Frame
from generator.maps.marks import Mark, marks
from generator.maps.names import names
from generator.maps.places import Place, places
from generator.records import Case, Organisation
from generator.tables import Tables

FRAMES = pytest.mark.parametrize("frame", [WIDE, WEST, MIDDLE], ids=lambda frame: frame.id)


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return load(ROOT).catalogue


@pytest.fixture(scope="module")
def tables(real: Catalogue) -> Tables:
    return real.tables


@pytest.fixture
def everywhere(tables: Tables, make_case: Callable[..., Case]) -> tuple[Place, ...]:
    """A case at every place of the table, also where none is today."""
    return places(Catalogue.of([make_case(places=sorted(tables["places"]))], tables))


def gap(one: Mark, other: Mark) -> float:
    return hypot(one.x - other.x, one.y - other.y) - one.radius - other.radius


@FRAMES
def test_no_two_marks_touch_though_every_place_has_one(everywhere: tuple[Place, ...], frame: Frame) -> None:
    shown = marks(everywhere, frame)

    assert len(shown) > 15
    assert [
        (one.place.row.label, other.place.row.label) for one, other in combinations(shown, 2) if gap(one, other) < 0.5
    ] == []


@FRAMES
def test_marks_are_large_enough_to_touch_and_stay_on_the_map(real: Catalogue, frame: Frame) -> None:
    for mark in marks(places(real), frame):
        assert mark.radius >= 12
        assert mark.radius <= mark.x <= frame.width - mark.radius
        assert mark.radius <= mark.y <= frame.height - mark.radius


def test_marks_stay_near_their_places(real: Catalogue) -> None:
    far = [
        mark.place.row.label
        for mark in marks(places(real), WIDE)
        if hypot(mark.x - mark.home[0], mark.y - mark.home[1]) > 32
    ]

    assert far == []


def test_every_place_is_on_the_whole_map_and_on_one_of_its_parts(everywhere: tuple[Place, ...]) -> None:
    enlarged = {mark.place.row.key for frame in ENLARGED for mark in marks(everywhere, frame)}
    whole = {mark.place.row.key for mark in marks(everywhere, WIDE)}

    assert whole == {place.row.key for place in everywhere}
    assert whole - enlarged <= {mark.place.row.key for mark in marks(everywhere, OVERVIEW)}


@FRAMES
def test_a_name_that_stays_hides_no_mark_and_no_other_name(real: Catalogue, frame: Frame) -> None:
    shown = marks(places(real), frame)
    staying = [name for name in names(shown, frame) if name.stays]

    assert len(staying) > 3
    assert not any(name.meets_mark(mark) for name in staying for mark in shown)
    assert not any(one.meets(other) for one, other in combinations(staying, 2))


@FRAMES
def test_a_name_that_passes_is_hidden_by_nothing_that_is_drawn_after_it(real: Catalogue, frame: Frame) -> None:
    shown = marks(places(real), frame)
    found = names(shown, frame)
    hidden = [
        name.text
        for at, name in enumerate(found)
        if not name.stays
        and (
            any(map(name.meets_mark, shown[at + 1 :]))
            or any(name.meets(later) for later in found[at + 1 :] if later.stays)
        )
    ]

    assert hidden == []


def test_places_are_numbered_country_by_country_with_the_country_first(
    tables: Tables, make_case: Callable[..., Case], make_organisation: Callable[..., Organisation]
) -> None:
    records = [make_case(places=["es-bilbao", "AT31", "ES21"]), make_organisation(place="AT")]

    found = places(Catalogue.of(records, tables))

    assert [(place.number, place.row.label) for place in found] == [
        (1, "Austria"),
        (2, "Upper Austria"),
        (3, "Basque Country"),
        (4, "Bilbao"),
    ]
    assert [place.words for place in found][0::3] == ["Austria, 1 body", "Bilbao, Spain, 1 case"]


def test_every_case_and_every_body_with_a_place_is_told_there(real: Catalogue) -> None:
    found = places(real)

    assert {(case.id, place.row.key) for place in found for case in place.cases} == {
        (case.id, code) for case in real.cases for code in case.places
    }
    assert {(body.id, place.row.key) for place in found for body in place.bodies} == {
        (body.id, body.place) for body in real.organisations if body.place
    }


def test_anchors_are_unique_also_where_a_code_of_nuts_is_a_word(real: Catalogue) -> None:
    anchors = [place.anchor for place in places(real)]

    assert len(anchors) == len(set(anchors))


def test_a_place_with_more_to_tell_has_the_larger_mark(real: Catalogue) -> None:
    radius = {mark.place.row.key: mark.radius for mark in marks(places(real), WIDE)}

    assert radius["fr-bordeaux-metropole"] > radius["pt-porto"] > radius["be-antwerp"]


def test_a_place_that_no_table_knows_has_no_mark_and_breaks_nothing(make_case: Callable[..., Case]) -> None:
    found = places(Catalogue.of([make_case()]))

    assert [place.point for place in found] == [None]
    assert marks(found, WIDE) == ()


def test_places_at_one_point_are_drawn_apart(tables: Tables, make_case: Callable[..., Case]) -> None:
    found = places(Catalogue.of([make_case(places=["ES21"])], tables)) * 5

    shown = marks(found, WIDE)

    assert min(gap(one, other) for one, other in combinations(shown, 2)) > 0.5
    assert any(mark.is_moved for mark in shown)
