"""Document → Record, or every complaint in our own words."""

from __future__ import annotations

from generator.problems import Problem
from generator.records import Record
from generator.source import read_document
from generator.validate import validate

RIGHT = "term: related variety\ndefinition: Links between fields [@rivas-2016, p. 9].\n"


def validated(text: str, kind: str = "concept") -> tuple[Record | None, tuple[Problem, ...]]:
    """What a text gives as a record."""
    document, problems = read_document("content/concepts/x.yml", text.encode())
    assert document is not None, problems
    return validate(document, kind, "x")


def told(text: str, kind: str = "concept") -> list[tuple[str, int, str]]:
    """The code, line and help of every problem."""
    return [(problem.code, problem.place.span.line, problem.help) for problem in validated(text, kind)[1]]


def test_a_right_document_is_a_record() -> None:
    record, problems = validated(RIGHT)

    assert problems == ()
    assert record is not None
    assert (record.id, record.name) == ("x", "related variety")


def test_a_misspelt_required_field_is_unknown_and_not_also_missing() -> None:
    assert told(RIGHT.replace("definition", "defintion")) == [("unknown-field", 2, "did you mean `definition`?")]


def test_a_field_in_another_language_is_understood() -> None:
    assert told(RIGHT + "related:\n  - gaia\nsynonyms:\n  - relatedness\n") == [
        ("unknown-field", 5, "did you mean `aliases`?")
    ]


def test_a_missing_field_is_told_with_a_line_to_paste() -> None:
    ((code, line, advice),) = told("term: related variety\n")

    assert (code, line) == ("missing-field", 1)
    assert advice.startswith("add `definition: ")


def test_an_empty_field_is_told_once() -> None:
    assert [(code, line) for code, line, _ in told(RIGHT.replace("related variety", ""))] == [("empty-field", 1)]


def test_faults_of_a_text_are_told_beside_those_of_the_record() -> None:
    problems = told(RIGHT + "explanation: |\n  See <b>this</b>.\nnonsense: 1\n")

    assert [(code, line) for code, line, _ in problems] == [("refused-markup", 4), ("unknown-field", 5)] or {
        (code, line) for code, line, _ in problems
    } == {
        ("refused-markup", 4),
        ("unknown-field", 5),
    }


def test_the_place_of_a_fault_inside_a_text_is_its_own() -> None:
    (problem,) = validated(RIGHT + "explanation: |\n  One two.\n\n  See <b>this</b> now.\n")[1]

    assert (problem.place.span.line, problem.place.span.column, problem.place.span.end_column) == (6, 7, 18)


def test_a_text_where_a_list_is_expected_becomes_one() -> None:
    (problem,) = validated(RIGHT + "related: gaia, crossover\n")[1]

    assert (problem.code, problem.mends[0].text) == ("wrong-form", "[gaia, crossover]")


def test_a_choice_that_is_near_is_offered() -> None:
    text = "title: T\nsummary: S.\ntype: pilto\nas_told: 2018\nplaces: [CH022]\nsources: {a-2016: involved}\n"

    ((code, line, advice),) = told(text, "case")

    assert (code, line) == ("unknown-choice", 3)
    assert advice.startswith("did you mean `pilot`?")


def test_brackets_round_an_id_are_taken_away() -> None:
    (problem,) = validated(RIGHT + "related: [[gaia]]\n")[1]

    assert (problem.code, problem.mends[0].text) == ("brackets-round-id", "[gaia]")


def test_no_message_speaks_of_python_or_pydantic() -> None:
    text = "term: [a]\ndefinition: {a: b}\naliases: 3\nbroader: {x: y}\nverified: yes\nauthors: true\nblanks: [a]\n"

    said = " ".join(problem.message + problem.help for problem in validated(text)[1])

    assert said
    assert not any(
        word in said.lower()
        for word in ("pydantic", "input", "str", "tuple", "dict", "none", "valid", "error", "please")
    )
