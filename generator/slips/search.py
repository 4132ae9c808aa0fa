"""Find the one change to a line that explains what would else be told as several faults, or as none that helps.

A line that stands a space too far in, or a colon that is missing, makes YAML read everything after it otherwise. So
where the problems of a file hint at that, likely edits near them are tried, and the file is read again with each: the
edit after which the fewest problems are left is what the author meant, and its help mends the file for sure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.problems import Problem
from generator.records import RECORD_TYPES, Part, Record
from generator.records.walk import field_names, part_types
from generator.slips.edits import Edit, edits_of_line, headings
from generator.source import Document, Lines, read_lines, read_text
from generator.validate import validate

_HINTS = frozenset(
    "bad-yaml bad-indentation text-not-indented unknown-field empty-field wrong-form missing-field no-colon no-space no-dash no-field-name"
    " bad-key colon-in-text list-beside-key needs-quotes".split()
)
_STRAY = _HINTS - {"empty-field", "missing-field"} | {"bad-id", "bad-language", "bad-date", "unknown-choice", "bad-citation", "several-lines"}
_MOST_SLIPS = 4
_MOST_CHARACTERS = 2_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: its document and record as far as they can be read, and every problem."""

    document: Document | None
    record: Record | None
    problems: tuple[Problem, ...]


def read_record(path: str, raw: bytes, kind: str, key: str) -> Reading:
    """Read one file of the content as a record of `kind`."""
    lines, problems = read_text(path, raw)
    if lines is None or problems:
        return Reading(None, None, problems)
    reading = _read(lines, kind, key)
    slips: list[Problem] = []
    while len(slips) < _MOST_SLIPS and any(problem.code in _HINTS for problem in reading.problems):
        found = _best(lines, reading, kind, key)
        if found is None:
            break
        edit, mended, reading = found
        slips.append(_told(lines, edit))
        lines = mended
    return replace(reading, record=None if slips else reading.record, problems=(*slips, *reading.problems))


def _read(lines: Lines, kind: str, key: str) -> Reading:
    document, problems = read_lines(lines)
    if document is None:
        return Reading(None, None, problems)
    record, found = validate(document, kind, key)
    return Reading(document, record, (*problems, *found))


def _best(lines: Lines, reading: Reading, kind: str, key: str) -> tuple[Edit, Lines, Reading] | None:
    """The edit that leaves the fewest problems and adds none, with the lines and the reading that it gives."""
    tries = _MOST_CHARACTERS // max(len(lines.text), 1)
    best, rank = None, (len(reading.problems), 0)
    for edit in list(_candidates(lines, reading, kind))[:tries]:
        mended = edit.applied(lines)
        after = _read(mended, kind, key)
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
    start, _, text = edit.changes[0]
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
    yield from _headings(lines, reading, kind)


def _numbers(lines: Lines, reading: Reading) -> list[int]:
    """The lines round the first problems, the nearest first."""
    found: dict[int, None] = {}
    for problem in [problem for problem in reading.problems if problem.code in _HINTS][:3]:
        line = problem.place.span.line
        for number in (line, line - 1, line + 1, line - 2):
            if 0 < number <= len(lines.starts):
                found[number] = None
    return list(found)


def _headings(lines: Lines, reading: Reading, kind: str) -> Iterator[Edit]:
    """Fields whose name may be gone from above a line: entries, fields or text that fit nothing there."""
    record_type = RECORD_TYPES[kind]
    given = reading.document.data if reading.document else {}
    absent = [name for name in field_names(record_type) if name not in given]
    needed = [name for name in absent if record_type.model_fields[field_names(record_type)[name]].is_required()]
    groups = part_types(record_type)
    for number in _stray_lines(lines, reading, has_needed=bool(needed)):
        if lines.line(number).lstrip().startswith("- "):
            inner = [name for group in groups.values() for name in field_names(group)]
            yield from headings(lines, number, [f"{name}:" for name in [*needed, *absent, *inner]])
        else:
            yield from headings(lines, number, [*(f"{name}:" for name in groups if name in absent), *(f"{name}: |" for name in needed)])


def _stray_lines(lines: Lines, reading: Reading, *, has_needed: bool) -> list[int]:
    """Lines above which the name of a field may be gone: where something fits nothing, and where a value runs on."""
    strays = [problem.place.span.line for problem in reading.problems if problem.code in _STRAY][:3]
    found = [number for line in strays for number in (line, line + 1)]
    if has_needed and reading.document:
        nodes = reading.document.nodes.values()
        found += [lines.number(node.start) + 1 for node in nodes if node.style == "plain" and "\n" in lines.text[node.start : node.end]]
    return [number for number in dict.fromkeys(found) if number <= len(lines.starts) and lines.line(number).strip()]


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
