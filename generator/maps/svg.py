"""Map → SVG with a link for each mark; places are attributes and looks are classes, as a content security policy wants it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.maps.frame import Frame
from generator.maps.marks import Mark, marks
from generator.maps.names import Name, names
from generator.maps.places import Place
from generator.maps.projection import Point, projected
from generator.tables import Row
from generator.text.escaping import escape

Ring = tuple[Point, ...]

_LEAST_STEP = 1.4  # units
_BEYOND = 60.0  # units: longer than any line of the outline that is seen


@dataclass(frozen=True, slots=True)
class Ground:
    """The file that `background` made, by its address from the page, and what it shows."""

    address: str
    frame: Frame


def background(rows: Iterable[Row], frame: Frame) -> str:
    """Land and borders as a file: every map of the page shows it, or a part of it, under its marks.

    Its colours are those of the light palette; in the dark one the page turns them round.
    """
    shape = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}">'
        '<path fill="#fff" stroke="#b9b2a2" stroke-width=".8" stroke-linejoin="round" d="{}"/></svg>\n'
    )
    return shape.format(*[_number(frame.width), _number(frame.height)] * 2, _land(map(_ring_of, rows), frame))


def drawn(frame: Frame, ground: Ground, places: Sequence[Place], insets: Sequence[Frame] = ()) -> Markup:
    """A map with a mark for each place in its frame; `insets` are shown as the frames of maps of their own."""
    shown = marks(places, frame)
    named = zip(shown, names(shown, frame), strict=True)
    return Markup('<svg class="{}" viewBox="0 0 {} {}" role="group" aria-label="{}">{}{}{}{}</svg>').format(
        frame.id,
        _number(frame.width),
        _number(frame.height),
        escape(f"Map, {frame.name}"),
        _under(frame, ground),
        Markup().join(_inset(inset, frame) for inset in insets),
        Markup().join(map(_leader, shown)),
        Markup().join(_link(mark, name) for mark, name in named),
    )


def sample(kind: str) -> Markup:
    """A mark without a place, for the key."""
    return Markup(
        '<svg class="sample" viewBox="-14 -14 28 28" aria-hidden="true" focusable="false"><g class="mark {}">{}</g></svg>'
    ).format(kind, _circle(12.5, kind))


def _under(frame: Frame, ground: Ground) -> Markup:
    """The background, moved and enlarged so that the frame shows its part of it."""
    left, top = frame.at((ground.frame.west, ground.frame.north))
    right, bottom = frame.at((ground.frame.east, ground.frame.south))
    return Markup('<image href="{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        ground.address, *map(_number, (left, top, right - left, bottom - top))
    )


def _ring_of(row: Row) -> Ring:
    """A part of a country on the plane."""
    numbers = [float(degree) for degree in row.cells.get("points", "").split()]
    return tuple(projected(north, east) for east, north in zip(numbers[::2], numbers[1::2], strict=False))


def _land(land: Iterable[Ring], frame: Frame) -> Markup:
    """All parts of countries as one path, in steps; parts wholly outside of the frame are left out."""
    paths = (_path([_clamped(frame.at(point), frame) for point in ring]) for ring in land)
    return Markup("".join(paths))  # noqa: S704 - made of numbers


def _path(points: Sequence[Point]) -> str:
    """A closed line in whole tenths of units, without steps that nobody sees."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    kept = tenths[:1]
    for point in tenths:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= _LEAST_STEP * 10:
            kept.append(point)
    if len(kept) < 3:
        return ""
    steps = (f"{_tenths(x2 - x1)} {_tenths(y2 - y1)}" for (x1, y1), (x2, y2) in pairwise(kept))
    return f"M{_tenths(kept[0][0])} {_tenths(kept[0][1])}l{' '.join(steps)}z".replace(" -", "-")


def _clamped(point: Point, frame: Frame) -> Point:
    """A point that lies far outside, brought near: the line that is seen stays the same."""
    x, y = (min(max(at, -_BEYOND), size + _BEYOND) for at, size in zip(point, (frame.width, frame.height), strict=True))
    return x, y


def _tenths(value: int) -> str:
    return f"{value / 10:.1f}".removesuffix(".0")


def _inset(inset: Frame, frame: Frame) -> Markup:
    left, top = frame.at((inset.west, inset.north))
    right, bottom = frame.at((inset.east, inset.south))
    return Markup(
        '<g class="inset" aria-hidden="true"><rect x="{}" y="{}" width="{}" height="{}"/><text x="{}" y="{}">{}</text></g>'
    ).format(
        *map(_number, (max(left, 1), top, right - max(left, 1), min(bottom, frame.height - 1) - top)),
        *map(_number, (max(left, 1) + 4, top + 13)),
        escape(inset.name),
    )


def _leader(mark: Mark) -> Markup:
    """From where the place lies to the mark that had to give way."""
    if not mark.is_moved:
        return Markup()
    return Markup('<path class="leader" d="M{} {}L{} {}"/><circle class="home" cx="{}" cy="{}" r="2"/>').format(
        *map(_number, (*mark.home, mark.x, mark.y, *mark.home))
    )


def _link(mark: Mark, name: Name) -> Markup:
    """A mark with its number and name; everything in it is measured from its middle."""
    place = mark.place
    x, y = name.words_at
    looks = " ".join(
        ["name", *([name.anchor] if name.anchor != "middle" else []), *([] if name.stays else ["passing"])]
    )
    return Markup(
        '<a class="mark {}" href="#{}" aria-label="{}" transform="translate({} {})">{}<text y="4.5">{}</text>'
        '<text class="{}" x="{:.0f}" y="{:.0f}">{}</text></a>'
    ).format(
        place.kind,
        place.anchor,
        escape(f"{place.number} {place.words}"),
        _number(mark.x),
        _number(mark.y),
        _circle(mark.radius, place.kind),
        place.number,
        looks,
        x - mark.x,
        y - mark.y,
        escape(name.text),
    )


def _circle(radius: float, kind: str) -> Markup:
    """The round shape of a mark; a country has a second ring inside the first."""
    inner = Markup('<circle class="inner" r="{}"/>').format(_number(radius - 3.5)) if kind == "country" else ""
    return Markup('<circle r="{}"/>{}').format(_number(radius), inner)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
