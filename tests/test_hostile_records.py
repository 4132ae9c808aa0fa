"""The first wall: `casebook check` reports hostile text in every field, table and file name, with its place."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from figuring import note_figure
from hostile import KINDS, PLACINGS, Steps, as_file, filled, leaves

from generator.load import load
from generator.problems import Problem
from generator.records import RECORD_TYPES

# Texts that a field may hold, because they are words and signs that mean nothing there; by the reason. Pages show each as
# it is, and `test_hostile_pages.py` holds them to that.
HARMLESS: Mapping[str, tuple[str, ...]] = {
    "downloads put a sign in front of it": (
        "=1+1", "@SUM(1+1)", "\t=1+1", '",=1+1,"', "x\n=1+1", "\uff1d1+1",
        '=HYPERLINK("https://elsewhere.example/","x")',
    ),
    "an address of this form stands in a text only, where nothing follows it": (
        "https:javascript.example",
        "//elsewhere.example/x.y",
        "java\nscript:window.ran=1",
    ),
    "the way to a file, which no program of ours opens": (
        "../../../etc/passwd", "/etc/passwd", "x/../../y", "CON", "%2e%2e%2f", "%3Cscript%3E",
    ),
    "a word that no program of ours looks up": ("__proto__", "constructor", "toString", "'; drop table x; --", "undefined"),
    "without the control characters round it, a word like others": ("wzxhzdk:0", "klzzwxh:0000"),
    "it means something at the start of a line only, where it is told": (
        "::: generator", "*[HTML]: abbreviation", "---", "Heading\n---", "> quotation",
        "!!! danger\n    x", "??? note\n    x", '=== "Tab"\n    x',
    ),
    "a backslash before a letter or a blank, which no program of ours reads": ("C:\\x", "\\"),
    "signs that close what was never opened, or leave something out": ("]]", "..."),
}  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """One hostile text in one field of one file, from its first line to its last."""

    file: str
    field: Steps
    text: str
    lines: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.file} {'.'.join(map(str, self.field))}: {self.text[:60]!r}"


@pytest.fixture
def project(tmp_path: Path, project_of: Callable[[Path, Path | None], Path]) -> Path:
    """A project without records, and with the first rows of the longest table only."""
    made = project_of(tmp_path / "hostile", None)
    outline = made / "data" / "europe.csv"
    outline.write_text("".join(outline.read_text(encoding="utf-8").splitlines(keepends=True)[:3]), encoding="utf-8")
    return made


def tried(project: Path, rounds: int, start: int = 0) -> tuple[list[Pair], list[Pair]]:
    """Every pair that was tried, and those that no error names; in a round each field meets one kind of texts."""
    pairs: list[Pair] = []
    silent: list[Pair] = []
    for at in range(start, start + rounds):
        found = list(written(project, at))
        told = places(load(project).problems)
        pairs += found
        silent += [
            pair for pair in found if not any(f <= pair.lines[1] and pair.lines[0] <= t for f, t in told[pair.file])
        ]
    return pairs, silent


def written(project: Path, at: int) -> Iterator[Pair]:
    """One record of each kind, whose every text field holds a text of the same kind."""
    texts = list(KINDS.values())[at % len(KINDS)]
    number = at // len(KINDS)
    for which, (kind, record_type) in enumerate(RECORD_TYPES.items()):
        chosen: dict[Steps, str] = {}
        data = filled(record_type)
        for field, right in [(field, right) for field, right in leaves(data) if isinstance(right, str)]:
            number += 1
            chosen[field] = texts[number % len(texts)]
            put(data, field, PLACINGS[(number // len(texts) + at) % len(PLACINGS)](right, chosen[field]))
        text, lines = as_file(data, escaped=(at + which) % 2 == 1)
        path = f"content/{record_type.folder}/hostile-{kind}.yml"
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
        yield from (Pair(path, field, chosen[field], lines[field]) for field in chosen)


def put(data: Any, field: Steps, text: str) -> None:
    """Change one value of a record's data."""
    for step in field[:-1]:
        data = data[step]
    data[field[-1]] = text


def places(problems: tuple[Problem, ...]) -> dict[str, list[tuple[int, int]]]:
    """The lines that errors name or mend, by file."""
    found: dict[str, list[tuple[int, int]]] = {}
    for problem in problems:
        for place in (problem.place, *(mend.place for mend in problem.mends)):
            if problem.severity == "error":
                found.setdefault(place.path, []).append((place.span.line, place.span.end_line))
    return found


def may_stand(pair: Pair) -> bool:
    """Tell whether a text is listed as harmless."""
    return any(pair.text in texts for texts in HARMLESS.values())


def test_hostile_text_in_any_field_is_reported_at_its_line(project: Path) -> None:
    pairs, silent = tried(project, 4, start=3)

    assert len(pairs) > 1000
    assert [str(pair) for pair in silent if not may_stand(pair)] == []


@pytest.mark.long
def test_hostile_text_of_every_kind_in_every_field_is_reported_at_its_line(project: Path) -> None:
    pairs, silent = tried(project, len(KINDS))
    missed = [str(pair) for pair in silent if not may_stand(pair)]

    note_figure("hostile-texts-not-reported", len(missed), of=len(pairs))
    assert missed == []
    assert {pair.text for pair in pairs} == {text for texts in KINDS.values() for text in texts}
    assert {text for texts in HARMLESS.values() for text in texts} == {pair.text for pair in silent}


def test_a_sign_that_the_check_forgets_is_missed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.validate.texts.faults_in_line", lambda _: ())

    _, silent = tried(project, 1)

    assert [pair for pair in silent if not may_stand(pair)] != []


CELLS = (
    "<script>x</script>",
    "[x](javascript:x)",
    "{{ x }}",
    "x | y",
    "\u202ex",
    "\x07x",
    "&lt;b&gt;",
    '{: onclick="x"}',
    "x" * 300,
)


@pytest.mark.parametrize("text", list(CELLS), ids=range(len(CELLS)))
@pytest.mark.parametrize("column", [1, 2])
def test_hostile_text_in_a_cell_of_a_table_is_reported_at_its_line(project: Path, text: str, column: int) -> None:
    table = project / "data" / "levels.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[2][column] = f"{rows[2][column]} {text}"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)

    found = [problem.place for problem in load(project).errors]

    assert [(place.path, place.span.line) for place in found] == [("data/levels.csv", 3)]


@pytest.mark.parametrize(
    "name",
    [
        "<script>.yml", "x\u202elmy.yml", "a b.yml", "x.yml.html", "{{x}}.yml", "__proto__.yml", "..yml", "javascript:x.yml", "x\n.yml", "-.yml",
        "é.yml", "X.yml", f"{'x' * 90}.yml", "index.yml", ".x.yml", "x;y.yml", "x.yml ", "x.YML",
    ],
)  # fmt: skip
def test_a_hostile_name_of_a_file_is_reported(project: Path, name: str) -> None:
    folder = project / "content" / "concepts"
    folder.mkdir()
    (folder / name).write_text("term: x\ndefinition: y\n", encoding="utf-8")

    found = load(project)

    assert [problem.code for problem in found.errors] in (["bad-file-name"], ["astray-file"])
    assert not found.catalogue.entries
