"""Sturdy: a mistake gets a plain answer with its place, and a build that is stopped leaves the last good site as it was."""

from __future__ import annotations

from generator.quality.measures import Point

STURDY = Point(
    "sturdy",
    "Sturdy",
    "A mistake gets a plain answer with its place, and a build that is stopped leaves the last good site as it was.",
    (),
)
