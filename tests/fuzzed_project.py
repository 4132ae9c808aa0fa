"""The pipe of the checks as the fuzzer sees it: one file of a whole project is another one, and all is checked and told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.catalogue import Catalogue, Entry
from generator.load import KIND_OF_FOLDER, load
from generator.problems import Place, Problem, in_order
from generator.report import as_annotations, as_json, as_lines, as_summary, as_text
from generator.rules import check_all
from generator.slips import read_record
from generator.source import Lines
from generator.tables import TABLE_TYPES, read_table

_TABLES = {table_type.path: table_type for table_type in TABLE_TYPES}


class FuzzedProject:
    """A project in memory, one file of which is read anew from any bytes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.catalogue = load(root).catalogue
        self.files = {
            path: (root / path).read_bytes()
            for path in [*(entry.path for entry in self.catalogue.entries.values()), *_TABLES]
        }
        self._lines: dict[str, Lines] = {path: _lines(path, raw) for path, raw in self.files.items()}

    def check(self, path: str, raw: bytes) -> tuple[Problem, ...]:
        """Check the project with these bytes as one of its files, and hold every problem to its place and to every report."""
        problems = in_order(list(self._problems(path, raw)))
        changed = _lines(path, raw)
        for problem in problems:
            for place in _places(problem):
                _assert_inside(place, changed if place.path == path else self._lines[place.path])

        def line_of(name: str, number: int) -> str:
            return (changed if name == path else self._lines[name]).line(number)

        assert as_text(problems, line_of).count("\n") >= len(problems)
        assert as_lines(problems).count("\n") == len(problems) + 1
        assert as_annotations(problems).count("\n") == len(problems)
        assert as_json(problems)
        assert as_summary(problems, (), line_of)
        return problems

    def _problems(self, path: str, raw: bytes) -> Iterator[Problem]:
        entries, tables = dict(self.catalogue.entries), dict(self.catalogue.tables)
        if path in _TABLES:
            tables[_TABLES[path].name], problems = read_table(_TABLES[path], raw)
        else:
            kind, key = KIND_OF_FOLDER[PurePosixPath(path).parent.name], PurePosixPath(path).stem
            reading = read_record(path, raw, kind, key)
            problems = reading.problems
            entries.pop(key, None)
            if reading.document:
                entries[key] = Entry(kind, key, reading.document.data, reading.record, reading.document)
        yield from problems
        yield from check_all(Catalogue.of_entries(entries.values(), tables, images=self.catalogue.images))


def _lines(path: str, raw: bytes) -> Lines:
    """A file as its problems count it; where it is no UTF-8, as they show it."""
    coding = "utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    text = raw.decode(coding, "replace")
    return Lines(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def _places(problem: Problem) -> Iterator[Place]:
    yield problem.place
    yield from (note.place for note in problem.notes if note.place)
    yield from (mend.place for mend in problem.mends)


def _assert_inside(place: Place, lines: Lines) -> None:
    """A place begins and ends on lines that its file has; where that is UTF-8, in columns that they have."""
    span = place.span
    assert 1 <= span.line <= span.end_line <= len(lines.starts), place
    assert (span.line, span.column) <= (span.end_line, span.end_column), place
    if "\ufffd" not in lines.text:
        assert 1 <= span.column <= len(lines.line(span.line)) + 1, place
        assert 1 <= span.end_column <= len(lines.line(span.end_line)) + 1, place
