"""The content folder → the catalogue and every problem."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.load import Loaded, load

WriteContent = Callable[[Mapping[str, str | bytes]], Path]
CONCEPT = "term: related variety\ndefinition: Links [@rivas-2016, p. 9].\n"


def told(loaded: Loaded) -> list[tuple[str, str]]:
    """The path and code of every error."""
    return [(problem.place.path, problem.code) for problem in loaded.errors]


def test_the_sample_project_has_no_error(sample_project: Path) -> None:
    assert load(sample_project).errors == ()


def test_an_empty_content_folder_is_an_empty_catalogue(write_content: WriteContent) -> None:
    loaded = load(write_content({}))

    assert (dict(loaded.catalogue.entries), loaded.problems) == ({}, ())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("concepts/Related Variety.yml", "bad-file-name"),
        ("concepts/variety.yaml", "bad-file-name"),
        ("concepts/variété.yml", "bad-file-name"),
        ("concepts/index.yml", "bad-file-name"),
        ("concepts/.hidden.yml", "astray-file"),
        ("concepts/folder.yml/inside.yml", "astray-file"),
        ("concept/x.yml", "astray-file"),
        ("astray.yml", "astray-file"),
    ],
)
def test_what_is_no_record_is_told_once(write_content: WriteContent, name: str, code: str) -> None:
    loaded = load(write_content({name: CONCEPT}))

    assert [code for _, code in told(loaded) if code != "unknown-source"] == [code]


def test_a_file_that_cannot_be_read_breaks_no_reference_to_it(write_content: WriteContent) -> None:
    project = write_content(
        {"concepts/a.yml": CONCEPT.replace("@rivas-2016, p. 9", "@b-2016, p. 9"), "sources/b-2016.yml": b"\xff"}
    )

    assert told(load(project)) == [("content/sources/b-2016.yml", "not-utf-8")]


def test_a_link_out_of_the_project_is_not_followed(write_content: WriteContent, tmp_path: Path) -> None:
    project = write_content({"concepts/.gitkeep": ""})
    secret = tmp_path / "secret.yml"
    secret.write_text("term: secret\n")
    (project / "content" / "concepts" / "secret.yml").symlink_to(secret)

    assert told(load(project)) == [("content/concepts/secret.yml", "link-out")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_hang_the_check(write_content: WriteContent) -> None:
    project = write_content({"concepts/.gitkeep": ""})
    os.mkfifo(project / "content" / "concepts" / "pipe.yml")

    assert told(load(project)) == [("content/concepts/pipe.yml", "astray-file")]


def test_a_huge_file_is_not_read(write_content: WriteContent) -> None:
    assert told(load(write_content({"concepts/huge.yml": b"a" * 10_000_000}))) == [
        ("content/concepts/huge.yml", "too-large")
    ]


def test_a_missing_table_is_told_with_its_first_line(write_content: WriteContent) -> None:
    project = write_content({})
    (project / "data" / "levels.csv").unlink()

    (problem,) = load(project).problems

    assert (problem.place.path, problem.code) == ("data/levels.csv", "missing-table")
    assert "id,label,definition" in problem.help


def test_problems_come_in_the_order_of_files_and_lines(write_content: WriteContent) -> None:
    text = "term: T\ndefinition: See [[nobody]] [@none-2016, p. 9].\nrelated: [missing]\n"

    problems = load(write_content({"concepts/b.yml": text, "concepts/a.yml": text})).problems

    places = [(problem.place.path, problem.place.span.line, problem.place.span.column) for problem in problems]
    assert len(places) >= 6
    assert places == sorted(places)
