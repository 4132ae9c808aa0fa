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
            "tests/browser/test_axe.py::test_a_defect_put_into_the_site_is_seen",
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
            "axe-violations-light-380",
            "The same in the light palette at 380 pixels, on one page of each kind",
            "pytest -m long tests/browser/test_axe.py",
            "tests/browser/test_axe.py::test_axe_sees_a_picture_without_words",
            "pages",
            at_most=0,
        ),
        Measure(
            "axe-violations-dark-1280",
            "The same in the dark palette at 1280 pixels, on one page of each kind",
            "pytest -m long tests/browser/test_axe.py",
            "tests/browser/test_axe.py::test_axe_sees_a_picture_without_words",
            "pages",
            at_most=0,
        ),
        Measure(
            "axe-violations-in-states",
            "Faults that axe finds once somebody uses a page: in an open search, in a filtered list, at a point of the map",
            "pytest -m long tests/browser/test_states.py",
            "tests/browser/test_states.py::test_a_state_that_hides_a_defect_until_then_is_seen_through",
            "states",
            at_most=0,
        ),
        Measure(
            "faults-in-states",
            "Looks at those states that find something cut off, too small, too faint or in the way",
            "pytest -m long tests/browser/test_states.py",
            "tests/browser/test_states.py::test_a_state_that_hides_a_defect_until_then_is_seen_through",
            "looks",
            at_most=0,
        ),
        Measure(
            "faults-that-axe-cannot-see",
            "Looks at one page of each kind that find something lost: at 320 pixels, at 400 % zoom, with wide spacing, with forced colours, without motion, on paper",
            "pytest -m long tests/browser/test_reading.py",
            "tests/browser/test_reading.py::test_each_script_sees_the_fault_that_it_looks_for",
            "looks",
            at_most=0,
        ),
        Measure(
            "faults-of-the-keyboard",
            "Faults on the way through one page of each kind with the keyboard alone",
            "pytest -m long tests/browser/test_keyboard.py",
            "tests/browser/test_keyboard.py::test_the_walk_sees_each_fault",
            "pages",
            at_most=0,
        ),
        Measure(
            "faults-of-focus",
            "Places where the focus is lost after a dialog, a menu or a tooltip, on one page of each kind",
            "pytest -m long tests/browser/test_focus.py",
            "tests/browser/test_focus.py::test_a_focus_that_is_lost_and_a_stubborn_tooltip_are_seen",
            "places",
            at_most=0,
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
