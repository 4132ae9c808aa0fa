"""course-steps: a course sends its class to a page that does not exist, or its minutes do not add up.

A teacher plans by the minutes and opens the pages in front of a class.

    duration: 90
    steps: [{title: Read, minutes: 60, open: [/cases/friburg/]}]     # wrong: 60 minutes, and no such page
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Problem
from generator.records import RECORD_TYPES, Course
from generator.records.marks import SiteAddress
from generator.text.near import Near

CODE = "course-steps"
OTHER_ADDRESSES = (
    "/",
    "/about/",
    "/about/evidence/",
    "/about/fields/",
    *(f"/{record_type.folder}/" for record_type in RECORD_TYPES.values()),
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find addresses of pages that do not exist, and courses whose steps take another time than the course."""
    known = {f"/{RECORD_TYPES[entry.kind].folder}/{entry.id}/" for entry in catalogue.entries.values()} | set(
        OTHER_ADDRESSES
    )
    known |= {f"/{RECORD_TYPES[kind].folder}/{key}/" for key, kind in catalogue.broken.items()}
    for entry, text in catalogue.texts(SiteAddress):
        page = text.text.partition("#")[0]
        if text.text.startswith("/") and page not in known:
            meant = Near.of(known).to(page)
            advice = (
                f"did you mean `{meant}`?"
                if meant
                else "open the page in the browser, and copy what follows the name of the site"
            )
            mends = entry.mend(text.path, meant, 0, len(page)) if meant else ()
            yield Problem(
                entry.place(text.path, 0, len(page)), CODE, f"there is no page `{page}`", help=advice, mends=mends
            )
    for entry in catalogue.entries.values():
        if isinstance(entry.record, Course):
            yield from _minutes(entry, entry.record)


def _minutes(entry: Entry, course: Course) -> Iterator[Problem]:
    total = sum(step.minutes for step in course.steps)
    if total != course.duration:
        path = ("duration",)
        yield Problem(
            entry.place(path),
            CODE,
            f"the steps take {total} minutes, and the course {course.duration}",
            help=f"write `duration: {total}`, or change the minutes of a step",
            mends=entry.mend(path, str(total)),
        )
