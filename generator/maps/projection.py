"""Degrees → kilometres on a plane: Lambert's azimuthal equal-area projection, centred on 52° N 10° E.

The centre is that of EPSG:3035, which the European Union uses for its maps; areas keep their sizes, and near the centre
shapes do too. The earth is a ball here: against the ellipsoid no point of Europe moves by more than a few kilometres, less
than a mark on the map. Formulas 24-2 to 24-4 in J. P. Snyder, *Map Projections: A Working Manual*, US Geological Survey
Professional Paper 1395, 1987, https://doi.org/10.3133/pp1395.
"""

from __future__ import annotations

from math import cos, radians, sin, sqrt

CENTRE = (52.0, 10.0)
RADIUS = 6371.0072  # kilometres: the ball that has the area of the ellipsoid GRS 80

Point = tuple[float, float]


def projected(latitude: float, longitude: float) -> Point:
    """Kilometres east and north of the centre; rounded, so that every machine gives the same."""
    here, centre = radians(latitude), radians(CENTRE[0])
    east = radians(longitude - CENTRE[1])
    scale = RADIUS * sqrt(2 / (1 + sin(centre) * sin(here) + cos(centre) * cos(here) * cos(east)))
    x = scale * cos(here) * sin(east)
    y = scale * (cos(centre) * sin(here) - sin(centre) * cos(here) * cos(east))
    return round(x, 3), round(y, 3)
