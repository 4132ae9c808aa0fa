"""casebook check: exit codes, named files and formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.cli import casebook

FRIBOURG = Path("content/cases/fribourg.yml")


@pytest.fixture
def project(sample_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample project, as the folder in which the command runs."""
    monkeypatch.chdir(sample_project)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return sample_project


def check(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(casebook, ["check", *arguments])


def spoil(path: Path, old: str = "type: pilot", new: str = "type: pilto") -> None:
    """Put a mistake into a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_records_that_are_right_end_with_nought(project: Path) -> None:
    done = check()

    assert done.exit_code == 0, done.output


def test_a_mistake_ends_with_one_and_is_told_at_its_line(project: Path) -> None:
    spoil(FRIBOURG)

    done = check("--format", "line")

    assert done.exit_code == 1
    assert "content/cases/fribourg.yml:" in done.output
    assert "error[unknown-choice]" in done.output


def test_warnings_fail_only_where_they_are_asked_to(project: Path) -> None:
    spoil(
        FRIBOURG,
        'title: "Canton of Fribourg: bio-based inputs for the plastics industry"',
        "title: Canton of Fribourg and bio-based inputs.",
    )

    codes = [check(*options).exit_code for options in ((), ("--strict",))]

    assert codes == [0, 1]


def test_a_mistake_in_another_file_is_only_counted(project: Path) -> None:
    spoil(FRIBOURG)

    done = check("content/organisations/eusalp.yml")

    assert done.exit_code == 0
    assert "no problems in the files named" in done.output
    assert "other files have" in done.output


def test_a_reference_into_a_named_file_that_is_gone_fails(project: Path) -> None:
    Path("content/organisations/eusalp.yml").unlink()

    done = check("content/organisations/eusalp.yml", "--format", "line")

    assert done.exit_code == 1
    assert "`eusalp`" in done.output


def test_a_file_can_be_named_from_below(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(FRIBOURG)
    monkeypatch.chdir("content/cases")

    done = check("fribourg.yml", "--format", "line")

    assert done.exit_code == 1
    assert done.output.startswith("content/cases/fribourg.yml:")


@pytest.mark.parametrize("arguments", [("nowhere.txt",), ("--format", "xml"), ("--nonsense",)])
def test_wrong_usage_ends_with_two(project: Path, arguments: tuple[str, ...]) -> None:
    assert check(*arguments).exit_code == 2


def test_outside_a_project_the_command_says_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    done = check()

    assert done.exit_code == 2
    assert "no casebook here" in done.output


def test_a_fault_of_our_own_ends_with_three(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("generator.commands.check.check", fail)
    monkeypatch.setattr("sys.argv", ["casebook", "check"])

    with pytest.raises(SystemExit) as end:
        cli.main()

    assert end.value.code == 3
    assert "a fault of Casebook, not of your records" in capsys.readouterr().err


def test_json_holds_every_problem_with_its_mends(project: Path) -> None:
    spoil(FRIBOURG)

    found = json.loads(check("--format", "json").stdout)["problems"]

    problem = next(problem for problem in found if problem["code"] == "unknown-choice")
    assert (problem["path"], problem["severity"], problem["mends"][0]["text"]) == (
        "content/cases/fribourg.yml",
        "error",
        "pilot",
    )


def test_github_gets_annotations_and_a_summary_page(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    spoil(FRIBOURG)

    done = check("--format", "github")

    assert done.output.startswith("::error file=content/cases/fribourg.yml,")
    assert "did you mean <code>pilot</code>?" in summary.read_text(encoding="utf-8")


def test_a_report_ends_with_how_to_learn_more(project: Path) -> None:
    spoil(FRIBOURG)

    assert "`casebook explain unknown-choice` tells more" in check().output
    assert "casebook explain" not in check("--format", "line").output


@pytest.mark.parametrize(
    ("address", "told"), [("https://cases.eu/book/", True), ("https://casebook.example/", False), ("", False)]
)
def test_reports_lead_to_the_public_page_of_a_code_where_there_is_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, address: str, *, told: bool
) -> None:
    spoil(FRIBOURG)
    (project / "generator" / "theme").mkdir(parents=True)  # MkDocs asks for the folder
    monkeypatch.setenv("CASEBOOK_SITE_URL", address)

    for format_name in ("json", "github"):
        assert ("https://cases.eu/book/about/codes/unknown-choice/" in check("--format", format_name).output) is told
        assert "casebook.example" not in check("--format", format_name).output


def test_reports_are_told_where_the_settings_of_the_site_are_broken(project: Path) -> None:
    spoil(FRIBOURG)
    (project / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")

    assert '"code": "unknown-choice"' in check("--format", "json").output
