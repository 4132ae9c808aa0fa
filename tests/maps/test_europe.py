"""The outline of Europe, and the places on it, as they are committed."""

from __future__ import annotations

import json
from math import hypot

import pytest
from building import ROOT

from generator.load import load
from generator.maps.frame import WIDE
from generator.maps.projection import Point, projected
from generator.tables import Row

TABLES = load(ROOT).catalogue.tables
PLACES = sorted(TABLES["places"])
NEAR_THE_COAST = 15.0  # kilometres: the outline is simplified


def ring(row: Row) -> list[Point]:
    numbers = [float(number) for number in row.cells["points"].split()]
    return [projected(north, east) for east, north in zip(numbers[::2], numbers[1::2], strict=True)]


RINGS = {key: ring(row) for key, row in TABLES["europe"].items()}


def is_inside(point: Point, corners: list[Point]) -> bool:
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def distance(point: Point, corners: list[Point]) -> float:
    """How far a point lies from the line round a part of a country."""

    def to_line(start: Point, end: Point) -> float:
        across, up = end[0] - start[0], end[1] - start[1]
        length = across**2 + up**2 or 1
        part = min(max(((point[0] - start[0]) * across + (point[1] - start[1]) * up) / length, 0), 1)
        return hypot(point[0] - start[0] - part * across, point[1] - start[1] - part * up)

    return min(to_line(start, end) for start, end in zip(corners, corners[1:] + corners[:1], strict=True))


@pytest.mark.parametrize("code", PLACES)
def test_every_place_lies_in_its_country_and_on_the_map(code: str) -> None:
    cells = TABLES["places"][code].cells
    point = projected(float(cells["latitude"]), float(cells["longitude"]))
    parts = [RINGS[key] for key, row in TABLES["europe"].items() if row.cells["country"] == cells["country"]]

    assert WIDE.holds(point)
    assert any(is_inside(point, part) or distance(point, part) < NEAR_THE_COAST for part in parts)


def test_a_place_in_another_country_is_seen() -> None:
    bilbao = projected(43.26, -2.93)

    assert not any(is_inside(bilbao, ring) for key, ring in RINGS.items() if key.startswith("fr-"))
    assert any(is_inside(bilbao, ring) for key, ring in RINGS.items() if key.startswith("es-"))


def test_the_file_is_small_and_its_corners_are_rounded() -> None:
    file = ROOT / "data" / "europe.csv"

    assert file.stat().st_size < 60_000
    assert {
        len(number.partition(".")[2]) for row in TABLES["europe"].values() for number in row.cells["points"].split()
    } == {2}


def test_neighbours_share_their_border_to_the_corner() -> None:
    corners = {country: set(RINGS[f"{country}-1"]) for country in ("es", "fr", "pt", "de", "ch", "at")}

    assert len(corners["es"] & corners["pt"]) > 20
    assert len(corners["de"] & corners["at"]) > 15
    assert len(corners["fr"] & corners["ch"]) > 10


def test_the_outline_says_whose_it_is_and_that_it_is_free() -> None:
    package = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    (outline,) = (resource for resource in package["resources"] if resource["name"] == "europe")

    assert outline["licenses"][0]["name"] == "other-pd"
    assert "Natural Earth" in outline["sources"][0]["title"]
    assert "public domain" in (ROOT / "data" / "europe.md").read_text(encoding="utf-8")
