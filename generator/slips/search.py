"""Find the one change to a line that explains what would else be told as several faults, or as none that helps.

A line that stands a space too far in, or a colon that is missing, makes YAML read everything after it otherwise. So
where the problems of a file hint at that, likely edits near them are tried, and the file is read again with each: the
edit after which the fewest problems are left is what the author meant, and its help mends the file for sure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.problems import Problem
from generator.records import RECORD_TYPES, Part, Record
from generator.records.walk import field_names, part_types
from generator.slips.edits import Edit, edits_of_line
from generator.slips.headings import entry_starts, headings
from generator.slips.swallowed import swallowed_fields, without_echoes
from generator.source import Document, Lines, read_lines, read_text, work_of
from generator.validate import validate

_HINTS = frozenset(
    "bad-yaml bad-indentation text-not-indented unknown-field empty-field wrong-form missing-field no-colon no-space no-dash no-field-name"
    " colon-in-text list-beside-key needs-quotes duplicate-key".split()
)
_STRAY = _HINTS - {"empty-field", "missing-field"} | {
    "bad-id",
    "bad-language",
    "bad-date",
    "unknown-choice",
    "bad-citation",
    "several-lines",
}
_SURE = frozenset("no-space no-colon colon-in-text needs-quotes list-beside-key duplicate-key".split())
_MOST_SLIPS = 4
_FAR = 60
_MOST_PROBLEMS = 100
_MOST_SEARCHED = 64 * 1024
_MOST_CHARACTERS = 1_500_000
_MOST_WORK = (
    6_000_000  # in characters: those of the text, and a line as some, anew for every fault that is mended on the way
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: its document and record as far as they can be read, every problem, and how many are of syntax."""

    document: Document | None
    record: Record | None
    problems: tuple[Problem, ...]
    of_syntax: int = 0


def read_record(path: str, raw: bytes, kind: str, key: str) -> Reading:
    """Read one file of the content as a record of `kind`."""
    lines, odd = read_text(path, raw)
    if lines is None:
        return Reading(None, None, odd)
    reading = _read(lines, kind, key)
    slips: list[Problem] = []
    work = _Work()
    while len(slips) < _MOST_SLIPS and len(lines.text) <= _MOST_SEARCHED and _hints(reading):
        found = _best(lines, reading, kind, key, work)
        if found is None:
            break
        edit, mended, reading = found
        slips.append(_told(lines, edit))
        lines = mended
    if any(slip.code == "missing-field" for slip in slips):  # what stands there in its place is our example
        reading = replace(reading, document=None)
    return replace(reading, record=None if slips or odd else reading.record, problems=(*odd, *slips, *reading.problems))


@dataclass(slots=True)
class _Work:
    """How much a search has read: it ends after a certain work, not after a time, so that it finds the same everywhere."""

    done: int = 0

    def would_be_too_much(self, lines: Lines, reading: Reading) -> bool:
        """Tell whether to read lines like these once more is beyond what one file may take."""
        return self.done + _work(lines, reading) > _MOST_WORK

    def count(self, lines: Lines, reading: Reading) -> None:
        self.done += _work(lines, reading)


def _work(lines: Lines, reading: Reading) -> int:
    return (1_000 + work_of(lines)) * (1 + reading.of_syntax)


def _hints(reading: Reading) -> list[Problem]:
    """The problems that may come of a slip; a field with another spelling, and a single sure finding, explain themselves."""
    if len(reading.problems) > _MOST_PROBLEMS:
        return []
    found = [
        problem
        for problem in reading.problems
        if problem.code in _HINTS and not problem.help.startswith("did you mean")
    ]
    is_sure = (
        len(reading.problems) == 1
        and reading.document is not None
        and found
        and found[0].code in _SURE
        and found[0].mends
    )
    return [] if is_sure else found


def _read(lines: Lines, kind: str, key: str) -> Reading:
    document, problems = read_lines(lines)
    if document is None:
        return Reading(None, None, problems, len(problems))
    record, found = validate(document, kind, key)
    swallowed = swallowed_fields(document, kind)
    every = (*problems, *without_echoes(list(found), swallowed))
    return Reading(document, None if swallowed else record, every, len(problems))


def _best(lines: Lines, reading: Reading, kind: str, key: str, work: _Work) -> tuple[Edit, Lines, Reading] | None:
    """The edit that leaves the fewest problems and adds none, with the lines and the reading that it gives."""
    tries = _MOST_CHARACTERS // max(len(lines.text), 1)
    best, rank = None, (len(reading.problems), 0)
    candidates = {edit.changes: edit for edit in sorted(_candidates(lines, reading, kind), key=lambda edit: -edit.cost)}
    for edit in sorted(candidates.values(), key=lambda edit: edit.cost)[:tries]:
        if (rank[0] == 0 and best) or work.would_be_too_much(lines, reading):
            break
        mended = edit.applied(lines)
        after = _read(mended, kind, key)
        work.count(mended, after)
        found = (len(after.problems), edit.cost)
        if (best is None or found < rank) and _is_better(reading, after) and _is_kept(edit, mended, after):
            best, rank = (edit, mended, after), found
    return best


