"""Whatever a file holds, `casebook check` answers with a located problem and exit 1, in little memory, and never dies."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

CASE = "content/cases/fribourg.yml"
BODY = "content/organisations/heia-fr.yml"
TABLE = "data/levels.csv"
MOST_SECONDS, MOST_MEGABYTES = 20, 300
LONG = 10 * 1024 * 1024
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

# Runs the real command as a child, and prints how much memory it took at the most.
RUNNER = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "generator", "check", *sys.argv[2:]], timeout=int(sys.argv[1]))
unit = 1024 * 1024 if sys.platform == "darwin" else 1024
print("megabytes", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // unit, file=sys.stderr)
sys.exit(done.returncode)
"""

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files, or no rights to make them")


@dataclass(frozen=True)
class Answer:
    """What the command line said."""

    code: int
    text: str
    errors: str
    megabytes: int


def check(project: Path, *arguments: str) -> Answer:
    """Run `casebook check` in a project as people do, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(
        [sys.executable, "-c", RUNNER, str(MOST_SECONDS), *arguments],
        cwd=project,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=2 * MOST_SECONDS,
        check=False,
    )
    memory = re.search(r"megabytes (\d+)", done.stderr)
    assert memory, done.stderr
    return Answer(done.returncode, done.stdout, done.stderr, int(memory[1]))


def assert_told(answer: Answer, place: str, code: str) -> None:
    """The problem stands there, and nothing of our own inside shows."""
    assert f"{place}: error[{code}]:" in answer.text
    assert answer.code == 1
    assert "Traceback" not in answer.text + answer.errors
    assert answer.megabytes < MOST_MEGABYTES


BAD_RECORDS = [
    pytest.param("title: École\n".encode("cp1252"), f"{CASE}:1:8", "not-utf-8", id="Windows encoding"),
    pytest.param("title: École\n".encode("utf-16"), f"{CASE}:1:1", "not-utf-8", id="UTF-16"),
    pytest.param("title: École\n".encode("utf-32"), f"{CASE}:1:1", "not-utf-8", id="UTF-32"),
    pytest.param(b"\xef\xbb\xbftitel: Fribourg\r\n", f"{CASE}:1:1", "unknown-field", id="byte order mark"),
    pytest.param(b"summary: text\r\ntitel: Fribourg\r\n", f"{CASE}:2:1", "unknown-field", id="CRLF"),
    pytest.param(b"summary: text\rtitel: Fribourg\r", f"{CASE}:2:1", "unknown-field", id="CR alone"),
    pytest.param(b"verified:\n\ton: 2026-11-21\n", f"{CASE}:2:1", "tab", id="tab"),
    pytest.param(b"", f"{CASE}:1:1", "empty-file", id="empty"),
    pytest.param(b" \n\n", f"{CASE}:1:1", "empty-file", id="white space"),
    pytest.param(b"\xef\xbb\xbf", f"{CASE}:1:1", "empty-file", id="byte order mark alone"),
    pytest.param(b"title: " + b"x" * LONG, f"{CASE}:1:1", "too-large", id="10 MB"),
    pytest.param(b"\n" * LONG, f"{CASE}:1:1", "too-large", id="10 MB of empty lines"),
    pytest.param(b"title: " + b"[" * 100_000, f"{CASE}:1:27", "too-deep", id="100,000 brackets"),
    pytest.param(b"title: " + b"{a: " * 60_000, f"{CASE}:1:84", "too-deep", id="60,000 braces"),
    pytest.param(b"- " * 100_000, f"{CASE}:1:41", "too-deep", id="100,000 dashes"),
    pytest.param(b"? " * 100_000, f"{CASE}:1:3", "bad-key", id="100,000 question marks"),
    pytest.param(
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", f"{CASE}:1:4", "alias", id="exploding aliases"
    ),
    pytest.param(b"title: &loop [*loop]\n", f"{CASE}:1:8", "alias", id="alias of itself"),
    pytest.param(b"<<: {title: x}\n", f"{CASE}:1:1", "unknown-field", id="merge key"),
    pytest.param(b"title: !!python/object/apply:os.system [ls]\n", f"{CASE}:1:8", "tag", id="tag of Python"),
    pytest.param(b"title: !!binary aGVsbG8=\n", f"{CASE}:1:8", "tag", id="tag of YAML"),
    pytest.param(b"%TAG ! tag:example.org,2026:\n---\ntitle: !x y\n", f"{CASE}:3:8", "tag", id="tag directive"),
    pytest.param(b"title: one\ntitle: two\n", f"{CASE}:2:1", "duplicate-key", id="repeated key"),
    pytest.param(b"title: one\n" * 20_000, f"{CASE}:2:1", "duplicate-key", id="key repeated 20,000 times"),
    pytest.param(b"title: one\n---\ntitle: two\n", f"{CASE}:2:1", "two-documents", id="two documents"),
    pytest.param(b"title: one\x00two\n", f"{CASE}:1:11", "control-character", id="null character"),
    pytest.param(b"title: \x1b[31mred\x1b[0m\n", f"{CASE}:1:8", "control-character", id="terminal colours"),
    pytest.param("title: one\u200btwo\n".encode(), f"{CASE}:1:11", "invisible-character", id="zero-width space"),
    pytest.param("title: one\u202etwo\n".encode(), f"{CASE}:1:11", "invisible-character", id="text turned round"),
    pytest.param("title: one\u2028two\n".encode(), f"{CASE}:1:11", "invisible-character", id="line separator"),
    pytest.param(
        unicodedata.normalize("NFD", "title: École\n").encode(),
        f"{CASE}:1:8",
        "split-accent",
        id="accent in two pieces",
    ),
    pytest.param(
        "title: x\ud800\n".encode("utf-8", "surrogatepass"), f"{CASE}:1:9", "not-utf-8", id="half a character"
    ),
    pytest.param(b"\x00" * 5_000, f"{CASE}:1:1", "control-character", id="zeros"),
    pytest.param(bytes(range(256)) * 100, f"{CASE}:3:115", "not-utf-8", id="every byte"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(1000), f"{CASE}:1:1", "not-utf-8", id="picture"),
    pytest.param(
        b"title: 1e999999999\nas_told: .inf\nplaces: [0x10]\n", f"{CASE}:2:10", "bad-date", id="numbers of YAML 1.1"
    ),
    pytest.param(b'title: "\\U0010FFFF\\ud800"\n', f"{CASE}:1:19", "bad-escape", id="escapes that mean no character"),
    pytest.param(b"title: '" + b"x" * 200_000, f"{CASE}:1:8", "unclosed-quote", id="quote that is never closed"),
    pytest.param(b"context: |\n" + b"  [[x" * 40_000, f"{CASE}:2:3", "bad-link", id="40,000 open links"),
    pytest.param(b"context: |\n  " + b"<b>" * 60_000, f"{CASE}:2:3", "refused-markup", id="60,000 tags"),
    pytest.param(b"context: |\n  " + b"*a **b " * 30_000, f"{CASE}:2:3", "too-long", id="30,000 stars"),
    pytest.param(b"key: v: w\n" * 20_000, f"{CASE}:1:7", "colon-in-text", id="20,000 faults"),
    pytest.param(b"a" * 250_000 + b": x\n", f"{CASE}:1:250001", "bad-yaml", id="endless name of a field"),
]


@pytest.mark.long
@pytest.mark.parametrize(("raw", "place", "code"), BAD_RECORDS)
def test_a_bad_record_is_a_located_problem(raw: bytes, place: str, code: str, sample_project: Path) -> None:
    (sample_project / CASE).write_bytes(raw)

    assert_told(check(sample_project), place, code)


BAD_TABLES = [
    pytest.param(
        "id,label,definition\nlocal,École,x\n".encode("cp1252"), f"{TABLE}:1:1", "not-utf-8", id="Windows encoding"
    ),
    pytest.param(b"", f"{TABLE}:1:1", "bad-header", id="empty"),
    pytest.param(b"id,label,definition\n" + b"x" * LONG, f"{TABLE}:1:1", "too-large", id="10 MB"),
    pytest.param(
        b'id,label,definition\n"' + b"x" * 200_000, f"{TABLE}:2:1", "bad-row", id="quote that is never closed"
    ),
    pytest.param(b"id,label,definition\nlocal,L,x\nlocal,L,x\n", f"{TABLE}:3:1", "duplicate-row", id="repeated row"),
    pytest.param(b"id,label,definition\nlocal,L" + b"," * 50_000 + b"\n", f"{TABLE}:2:1", "bad-row", id="50,000 cells"),
    pytest.param(b"id,label,definition\nlo\x00cal,L,x\n", f"{TABLE}:2:3", "control-character", id="null character"),
]


@pytest.mark.long
@pytest.mark.parametrize(("raw", "place", "code"), BAD_TABLES)
def test_a_bad_table_is_a_located_problem(raw: bytes, place: str, code: str, sample_project: Path) -> None:
    (sample_project / TABLE).write_bytes(raw)

    assert_told(check(sample_project), place, code)


def test_a_byte_order_mark_and_line_ends_of_windows_are_fine(sample_project: Path) -> None:
    for path in (CASE, BODY, TABLE):
        text = (sample_project / path).read_text(encoding="utf-8")
        (sample_project / path).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    answer = check(sample_project)

    assert answer.code == 0
    assert "no problems" in answer.text


def test_a_folder_named_like_a_record_is_a_located_problem(sample_project: Path) -> None:
    (sample_project / BODY).unlink()
    (sample_project / BODY).mkdir()
    (sample_project / BODY / "notes.txt").touch()

    assert_told(check(sample_project), f"{BODY}:1:1", "astray-file")


def test_an_empty_folder_named_like_a_record_is_a_located_problem(sample_project: Path) -> None:
    (sample_project / BODY).unlink()
    (sample_project / BODY).mkdir()

    assert_told(check(sample_project), f"{BODY}:1:1", "astray-file")


def test_a_folder_named_like_a_table_is_a_located_problem(sample_project: Path) -> None:
    (sample_project / TABLE).unlink()
    (sample_project / TABLE).mkdir()

    assert_told(check(sample_project), f"{TABLE}:1:1", "astray-file")


def test_a_file_named_like_a_folder_of_records_is_a_located_problem(sample_project: Path) -> None:
    (sample_project / "content" / "courses").rename(sample_project / "courses")
    (sample_project / "content" / "courses").touch()

    assert_told(check(sample_project), "content/courses:1:1", "astray-file")


@needs_posix
@pytest.mark.parametrize("path", [BODY, TABLE])
def test_a_link_out_of_the_project_is_a_located_problem(path: str, sample_project: Path, tmp_path: Path) -> None:
    (sample_project / path).rename(tmp_path / "secret")
    (sample_project / path).symlink_to(tmp_path / "secret")

    assert_told(check(sample_project), f"{path}:1:1", "link-out")


@needs_posix
@pytest.mark.parametrize("folder", ["content/organisations", "data"])
def test_a_folder_that_is_a_link_out_of_the_project_is_a_located_problem(
    folder: str, sample_project: Path, tmp_path: Path
) -> None:
    (sample_project / folder).rename(tmp_path / "elsewhere")
    (sample_project / folder).symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    answer = check(sample_project)

    assert f"{folder}" in answer.text
    assert "error[link-out]" in answer.text
    assert answer.code == 1


@needs_posix
def test_a_link_that_leads_nowhere_is_a_located_problem(sample_project: Path) -> None:
    (sample_project / BODY).unlink()
    (sample_project / BODY).symlink_to("nowhere.yml")

    assert_told(check(sample_project), f"{BODY}:1:1", "unreadable-file")


@needs_posix
def test_a_link_to_itself_is_a_located_problem(sample_project: Path) -> None:
    (sample_project / BODY).unlink()
    (sample_project / BODY).symlink_to("heia-fr.yml")

    assert_told(check(sample_project), f"{BODY}:1:1", "unreadable-file")


@needs_posix
def test_a_pipe_is_a_located_problem_and_nobody_waits_for_it(sample_project: Path) -> None:
    (sample_project / BODY).unlink()
    os.mkfifo(sample_project / BODY)

    assert_told(check(sample_project), f"{BODY}:1:1", "astray-file")


@needs_posix
@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_a_file_that_nobody_may_read_is_a_located_problem(sample_project: Path) -> None:
    (sample_project / BODY).chmod(0)

    assert_told(check(sample_project), f"{BODY}:1:1", "unreadable-file")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems change the names of files themselves")
def test_two_spellings_of_one_accented_name_are_two_located_problems(sample_project: Path) -> None:
    for form in ("NFC", "NFD"):
        (sample_project / "content" / "organisations" / f"{unicodedata.normalize(form, 'école')}.yml").write_text(
            "title: École\n", encoding="utf-8"
        )

    answer = check(sample_project)

    assert answer.text.count("error[bad-file-name]") == 2
    assert answer.text.count("rename it to `ecole.yml`") == 2
    assert answer.code == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_text_is_a_located_problem(sample_project: Path) -> None:
    folder = os.fsencode(sample_project / "content" / "organisations")
    Path(os.fsdecode(folder + b"/\xff\xfe.yml")).write_text("title: x\n", encoding="utf-8")

    answer = check(sample_project)

    assert "error[bad-file-name]" in answer.text
    assert answer.code == 1
    assert "Traceback" not in answer.errors


@pytest.mark.parametrize("format_name", ["text", "line", "json", "github"])
def test_every_format_shows_control_characters_as_codes(format_name: str, sample_project: Path) -> None:
    (sample_project / CASE).write_bytes(b"title: \x1b[31mred\x07\n")

    answer = check(sample_project, "--format", format_name)

    assert answer.code == 1
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", answer.text)


def test_a_project_without_data_is_told_table_by_table(sample_project: Path) -> None:
    for table in (sample_project / "data").iterdir():
        table.unlink()

    answer = check(sample_project)

    assert answer.text.count("error[missing-table]") > 10
    assert answer.code == 1
