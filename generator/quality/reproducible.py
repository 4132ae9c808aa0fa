"""Reproducible: the same records make the same site."""

from __future__ import annotations

from generator.quality.measures import Measure, Point

REPRODUCIBLE = Point(
    "reproducible",
    "Reproducible",
    "The same records make the same site, byte for byte, for anybody, anywhere, on any day.",
    (
        Measure(
            "files-that-differ-elsewhere",
            "Other conditions (day, folder, user, rights, clock, language, order of files, Python) under which a file of the site differs",
            "pytest -m long tests/test_reproducible.py",
            "tests/test_reproducible.py::test_a_page_that_is_not_the_same_everywhere_is_seen",
            "conditions",
            at_most=0,
        ),
        Measure(
            "seconds-of-a-build", "How long a build of this site takes, from nothing", "casebook build", unit="seconds"
        ),
        Measure("minutes-of-tests", "How long the tests take that everybody is asked to run", "pytest", unit="minutes"),
    ),
)
