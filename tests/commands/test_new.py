from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands.new import new
from generator.load import load
from generator.problems import Mend, Problem
from generator.project import Project
from generator.records import RECORD_TYPES
from generator.records.examples import OF_PLACE, OF_REFERENCE, OF_TERM
from generator.records.forms import fields, groups
from generator.records.skeleton import skeleton
from generator.source import Document, read_document
from generator.validate import validate

ROOT = Path(__file__).parents[2]
KINDS = sorted(RECORD_TYPES)


def _file(project: Path, kind: str, key: str) -> Path:
    return project / "content" / RECORD_TYPES[kind].folder / f"{key}.yml"


def _errors(project: Path, file: Path) -> list[Problem]:
    path = file.relative_to(project).as_posix()
    return [problem for problem in load(project).errors if problem.place.path == path]


def _mended(text: str, mends: set[Mend]) -> str:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for mend in sorted(mends, key=lambda mend: mend.place, reverse=True):
        span = mend.place.span
        text = (
            text[: starts[span.line - 1] + span.column - 1]
            + mend.text
            + text[starts[span.end_line - 1] + span.end_column - 1 :]
        )
    return text


@pytest.mark.parametrize("kind", KINDS)
def test_new_writes_a_skeleton_and_says_what_to_do_next(
    kind: str, sample_project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_project)

    code = new(Project(sample_project), kind, "brand-new")

    path = f"content/{RECORD_TYPES[kind].folder}/brand-new.yml"
    printed = capsys.readouterr().out.splitlines()
    assert code == 0
    assert len(printed) == 3
    assert printed[0] == path
    assert printed[2].endswith(f"casebook check {path}")
    assert (
        (sample_project / path)
        .read_text(encoding="utf-8")
        .startswith(f"# yaml-language-server: $schema=../../schema/{kind}.json\n")
    )


def test_the_path_is_told_from_the_folder_in_which_one_works(
    sample_project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_project / "content" / "cases")

    new(Project(sample_project), "concept", "brand-new")

    assert capsys.readouterr().out.splitlines()[0] == "../concepts/brand-new.yml"


def test_new_makes_the_folder_of_a_kind_that_has_no_record_yet(write_content: Callable[..., Path]) -> None:
    project = write_content({})

    assert new(Project(project), "model", "first") == 0
    assert _file(project, "model", "first").is_file()


