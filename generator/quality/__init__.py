"""The seven points of the page about quality, in the order of the page."""

from __future__ import annotations

from generator.quality.accessibility import ACCESSIBILITY
from generator.quality.measures import Figure, Measure, Point, joined, printed, shortfalls
from generator.quality.private import PRIVATE
from generator.quality.reproducible import REPRODUCIBLE
from generator.quality.safe import SAFE
from generator.quality.sturdy import STURDY
from generator.quality.supply_chain import SUPPLY_CHAIN
from generator.quality.valid_and_light import VALID_AND_LIGHT

POINTS: tuple[Point, ...] = (ACCESSIBILITY, VALID_AND_LIGHT, PRIVATE, SAFE, STURDY, REPRODUCIBLE, SUPPLY_CHAIN)
MEASURES: dict[str, Measure] = {measure.id: measure for point in POINTS for measure in point.measures}

__all__ = ["MEASURES", "POINTS", "Figure", "Measure", "Point", "joined", "printed", "shortfalls"]