def _is_better(before: Reading, after: Reading) -> bool:
    if after.document is None:
        return False
    if before.document is None:
        return True
    left = Counter((problem.code, problem.message) for problem in after.problems)
    left.subtract((problem.code, problem.message) for problem in before.problems)
    return len(after.problems) < len(before.problems) and max(left.values(), default=0) <= 0


def _is_kept(edit: Edit, mended: Lines, after: Reading) -> bool:
    """Tell whether the line is still a field or an entry, and did not just vanish in the text above it."""
    if edit.code == "no-field-name" or after.document is None:
        return after.document is not None
    start = edit.changes[0][0]
    line = mended.starts[mended.number(start) - 1]
    stripped = mended.line(mended.number(start)).lstrip(" ")
    at = line + len(mended.line(mended.number(start))) - len(stripped)
    if stripped.startswith("- "):
        at += 2
    elif ":" not in stripped.split(" ")[0]:
        return True
    starts = {offset for node in after.document.nodes.values() for offset in (node.start, node.key_start)}
    return at in starts


def _candidates(lines: Lines, reading: Reading, kind: str) -> Iterator[Edit]:
    fields = _all_fields(kind)
    for number in _numbers(lines, reading):
        yield from edits_of_line(lines, number, fields)
    yield from headings(lines, reading.document, _strays(lines, reading), kind)
    spares = [problem.place.span.line for problem in reading.problems if problem.code == "duplicate-key"]
    yield from entry_starts(lines, [*spares[:1], *_strays(lines, reading)], kind)


def _numbers(lines: Lines, reading: Reading) -> list[int]:
    """The lines round the first problems, the nearest first, and lines that begin like a field that is missed."""
    found: dict[int, None] = {}
    for problem in _hints(reading)[:3]:
        line = problem.place.span.line
        missed = re.search(r"lacks `([\w-]+)`", problem.message)
        named = (
            _beginning_with(lines, missed[1], line)
            if missed
            else [
                *_field_above(lines, line),
                *(above + 1 for above in _field_above(lines, line)),
                *_margin_above(lines, line),
            ]
        )
        for number in (line, line - 1, line + 1, line - 2, *named):
            if 0 < number <= len(lines.starts):
                found[number] = None
    return list(found)


def _beginning_with(lines: Lines, name: str, after: int) -> list[int]:
    """The first line below `after` that begins with the name of a field."""
    numbers = range(after, min(after + _FAR, len(lines.starts) + 1))
    return [number for number in numbers if re.match(rf" *(?:- *)?{re.escape(name)}\b", lines.line(number))][:1]


def _margin_above(lines: Lines, number: int) -> list[int]:
    """The nearest line above that begins in the first column, and is no field: a text that has lost its spaces."""
    numbers = _upwards(lines, number)
    return [other for other in numbers if re.match(r"(?![a-z_]+ *:)[^\s#-]", lines.line(other))][:1]


def _field_above(lines: Lines, number: int) -> list[int]:
    """The nearest line above that holds the name of a field alone."""
    numbers = _upwards(lines, number)
    return [other for other in numbers if re.fullmatch(r" *(?:- +)*[a-z_-]+: *", lines.line(other))][:1]


def _upwards(lines: Lines, number: int, far: int = _FAR) -> range:
    """A line and those not far above it; the place of a problem may lie behind the last line of a text that was mended."""
    return range(min(number, len(lines.starts)), max(number - far, 0), -1)


def _strays(lines: Lines, reading: Reading) -> list[int]:
    """Lines above which the name of a field may be gone: where something fits nothing, and where a value runs on."""
    found: list[int] = []
    for problem in [problem for problem in reading.problems if problem.code in _STRAY][:3]:
        line = problem.place.span.line
        found += [line, line + 1, *_dash_above(lines, line), *(above + 1 for above in _field_above(lines, line))]
    if reading.document and any(problem.code == "missing-field" for problem in reading.problems):
        nodes = reading.document.nodes.values()
        found += [
            lines.number(node.start) + 1
            for node in nodes
            if node.style == "plain" and "\n" in lines.text[node.start : node.end]
        ]
    return [
        number
        for number in dict.fromkeys(found)
        if number <= len(lines.starts) and lines.line(number).strip() and not _is_wordy(lines.line(number))
    ]


def _is_wordy(text: str) -> bool:
    """Tell an entry of several words, which may be meant as the text of a group, from an id that stands in a wrong list."""
    return bool(re.match(r" *- (?![\w-]+ *:)\S+ \S+ \S+", text))


def _dash_above(lines: Lines, number: int) -> list[int]:
    """The line on which the entry begins that holds a line."""
    numbers = _upwards(lines, number, 12)
    return [other for other in numbers if lines.line(other).lstrip().startswith("- ")][:1]


@cache
def _all_fields(kind: str) -> frozenset[str]:
    def inside(part: type[Part]) -> Iterator[str]:
        yield from field_names(part)
        for inner in part_types(part).values():
            yield from inside(inner)

    return frozenset(inside(RECORD_TYPES[kind]))


def _told(lines: Lines, edit: Edit) -> Problem:
    mends = tuple(lines.mend(*change) for change in edit.changes)
    return Problem(lines.place(*edit.shown), edit.code, edit.message, help=edit.help, mends=mends)
