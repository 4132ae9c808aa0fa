"""Whatever bytes stand in a file, and whatever its name is: located problems, in little time, and nothing lost."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from building import SAMPLE, fingerprint
from click.testing import CliRunner
from figuring import note_figure
from fuzzed_project import FuzzedProject
from fuzzing import HAZARDS, KINDS, Damage, Failure, damaged, judged, some_damages
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import casebook
from generator.load import load
from generator.pages import Settings
from generator.problems import Problem
from generator.project import Project
from generator.publish import site_pages
from generator.search import search_files

law = settings(
    derandomize=True, deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow], database=None
)
DAMAGES = st.lists(
    st.builds(
        Damage,
        st.sampled_from(KINDS),
        st.floats(0, 1, exclude_max=True),
        st.sampled_from([0, 1, 2, 3, 7, 40, 400, 3000]),
        st.sampled_from(HAZARDS) | st.text(min_size=1, max_size=9).filter(lambda text: text.isprintable()),
    ),
    min_size=1,
    max_size=4,
)
CONCEPT = "content/concepts/critical-mass.yml"
# What was found by fuzzing and is mended: files that took seconds, raised, or had places that they have not.
FOUND = {
    "blanks in the middle of a line": (CONCEPT, b"term: a" + b" " * 9000 + b"b: c\n: x\n" * 9),
    "tabs before a sign": (CONCEPT, b"term: a\nexplanation: |\n  x\n" + b"\t" * 20_000 + b": x\n"),
    "empty lines": (CONCEPT, "term: é\n".encode() + b"\n" * 9000 + b": x\n"),
    "a list of many entries, and faults": (CONCEPT, b"term: a\naliases:\n" + b"  - a\n" * 10_000 + b": x\n" * 30),
    "half of UTF-16": (CONCEPT, b"term: a\n".decode().encode("utf-16-le") * 1500),
    "UTF-32 with line ends of Windows": (CONCEPT, "term: a\r\nterm: b\r\n".encode("utf-32")),
    "many blanks": (CONCEPT, b"term: a\nblanks:\n  not_reported:\n" + b"    - aliases\n" * 2000),
    "a table whose rows lack cells": ("data/measures.csv", b"id,label,family,number,question,prominence,definition\nstaff,x\n"),
    "units that lack cells": ("data/units.csv", b"id,label,families,definition\nEUR\n"),
}  # fmt: skip
# The place of a fault behind the last line, after a text was mended.
BEHIND_THE_END = [
    Damage("key", 0.98, 7, "쿞"),
    Damage("over", 0.79, 7, "012"),
    Damage("value", 0.47, 1, "https://[::1"),
    Damage("over", 0.12427536012050522, 1, "😀"),
]


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory, project_of: Callable[[Path, Path | None], Path]) -> FuzzedProject:
    """The sample's project, to be read with one file that is another."""
    return FuzzedProject(project_of(tmp_path_factory.mktemp("fuzzed") / "project", SAMPLE / "content"))


def tried(fuzzed: FuzzedProject, folder: str, seeds: range | list[int]) -> list[Failure]:
    """What fails of so many damaged files; the figure is noted."""
    paths = [path for path in fuzzed.files if path.startswith(folder)]
    failures = []
    for seed in seeds:
        chance = random.Random(seed)
        path = chance.choice(paths)
        failure = judged(path, damaged(fuzzed.files[path], some_damages(chance)), fuzzed.check)
        failures += [failure] if failure else []
    note_figure("damaged-files-that-stop-the-check", len(failures), of=len(seeds))
    return failures


def test_no_damaged_record_stops_the_check(fuzzed: FuzzedProject) -> None:
    assert tried(fuzzed, "content/", range(40)) == []


def test_no_damaged_table_stops_the_check(fuzzed: FuzzedProject) -> None:
    assert tried(fuzzed, "data/", range(40)) == []


@pytest.mark.long
def test_none_of_many_damaged_records_and_tables_stops_the_check(fuzzed: FuzzedProject) -> None:
    assert tried(fuzzed, "content/", range(100_000, 100_150)) == []
    assert tried(fuzzed, "data/", range(100_000, 100_150)) == []


@pytest.mark.parametrize("name", list(FOUND))
def test_no_file_that_was_found_by_fuzzing_stops_the_check_again(name: str, fuzzed: FuzzedProject) -> None:
    assert judged(*FOUND[name], fuzzed.check) is None


def test_no_place_behind_the_end_of_a_mended_file_stops_the_check(fuzzed: FuzzedProject) -> None:
    path = "content/concepts/circular-bio-economy.yml"

    assert judged(path, damaged(fuzzed.files[path], BEHIND_THE_END), fuzzed.check) is None


def test_no_bytes_as_a_record_or_a_table_stop_the_check(fuzzed: FuzzedProject) -> None:
    @law
    @given(st.sampled_from(sorted(fuzzed.files)), st.binary(max_size=400))
    def is_checked(path: str, raw: bytes) -> None:
        assert judged(path, raw, fuzzed.check) is None

    is_checked()


