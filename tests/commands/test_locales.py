"""The commands in foreign locales: the same words, the same files, and no letter lost, whatever the terminal can show."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import SAMPLE, buildable, casebook, fingerprint

LOCALES = [
    pytest.param({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, id="C, with ASCII for files"),
    pytest.param(
        {"LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}, id="Turkish, Windows letters"
    ),
    pytest.param({"LANG": "de_DE.ISO-8859-1", "LC_ALL": "", "PYTHONIOENCODING": "ascii"}, id="German, ASCII letters"),
]
COMMANDS = [
    pytest.param(["check"], id="check"),
    pytest.param(["check", "--format", "json"], id="check as JSON"),
    pytest.param(["explain", "colon-in-text"], id="explain"),
    pytest.param(["new", "case", "another-place"], id="new"),
]


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two like projects in a folder with accents, each with a mistake whose line has letters that few encodings know."""
    found = []
    for name in ("here", "elsewhere"):
        project = buildable(tmp_path_factory.mktemp("Ökonomie ł") / "ğ" / name, SAMPLE / "content")
        record = project / "content" / "concepts" / "critical-mass.yml"
        record.write_text(
            f"trem: İstanbul, Łódź, 東京\n{record.read_text(encoding='utf-8')}", encoding="utf-8", newline="\n"
        )
        found.append(project)
    return found


@pytest.mark.parametrize("environment", LOCALES)
def test_a_report_shows_every_letter_in_any_locale(environment: dict[str, str], projects: list[Path]) -> None:
    done = casebook(projects[0], "check", **environment)

    assert done.returncode == 1
    assert "1 | trem: İstanbul, Łódź, 東京" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_says_and_writes_the_same_in_any_locale(command: list[str], projects: list[Path]) -> None:
    answers = set()
    for environment in ({}, *(dict(param.values[0]) for param in LOCALES)):  # type: ignore[call-overload]
        project = projects[bool(environment)]
        done = casebook(project, *command, **environment)
        answers.add((done.returncode, done.stdout, done.stderr, fingerprint(project / "content")))
        (project / "content" / "cases" / "another-place.yml").unlink(missing_ok=True)

    assert len(answers) == 1
    assert answers.pop()[0] in {0, 1}
