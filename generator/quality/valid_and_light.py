"""Valid and light: what the checker of HTML says, and what a page weighs."""

from __future__ import annotations

from generator.quality.measures import Measure, Point

VALID_AND_LIGHT = Point(
    "valid-and-light",
    "Valid and light",
    "Each page is HTML as the standard has it, and small enough for a slow connection.",
    (
        Measure(
            "nu-messages",
            "Messages of the Nu HTML checker that are not listed with a reason",
            "python tests/nu.py",
            "tests/test_nu.py::test_the_checker_sees_what_is_put_into_pages",
            "messages",
            at_most=0,
            every_page=True,
        ),
        Measure(
            "nu-listed",
            "Kinds of messages that stand, each with its reason in tests/nu.py",
            "python tests/nu.py",
            "tests/test_nu.py::test_the_checker_sees_what_is_put_into_pages",
            "kinds",
            at_most=4,
        ),
        Measure(
            "heaviest-page",
            "The heaviest page with the styles and scripts that it names, compressed; Plotly waits until a chart is in view",
            "pytest tests/browser/test_weight.py",
            "tests/browser/test_weight.py::test_a_page_that_is_too_heavy_is_seen",
            "bytes",
            at_most=90_000,
            joined="largest",
            every_page=True,
        ),
        Measure(
            "lighthouse-best-practices",
            "Lighthouse's lowest score for best practices, of 100, on one page of each kind as on a phone",
            "python tests/lighthouse.py",
            "tests/quality/test_lighthouse.py::test_a_low_score_is_seen_and_its_audits_are_named",
            "points",
            at_least=95,
            joined="smallest",
        ),
    ),
)
