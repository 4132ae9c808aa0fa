"""Reproducible: the same records make the same site, byte for byte, for anybody, anywhere, on any day."""

from __future__ import annotations

from generator.quality.measures import Measure, Point

REPRODUCIBLE = Point(
    "reproducible",
    "Reproducible",
    "The same records make the same site, byte for byte, for anybody, anywhere, on any day.",
    (
        Measure(
            "seconds-of-a-build",
            "How long a build of this site takes, from nothing",
            "casebook build",
            unit="seconds",
        ),
        Measure(
            "minutes-of-tests",
            "How long the tests take that everybody is asked to run",
            "pytest",
            unit="minutes",
        ),
    ),
)
