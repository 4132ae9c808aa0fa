"""Makes `data/europe.csv`, the outline of Europe under the map, from Natural Earth. `data/europe.md` says how.

Run it as `python data/make_europe.py countries-50m.json > data/europe.csv`, where the package is installed. The same
file gives the same bytes. Borders are simplified as lines, before countries are put together: neighbours keep one border.
"""
# ruff: noqa: INP001 - a script

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.maps.projection import Point, projected

# What the map can show, in kilometres from its centre, and a little more.
WEST, EAST, SOUTH, NORTH = -1760.0, 1500.0, -1720.0, 1280.0
LEAST_TURN = 24.0  # square kilometres: a corner whose triangle is smaller goes
LEAST_AREA = 150.0  # square kilometres: an island or lake that is smaller goes

# ISO 3166: numbers, by which Natural Earth goes here, and letters, by which the casebook goes.
CODES = {
    number: letters
    for letters, number in (
        pair.split(":")
        for pair in (
            "AL:008 AD:020 AT:040 BY:112 BE:056 BA:070 BG:100 HR:191 CZ:203 DK:208 EE:233 FI:246 FR:250 DE:276 GR:300 "
            "HU:348 IE:372 IT:380 LV:428 LI:438 LT:440 LU:442 MT:470 MD:498 MC:492 ME:499 NL:528 MK:807 NO:578 PL:616 "
            "PT:620 RO:642 RU:643 SM:674 RS:688 SK:703 SI:705 ES:724 SE:752 CH:756 UA:804 GB:826 VA:336 TR:792 DZ:012 "
            "MA:504 TN:788 LY:434 GG:831 JE:832 IM:833 FO:234 AX:248"
        ).split()
    )
}
BY_NAME = {"Kosovo": "XK"}  # it has no number

Degrees = tuple[float, float]  # longitude, latitude, as in the file


def main() -> None:
    """Read Natural Earth, write the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("atlas", type=Path)
    atlas = json.loads(arguments.parse_args().atlas.read_text(encoding="utf-8"))
    arcs = [simplified(arc) for arc in arcs_of(atlas)]
    rows = sorted(
        (code, *ring)
        for country in atlas["objects"]["countries"]["geometries"]
        if (code := CODES.get(country.get("id", ""), BY_NAME.get(country["properties"]["name"], "")))
        for ring in rings_of(country, arcs)
    )
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("id", "country", "points"))
    counts: dict[str, int] = {}
    for code, _, points in rows:
        counts[code] = counts.get(code, 0) + 1
        writer.writerow((f"{code.lower()}-{counts[code]}", code, points))


def arcs_of(atlas: dict[str, Any]) -> Iterator[list[Degrees]]:
    """The lines of the file in degrees: TopoJSON writes each point as steps from the one before."""
    (kx, ky), (dx, dy) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * kx + dx, y * ky + dy))
        yield line


def simplified(line: list[Degrees]) -> list[Degrees]:
    """The line without its smallest corners, one after the other (Visvalingam and Whyatt 1993); its ends stay."""
    plane = [projected(latitude, longitude) for longitude, latitude in line]
    if not any(WEST < x < EAST and SOUTH < y < NORTH for x, y in plane):
        return line
    kept = list(range(len(line)))
    turns = [0.0, *(area(plane[at - 1 : at + 2]) for at in kept[1:-1]), 0.0]
    fewest = 4 if line[0] == line[-1] else 2
    while len(kept) > fewest:
        least, at = min((turns[number], at) for at, number in enumerate(kept[1:-1], start=1))
        if least >= LEAST_TURN:
            break
        del kept[at]
        for beside in {max(at - 1, 1), min(at, len(kept) - 2)} - {0}:
            turns[kept[beside]] = area([plane[number] for number in kept[beside - 1 : beside + 2]])
    return [line[number] for number in kept]


def rings_of(country: dict[str, Any], arcs: list[list[Degrees]]) -> Iterator[tuple[float, str]]:
    """The rings of a country that are large enough and on the map: minus its area, so that the largest comes first, and its points."""
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            points = cut([point for number in ring for point in joined(arcs, number)])
            # What lies round a country that has a neighbour inside is drawn before the neighbour, so holes are not needed.
            size = area([projected(latitude, longitude) for longitude, latitude in points])
            if ring is polygon[0] and size >= LEAST_AREA:
                written = dict.fromkeys(f"{longitude:.2f} {latitude:.2f}" for longitude, latitude in points)
                yield -size, " ".join(written)


def joined(arcs: list[list[Degrees]], number: int) -> list[Degrees]:
    """A line by its number, backwards where the number says so, without its last point, which begins the next."""
    return arcs[number][:-1] if number >= 0 else arcs[~number][:0:-1]


def cut(ring: list[Degrees]) -> list[Degrees]:
    """The part of a ring that lies in the frame (Sutherland and Hodgman 1974)."""
    for axis, edge, sign in ((0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1)):
        found: list[Degrees] = []
        for before, here in pairwise([*ring[-1:], *ring]):
            outside = [sign * (projected(point[1], point[0])[axis] - edge) for point in (before, here)]
            if (outside[0] < 0) != (outside[1] < 0):
                part = outside[0] / (outside[0] - outside[1])
                found.append((before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])))
            if outside[1] >= 0:
                found.append(here)
        ring = found
    return ring


def area(ring: list[Point]) -> float:
    """The area of a ring on the plane."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


if __name__ == "__main__":
    main()
