"""The same records give the same bytes: on other days, in other folders, for other people, in other orders and Pythons."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from building import ROOT, SAMPLE, buildable, casebook, differences, run
from figuring import note_figure

CLOCK = str(ROOT / "tests" / "clock")
NOBODY = 65534
CONDITIONS = {
    "day": {"CASEBOOK_TEST_DAYS": "400"},
    "order of files": {"CASEBOOK_TEST_ORDER": "20261122"},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "locale": {
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    },
    "hash seed": {"PYTHONHASHSEED": "12345"},
    "home": {"HOME": "/nonexistent", "USER": "nobody", "LOGNAME": "nobody"},
    "window": {"COLUMNS": "37", "TERM": "dumb", "NO_COLOR": "1"},
}
PYTHONS = [
    name
    for name in ("python3.11", "python3.12", "python3.13", "python3.14")
    if name != f"python3.{sys.version_info.minor}"
]

# Another Python is used where its packages are the same: `CASEBOOK_PYTHON312` may name the Python of an environment.
HAS_ALL = (
    "from importlib.metadata import entry_points as e; import plotly; assert e(group='mkdocs.plugins', name='casebook')"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's project with its site, as it is made here and now."""
    project = buildable(tmp_path_factory.mktemp("here") / "project", SAMPLE / "content")
    done = casebook(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def elsewhere(tmp_path: Path) -> Path:
    """A project with the same records, deeper, in a folder whose name has spaces and accents."""
    return buildable(tmp_path / "another folder" / "für Ökonomie" / "casebook's", SAMPLE / "content")


def of_nobody(project: Path) -> list[str]:
    """The start of a command that runs as somebody else, who may read what root may; nothing where that cannot be."""
    if not shutil.which("setpriv") or not hasattr(os, "geteuid") or os.geteuid():
        return []
    asked = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    asked += ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    if subprocess.run([*asked, "true"], check=False, capture_output=True).returncode:
        return []
    for folder, _, names in os.walk(project):
        for path in (folder, *(os.path.join(folder, name) for name in names)):  # noqa: PTH118 - plain texts
            os.chown(path, NOBODY, NOBODY)
    return asked


@pytest.mark.long
def test_the_site_is_the_same_to_the_byte_whatever_differs(built: Path, tmp_path: Path) -> None:
    project = elsewhere(tmp_path)
    environment = {key: value for condition in CONDITIONS.values() for key, value in condition.items()}
    who = of_nobody(project)
    command = ["sh", "-c", 'umask 077; exec "$@"', "sh", *who, sys.executable, "-m", "generator", "build"]
    if sys.platform == "win32":
        command = command[4:]

    done = run(project, command, PYTHONPATH=os.pathsep.join([CLOCK, str(ROOT)]), **environment)

    assert done.returncode == 0, done.stdout + done.stderr
    differ = differences(built / "site", project / "site")
    note_figure("files-that-differ-elsewhere", len(differ), of=len(CONDITIONS) + 2 + bool(who))  # and folder and umask
    assert differ == []


@pytest.mark.long
@pytest.mark.parametrize("python", PYTHONS)
def test_another_python_makes_the_same_bytes(python: str, built: Path, tmp_path: Path) -> None:
    program = os.environ.get(f"CASEBOOK_{python.upper().replace('.', '')}") or shutil.which(python)
    if not program or run(tmp_path, [program, "-c", HAS_ALL]).returncode:
        pytest.skip(f"{python} is not here with the packages that a build needs")
    project = elsewhere(tmp_path)

    done = run(project, [program, "-m", "generator", "build"])

    assert done.returncode == 0, done.stdout + done.stderr
    differ = differences(built / "site", project / "site")
    note_figure("files-that-differ-elsewhere", len(differ), of=1, tools=[python])
    assert differ == []


@pytest.mark.long
def test_archives_and_workbooks_hold_no_day_of_today_and_no_rights_of_whoever_builds(built: Path) -> None:
    archives = [*(built / "site").rglob("*.zip"), *(built / "site").rglob("*.xlsx")]
    found = {
        (path.suffix, entry.date_time[:3], entry.external_attr >> 16, entry.create_system)
        for path in archives
        for entry in zipfile.ZipFile(io.BytesIO(path.read_bytes())).infolist()
    }

    assert len(archives) > 3
    assert {kind for kind, *_ in found} == {".zip", ".xlsx"}
    assert len(found) == 2, found  # one day, one set of rights and one system for each kind


def test_the_conditions_really_differ(tmp_path: Path) -> None:
    code = (
        "import os, time, locale, sys, pathlib; print([os.listdir('.'), [p.name for p in pathlib.Path('.').iterdir()],"
        " [e.name for e in os.scandir('.')], time.strftime('%Y %z'), hash('a'), os.path.expanduser('~')])"
    )
    for number in range(9):
        (tmp_path / f"{number}").touch()

    for name, condition in CONDITIONS.items():
        if name not in {"locale", "window"}:
            said = [
                run(tmp_path, [sys.executable, "-c", code], PYTHONPATH=CLOCK, **{"PYTHONHASHSEED": "1"} | more).stdout
                for more in ({}, condition)
            ]
            assert said[0] != said[1], name


@pytest.mark.parametrize(
    "defect",
    ["uuid.uuid4().hex", "time.strftime('%Y-%m-%d')", "list({'ab', 'cd', 'ef', 'gh', 'ij'})", "os.listdir('..')"],
)
def test_a_page_that_is_not_the_same_everywhere_is_seen(defect: str, tmp_path: Path) -> None:
    code = f"import os, time, uuid; open('index.html', 'w').write(str({defect}))"
    for number in range(9):
        (tmp_path / f"{number}").touch()
    environment = {key: value for condition in CONDITIONS.values() for key, value in condition.items()}
    folders = [tmp_path / "one", tmp_path / "other"]

    for folder, more in zip(folders, ({"PYTHONHASHSEED": "1"}, environment), strict=True):
        folder.mkdir()
        assert run(folder, [sys.executable, "-c", code], PYTHONPATH=CLOCK, **more).returncode == 0

    assert differences(*folders) == ["index.html"]
