"""Marks of every text of a record, along its type."""

from __future__ import annotations

import pytest

from generator.records import RECORD_TYPES, Case, Model, Part
from generator.records.marks import Cite, Line, PlaceCode, Prose, Reference
from generator.records.walk import field_names, marked, part_types


def test_every_text_is_found_with_its_path_and_its_mark() -> None:
    data = {
        "title": "T",
        "actors": [{"who": "gaia", "does": ["leads"], "cite": "@a-2016"}],
        "sources": {"a-2016": "involved"},
    }

    found = {text.path: (text.text, type(text.mark)) for text in marked(Case, data)}

    assert found["actors", 0, "who"] == ("gaia", Reference)
    assert found["actors", 0, "cite"] == ("@a-2016", Cite)
    assert found["sources", "a-2016"] == ("a-2016", Reference)
    assert found["title",] == ("T", Line)


def test_a_field_of_the_wrong_form_hides_nothing_in_the_others() -> None:
    found = [
        text.path
        for text in marked(
            Case, {"title": ["not", "text"], "actors": "nobody", "context": "Here.", "unknown": {"a": 1}}
        )
    ]

    assert found == [("context",)]


def test_an_entry_that_may_be_written_as_a_text_is_found_as_well() -> None:
    data = {"activities": [{"regions": ["CH022"], "resources": ["materials", {"name": "food", "region": "CH022"}]}]}

    found = {text.path[3:]: type(text.mark) for text in marked(Case, data) if "resources" in text.path}

    assert found == {(0,): Line, (1, "name"): Line, (1, "region"): PlaceCode}


def test_texts_come_in_the_order_of_the_model_not_of_the_file() -> None:
    one = marked(Case, {"title": "T", "context": "C", "limits": "L"})
    other = marked(Case, {"limits": "L", "context": "C", "title": "T"})

    assert one == other


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_part_of_a_record_belongs_to_a_field(kind: str) -> None:
    record_type = RECORD_TYPES[kind]

    assert part_types(record_type).keys() <= field_names(record_type).keys()
    assert "id" not in field_names(record_type)


def test_the_id_of_a_part_is_a_field() -> None:
    part: type[Part] = part_types(Model)["parts"]

    assert "id" in field_names(part)
    assert type(next(text.mark for text in marked(Model, {"parts": [{"text": "Here."}]}))) is Prose
