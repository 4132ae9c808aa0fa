"""dates-in-order: dates contradict each other.

A timeline runs from early to late. What a work tells as done cannot be later than the work: then it was a plan, or the
date is wrong. A case cannot be checked before it was told.

    as_told: 2018-11
    timeline: [{date: 2019-03, text: ..., cite: "@keller-2018, note iii"}]                   # wrong: a plan in 2018
    timeline: [{date: 2019-03, text: ..., planned: true, cite: "@keller-2018, note iii"}]    # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Note, Problem
from generator.records import Case, Concept, Organisation, Source
from generator.records.walk import Path
from generator.rules.figures import figures
from generator.text.citations import citations
from generator.text.dates import dates

CODE = "dates-in-order"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find timelines that run backwards, plans that are told as facts, and checks before the telling."""
    for entry in catalogue.entries.values():
        record = entry.record
        if isinstance(record, Case):
            yield from _told_and_checked(entry, record)
        if isinstance(record, Case | Concept | Organisation):
            yield from _timeline(entry, record)
            for index, event in enumerate(record.timeline):
                yield from _after_source(catalogue, entry, ("timeline", index), "date", event.date, event.cite, planned=event.planned)
    for entry, path, figure in figures(catalogue):
        yield from _after_source(catalogue, entry, path, "as_of", figure.as_of, figure.cite, planned=figure.planned)


def _timeline(entry: Entry, record: Case | Concept | Organisation) -> Iterator[Problem]:
    for index, (earlier, later) in enumerate(zip(record.timeline, record.timeline[1:], strict=False), start=1):
        if dates(later.date)[0].last < dates(earlier.date)[0].first:
            note = Note("the entry before it", entry.place(("timeline", index - 1, "date")))
            yield Problem(entry.place(("timeline", index, "date")), CODE, f"`{later.date}` stands after `{earlier.date}`", help="put the entries of the timeline in order, the earliest first", notes=(note,))


def _told_and_checked(entry: Entry, case: Case) -> Iterator[Problem]:
    if case.verified and dates(case.verified.on)[0].last < dates(case.as_told)[0].first:
        yield Problem(entry.place(("verified", "on")), CODE, f"the record was checked on {case.verified.on}, before its story was told ({case.as_told})", help="correct one of the two dates")


def _after_source(catalogue: Catalogue, entry: Entry, path: Path, field: str, date: str, cite: str, *, planned: bool) -> Iterator[Problem]:
    found = citations(cite)
    source = catalogue.records.get(found[0].read) if found else None
    if planned or not isinstance(source, Source) or not source.issued:
        return
    told = dates(source.issued)[0]
    if dates(date)[0].first > told.last:
        place = entry.place((*path, field))
        yield Problem(place, CODE, f"`{date}` is later than its source, which came out in {told.words}", help="add `planned: true` where it was a plan, or correct the date", mends=_planned(entry, path))


def _planned(entry: Entry, path: Path) -> tuple:  # type: ignore[type-arg]
    if not entry.document:
        return ()
    node = entry.document.nodes[path]
    lines = entry.document.lines
    flow = lines.text[node.start] == "{"
    at = node.start + 1 if flow else node.start
    return (lines.mend(at, at, "planned: true, " if flow else f"planned: true\n{' ' * (lines.place(at).span.column - 1)}"),)
