"""Laws that hold for every file, record and text, tried on many that nobody wrote."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import strategies
import yaml
from building import ROOT, SAMPLE
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue, Entry
from generator.load import KIND_OF_FOLDER, load
from generator.pages import all_pages
from generator.problems import Place, Problem, in_order
from generator.records import RECORD_TYPES
from generator.records.base import as_slug
from generator.report import as_annotations, as_json, as_summary, as_text
from generator.rules import check_all
from generator.slips import read_record
from generator.source import Document, Lines, read_document
from generator.source.events import Stop, SyntaxFault, parse
from generator.text.citations import citations, faults_in_citations
from generator.text.dates import dates, fault_in_date
from generator.text.fault import Fault
from generator.text.prose import faults_in_prose
from generator.text.quantities import Quantity, fault_in_quantity, quantity

law = settings(derandomize=True, deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
seldom = settings(law, max_examples=25)
FILES = sorted(SAMPLE.glob("content/*/*.yml"))
SMALL_FILES = [file for file in FILES if file.stat().st_size < 3000]


@cache
def sample() -> Catalogue:
    """The catalogue of the sample records, with the real tables."""
    tables = load(ROOT).catalogue.tables
    return Catalogue.of_entries([entry_of(file) for file in FILES], tables)


def entry_of(file: Path, text: str | None = None) -> Entry:
    """A record of the sample, or what a file would give that has its name and another text."""
    kind = KIND_OF_FOLDER[file.parent.name]
    reading = read_record(
        f"content/{file.parent.name}/{file.name}",
        (text if text is not None else file.read_text(encoding="utf-8")).encode(),
        kind,
        file.stem,
    )
    data = reading.document.data if reading.document else {}
    return Entry(kind, file.stem, data, reading.record, reading.document)


def assert_inside(place: Place, lines: Lines) -> None:
    """A place begins and ends inside its file, and does not end before it begins."""
    span = place.span
    for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
        assert 1 <= line <= len(lines.starts), place
        assert 1 <= column <= len(lines.line(line)) + 1, place
    assert (span.line, span.column) <= (span.end_line, span.end_column)


def places_of(problem: Problem) -> list[Place]:
    """Every place that a problem names."""
    return [
        problem.place,
        *(note.place for note in problem.notes if note.place),
        *(mend.place for mend in problem.mends),
    ]


def cut(lines: Lines, place: Place) -> str:
    """The characters of a file at a place."""
    span = place.span
    return lines.text[lines.offset(span.line, span.column) : lines.offset(span.end_line, span.end_column)]


def document_of(text: str) -> Document:
    """The document that a text gives, without a look at the habits of authors."""
    data, nodes, _ = parse(text)
    return Document(Lines("content/cases/drawn.yml", text), data, nodes)


def letters(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


@law
@given(strategies.YAML_PIECES)
def test_every_place_of_any_text_that_parses_lies_inside_it(text: str) -> None:
    try:
        document = document_of(text)
    except (Stop, SyntaxFault):
        assume(condition=False)
        raise

    for path in document.nodes:
        assert_inside(document.place(path), document.lines)
        assert_inside(document.place_of_key(path), document.lines)


@pytest.mark.long
@law
@given(strategies.YAML_TEXTS)
def test_what_stands_at_the_place_of_a_value_reads_as_that_value(text: str) -> None:
    document = document_of(text)

    for path, node in document.nodes.items():
        assert_inside(document.place(path), document.lines)
        if node.style != "collection":
            written = cut(document.lines, document.place(path))
            assert letters(str(parse(written)[0] or "")) == letters(node.value)


@law
@given(strategies.YAML_TEXTS)
def test_the_data_of_a_file_are_what_its_author_meant(text: str) -> None:
    document = document_of(text)

    assert document.data == yaml.load(text, Loader=yaml.BaseLoader)


@law
@given(strategies.YAML_TEXTS)
def test_every_letter_of_a_text_is_found_in_the_file_in_any_style(text: str) -> None:
    document = document_of(text)

    for path, node in document.nodes.items():
        for index, character in enumerate(node.value):
            if not character.isspace():
                written = cut(document.lines, document.place_inside(path, index, index + 1))
                escaped = {'"': f'"{written}"', "'": f"'{written}'"}.get(node.style)
                assert (parse(escaped)[0] if escaped else written) == character


@law
@given(st.binary(max_size=200))
def test_no_bytes_stop_the_reading(raw: bytes) -> None:
    document, problems = read_document("content/cases/drawn.yml", raw)

    assert document is not None or problems


@law
@given(strategies.YAML_PIECES)
def test_no_text_stops_the_reading_and_every_problem_lies_in_it(text: str) -> None:
    reading = read_record("content/concepts/drawn.yml", text.encode(), "concept", "drawn")

    for problem in reading.problems:
        for place in places_of(problem):
            assert_inside(place, Lines("", text))


@pytest.mark.long
@law
@given(
    st.sampled_from(SMALL_FILES).flatmap(
        lambda file: st.tuples(st.just(file), strategies.damaged(file.read_text(encoding="utf-8")))
    )
)
def test_no_damage_to_a_record_stops_the_check_and_every_problem_lies_in_its_file(damage: tuple[Path, str]) -> None:
    file, text = damage
    lines = {entry.path: entry.document.lines for entry in sample().entries.values() if entry.document}
    tables = {f"data/{table.name}": table for table in (ROOT / "data").glob("*.csv")}
    lines |= {name: Lines(name, table.read_text(encoding="utf-8")) for name, table in tables.items()}
    path = f"content/{file.parent.name}/{file.name}"
    lines[path] = Lines(path, text.replace("\r\n", "\n").replace("\r", "\n"))
    reading = read_record(path, text.encode(), KIND_OF_FOLDER[file.parent.name], file.stem)
    others = [entry for entry in sample().entries.values() if entry.id != file.stem]
    entry = (
        Entry(KIND_OF_FOLDER[file.parent.name], file.stem, reading.document.data, reading.record, reading.document)
        if reading.document
        else None
    )
    catalogue = Catalogue.of_entries([*others, *([entry] if entry else [])], sample().tables)

    problems = in_order([*reading.problems, *check_all(catalogue)])

    for problem in problems:
        for place in places_of(problem):
            assert_inside(place, lines[place.path])
    assert as_text(problems, lambda path, number: lines[path].line(number)).count("\n") >= len(problems)
    assert as_annotations(problems).count("\n") == len(problems)
    assert as_json(problems)
    assert as_summary(problems, (), lambda path, number: lines[path].line(number)).count("**Line ") == len(problems)


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_record_that_the_model_allows_is_read_back_from_yaml_without_a_problem(kind: str) -> None:
    record_type = RECORD_TYPES[kind]

    @seldom
    @given(strategies.of_part(record_type), strategies.STYLES)
    def is_read_back(data: Mapping[str, Any], styles: dict[str, Any]) -> None:
        record = record_type.model_validate({**data, "id": "drawn"})
        text = strategies.as_yaml(data, **styles)
        assume(yaml.safe_load(text) == data)  # PyYAML breaks some long quoted lines at the wrong place

        reading = read_record("drawn.yml", text.encode(), kind, "drawn")

        assert reading.problems == ()
        assert reading.record == record

    is_read_back()


def shuffled(data: Any, chance: random.Random) -> Any:
    """The same data with the keys of every group in another order."""
    if isinstance(data, Mapping):
        keys = chance.sample(list(data), len(data))
        return {key: shuffled(data[key], chance) for key in keys}
    return [shuffled(value, chance) for value in data] if isinstance(data, list) else data


@pytest.mark.long
@settings(law, max_examples=8)
@given(st.randoms(use_true_random=False))
def test_the_order_of_files_changes_neither_problems_nor_pages(chance: random.Random) -> None:
    entries = list(sample().entries.values())

    catalogue = Catalogue.of_entries(chance.sample(entries, len(entries)), sample().tables)

    assert list(catalogue.entries) == list(sample().entries)
    assert check_all(catalogue) == check_all(sample())


@pytest.mark.long
@settings(law, max_examples=4)
@given(st.randoms(use_true_random=False))
def test_the_order_of_files_and_keys_changes_no_page_and_no_problem(chance: random.Random) -> None:
    others = [
        entry_of(
            file,
            strategies.as_yaml(
                shuffled(sample().entries[file.stem].data, chance), None, sort_keys=False, allow_unicode=True
            ),
        )
        for file in FILES
    ]

    catalogue = Catalogue.of_entries(chance.sample(others, len(others)), sample().tables)

    told = [
        {(problem.place.path, problem.code, problem.message) for problem in check_all(found)}
        for found in (catalogue, sample())
    ]
    assert told[0] == told[1]
    assert all_pages(catalogue) == all_pages(sample())


@law
@given(strategies.DAYS | strategies.INTERVALS)
def test_every_date_prints_back_as_it_was_written(text: str) -> None:
    assert "/".join(map(str, dates(text))) == text


@law
@given(strategies.QUANTITIES)
def test_every_quantity_prints_back_as_it_was_written(text: str) -> None:
    found = quantity(text)

    printed = f"{found.low} to {found.high}" if found.is_range else f"{found.low}"
    assert f"{found.qualifier} {printed}".strip() == text
    assert fault_in_quantity(text, blank=False) is None


@law
@given(strategies.CITES)
def test_every_citation_prints_back_as_it_was_written(text: str) -> None:
    found = citations(text)

    assert "; ".join(text[one.start : one.end] for one in found) == text
    parts = [(f"@{one.source}", one.locator, f"in @{one.via}" if one.via else "", one.via_locator) for one in found]
    assert "; ".join(", ".join(filter(None, part)) for part in parts) == text


def fault_in_day(text: str) -> Fault | None:
    """The fault where one date is expected."""
    return fault_in_date(text, interval=False)


def fault_in_interval(text: str) -> Fault | None:
    """The fault where a date or an interval is expected."""
    return fault_in_date(text, interval=True)


def fault_in_number(text: str) -> Fault | None:
    """The fault where a number is expected."""
    return fault_in_quantity(text, blank=True)


DATE_LIKE = st.lists(
    st.sampled_from(
        ["2016", "21", "3", "11", "-", "/", ".", " ", "Nov", "november", "to", "circa ", "13", "st", ",", "0"]
    ),
    max_size=6,
).map("".join)
NUMBER_LIKE = st.lists(
    st.sampled_from(
        [
            "20",
            "5",
            ".",
            ",",
            " ",
            "to",
            "-",
            "about ",
            ">",
            "+",
            "%",
            "€",
            "between ",
            " and ",
            "000",
            "k",
            "~",
            "up to ",
        ]
    ),
    max_size=6,
).map("".join)


@law
@example(text="2016-2018", fault_in=fault_in_day)
@given(text=DATE_LIKE, fault_in=st.sampled_from([fault_in_day, fault_in_interval]))
def test_the_date_that_is_offered_is_a_date(text: str, fault_in: Callable[[str], Fault | None]) -> None:
    fault = fault_in(text)

    assert fault is None or fault.replacement is None or fault_in(fault.replacement) is None


@law
@given(NUMBER_LIKE)
def test_the_quantity_that_is_offered_is_a_quantity(text: str) -> None:
    fault = fault_in_number(text)

    assert fault is None or fault.replacement is None or fault_in_number(fault.replacement) is None


@law
@given(
    st.lists(
        st.sampled_from(["@", "rivas-2016", "p", "p.", "pp.", " ", ",", ";", "9", "page", "[", "]", "in", "fig"]),
        max_size=8,
    ).map("".join)
)
def test_the_citation_that_is_offered_is_a_citation(text: str) -> None:
    for fault in faults_in_citations(text):
        assert fault.replacement is None or not list(faults_in_citations(fault.replacement))


@law
@given(
    st.lists(
        st.sampled_from(
            [
                "[[",
                "]]",
                "[",
                "]",
                "gaia",
                "Gaia Net",
                "|",
                "@rivas-2016",
                ", p. 9",
                " ",
                "\n",
                "\n\n",
                "#",
                "# ",
                "<b>",
                "</b>",
                "`",
                "**",
                "www.a.org",
                "https://a.org",
                "(",
                ")",
                "!",
                "> ",
                "    ",
                "- ",
                "|-|",
            ]
        ),
        max_size=10,
    ).map("".join)
)
def test_faults_in_prose_lie_in_the_text_and_their_replacement_has_not_the_same_fault(text: str) -> None:
    for fault in faults_in_prose(text):
        assert 0 <= fault.start <= fault.end <= len(text)
        assert fault.replacement is None or (fault.code, fault.message) not in {
            (other.code, other.message) for other in faults_in_prose(fault.replacement)
        }


@law
@given(strategies.TEXTS)
def test_an_id_that_is_offered_for_any_words_is_an_id(text: str) -> None:
    good = as_slug(text)

    assert good == as_slug(good)


def test_quantities_that_are_no_number_count_as_not_reported() -> None:
    assert quantity("many") == Quantity()