def test_new_never_overwrites(sample_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _file(sample_project, "case", "fribourg")
    before = file.read_bytes()

    code = new(Project(sample_project), "case", "fribourg")

    assert code == 1
    assert file.read_bytes() == before
    assert "error[duplicate-id]: there is a case `fribourg` already" in capsys.readouterr().err


def test_new_writes_nothing_through_a_link_that_leads_nowhere(
    sample_project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _file(sample_project, "case", "linked").symlink_to(tmp_path / "elsewhere.yml")

    code = new(Project(sample_project), "case", "linked")

    assert code == 1
    assert not (tmp_path / "elsewhere.yml").exists()
    assert "error[duplicate-id]" in capsys.readouterr().err


def test_a_folder_that_is_none_is_told(write_content: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    project = write_content({"models": "not a folder"})

    code = new(Project(project), "model", "first")

    assert code == 1
    assert "content/models/first.yml:1:1: error[unwritable-file]: the file cannot be written" in capsys.readouterr().err


def test_an_id_of_another_kind_is_refused_with_a_free_one_to_use(
    sample_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = new(Project(sample_project), "case", "critical-mass")

    told = capsys.readouterr().err
    assert code == 1
    assert not _file(sample_project, "case", "critical-mass").exists()
    assert "error[duplicate-id]: the id `critical-mass` is taken by a concept" in told
    assert "casebook new case critical-mass-case" in told


@pytest.mark.parametrize(
    ("key", "good"),
    [
        ("Fribourg Übung", "fribourg-ubung"),
        ("fribourg_plastics", "fribourg-plastics"),
        ("../escape", "escape"),
        ("index", "index-case"),
        ("***", "case-name"),
        ("Critical Mass", "critical-mass-case"),
        ("long-" * 30, "-".join(["long"] * 16)),
    ],
)
def test_a_bad_id_is_refused_with_a_good_one_that_works(
    key: str, good: str, sample_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = sorted(sample_project.rglob("*"))

    code = new(Project(sample_project), "case", key)

    assert code == 1
    assert sorted(sample_project.rglob("*")) == files
    assert f"`casebook new case {good}`" in capsys.readouterr().err
    assert new(Project(sample_project), "case", good) == 0


@pytest.mark.parametrize("key", ["index", "Upper", "a" * 81, "under_score"])
def test_the_ids_that_new_refuses_are_no_names_of_records_either(key: str, write_content: Callable[..., Path]) -> None:
    project = write_content({f"cases/{key}.yml": "title: Somewhere\n"})

    assert "bad-file-name" in {problem.code for problem in load(project).problems}


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_as_it_is_lacks_its_required_values_and_nothing_else(kind: str, sample_project: Path) -> None:
    new(Project(sample_project), kind, "brand-new")

    problems = _errors(sample_project, _file(sample_project, kind, "brand-new"))

    assert {problem.code for problem in problems} == {"empty-field"}
    assert (
        len(problems)
        == len({problem.place for problem in problems})
        >= sum(field.need == "required" for field in fields(RECORD_TYPES[kind]))
    )


@pytest.mark.parametrize("kind", KINDS)
def test_doing_what_the_check_says_fills_a_skeleton(kind: str, sample_project: Path) -> None:
    new(Project(sample_project), kind, "brand-new")
    file = _file(sample_project, kind, "brand-new")

    asked = []
    while problems := _errors(sample_project, file):
        asked.append(problems)
        file.write_text(
            _mended(file.read_text(encoding="utf-8"), {mend for problem in problems for mend in problem.mends}),
            encoding="utf-8",
        )
        assert len(asked) < 5

    assert {problem.code for problems in asked for problem in problems} <= {
        "empty-field",
        "limits-unanswered",
        "missing-field",
        "unknown-record",
        "unknown-source",
    }


def _in_use(text: str) -> str:
    """Take away the `#` in front of every field that waits."""
    return re.sub(r"^#(?=[a-zA-Z]|  )", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_skeleton_is_right_once_its_hash_is_gone(kind: str) -> None:
    text = _in_use(skeleton(RECORD_TYPES[kind], {}))

    document, told = _checked(kind, text)
    while told and all(problem.code in {"empty-field", "missing-field"} for problem in told):
        text = _mended(text, {mend for problem in told for mend in problem.mends})
        document, told = _checked(kind, text)

    assert told == ()
    assert {field.name for field in fields(RECORD_TYPES[kind])} == set(document.data)


def _checked(kind: str, text: str) -> tuple[Document, tuple[Problem, ...]]:
    document, problems = read_document("content/cases/new.yml", text.encode())
    assert document is not None
    return document, (*problems, *validate(document, kind, "new")[1])


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_names_and_describes_every_field(kind: str) -> None:
    text = skeleton(RECORD_TYPES[kind], {})
    plain = " ".join(re.sub(r"^[# ]+", "", text, flags=re.MULTILINE).split())

    for part in (RECORD_TYPES[kind], *groups(RECORD_TYPES[kind])):
        for field in fields(part):
            assert field.description in plain
            assert (
                re.search(rf"^[#\s-]*{re.escape(field.name)}:", text, re.MULTILINE)
                or f"`{field.name}`: {field.description}" in plain
            )


def test_a_skeleton_lists_the_words_of_a_vocabulary_once() -> None:
    text = skeleton(RECORD_TYPES["case"], {"groups": ("enterprises", "citizens")})

    assert text.count("The words: enterprises, citizens") == 1


def test_a_stand_in_that_stays_is_told(sample_project: Path) -> None:
    new(Project(sample_project), "concept", "brand-new")
    file = _file(sample_project, "concept", "brand-new")
    file.write_text(
        _in_use(file.read_text(encoding="utf-8")).replace("term: ", "term: timber cluster"), encoding="utf-8"
    )

    assert "placeholder" in {problem.code for problem in _errors(sample_project, file)}


def test_the_examples_are_words_and_ids_that_exist() -> None:
    catalogue = load(ROOT).catalogue

    assert {vocabulary: word for vocabulary, word in OF_TERM.items() if word not in catalogue.tables[vocabulary]} == {}
    assert {kind: key for kind, key in OF_REFERENCE.items() if catalogue.kind_of(key) != kind} == {}
    assert OF_PLACE in catalogue.tables["places"]
