"""dates-in-order: dates contradict each other.

A timeline runs from early to late. What a work tells as done cannot be later than the work: then it was a plan, or the
date is wrong. A case cannot be checked before it was told.

    as_told: 2018-11
    timeline: [{date: 2019-03, text: ..., cite: "@keller-2018, note iii"}]                   # wrong: a plan in 2018
    timeline: [{date: 2019-03, text: ..., planned: true, cite: "@keller-2018, note iii"}]    # right
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problems import Mend, Note, Problem
from generator.records import Case, Concept, Organisation, Source
from generator.records.walk import Path
from generator.rules.figures import figures
from generator.text.citations import citations
from generator.text.dates import dates

CODE = "dates-in-order"


@dataclass(frozen=True, slots=True)
class _Told:
    """A date that a work tells, with the field where it stands."""

    entry: Entry
    path: Path
    field: str
    date: str
    cite: str
    is_planned: bool


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find timelines that run backwards, plans that are told as facts, and checks before the telling."""
    for entry in catalogue.entries.values():
        record = entry.record
        if isinstance(record, Case):
            yield from _told_and_checked(catalogue, entry, record)
        if isinstance(record, Case | Concept | Organisation):
            yield from _timeline(entry, record)
            for index, event in enumerate(record.timeline):
                yield from _after_source(
                    catalogue, _Told(entry, ("timeline", index), "date", event.date, event.cite, event.planned)
                )
    for entry, path, figure in figures(catalogue):
        yield from _after_source(catalogue, _Told(entry, path, "as_of", figure.as_of, figure.cite, figure.planned))


def _timeline(entry: Entry, record: Case | Concept | Organisation) -> Iterator[Problem]:
    for index, (earlier, later) in enumerate(zip(record.timeline, record.timeline[1:], strict=False), start=1):
        if dates(later.date)[0].last < dates(earlier.date)[0].first:
            note = Note("the entry before it", entry.place(("timeline", index - 1, "date")))
            yield Problem(
                entry.place(("timeline", index, "date")),
                CODE,
                f"`{later.date}` stands after `{earlier.date}`",
                help="put the entries of the timeline in order, the earliest first",
                notes=(note,),
            )


def _told_and_checked(catalogue: Catalogue, entry: Entry, case: Case) -> Iterator[Problem]:
    works = [catalogue.records.get(work) for work in case.sources]
    if any(
        isinstance(work, Source) and work.issued and dates(work.issued)[0].last < dates(case.as_told)[0].first
        for work in works
    ):
        return  # then the date of the telling is wrong, and `as-told-source` says so
    if case.verified and dates(case.verified.on)[0].last < dates(case.as_told)[0].first:
        yield Problem(
            entry.place(("verified", "on")),
            CODE,
            f"the record was checked on {case.verified.on}, before its story was told ({case.as_told})",
            help="correct one of the two dates",
        )


def _after_source(catalogue: Catalogue, told: _Told) -> Iterator[Problem]:
    found = citations(told.cite)
    source = catalogue.records.get(found[0].read) if found else None
    if told.is_planned or not isinstance(source, Source) or not source.issued:
        return
    issued = dates(source.issued)[0]
    if dates(told.date)[0].first > issued.last:
        place = told.entry.place((*told.path, told.field))
        message = f"`{told.date}` is later than its source, which came out in {issued.words}"
        yield Problem(
            place,
            CODE,
            message,
            help="add `planned: true` where it was a plan, or correct the date",
            mends=_planned(told.entry, told.path),
        )


def _planned(entry: Entry, path: Path) -> tuple[Mend, ...]:
    if not entry.document:
        return ()
    node = entry.document.nodes[path]
    lines = entry.document.lines
    flow = lines.text[node.start] == "{"
    at = node.start + 1 if flow else node.start
    return (
        lines.mend(at, at, "planned: true, " if flow else f"planned: true\n{' ' * (lines.place(at).span.column - 1)}"),
    )
