"""casebook quality: figures are joined and judged as their measures say, and the page tells them with their day and tools."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from building import ROOT
from click.testing import CliRunner
from kinds import addresses, file_of

from generator.cli import casebook
from generator.commands.quality import PATH, commands
from generator.load import load
from generator.pages import Settings
from generator.quality import MEASURES, POINTS, Measure, joined, shortfalls
from generator.quality.page import TABLE, figures_of, quality_pages

COUNT = Measure("faults", "Faults", "pytest", unit="pages", at_most=0, every_page=True)
SIZE = Measure("largest", "The largest", "pytest", unit="bytes", at_most=100, joined="largest")
SCORE = Measure("score", "The lowest score", "pytest", unit="points", at_least=95, joined="smallest")
TIME = Measure("minutes", "How long", "pytest", unit="minutes")
ALL = {measure.id: measure for measure in (COUNT, SIZE, SCORE, TIME)}
GOOD = {"faults": (0, 9), "largest": (99, 9), "score": (95, 3)}


def note(measure: str, value: float, of: int | None = None, *tools: str) -> Mapping[str, Any]:
    return {"measure": measure, "value": value, "of": of, "tools": list(tools)}


def test_parts_of_a_run_are_added_up_or_the_worst_counts() -> None:
    notes = [
        note("faults", 1, 4, "Chromium 1"),
        note("faults", 2, 5, "Chromium 1", "axe 2"),
        note("largest", 70, 3),
        note("largest", 90, 3),
        note("score", 99),
        note("score", 96),
    ]

    found = joined(notes, ALL, "2026-11-22")

    assert {name: (figure.value, figure.of) for name, figure in found.items()} == {
        "faults": (3, 9),
        "largest": (90, 6),
        "score": (96, None),
    }
    assert found["faults"].tools == ("Chromium 1", "axe 2")
    assert {figure.on for figure in found.values()} == {"2026-11-22"}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, []),
        ({"faults": (1, 9)}, ["faults: 1 pages, wanted: none"]),
        ({"faults": (0, 8)}, ["faults: looked at 8 of 9 pages"]),
        ({"faults": (0, 0)}, ["faults: looked at nothing"]),
        ({"faults": None}, ["faults: not measured; run `pytest`"]),
        ({"largest": (101, 9)}, ["largest: 101 bytes, wanted: at most 100"]),
        ({"score": (94.5, 3)}, ["score: 94.5 points, wanted: at least 95"]),
        ({"minutes": (1000, None)}, []),
    ],
)
def test_a_figure_falls_short_where_it_is_out_of_its_limit_missing_or_not_of_every_page(
    changed: Mapping[str, tuple[float, int | None] | None], said: Sequence[str]
) -> None:
    taken = {name: figure for name, figure in {**GOOD, **changed}.items() if figure}
    figures = joined([note(name, value, of) for name, (value, of) in taken.items()], ALL, "2026-11-22")

    assert shortfalls(figures, ALL.values(), pages=9) == said


@pytest.mark.parametrize(
    ("measure", "value", "of", "words"),
    [
        (COUNT, 0, 9, "none of 9 pages"),
        (Measure("messages", "Messages", "pytest", unit="messages", at_most=0, every_page=True), 0, 9, "no messages on 9 pages"),
        (SIZE, 99, 9, "99 bytes (9 looked at)"),
        (SCORE, 96, 3, "96 points (3 looked at)"),
        (TIME, 4.4, None, "4.4 minutes"),
    ],
)  # fmt: skip
def test_a_figure_says_what_was_counted_and_of_what(measure: Measure, value: float, of: int | None, words: str) -> None:
    assert measure.told(joined([note(measure.id, value, of)], {measure.id: measure}, "2026-11-22")[measure.id]) == words


def test_the_command_writes_the_table_that_the_page_reads_and_fails_where_something_falls_short(
    sample_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_project)
    notes = tmp_path / "notes"
    notes.write_text(
        "\n".join(json.dumps(note(name, 0, 7, "Tool 1.0")) for name in MEASURES if name != "licences"), encoding="utf-8"
    )

    done = CliRunner().invoke(casebook, ["quality", "--figures", str(notes)])
    rows = load(sample_project).catalogue.tables[TABLE]

    assert done.exit_code == 1
    assert "falls short: licences: not measured" in done.output
    assert set(figures_of(rows)) == set(MEASURES) - {"licences"}
    assert all(figure.tools == ("Tool 1.0",) and figure.of == 7 for figure in figures_of(rows).values())


def test_with_check_nothing_is_written(sample_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_project)
    before = (sample_project / PATH).read_bytes()
    (tmp_path / "notes").write_text(json.dumps(note("licences", 0, 7)), encoding="utf-8")

    CliRunner().invoke(casebook, ["quality", "--check", "--figures", str(tmp_path / "notes")])

    assert (sample_project / PATH).read_bytes() == before


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"measure": "made-up", "value": 0, "of": 1, "tools": []}', '{"value": 0}']
)
def test_a_file_without_figures_is_told_in_a_sentence(
    sample_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(sample_project)
    (tmp_path / "notes").write_text(line, encoding="utf-8")

    done = CliRunner().invoke(casebook, ["quality", "--figures", str(tmp_path / "notes")])

    assert done.exit_code == 2
    assert "holds a line that is no figure" in done.output


def test_the_committed_table_holds_every_measure_that_keeps_a_limit_within_it() -> None:
    figures = figures_of(load(ROOT).catalogue.tables[TABLE])

    assert set(figures) <= set(MEASURES)
    assert [measure.id for measure in MEASURES.values() if measure.is_gated and measure.id not in figures] == []
    assert [figure.measure for figure in figures.values() if not MEASURES[figure.measure].keeps(figure.value)] == []


def test_every_command_and_every_test_that_seeds_a_fault_is_there() -> None:
    for measure in MEASURES.values():
        files = re.findall(r"tests/\S+\.py", f"{measure.repeat} {measure.caught}")
        assert [file for file in files if not (ROOT / file).is_file()] == [], measure.id
        if measure.caught:
            path, _, name = measure.caught.partition("::")
            assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), measure.caught
    assert [measure.id for measure in MEASURES.values() if measure.is_gated and not measure.caught] == []


def test_what_takes_figures_again_runs_tests_of_one_kind_together() -> None:
    together = commands()

    assert [command for command in together if command.startswith("pytest -m long ")] == list(together[-2:-1])
    assert len(together) == len(set(together))


def test_every_test_notes_a_measure_that_the_page_tells() -> None:
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py") if file != Path(__file__)]
    noted = {name for text in texts for name in re.findall(r'note_figure\(\s*f?"([^"]+)"', text)}
    patterns = [re.sub(r"\{[^}]*\}", "[a-z-]+", name) for name in noted]

    assert len(patterns) > 5
    assert [name for name in patterns if not any(re.fullmatch(name, measure) for measure in MEASURES)] == []


def test_the_page_tells_each_figure_and_that_nothing_was_measured_where_the_table_is_empty() -> None:
    rows = load(ROOT).catalogue.tables[TABLE]
    told = {page.uri: page.markdown for page in quality_pages(rows, Settings())}
    empty = {page.uri: page.markdown for page in quality_pages({}, Settings())}

    assert len(POINTS) == 7
    assert all(f"{{#{point.id}}}" in told["about/quality.md"] for point in POINTS)
    assert all(f"{{#{name}}}" in told["about/quality.md"] for name in MEASURES)
    assert "not measured yet" in empty["about/quality.md"]
    assert "The figures will stand under" in empty["about/accessibility.md"]


def test_the_statement_names_who_runs_the_site_whom_to_write_to_and_who_takes_complaints() -> None:
    settings = Settings(
        operator="Region <of> Lakes",
        contact="web@lakes.example",
        enforcement="Office for Access",
        enforcement_url="https://access.example/",
    )
    statement = {page.uri: page.markdown for page in quality_pages({}, settings)}["about/accessibility.md"]

    assert "Region &#60;of&#62; Lakes runs this site" in statement
    assert "(<mailto:web@lakes.example>)" in statement
    assert "[Office for Access](<https://access.example/>)" in statement


def test_a_contact_that_is_no_address_of_web_or_mail_becomes_no_link_that_runs() -> None:
    settings = Settings(contact="javascript:alert(1)", enforcement="x", enforcement_url="javascript:alert(1)")
    statement = {page.uri: page.markdown for page in quality_pages({}, settings)}["about/accessibility.md"]

    assert "(<javascript:" not in statement


def test_every_page_leads_to_the_statement(real_site: Path) -> None:
    lacking = [
        address
        for address in addresses(real_site)
        if "/embed/" not in address
        and 'accessibility/">Accessibility statement' not in file_of(real_site, address).read_text(encoding="utf-8")
    ]

    assert [address for address in lacking if address != "/about/accessibility/"] == []
