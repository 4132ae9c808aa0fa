"""cycle: a record is, through others, part of itself."""

from __future__ import annotations

from generator.catalogue import Entry
from generator.rules import cycle
from rules import told


def concept(key: str, *broader: str) -> Entry:
    """A concept below others."""
    above = f"broader: [{', '.join(broader)}]\n" if broader else ""
    return told.entry("concept", key, f"term: term of {key}\ndefinition: So.\n{above}")


def test_a_tree_is_no_circle() -> None:
    assert told.of(cycle, concept("a"), concept("b", "a"), concept("c", "a", "b"), concept("d", "b", "c")) == []


def test_a_record_above_itself_is_told() -> None:
    (problem,) = told.of(cycle, concept("a", "a"))

    assert problem.message == "`a` names itself under `broader`"


def test_a_circle_is_told_once_at_its_first_record_with_every_step() -> None:
    (problem,) = told.of(cycle, concept("c", "a"), concept("b", "c"), concept("a", "b"))

    assert problem.message == "`broader` leads in a circle: a → b → c → a"
    assert problem.place.path == "content/concepts/a.yml"
    assert [note.place.path for note in problem.notes if note.place] == [
        "content/concepts/b.yml",
        "content/concepts/c.yml",
    ]


def test_two_circles_are_two_problems() -> None:
    assert len(told.of(cycle, concept("a", "b"), concept("b", "a"), concept("c", "d"), concept("d", "c"))) == 2


def test_what_leads_into_a_circle_is_no_part_of_it() -> None:
    (problem,) = told.of(cycle, concept("a", "b"), concept("b", "c"), concept("c", "b"))

    assert problem.message.endswith("b → c → b")


def test_a_long_chain_takes_no_long_time() -> None:
    chain = [concept(f"c{number}", f"c{number + 1}", f"c{number + 2}") for number in range(60)]

    assert told.of(cycle, *chain) == []
