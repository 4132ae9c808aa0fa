"""Frame: what part of the plane a map shows, and how large; the frames of the map of all cases."""

from __future__ import annotations

from dataclasses import dataclass

from generator.maps.projection import Point


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the plane, in kilometres from the centre, drawn so many units wide; a unit is a pixel or a little more."""

    id: str
    name: str
    west: float
    east: float
    south: float
    north: float
    width: float
    caption: str = ""

    @property
    def height(self) -> float:
        """How high it is drawn."""
        return (self.north - self.south) / self.scale

    @property
    def scale(self) -> float:
        """Kilometres in a unit."""
        return (self.east - self.west) / self.width

    def holds(self, point: Point) -> bool:
        """Tell whether a point lies inside."""
        return self.west < point[0] < self.east and self.south < point[1] < self.north

    def at(self, point: Point) -> Point:
        """Where a point is drawn: units from the left and from above."""
        return (point[0] - self.west) / self.scale, (self.north - point[1]) / self.scale


_EUROPE = (-1660.0, 1400.0, -1600.0, 1180.0)
WIDE = Frame("wide", "Europe", *_EUROPE, width=920)
# For phones: two parts enlarged, so that every mark can be touched, and the whole for what lies outside of them.
WEST = Frame("west", "The west", -1660, -520, -1600, 120, 284, "The west, enlarged")
MIDDLE = Frame("middle", "The Alps and the middle", -520, 760, -1010, 120, 284, "The Alps and the middle, enlarged")
OVERVIEW = Frame("overview", "Europe", *_EUROPE, 284, "Europe; the frames are enlarged on the next two maps")
ENLARGED = (WEST, MIDDLE)
