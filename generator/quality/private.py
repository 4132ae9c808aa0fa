"""Private: nobody else is asked, and nothing is kept but the palette."""

from __future__ import annotations

from generator.quality.measures import Measure, Point

PRIVATE = Point(
    "private",
    "Private",
    "The browser talks to this site and to nobody else. No cookies; nothing is kept but the choice of the palette.",
    (
        Measure(
            "requests-elsewhere",
            "Requests to other hosts, when a browser opens every page and uses what it offers",
            "pytest -m long tests/browser/test_private.py",
            "tests/browser/test_private.py::test_a_page_that_asks_elsewhere_is_seen",
            "requests",
            at_most=0,
            every_page=True,
        ),
        Measure(
            "kept-in-the-browser",
            "Cookies, and things kept in the browser other than the palette, after all of that",
            "pytest -m long tests/browser/test_private.py",
            "tests/browser/test_private.py::test_what_a_page_keeps_is_seen",
            "things",
            at_most=0,
            every_page=True,
        ),
        Measure(
            "addresses-in-assets",
            "Files of the site (pages, styles, scripts, drawings) that would load something from another host",
            "pytest tests/test_private_files.py",
            "tests/test_private_files.py::test_a_remote_font_is_seen",
            "files",
            at_most=0,
        ),
    ),
)
