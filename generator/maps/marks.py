"""Marks: places as circles that never touch each other; one that has to give way keeps a line to where it belongs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from generator.maps.frame import Frame
from generator.maps.places import Place
from generator.maps.projection import Point

GAP = 1.5
_RADII = ((6, 17.5), (3, 14.5), (0, 12.5))  # from so many cases and bodies on; none under 24 pixels across (WCAG 2.5.8)
_ROUNDS, _HOMEWARD = 600, 0.04


@dataclass(slots=True)
class _Disc:
    """A mark while it finds its place."""

    home: Point
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a map: where its circle stands, how large it is, and where the place itself lies."""

    place: Place
    x: float
    y: float
    radius: float
    home: Point

    @property
    def is_moved(self) -> bool:
        """Tell whether the circle has given way so far that it no longer covers the place."""
        return _distance((self.x, self.y), self.home) > self.radius - 2


def marks(places: Iterable[Place], frame: Frame) -> tuple[Mark, ...]:
    """A mark for every place that lies in the frame, in the order of the places."""
    shown = [(place, frame.at(place.point)) for place in places if place.point and frame.holds(place.point)]
    discs = [_Disc(home, *home, _radius(place, frame)) for place, home in shown]
    for left in range(_ROUNDS, 0, -1):
        if left > _ROUNDS / 3:
            _pull_home(discs)
        elif not _touching(discs):
            break
        _push_apart(discs, frame)
    return tuple(
        Mark(place, round(disc.x, 1), round(disc.y, 1), disc.radius, home)
        for (place, home), disc in zip(shown, discs, strict=True)
    )


def _radius(place: Place, frame: Frame) -> float:
    radius = next(radius for least, radius in _RADII if place.count >= least)
    return radius if frame.width > 400 else round(12 + (radius - 12) / 2, 1)


def _pull_home(discs: list[_Disc]) -> None:
    for disc in discs:
        disc.x += (disc.home[0] - disc.x) * _HOMEWARD
        disc.y += (disc.home[1] - disc.y) * _HOMEWARD


def _touching(discs: list[_Disc]) -> bool:
    return any(_lack(one, other) > 0.2 for one, other in combinations(discs, 2))


def _push_apart(discs: list[_Disc], frame: Frame) -> None:
    """Move each two that touch away from each other, by half of what they lack; only sums and roots, the same everywhere."""
    for number, (one, other) in enumerate(combinations(discs, 2)):
        lack = _lack(one, other)
        if lack <= 0:
            continue
        across, down = other.x - one.x, other.y - one.y
        if abs(across) + abs(down) < 0.01:
            across, down = (1.0, 0.3) if number % 2 else (0.3, 1.0)
        step = lack / 2 / sqrt(across * across + down * down)
        one.x, one.y = one.x - across * step, one.y - down * step
        other.x, other.y = other.x + across * step, other.y + down * step
    for disc in discs:
        disc.x = min(max(disc.x, disc.radius + 1), frame.width - disc.radius - 1)
        disc.y = min(max(disc.y, disc.radius + 1), frame.height - disc.radius - 1)


def _lack(one: _Disc, other: _Disc) -> float:
    return one.radius + other.radius + GAP - _distance((one.x, one.y), (other.x, other.y))


def _distance(one: Point, other: Point) -> float:
    return sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)
