"""Sturdy: a mistake gets an answer, and a build that is stopped harms nothing."""

from __future__ import annotations

from generator.quality.measures import Measure, Point

STURDY = Point(
    "sturdy",
    "Sturdy",
    "A mistake gets a plain answer with its place, and a build that is stopped leaves the last good site as it was.",
    (
        Measure(
            "damaged-files-that-stop-the-check",
            "Damaged records and tables on which the check fails, hangs for two seconds, or points outside of the file",
            "pytest -m long tests/test_fuzzing.py",
            "tests/test_fuzzing.py::test_a_pipe_that_raises_is_caught",
            "files",
            at_most=0,
        ),
        Measure(
            "damaged-projects-that-stop-the-commands",
            "Projects damaged in many places that stop a command",
            "pytest -m long tests/test_fuzzing.py",
            "tests/test_fuzzing.py::test_a_pipe_that_hangs_is_caught",
            "projects",
            at_most=0,
        ),
        Measure(
            "drawn-records-that-stop-the-pages",
            "Records made by chance, as the model allows and nobody would write them, of which pages or downloads cannot be made",
            "pytest -m long tests/test_drawn_records.py",
            "tests/test_drawn_records.py::test_a_page_that_cannot_be_made_of_a_drawn_record_is_caught",
            "records",
            at_most=0,
        ),
        Measure(
            "files-that-change-untold",
            "Files that vanish or change while they are read, and are not told in a sentence",
            "pytest tests/test_vanishing.py",
            "tests/test_vanishing.py::test_a_reading_that_waits_for_a_pipe_is_seen",
            "changes",
            at_most=0,
        ),
        Measure(
            "faults-of-the-disk-that-damage",
            "Faults of the disk during a build (full, read-only, no rights, at each step) that damage the last good site",
            "pytest -m long tests/test_build_faults.py",
            "tests/test_build_faults.py::test_a_torn_write_is_seen_by_the_comparison_of_whole_sites",
            "faults",
            at_most=0,
        ),
        Measure(
            "kills-that-damage-the-site",
            "Builds killed at random moments that leave a damaged site",
            "pytest -m long tests/test_build_faults.py",
            "tests/test_build_faults.py::test_a_torn_write_is_seen_by_the_comparison_of_whole_sites",
            "builds",
            at_most=0,
        ),
    ),
)
