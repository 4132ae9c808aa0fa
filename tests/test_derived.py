from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.commands.derive import derive
from generator.derive import data_package, derived_files
from generator.load import load
from generator.project import Project
from generator.records import RECORD_TYPES, Part
from generator.records.examples import example_of
from generator.records.forms import fields, groups
from generator.records.walk import field_names
from generator.schemas import schema
from generator.source import read_document
from generator.tables import TABLE_TYPES
from generator.validate import validate

ROOT = Path(__file__).parents[1]
KINDS = sorted(RECORD_TYPES)
TABLES = load(ROOT).catalogue.tables
PARTS = sorted(
    {part for record_type in RECORD_TYPES.values() for part in (record_type, *groups(record_type))},
    key=lambda part: part.__name__,
)


class CoreLoader(yaml.SafeLoader):
    """Reads plain values as editors do, by YAML 1.2's core rules: numbers become numbers, `no` stays text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own form


CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]*$"), list("-+0123456789"))


VALIDATORS = {kind: Draft202012Validator(schema(record_type, TABLES)) for kind, record_type in RECORD_TYPES.items()}


def _faults(kind: str, data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[kind].iter_errors(data)]


def _right(kind: str, **changed: str) -> str:
    """A record that is right, as YAML, with some fields written otherwise."""
    needed = {
        field.name: example_of(field.form, field.name)
        for field in fields(RECORD_TYPES[kind])
        if field.need == "required"
    }
    return "".join(f"{name}: {value}\n" for name, value in (needed | changed).items())


@pytest.mark.parametrize("path", sorted(derived_files(TABLES)))
def test_the_committed_copy_is_fresh(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == derived_files(TABLES)[path], "stale: run `casebook derive`"


def test_nothing_else_stands_among_the_schemas() -> None:
    assert {f"schema/{file.name}" for file in (ROOT / "schema").iterdir()} == {
        path for path in derived_files(TABLES) if path.startswith("schema/")
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema(RECORD_TYPES[kind], TABLES))


@pytest.mark.parametrize("kind", KINDS)
def test_every_real_record_fits_its_schema_with_numbers_as_numbers_and_as_text(kind: str) -> None:
    faults: dict[str, list[str]] = {}
    files = sorted((ROOT / "content" / RECORD_TYPES[kind].folder).glob("*.yml"))
    for file in files:
        document, _ = read_document(file.name, file.read_bytes())
        assert document is not None
        with file.open(encoding="utf-8") as text:
            found = [*_faults(kind, document.data), *_faults(kind, yaml.load(text, CoreLoader))]
        faults |= {file.name: found} if found else {}

    assert files
    assert faults == {}


@pytest.mark.parametrize("kind", KINDS)
def test_the_least_record_fits_and_lacks_nothing(kind: str) -> None:
    data = yaml.load(_right(kind), CoreLoader)

    assert _faults(kind, data) == []
    for name in data:
        assert _faults(kind, {key: value for key, value in data.items() if key != name})


AGREED = [
    ("case", "title", ["Fribourg", "2016", "3.5", '""', f'"{"long " * 30}"', "[Fribourg]", "{name: Fribourg}"]),
    (
        "case",
        "as_told",
        ["2018", "2018-11", "2018-11-05", "2016-04/2020-03", "20188", "2018-1", "November 2018", "2018/"],
    ),
    ("case", "type", ["pilot", "Pilot", "region"]),
    ("case", "places", ["[CH022]", "[es-bilbao]", "CH022", "[]", "[[CH022]]"]),
    ("case", "part_of", ["bordeaux", "2016", "Bordeaux", "[bordeaux]"]),
    ("case", "results", ["Two firms moved in.", "|\n  Two firms moved in.\n", "[Two firms]"]),
    (
        "case",
        "sources",
        ["{keller-2018: involved}", "{keller-2018: told}", "{Keller 2018: involved}", "[keller-2018]", "{}"],
    ),
    (
        "case",
        "links",
        [
            "[{text: A page, url: 'https://www.fr.ch'}]",
            "[{text: A page, url: www.fr.ch}]",
            "[{text: A page}]",
            "[{text: A page, url: 'https://a.ch', to: x}]",
        ],
    ),
    (
        "case",
        "actors",
        [
            '[{who: gaia, does: [leads], cite: "@rivas-2016, p. 9"}]',
            "[{who: gaia, does: [leads], cite: Rivas 2016}]",
            '[{who: gaia, does: [], cite: "@rivas-2016, p. 9"}]',
        ],
    ),
    (
        "case",
        "images",
        ["[{file: a.jpg, alt: A, credit: B, licence: C}]", "[{file: A b.JPG, alt: A, credit: B, licence: C}]"],
    ),
    ("case", "blanks", ["{not_reported: [results]}", "{unknown: [results]}", "[results]", "{not_reported: results}"]),
    ("case", "verified", ["{on: 2026-11-21, by: editors}", "{on: 2026/2027, by: editors}", "{on: 2026}"]),
    ("organisation", "native_language", ["fr", "de-AT", "no", "French"]),
    ("course", "duration", ["30", '"30"', "0", "12.5", "half an hour", "100001"]),
    (
        "course",
        "steps",
        [
            "[{title: Read, minutes: 30, open: [/cases/fribourg/]}]",
            "[{title: Read, minutes: 30, open: [cases/fribourg]}]",
        ],
    ),
    ("source", "issued", ["2016", "2016-11", "2016/2017"]),
    ("source", "container-title", ["A journal"]),
    ("source", "container-titel", ["A journal"]),
]
FIGURE = '[{{measure: members, value: {}, unit: companies, as_of: 2016, as_of_basis: stated, planned: true, cite: "@rivas-2016, p. 9"}}]'
VALUES = [
    "267",
    "4.6",
    "-3",
    "around 100",
    "more than 5900",
    "at most 3.5",
    "10 to 45",
    "not reported",
    "ca. 100",
    "'5,900'",
    "012",
    "about",
    "'10-45'",
    "'100%'",
]


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [(kind, name, value) for kind, name, values in AGREED for value in values]
    + [("case", "figures", FIGURE.format(value)) for value in VALUES],
)
def test_schema_and_check_agree(kind: str, name: str, value: str) -> None:
    text = _right(kind, **{name: value})

    document, _ = read_document("record.yml", text.encode())
    assert document is not None
    _, problems = validate(document, kind, "record")

    for data in (document.data, yaml.load(text, CoreLoader)):
        assert bool(_faults(kind, data)) == bool(problems), (_faults(kind, data), problems)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_has_no_id_because_the_file_name_is_the_id(kind: str) -> None:
    assert _faults(kind, yaml.load(_right(kind, id="fribourg"), CoreLoader)) == [
        "$: Additional properties are not allowed ('id' was unexpected)"
    ]


def test_both_verdicts_are_among_the_values_that_are_tried() -> None:
    verdicts = {
        bool(_faults(kind, yaml.load(_right(kind, **{name: value}), CoreLoader)))
        for kind, name, values in AGREED
        for value in values
    }

    assert verdicts == {True, False}


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_offers_the_words_of_the_tables_and_takes_new_ones(kind: str) -> None:
    definitions = schema(RECORD_TYPES[kind], TABLES)["$defs"]
    offered = {name: definition["anyOf"][0]["enum"] for name, definition in definitions.items() if name in TABLES}

    assert offered == {name: list(TABLES[name]) for name in offered}
    for name in offered:
        assert not list(Draft202012Validator(definitions[name]).iter_errors("a-new-word"))


def _described(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for name, field in node.get("properties", {}).items():
            yield name, field.get("description", "")
        for value in node.values():
            yield from _described(value)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_schema_is_described(kind: str) -> None:
    described = list(_described(schema(RECORD_TYPES[kind], TABLES)))

    assert {name for name, _ in described} >= {
        field.name for part in (RECORD_TYPES[kind], *groups(RECORD_TYPES[kind])) for field in fields(part)
    }
    assert [name for name, description in described if not description.strip()] == []


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_of_every_part_has_a_description_and_a_form(part: type[Part]) -> None:
    assert [field.name for field in fields(part) if not field.description] == []
    assert {field.name for field in fields(part)} == set(field_names(part))


@pytest.mark.parametrize("resource", data_package()["resources"], ids=lambda resource: resource["name"])
def test_the_data_package_describes_the_tables_as_they_are(resource: dict[str, Any]) -> None:
    with (ROOT / "data" / resource["path"]).open(encoding=resource["encoding"], newline="") as file:
        header, *rows = csv.reader(file)
    columns = resource["schema"]["fields"]
    keys = [row[0] for row in rows]

    assert header == [column["name"] for column in columns]
    assert resource["schema"]["primaryKey"] == header[:1]
    assert len(keys) == len(set(keys))
    for row in rows:
        for cell, column in zip(row, columns, strict=True):
            rule = column["constraints"]
            assert cell or not rule["required"]
            assert not cell or re.search(rule.get("pattern", ""), cell)
            assert column["type"] == "string" or not cell or math.isfinite(float(cell))
            assert column["description"]


def test_the_data_package_names_every_table() -> None:
    assert [resource["path"] for resource in data_package()["resources"]] == [
        table_type.path.removeprefix("data/") for table_type in TABLE_TYPES
    ]


@pytest.mark.parametrize("path", [path for path in derived_files(TABLES) if path.endswith(".json")])
def test_derived_json_is_sorted_and_ends_with_a_newline(path: str) -> None:
    text = derived_files(TABLES)[path]

    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def test_derive_writes_what_is_stale_once(sample_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = Project(sample_project)
    (sample_project / "data" / "datapackage.json").unlink(missing_ok=True)

    first, written = derive(project, only_check=False), capsys.readouterr().out
    second, again = derive(project, only_check=False), capsys.readouterr().out

    assert (first, second) == (0, 0)
    assert written.splitlines() == [f"wrote {path}" for path in derived_files(TABLES)]
    assert again == "every derived file is fresh\n"


def test_derive_check_names_what_is_stale_and_changes_nothing(
    sample_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Project(sample_project)
    derive(project, only_check=False)
    stale = sample_project / "schema" / "case.json"
    stale.write_text("{}\n", encoding="utf-8")
    capsys.readouterr()

    code = derive(project, only_check=True)

    assert code == 1
    assert capsys.readouterr().out.splitlines() == [
        "schema/case.json is stale",
        "run `casebook derive`, and commit what it writes",
    ]
    assert stale.read_text(encoding="utf-8") == "{}\n"


def test_derive_writes_nothing_from_broken_tables(sample_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sample_project / "data" / "levels.csv").write_text("id,name\n", encoding="utf-8")

    code = derive(Project(sample_project), only_check=False)

    assert code == 1
    assert "error[bad-header]" in capsys.readouterr().err
    assert not (sample_project / "schema").exists()
