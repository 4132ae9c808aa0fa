"""Fixtures: a writable copy of the sample project, records that are right but for one field, and `--update`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from building import BASE, ROOT, SAMPLE, buildable, casebook, copy_tables

from generator.builder import only_one
from generator.project import Project
from generator.records import Case, Concept, Organisation, Source

WriteContent = Callable[[Mapping[str, str | bytes]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden files again instead of comparing them")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Tell whether golden files are to be written again."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def sample_project(tmp_path: Path) -> Path:
    """The root of a fresh project: the sample's records, the real tables and settings."""
    return copy_project(tmp_path / "project", SAMPLE / "content")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real content, built once for all that test it: whoever comes first builds, the others wait."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared
    with only_one(Project(shared)):
        project = shared / "real-project"
        if not (project / "site").is_dir():
            shutil.rmtree(project, ignore_errors=True)
            done = casebook(buildable(project, ROOT / "content"), "build", CASEBOOK_SITE_URL=BASE)
            assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def project_of() -> Callable[[Path, Path | None], Path]:
    """Make a project in a folder, with these records; for fixtures that live longer than one test."""
    return copy_project


@pytest.fixture
def write_content(tmp_path: Path) -> WriteContent:
    """Write a project with these files below `content/` and nothing else in it; gives its root."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        project = copy_project(tmp_path / "written", None)
        for name, text in files.items():
            file = project / "content" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode() if isinstance(text, str) else text)
        return project

    return write


def copy_project(target: Path, content: Path | None) -> Path:
    """Copy tables and settings to `target`, with `content` as its records; `None` leaves them out."""
    target.mkdir(parents=True)
    copy_tables(target, content)
    shutil.copy(ROOT / "mkdocs.yml", target)
    if content is None:
        (target / "content").mkdir()
    else:
        shutil.copytree(content, target / "content")
    return target


@pytest.fixture
def make_case() -> Callable[..., Case]:
    """Make a case that is right; name the fields that are to differ."""

    def make(**fields: Any) -> Case:
        right = {
            "id": "lakeland",
            "title": "Lakeland: timber for towns",
            "summary": "A region of forests brought carpenters and architects together [@lake-2018, p. 2].",
            "type": "place",
            "as_told": "2018",
            "places": ["CH022"],
            "limits": "Nobody paid for the second year [@lake-2018, p. 9].",
            "sources": {"lake-2018": "involved"},
        }
        return Case.model_validate(right | fields)

    return make


@pytest.fixture
def make_concept() -> Callable[..., Concept]:
    """Make a concept that is right; name the fields that are to differ."""

    def make(**fields: Any) -> Concept:
        right = {
            "id": "timber-cluster",
            "term": "timber cluster",
            "definition": "Carpenters near each other [@lake-2018, p. 3].",
        }
        return Concept.model_validate(right | fields)

    return make


@pytest.fixture
def make_organisation() -> Callable[..., Organisation]:
    """Make an organisation that is right; name the fields that are to differ."""

    def make(**fields: Any) -> Organisation:
        right = {
            "id": "lake-timber",
            "title": "Lake Timber",
            "type": "cluster-organisation",
            "summary": "It runs the timber cluster [@lake-2018, p. 4].",
        }
        return Organisation.model_validate(right | fields)

    return make


@pytest.fixture
def make_source() -> Callable[..., Source]:
    """Make a source that is right; name the fields that are to differ."""

    def make(**fields: Any) -> Source:
        right = {
            "id": "lake-2018",
            "type": "report",
            "title": "Timber for towns",
            "author": [{"family": "Lake", "given": "Ann"}],
            "issued": "2018",
        }
        return Source.model_validate(right | fields)

    return make
