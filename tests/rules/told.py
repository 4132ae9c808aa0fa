"""What rules tell of records written as YAML."""

from __future__ import annotations

from types import ModuleType

from building import ROOT

from generator.catalogue import Catalogue, Entry
from generator.load import load
from generator.problems import Problem
from generator.records import Record
from generator.source import read_document
from generator.validate import validate

TABLES = load(ROOT).catalogue.tables
SOURCE = "type: report\ntitle: Timber for towns\nissued: 2018-11\n"
CASE = """\
title: "Lakeland: timber for towns"
summary: Carpenters met architects.
type: place
as_told: 2018-11
places: [CH022]
sources: {lake-2018: involved}
"""


def entry(kind: str, key: str, text: str) -> Entry:
    """A record that is right in itself."""
    document, problems = read_document(f"content/{kind}s/{key}.yml", text.encode())
    assert document is not None, problems
    record, problems = validate(document, kind, key)
    assert record is not None, problems
    return Entry(kind, key, document.data, record, document)


def of(rule: ModuleType, *entries: Entry) -> list[Problem]:
    """What a rule finds in a catalogue of these records."""
    return list(rule.check(Catalogue.of_entries(entries, TABLES)))


def of_records(rule: ModuleType, *records: Record) -> list[str]:
    """The messages of what a rule finds in records made in code."""
    return [problem.message for problem in rule.check(Catalogue.of(records, TABLES))]


def mended(found: Entry, problem: Problem) -> str:
    """The text of a record after the edits that a problem asks for."""
    assert found.document is not None
    lines = found.document.lines
    text = lines.text
    for mend in sorted(problem.mends, key=lambda mend: mend.place, reverse=True):
        span = mend.place.span
        text = (
            text[: lines.offset(span.line, span.column)]
            + mend.text
            + text[lines.offset(span.end_line, span.end_column) :]
        )
    return text
