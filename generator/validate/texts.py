"""Faults inside texts → Problems at their characters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Mend, Place, Problem, Span
from generator.records import Record
from generator.records.marks import Cite, Line, Prose
from generator.records.walk import Marked, marked
from generator.source import Document
from generator.source.characters import faults_in_escapes
from generator.source.events import Node, is_plain, quoted
from generator.text.fault import Fault
from generator.text.prose import faults_in_prose
from generator.text.signs import faults_in_line
from generator.validate.lookup import Path

_ESCAPED = {
    "control-character": "a control character",
    "invisible-character": "an invisible character",
    "split-accent": "a pile of accents",
}


def faults_in_texts(document: Document, record_type: type[Record]) -> Iterator[Problem]:
    """Find what is wrong inside the texts of a record, also where the record has other faults."""
    for path, node in document.nodes.items():
        if node.style == '"':
            yield from _escaped(document, path, node)
    for text in marked(record_type, document.data):
        for fault in _faults(text):
            yield told(document, text.path, fault)


def _faults(text: Marked) -> tuple[Fault, ...]:
    """The faults of one text; one that is too long as a whole is told as that, and not word by word."""
    if isinstance(text.mark, Prose):
        found = faults_in_prose(text.text)
    elif isinstance(text.mark, Line) or (isinstance(text.mark, Cite) and "[" not in text.text):
        found = faults_in_line(text.text)
    else:
        return ()
    most = text.mark.most if isinstance(text.mark, Line | Prose) else len(text.text)
    return tuple(fault for fault in found if fault.code != "too-long") if len(text.text) > most else found


def _escaped(document: Document, path: Path, node: Node) -> Iterator[Problem]:
    """Tell characters that nobody sees, where an escape such as `\u202e` has put them into a value or a key."""
    for code, start, end in faults_in_escapes(node.value):
        what = _ESCAPED[code]
        yield Problem(
            document.place_inside(path, start, end), code, f"{what} is written here as a code", help="delete it"
        )


def told(document: Document, path: Path, fault: Fault) -> Problem:
    """Tell a fault inside a value at its characters, with the edit that its help asks for."""
    place = document.place_inside(path, fault.start, fault.end)
    good, node = fault.replacement, document.nodes.get(path)
    if good is None:
        mends = _moved_left(document, place, fault.further_in) if fault.further_in else ()
        return Problem(place, fault.code, fault.message, help=fault.help, mends=mends)
    if node and _is_whole(document, path, node, place) and "\n" not in good:
        written = good if is_plain(good) and node.style not in {'"', "'"} else quoted(good)
        advice = fault.help.replace(f"`{good}`", f"`{written}`") if node.style == "plain" else fault.help
        return Problem(place, fault.code, fault.message, help=advice, mends=(Mend(document.place(path), written),))
    margin = " " * (document.place_inside(path, 0, 1).span.column - 1) if node and node.style in {"|", ">"} else ""
    return Problem(
        place, fault.code, fault.message, help=fault.help, mends=(Mend(place, good.replace("\n", f"\n{margin}")),)
    )


def _is_whole(document: Document, path: Path, node: Node, place: Place) -> bool:
    """Tell whether a place is all of a value, which is then written anew with the quotes that it needs."""
    if node.style == "collection" or place != document.place_inside(path, 0, len(node.value)):
        return False
    return node.style not in {"|", ">"} or "\n" in node.value.strip()


def _moved_left(document: Document, place: Place, by: int) -> tuple[Mend, ...]:
    numbers = range(place.span.line, place.span.end_line + 1)
    return tuple(
        Mend(Place(place.path, Span(number, 1, number, by + 1)), "")
        for number in numbers
        if document.lines.line(number).startswith(" " * by)
    )
