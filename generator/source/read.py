"""Bytes → Document or Problems: encoding, characters, syntax, and the YAML that says something else than meant."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from generator.problems import Mend, Note, Place, Problem, Span
from generator.source.characters import faults_in_characters
from generator.source.document import Document, Lines
from generator.source.events import MOST_DEEP, Node, RepeatedKey, Stop, SyntaxFault, parse
from generator.source.habits import faults_in_habits
from generator.source.syntax import diagnose
from generator.source.syntax.line import has_fields

MOST_BYTES = 256 * 1024
_MOST_FAULTS = 40
_MOST_WORK = 1_200_000


def read_document(path: str, raw: bytes) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read one record file; a fault whose mend is clear is mended in memory, so that the others are found as well."""
    lines, problems = read_text(path, raw)
    document, found = read_lines(lines) if lines else (None, ())
    return document, (*problems, *found)


def read_text(path: str, raw: bytes) -> tuple[Lines | None, tuple[Problem, ...]]:
    """Decode a file; it has no text where it is too large, empty or in another encoding.

    Characters that have no place in it are problems, and are mended in memory, so that the others are found as well.
    """
    if len(raw) > MOST_BYTES:
        return None, (_too_large(path, len(raw)),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(path, raw, error),)
    lines = Lines(path, _with_plain_ends(text))
    if not text.strip():
        return None, (
            Problem(
                lines.place(0),
                "empty-file",
                "the file is empty",
                help="write the record, beginning with the text that `casebook new` prints, or delete the file",
            ),
        )
    problems = tuple(faults_in_characters(lines))
    return _with_plain_characters(lines, [edit for problem in problems for edit in problem.mends]), problems


