"""Names beside marks: shown for good where there is room, else only while a mark has the pointer or the focus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.drawings.sheet import Style, width_of
from generator.maps.frame import Frame
from generator.maps.marks import Mark
from generator.maps.projection import Point

STYLE = Style("name", 12, 15)
_PADDING = 3
_STEPS = (2.0, 8.0, 18.0, 34.0, 56.0, 84.0, 120.0)


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the plate behind it; `stays` where it hides nothing."""

    text: str
    x: float
    y: float
    width: float
    height: float
    stays: bool
    anchor: str = "middle"

    @property
    def words_at(self) -> Point:
        """Where the words have their start, middle or end."""
        part = {"start": _PADDING, "middle": self.width / 2, "end": self.width - _PADDING}[self.anchor]
        return self.x + part, self.y + 13

    def meets(self, other: Name) -> bool:
        """Tell whether two plates lie on each other."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def meets_mark(self, mark: Mark) -> bool:
        """Tell whether the plate lies on a mark, or on the place that a mark points at."""
        return self._is_near(mark.x, mark.y, mark.radius) or (mark.is_moved and self._is_near(*mark.home, 3))

    def _is_near(self, x: float, y: float, radius: float) -> bool:
        across = max(self.x - x, 0, x - self.x - self.width)
        down = max(self.y - y, 0, y - self.y - self.height)
        return bool(across * across + down * down < (radius + 1) ** 2)


def names(marks: Sequence[Mark], frame: Frame) -> tuple[Name, ...]:
    """A name for each mark, in their order; those with most to tell choose first."""
    found: dict[int, Name] = {}
    for at in sorted(range(len(marks)), key=lambda at: -marks[at].place.count):
        near = (name for name in _around(marks[at], frame, _STEPS[:1]) if not any(map(name.meets_mark, marks)))
        free = next((name for name in near if not any(map(name.meets, found.values()))), None)
        if free:
            found[at] = free
    return tuple(
        found.get(at) or _passing(at, marks, [found[other] for other in found if other > at], frame)
        for at in range(len(marks))
    )


def _passing(at: int, marks: Sequence[Mark], later_names: Sequence[Name], frame: Frame) -> Name:
    """A name that is seen for a moment: no later mark and no later name, which are drawn over it, may hide it."""
    later = marks[at:]
    places = list(_around(marks[at], frame, _STEPS, stays=False))
    free = (name for name in places if not any(map(name.meets_mark, later)) and not any(map(name.meets, later_names)))
    return next(free, places[0])


def _around(mark: Mark, frame: Frame, steps: Sequence[float], *, stays: bool = True) -> Iterator[Name]:
    """Where the name of a mark can stand, the best first: beside it, below, above, at its corners, then farther away."""
    text = mark.place.row.label
    width, height = width_of(text, STYLE) + 2 * _PADDING, STYLE.line + 2
    for step in steps:
        away = mark.radius + step
        left, right, corner = mark.x - away - width, mark.x + away, away * 0.75
        for anchor, x, y in (
            ("start", right, mark.y - height / 2),
            ("end", left, mark.y - height / 2),
            ("middle", mark.x - width / 2, mark.y + away),
            ("middle", mark.x - width / 2, mark.y - away - height),
            ("start", mark.x + corner, mark.y - corner - height / 2),
            ("start", mark.x + corner, mark.y + corner - height / 2),
            ("end", mark.x - corner - width, mark.y - corner - height / 2),
            ("end", mark.x - corner - width, mark.y + corner - height / 2),
        ):
            kept = _kept(x, y, width, height, frame)
            if kept == (x, y) or not stays:
                yield Name(text, *kept, width, height, stays, anchor)


def _kept(x: float, y: float, width: float, height: float, frame: Frame) -> tuple[float, float]:
    """The nearest corner from which a plate lies in the frame."""
    return min(max(x, 1.0), frame.width - width - 1), min(max(y, 1.0), frame.height - height - 1)
