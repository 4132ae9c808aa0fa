from __future__ import annotations

import pytest

from generator.maps.projection import RADIUS, projected


def test_the_centre_of_the_projection_is_the_origin() -> None:
    assert projected(52, 10) == (0, 0)


@pytest.mark.parametrize(
    ("latitude", "longitude", "east", "north"),
    [
        (50, 5, 3962.799, 2999.719),  # the worked example of EPSG Guidance Note 7-2 for EPSG:3035
        (52, 10, 4321.0, 3210.0),
    ],
)
def test_a_point_lies_where_epsg_3035_puts_it_but_for_a_few_kilometres(
    latitude: float, longitude: float, east: float, north: float
) -> None:
    x, y = projected(latitude, longitude)

    assert x == pytest.approx(east - 4321, abs=2)
    assert y == pytest.approx(north - 3210, abs=2)


@pytest.mark.parametrize("latitude", [38, 45, 52, 60])
def test_areas_keep_their_size(latitude: float) -> None:
    from math import radians, sin  # noqa: PLC0415 - only this test reckons on the ball

    half = 0.05
    south, north = latitude - half, latitude + half
    corners = [projected(south, 20), projected(south, 20.1), projected(north, 20.1), projected(north, 20)]

    on_plane = abs(
        sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True))
    )
    on_ball = RADIUS**2 * radians(0.1) * (sin(radians(north)) - sin(radians(south)))

    assert on_plane / 2 == pytest.approx(on_ball, rel=0.002)


def test_north_is_up_and_east_is_right() -> None:
    assert projected(53, 10)[1] > 0 > projected(51, 10)[1]
    assert projected(52, 11)[0] > 0 > projected(52, 9)[0]