def test_no_change_to_a_file_stops_the_check(fuzzed: FuzzedProject) -> None:
    small = [path for path, raw in fuzzed.files.items() if len(raw) < 3000]

    @law
    @given(st.sampled_from(small), DAMAGES)
    def is_checked(path: str, damages: list[Damage]) -> None:
        assert judged(path, damaged(fuzzed.files[path], damages), fuzzed.check) is None

    is_checked()


def test_a_pipe_that_raises_is_caught(fuzzed: FuzzedProject) -> None:
    def raise_at_a_tag(path: str, raw: bytes) -> None:
        if b"!" in raw:
            raise KeyError("tag")
        fuzzed.check(path, raw)

    failures = [judged("content/concepts/npr.yml", raw, raise_at_a_tag) for raw in (b"term: !x", b"term: x")]

    assert [failure and "KeyError" in failure.told for failure in failures] == [True, None]


def test_a_pipe_that_hangs_is_caught() -> None:
    def hang(path: str, raw: bytes) -> None:
        while b"!" in raw:
            pass

    failures = [judged("content/concepts/npr.yml", raw, hang, seconds=0.1) for raw in (b"term: !x", b"term: x")]

    assert [failure and "takes longer" in failure.told for failure in failures] == [True, None]


def test_a_pipe_that_hangs_in_a_regular_expression_is_caught() -> None:
    failure = judged("a.yml", b"a" * 40 + b"!", lambda _, raw: re.fullmatch(rb"(?:a+)+", raw), seconds=0.2)

    assert failure
    assert "takes longer" in failure.told


def test_a_place_outside_of_the_file_is_caught(fuzzed: FuzzedProject, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "content/concepts/critical-mass.yml"
    short = fuzzed._lines[path]
    monkeypatch.setattr("fuzzed_project._lines", lambda name, _: type(short)(name, ""))

    failure = judged(path, b"trem: x\n\n\ntrm: y\n", fuzzed.check)

    assert failure
    assert "AssertionError" in failure.told


FORMS = ("text", "line", "json", "github")
NAMES = [
    "ä.yml", "é.yml", "a b.yml", "A.yml", "a.YML", "a.yaml", ".yml", "..yml", "a..yml", "-.yml", "con.yml", "a\nb.yml", "a\x1b[31m.yml",
    "a\u202eb.yml", "index.yml", "x" * 240 + ".yml", "[[a]].yml", "<b>.yml", "{{ x }}.yml", "%s.yml", "a;b.yml", "~.yml", "a.yml~", "#a.yml#",
    ".DS_Store", "Thumbs.db", "a.yml.part~", "no ending", "٣.yml", "İ.yml", "a'b.yml", 'a"b.yml', "a\\b.yml", "*.yml", "?.yml", "&.yml",
]  # fmt: skip


def project_with(project: Path, chance: random.Random) -> None:
    """Damage a project all over: names, kinds and contents of several files at once."""
    files = sorted(path for folder in ("content", "data") for path in (project / folder).rglob("*") if path.is_file())
    for file in chance.sample(files, 4):
        if not file.is_file():
            continue
        raw = damaged(file.read_bytes(), some_damages(chance))
        match chance.randrange(6):
            case 0 | 1 | 2:
                file.write_bytes(raw)
            case 3:
                file.rename(file.with_name(chance.choice(NAMES)))
            case 4:
                file.unlink()
                (file / "inside").mkdir(parents=True)
            case _:
                folder = (
                    project / "content" / chance.choice(["cases", "concepts", "images", "kases", "", "organisations"])
                )
                folder.mkdir(exist_ok=True)
                (folder / chance.choice(NAMES)).write_bytes(raw)


def check_all_of(project: Path, form: str) -> tuple[Problem, ...]:
    """Check a damaged project by the command line, in one of the formats; where it has no errors, make its pages too."""
    before = fingerprint(project / "content") + fingerprint(project / "data")
    done = CliRunner().invoke(casebook, ["check", "--format", form])
    assert done.exit_code in {0, 1}, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    loaded = load(project)
    for problem in loaded.problems:
        assert os.path.lexists(project / problem.place.path) or problem.code in {
            "missing-table",
            "bad-file-name",
            "astray-file",
        }
    if not loaded.errors:
        pages = site_pages(Project(project), loaded.catalogue, Settings())
        assert json.loads(json.dumps([page.uri for page in pages]))
        search_files(pages, loaded.catalogue)
    assert fingerprint(project / "content") + fingerprint(project / "data") == before
    return loaded.problems


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses most of these names by itself")
@pytest.mark.parametrize(
    "seeds", [range(2), pytest.param(range(100, 140), marks=pytest.mark.long)], ids=["few", "many"]
)
def test_no_damage_all_over_a_project_stops_the_commands(
    seeds: range, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, project_of: Callable[[Path, Path | None], Path]
) -> None:
    failures = []
    for seed in seeds:
        project = project_of(tmp_path / f"{seed}", SAMPLE / "content")
        project_with(project, random.Random(seed))
        monkeypatch.chdir(project)
        failure = judged(f"seed {seed}", b"", lambda *_: check_all_of(project, FORMS[seed % 4]), seconds=30)  # noqa: B023
        failures += [failure] if failure else []
    note_figure("damaged-projects-that-stop-the-commands", len(failures), of=len(seeds))
    assert failures == []
