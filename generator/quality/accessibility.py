"""For everybody: what programs can find of the law's standard, on every page."""

from __future__ import annotations

from generator.quality.measures import Measure, Point

ACCESSIBILITY = Point(
    "accessibility",
    "For everybody",
    "Pages can be read and used with a keyboard, with a screen reader, in large letters, on a small screen and on paper. "
    "The standard is EN 301 549, which stands on WCAG 2.2, level AA. Programs find part of what can go wrong; the rest is "
    "told in the [accessibility statement](accessibility.md).",
    (
        Measure(
            "axe-violations-light-1280",
            "Pages on which axe finds a fault, in the light palette at 1280 pixels",
            "pytest -m long tests/browser/test_axe_on_pages_in_light.py",
            "tests/browser/test_axe.py::test_axe_sees_a_picture_without_words",
            "pages",
            at_most=0,
            every_page=True,
        ),
        Measure(
            "axe-violations-dark-380",
            "Pages on which axe finds a fault, in the dark palette at 380 pixels",
            "pytest -m long tests/browser/test_axe_on_pages_in_dark.py",
            "tests/browser/test_axe.py::test_axe_sees_a_target_that_is_too_small",
            "pages",
            at_most=0,
            every_page=True,
        ),
        Measure(
            "lighthouse-accessibility",
            "Lighthouse's lowest score for accessibility, of 100, on one page of each kind as on a phone",
            "python tests/lighthouse.py",
            "tests/quality/test_lighthouse.py::test_a_low_score_is_seen_and_its_audits_are_named",
            "points",
            at_least=95,
            joined="smallest",
        ),
    ),
)