def _with_plain_characters(lines: Lines, edits: list[Mend]) -> Lines:
    """The lines after edits within lines, all at once: there may be one for every character."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit.place):
        span = edit.place.span
        start, end = lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)
        if start >= at:
            pieces += [lines.text[at:start], edit.text]
            at = end
    return lines.mended(0, len(lines.text), "".join([*pieces, lines.text[at:]])) if edits else lines


def read_lines(original: Lines) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read a decoded text."""
    lines = original
    problems: list[Problem] = []
    data: Any = None
    nodes: dict[tuple[str | int, ...], Node] = {}
    repeated: list[RepeatedKey] = []
    for _ in range(min(_MOST_FAULTS, 1 + _MOST_WORK // work_of(original))):
        try:
            data, nodes, repeated = parse(lines.text)
            break
        except Stop as stop:
            return None, (*problems, _stopped(lines, stop))
        except SyntaxFault as fault:
            if not has_fields(original):
                return None, (_no_record(original),)
            problem, mended = diagnose(lines, fault)
            if mended is None or mended.text == lines.text:
                return None, (*problems, problem)
            _add(problems, problem, original, mended)
            lines = mended
    else:
        return None, tuple(problems)
    if not isinstance(data, dict):
        return None, (*problems, _no_record(lines))
    document = Document(lines, data, nodes)
    problems += [_repeated(lines, again) for again in repeated[:_MOST_FAULTS]]
    habits = faults_in_habits(document)
    return _with_mends(document, habits) if habits else document, (*problems, *habits)


def work_of(lines: Lines) -> int:
    """How much it takes to read a text once, in characters: a line takes as much as some of them."""
    return 1 + len(lines.text) + 30 * len(lines.starts)


def _with_mends(document: Document, problems: list[Problem]) -> Document:
    """The document that the author meant, so that what comes of a habit is not told again by its value."""
    lines = document.lines
    edits = [mend for problem in problems for mend in problem.mends if mend.place.span.line == mend.place.span.end_line]
    for edit in sorted(edits, key=lambda edit: edit.place, reverse=True) if not lines.moved else ():
        start, end = (
            lines.offset(line, column)
            for line, column in (
                (edit.place.span.line, edit.place.span.column),
                (edit.place.span.end_line, edit.place.span.end_column),
            )
        )
        lines = lines.mended(start, end, edit.text)
    try:
        data, nodes, _ = parse(lines.text)
    except (Stop, SyntaxFault):
        return document
    return Document(lines, data, nodes) if lines is not document.lines and isinstance(data, dict) else document


def _add(problems: list[Problem], problem: Problem, original: Lines, mended: Lines) -> None:
    """Add a problem; where mending the last one has left a fault on its line, tell the two as one."""
    line = problem.place.span.line
    last = problems[-1] if problems else None
    if last is None or last.place.span.line != line or mended.moved:
        problems.append(problem)
        return
    good = mended.line(line)
    whole = Place(original.path, Span(line, 1, line, len(original.line(line)) + 1))
    advice = f"write the line as `{good}`" if good.startswith(" ") else f"write `{good}`, at the start of the line"
    place = (
        last.place
        if last.place.span.column == 1
        else replace(last.place, span=Span(line, 1, line, last.place.span.end_column))
    )
    problems[-1] = replace(last, help=advice, place=place, mends=(Mend(whole, good),))


def _no_record(lines: Lines) -> Problem:
    end = len(lines.line(1))
    return Problem(
        lines.place(0, end),
        "not-a-record",
        "this is not a record: it has no fields",
        help="begin each line with the name of a field and a colon, such as `title: Canton of Fribourg`",
    )


def _too_large(path: str, size: int) -> Problem:
    place = Place(path, Span(1, 1, 1, 1))
    return Problem(
        place,
        "too-large",
        f"the file has {size // 1024} KB, and {MOST_BYTES // 1024} KB are the most",
        help="split it into several records, or shorten its texts",
    )


def _with_plain_ends(text: str) -> str:
    """A text whose lines end as on Unix, however they end in the file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(path: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        text = _with_plain_ends(raw.decode("utf-16", errors="replace"))
        lines, at = Lines(path, text), 0
    else:
        text = _with_plain_ends(raw.decode("cp1252", errors="replace"))
        before = _with_plain_ends(raw[: error.start].decode("utf-8-sig", errors="replace"))
        at = len(before)
        lines = Lines(path, before + _with_plain_ends(raw[error.start :].decode("cp1252", errors="replace")))
    advice = "save the file in the encoding UTF-8; in most editors the choice stands under `Save as` or in the bar at the bottom"
    return Problem(
        lines.place(at, at + 1),
        "not-utf-8",
        "the file is not saved as UTF-8",
        help=advice,
        mends=(Lines(path, text).mend(0, len(text), text),),
    )


def _repeated(lines: Lines, again: RepeatedKey) -> Problem:
    where = "first given" if again.kept < again.spare else "given again"
    return Problem(
        lines.place(*again.spare),
        "duplicate-key",
        f"`{again.key}` is given twice",
        help="keep one of the two, and delete the other with all that belongs to it",
        notes=(Note(f"{where} here", lines.place(*again.kept)),),
        mends=(_without_entry(lines, again),),
    )


def _without_entry(lines: Lines, again: RepeatedKey) -> Mend:
    """The edit that deletes the entry of a spare key, with everything indented below it."""
    start = again.spare[0]
    number = lines.number(start)
    indent = start - lines.starts[number - 1]
    if lines.line(number)[:indent].strip(" -"):
        comma = len(lines.text[:start].rstrip(" ,"))
        return lines.mend(comma, again.end, "")
    last = number
    while last < len(lines.starts):
        following = lines.line(last + 1)
        depth = len(following) - len(following.lstrip())
        if following.strip() and (depth < indent or (depth == indent and not following.lstrip().startswith("- "))):
            break
        last += 1
    end = lines.starts[last] if last < len(lines.starts) else len(lines.text)
    return lines.mend(lines.starts[number - 1], end, "")


_STOPS = {
    "two-documents": ("a second document begins here", "keep one record in a file; delete this line"),
    "alias": (
        "`&` and `*` at the start of a value are YAML's anchors and aliases, which records do not use",
        "put the value in quotes, or write it out",
    ),
    "tag": ("`!` at the start of a value is a YAML tag, which records do not use", "put the value in quotes"),
    "too-deep": (f"this is nested deeper than {MOST_DEEP} levels", "take away the brackets that are too many"),
    "bad-key": (
        "a field's name is a plain word, and here stands something else",
        "write the name of the field, a colon and a space",
    ),
}


def _stopped(lines: Lines, stop: Stop) -> Problem:
    message, advice = _STOPS[stop.code]
    place = lines.place(stop.start, stop.end)
    mends: tuple[Any, ...] = ()
    if stop.code in {"alias", "tag"}:
        line_end = lines.text.find("\n", stop.start)
        end = len(lines.text) if line_end < 0 else line_end
        from generator.source.events import quoted  # noqa: PLC0415 - only where something is wrong

        value = lines.text[stop.start : end].rstrip()
        good = quoted(value)
        mends = (lines.mend(stop.start, stop.start + len(value), good),)
        advice = f"put the value in quotes: `{good}`" if len(good) < 80 else advice
    if stop.code == "two-documents":
        end = lines.text.find("\n", stop.start) + 1 or len(lines.text)
        if lines.text[end:].strip(" \n-."):
            end, advice = (
                len(lines.text),
                "keep one record in a file: move what follows to a file of its own, and delete it here",
            )
        mends = (lines.mend(stop.start, end, ""),)
    anchored = re.compile(r"&\S+ +(?=[\"'\[{|>])").match(lines.text, stop.start) if stop.code == "alias" else None
    if anchored:
        advice, mends = f"delete `{anchored[0].strip()}`", (lines.mend(*anchored.span(), ""),)
    braces = re.compile(r"\{\{.*").search(lines.line(lines.number(stop.start))) if stop.code == "bad-key" else None
    if braces:
        from generator.source.events import quoted  # noqa: PLC0415 - only where something is wrong

        at, value = lines.starts[lines.number(stop.start) - 1] + braces.start(), braces[0].rstrip()
        return Problem(
            lines.place(at, at + len(value)),
            "needs-quotes",
            "a value that begins with `{` needs quotes",
            help=f"write `{quoted(value)}`",
            mends=(lines.mend(at, at + len(value), quoted(value)),),
        )
    bracketed = (
        re.compile(r"[\[{]([\w-]+)[\]}](?= *:)").match(lines.text, stop.start) if stop.code == "bad-key" else None
    )
    if bracketed:
        place, mends = lines.place(*bracketed.span()), (lines.mend(*bracketed.span(), bracketed[1]),)
        advice = f"write `{bracketed[1]}` without brackets"
    return Problem(place, stop.code, message, help=advice, mends=mends)
