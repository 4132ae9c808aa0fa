"""Problems as text for a person."""

from __future__ import annotations

from generator.problems import Note, Place, Problem, Span
from generator.report import as_lines, as_text, count, visible

PLACE = Place("content/cases/x.yml", Span(4, 1, 4, 11))
PROBLEM = Problem(PLACE, "unknown-field", "a case has no field `ilustrates`", help="did you mean `illustrates`?")


def line_of(_: str, number: int) -> str | None:
    """The fourth line of the file, and no other."""
    return "ilustrates: [related-variety]" if number == 4 else None


def test_a_problem_shows_its_line_with_the_fault_marked_and_its_help() -> None:
    assert as_text([PROBLEM], line_of) == (
        "content/cases/x.yml:4:1: error[unknown-field]: a case has no field `ilustrates`\n"
        "4 | ilustrates: [related-variety]\n"
        "  | ^^^^^^^^^^\n"
        "  help: did you mean `illustrates`?\n"
        "\n"
        "1 error\n"
    )


def test_a_note_has_a_place_of_its_own() -> None:
    problem = Problem(PLACE, "c", "m", notes=(Note("first given here", Place("a.yml", Span(2, 1, 2, 2))),))

    assert "  note: first given here (a.yml:2:1)\n" in as_text([problem], line_of)


def test_a_line_that_cannot_be_read_is_left_out() -> None:
    assert as_text([PROBLEM], lambda *_: None).splitlines()[1] == "  help: did you mean `illustrates`?"


def test_the_mark_stands_under_wide_and_accented_characters() -> None:
    place = Place("x.yml", Span(1, 4, 1, 5))

    block = as_text([Problem(place, "c", "m")], lambda *_: "日é\tx y").splitlines()

    assert block[1:3] == ["1 | 日é→x y", "  |     ^"]


def test_of_a_long_line_the_part_round_the_fault_is_shown() -> None:
    line = "a" * 300 + " wrong " + "b" * 300

    block = as_text([Problem(Place("x.yml", Span(1, 302, 1, 307)), "c", "m")], lambda *_: line).splitlines()

    assert all(len(shown) < 130 for shown in block)
    shown, marks = block[1], block[2]
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "wrong"


def test_control_characters_cannot_reach_the_terminal() -> None:
    hostile = "\x1b[2J\u202egpj.\u200b\r\x07"

    said = as_text([Problem(PLACE, "c", hostile, help=hostile)], lambda *_: hostile) + as_lines(
        [Problem(PLACE, "c", hostile)]
    )

    assert not any(character in said for character in "\x1b\u202e\u200b\r\x07")
    assert visible(hostile).startswith("<U+001B>[2J<U+202E>")


def test_the_count_says_errors_and_warnings_in_words() -> None:
    warning = Problem(PLACE, "c", "m", severity="warning")

    assert [count(found) for found in ([], [PROBLEM], [PROBLEM, PROBLEM, warning])] == [
        "no problems",
        "1 error",
        "2 errors and 1 warning",
    ]
