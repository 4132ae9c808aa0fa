"""Safe: whatever a stranger writes stays text."""

from __future__ import annotations

from generator.quality.measures import Measure, Point

SAFE = Point(
    "safe",
    "Safe",
    "Much of the text here was sent by strangers. Whatever stands in it stays text: it is reported when it is checked, it is "
    "escaped when a page is made, and if both failed, the policy of the page would not let it run. Each of the three is "
    "tried alone.",
    (
        Measure(
            "hostile-texts-not-reported",
            "Hostile texts in fields of records of every kind that the check does not report",
            "pytest -m long tests/test_hostile_records.py",
            "tests/test_hostile_records.py::test_a_sign_that_the_check_forgets_is_missed",
            "texts",
            at_most=0,
        ),
        Measure(
            "hostile-texts-that-change-a-page",
            "Hostile texts past the check that become more than text on a page or in a download",
            "pytest -m long tests/test_hostile_pages.py",
            "tests/test_hostile_pages.py::test_a_text_that_nobody_escapes_is_seen",
            "texts",
            at_most=0,
        ),
        Measure(
            "hostile-pages-that-execute",
            "Pages of records with hostile text in every field, used in a browser without the policy, that run anything",
            "pytest -m long tests/browser/test_hostile_site.py",
            "tests/browser/test_hostile_site.py::test_a_script_that_gets_into_a_page_is_seen",
            "pages",
            at_most=0,
        ),
        Measure(
            "hostile-pages-that-ask-others",
            "The same pages that ask another host for anything",
            "pytest -m long tests/browser/test_hostile_site.py",
            "tests/browser/test_hostile_site.py::test_a_script_that_gets_into_a_page_is_seen",
            "pages",
            at_most=0,
        ),
        Measure(
            "formulas-in-downloads",
            "Files to download that hold a formula which came from a text",
            "pytest tests/test_hostile_pages.py",
            "tests/test_hostile_pages.py::test_a_formula_that_is_left_in_a_download_is_seen",
            "files",
            at_most=0,
        ),
        Measure(
            "scripts-that-the-policy-lets-run",
            "Ways to run a script, put into a built page by hand, that the policy lets run",
            "pytest tests/browser/test_policy.py",
            "tests/browser/test_policy.py::test_without_the_policy_that_page_would_run_them",
            "ways",
            at_most=0,
        ),
        Measure(
            "pages-whose-headers-disagree",
            "Pages for which the headers for hosts say another policy than the page itself",
            "pytest tests/browser/test_headers.py",
            "tests/browser/test_headers.py::test_a_policy_of_the_headers_that_is_not_the_pages_own_is_seen",
            "pages",
            at_most=0,
            every_page=True,
        ),
    ),
)
