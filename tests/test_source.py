"""Bytes → Document: encoding, YAML's traps, and the place of every key, value and character."""

from __future__ import annotations

import pytest

from generator.source import MOST_BYTES, Document, Lines, read_document


def document(text: str) -> Document:
    """Read a text that has no fault."""
    found, problems = read_document("content/cases/x.yml", text.encode())
    assert problems == ()
    assert found is not None
    return found


def codes(raw: bytes) -> list[str]:
    """The codes of all faults of a file."""
    return [problem.code for problem in read_document("content/cases/x.yml", raw)[1]]


@pytest.mark.parametrize("word", ["no", "012", "1:30", "1_000", "0x10", "2016-11-21", "1e3", "yes", "on"])
def test_only_true_false_and_null_are_no_text(word: str) -> None:
    assert document(f"key: {word}\n").data == {"key": word}


def test_true_false_and_null_are_what_they_say() -> None:
    assert document("a: true\nb: false\nc: null\nd: 'true'\n").data == {"a": True, "b": False, "c": None, "d": "true"}


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    found, problems = read_document("x.yml", b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")

    assert problems == ()
    assert found is not None
    assert found.data == {"a": "1", "b": "2"}
    assert str(found.place(("b",))) == "x.yml:2:4"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty-file"),
        (b" \n", "empty-file"),
        (b"\xff\xfea\x00", "not-utf-8"),
        (b"title: caf\xe9\n", "not-utf-8"),
        (b"- a\n", "not-a-record"),
        (b"just words\n", "not-a-record"),
        (b"a: &x 1\nb: *x\n", "alias"),
        (b"a: !!python/object/apply:os.system [ls]\n", "tag"),
        (b"a: 1\n---\nb: 2\n", "two-documents"),
        (b"a: 1\na: 2\n", "duplicate-key"),
        (b"? [a]\n: 1\n", "bad-key"),
        (b"a: \x07\n", "control-character"),
        ("a: so\u200bft\n".encode(), "invisible-character"),
        ("a: cafe\u0301\n".encode(), "split-accent"),
        (b"a: " + b"[" * 100_000, "too-deep"),
        (b"a" * (MOST_BYTES + 1), "too-large"),
    ],
)
def test_each_fault_of_a_file_is_told_once_by_its_own_code(raw: bytes, code: str) -> None:
    assert codes(raw) == [code]


def test_the_place_of_a_key_ends_before_its_colon() -> None:
    place = document("title: Bordeaux\n").place_of_key(("title",))

    assert (place.span.column, place.span.end_column) == (1, 6)


def test_the_place_of_a_value_that_the_file_lacks_is_that_of_its_nearest_parent() -> None:
    found = document("a:\n  b: 1\n")

    assert found.place(("a", "c", "d")) == found.place(("a",))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("text: one two three\n", 1, 11),
        ('text: "one two three"\n', 1, 12),
        ("text: 'one two three'\n", 1, 12),
        ('text: "on\\x65 two three"\n', 1, 15),
        ("text: |\n  one\n  two three\n", 3, 3),
        ("text: >\n  one\n  two\n  three\n", 3, 3),
        ("text: one\n  two three\n", 2, 3),
        ('text: "one\n  two three"\n', 2, 3),
    ],
)
def test_words_inside_a_text_are_found_in_every_style(text: str, line: int, column: int) -> None:
    found = document(text)
    start = found.data["text"].index("two")

    span = found.place_inside(("text",), start, start + 3).span

    assert (span.line, span.column, span.end_line, span.end_column) == (line, column, line, column + 3)


def test_a_doubled_quote_counts_as_one_character() -> None:
    found = document("text: 'it''s two'\n")

    assert found.place_inside(("text",), 5, 8).span.column == 14


def test_places_after_a_mend_in_memory_stay_those_of_the_file() -> None:
    lines = Lines("x.yml", "a\nb\nc\n")

    mended = lines.mended(2, 2, "new\nlines\n")

    assert mended.place(mended.text.index("c")).span.line == 3


def test_a_place_beyond_the_file_is_pulled_back_into_it() -> None:
    mended = Lines("x.yml", "[").mended(1, 1, " more ]")

    assert mended.place(0, 8).span.end_column == 2
