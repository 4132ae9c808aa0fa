"""The files round the program keep their word: commands, versions, packages, settings of editors."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator.cli import casebook
from generator.derive import derived_files
from generator.explain import explanations
from generator.load import load
from generator.records import RECORD_TYPES

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GUIDES = ("README.md", "CONTRIBUTING.md")
FIVE_COMMANDS = ("lint", "test", "build", "serve", "update")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_in(markdown: str) -> str:
    """What stands in code blocks and between backticks."""
    blocks = re.findall(r"^ *```[^\n]*\n(.*?)^ *```", markdown, flags=re.DOTALL | re.MULTILINE)
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", markdown)])


@pytest.mark.parametrize("command", sorted(casebook.commands))
def test_every_command_is_told_in_the_readme(command: str) -> None:
    assert f"`casebook {command}" in read("README.md")


@pytest.mark.parametrize(
    "name", [*GUIDES, "CHANGELOG.md", ".pre-commit-config.yaml", "Makefile", ".ci/run", ".ci/check-changed"]
)
def test_every_command_that_a_file_names_is_there(name: str) -> None:
    text = code_in(read(name)) if name.endswith(".md") else read(name)

    named = set(re.findall(r"(?:\bcasebook|-m generator) ([a-z]+)\b", text))

    assert named
    assert named <= set(casebook.commands)


@pytest.mark.parametrize("name", GUIDES)
def test_every_extra_that_a_guide_installs_is_declared(name: str) -> None:
    extras = {extra for found in re.findall(r"-e ['\"]\.\[([a-z,]+)\]", read(name)) for extra in found.split(",")}

    assert extras
    assert extras <= set(PROJECT["project"]["optional-dependencies"])


def test_the_readme_gives_the_two_commands_in_a_line_each() -> None:
    blocks = re.findall(r"^```\n(.*?)\n```", read("README.md"), flags=re.DOTALL | re.MULTILINE)

    assert "python -m pip install -e . && casebook build" in blocks
    assert "python -m pip install -e '.[test]' && pytest" in blocks
    assert "casebook" in PROJECT["project"]["scripts"]


@pytest.mark.parametrize("name", GUIDES)
def test_every_file_that_a_guide_links_is_there(name: str) -> None:
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", read(name))

    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_every_folder_that_the_readme_lists_is_there() -> None:
    folders = re.findall(r"^\| `([a-z/]+/)` \|", read("README.md"), flags=re.MULTILINE)

    assert len(folders) > 5
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []


@pytest.mark.parametrize("target", FIVE_COMMANDS)
def test_what_make_runs_is_told_for_those_without_make(target: str) -> None:
    recipe = re.search(rf"^{target}:[^\n]*\n((?:\t[^\n]+\n)+)", read("Makefile"), flags=re.MULTILINE)
    row = re.search(rf"^\| `make {target}` \|([^\n]*)\|", read("CONTRIBUTING.md"), flags=re.MULTILINE)

    assert recipe
    assert row
    assert [line.strip() for line in recipe[1].splitlines() if f"`{line.strip()}`" not in row[1]] == []


@pytest.mark.parametrize("name", [".ci/run", ".github/workflows/tests.yml"])
def test_every_linter_runs_by_machine_too(name: str) -> None:
    recipe = re.search(r"^lint:[^\n]*\n((?:\t[^\n]+\n)+)", read("Makefile"), flags=re.MULTILINE)

    assert recipe
    assert [
        line.strip()
        for line in recipe[1].splitlines()
        if not re.search(rf"^(?: *- run: )?{line.strip()}$", read(name), flags=re.MULTILINE)
    ] == []


def test_the_changelog_has_room_for_what_comes() -> None:
    headings = re.findall(r"^## \[([^\]]+)\]", read("CHANGELOG.md"), flags=re.MULTILINE)

    assert headings[0] == "Unreleased"


@pytest.mark.long
@pytest.mark.parametrize(("folder", "extras"), [("generator", ()), ("tests", ("test",))])
def test_whatever_the_code_imports_is_declared(folder: str, extras: tuple[str, ...]) -> None:
    groups = [
        PROJECT["project"]["dependencies"],
        *(PROJECT["project"]["optional-dependencies"][extra] for extra in extras),
    ]
    declared = {canonicalize_name(Requirement(text).name) for group in groups for text in group}
    modules = {module for file in (ROOT / folder).rglob("*.py") for module in imported_by(file)}

    packages = {
        module: {canonicalize_name(name) for name in packages_distributions().get(module, ())} for module in modules
    }

    assert [module for module, names in sorted(packages.items()) if names and not names & declared] == []


def imported_by(file: Path) -> set[str]:
    """The packages outside Python's own that a file imports."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module and not node.level
    }
    ours = {"generator", "tests", "pydantic_core"}  # the last comes with pydantic, in the one version that fits
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - ours


def exact_versions(name: str) -> dict[str, list[Requirement]]:
    """Package → the lines that name it; a package has several where its version depends on Python's."""
    found: dict[str, list[Requirement]] = {}
    for line in read(name).replace("\\\n", " ").splitlines():
        requirement = Requirement(line.split(" --hash")[0])
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-ci.txt"])
def test_every_constraint_is_one_exact_version(name: str) -> None:
    versions = exact_versions(name)

    assert len(versions) > 30
    assert [
        str(line)
        for lines in versions.values()
        for line in lines
        if not re.fullmatch(r"==[\w.!+]+", str(line.specifier))
    ] == []


def test_the_constraints_lie_in_the_ranges_and_leave_nothing_out() -> None:
    versions = exact_versions("constraints.txt")
    extras = PROJECT["project"]["optional-dependencies"].values()
    declared = [Requirement(text) for group in (PROJECT["project"]["dependencies"], *extras) for text in group]

    outside = [
        f"{requirement} is {line}"
        for requirement in declared
        if requirement.name != "casebook"
        for line in versions.get(canonicalize_name(requirement.name), [None])
        if line is None or str(line.specifier).removeprefix("==") not in requirement.specifier
    ]

    assert outside == []


def test_whatever_the_project_pulls_in_is_constrained() -> None:
    assert needed_by("casebook", frozenset({"test", "dev"}), {}) <= {*exact_versions("constraints.txt"), "casebook"}


def needed_by(name: str, extras: frozenset[str], seen: dict[str, frozenset[str]]) -> set[str]:
    """The packages that `name` needs, and what those need, as far as the constrained versions are installed here."""
    if name in seen and extras <= seen[name]:
        return set()
    seen[name] = seen.get(name, frozenset()) | extras
    needed = [
        found
        for found in map(Requirement, requirements_of(name))
        if found.marker is None or any(found.marker.evaluate({"extra": extra}) for extra in {"", *extras})
    ]
    return {name}.union(*(needed_by(canonicalize_name(found.name), frozenset(found.extras), seen) for found in needed))


def requirements_of(name: str) -> list[str]:
    """What an installed package asks for; nothing where another version than the constrained one is installed."""
    constrained = {str(line.specifier) for line in exact_versions("constraints.txt").get(name, ())}
    try:
        installed = distribution(name)
    except PackageNotFoundError:
        return []
    return installed.requires or [] if name == "casebook" or f"=={installed.version}" in constrained else []


def test_the_hashed_versions_are_the_same_versions() -> None:
    plain, hashed = exact_versions("constraints.txt"), exact_versions("constraints-ci.txt")

    assert {name: set(map(str, lines)) for name, lines in plain.items()} == {
        name: set(map(str, lines)) for name, lines in hashed.items() if name != "setuptools"
    }
    assert "setuptools" in hashed, "the project is installed without build isolation, so its builder must be there"


def test_every_line_of_the_hashed_file_has_a_hash() -> None:
    lines = read("constraints-ci.txt").replace("\\\n", " ").splitlines()

    assert [line for line in lines if not re.search(r" --hash=sha256:[0-9a-f]{64}", line)] == []


@pytest.mark.parametrize(
    "name", ["constraints.txt", "constraints-ci.txt", ".ci/run", "Makefile", "pyproject.toml", *GUIDES]
)
def test_no_file_names_a_registry_or_a_machine(name: str) -> None:
    assert (
        re.findall(
            r"(?:extra-)?index-url|find-links|file://|/simple\b|pypi\.org|pythonhosted|(?<![\w.])/(?:root|work|home)/",
            read(name),
        )
        == []
    )


def test_whatever_the_package_reads_at_run_time_is_installed_with_it() -> None:
    package = ROOT / "generator"
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["generator"]

    listed = {path for pattern in patterns for path in package.glob(pattern)}
    others = {path for path in package.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}}

    assert others
    assert others - listed == set()


def test_no_pattern_for_packaged_files_is_idle() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["generator"]

    assert [pattern for pattern in patterns if not any((ROOT / "generator").glob(pattern))] == []


@pytest.mark.parametrize("kind", sorted(RECORD_TYPES))
def test_the_template_that_a_browser_copies_is_fresh(kind: str) -> None:
    path = f"contribute/templates/{kind}.yml"

    assert read(path) == derived()[path], "run `casebook derive`"


@cache
def derived() -> Mapping[str, str]:
    return derived_files(load(ROOT).catalogue.tables)


@pytest.mark.parametrize("name", GUIDES)
def test_every_code_that_a_guide_explains_is_one(name: str) -> None:
    codes = set(re.findall(r"`casebook explain ([a-z-]+)`", read(name)))

    assert codes
    assert codes <= set(explanations())


@pytest.mark.parametrize("kind", sorted(RECORD_TYPES))
def test_vs_code_knows_the_schema_of_every_kind_of_record(kind: str) -> None:
    schemas = json.loads(read(".vscode/settings.json"))["yaml.schemas"]

    assert schemas[f"./schema/{kind}.json"] == f"content/{RECORD_TYPES[kind].folder}/*.yml"
    assert (ROOT / "schema" / f"{kind}.json").is_file()


def test_hooks_before_a_commit_download_nothing() -> None:
    settings = yaml.safe_load(read(".pre-commit-config.yaml"))

    assert {repository["repo"] for repository in settings["repos"]} == {"local"}
    assert {hook["language"] for repository in settings["repos"] for hook in repository["hooks"]} == {"system"}


def test_the_licences_are_the_ones_that_the_project_names() -> None:
    assert PROJECT["project"]["license"] == "MIT"
    assert read("LICENSE").startswith("MIT License\n\nCopyright (c) 2026 Casebook contributors\n")
    assert "https://creativecommons.org/licenses/by/4.0/legalcode" in read("LICENSE-CONTENT")
    assert set(PROJECT["project"]["license-files"]) == {"LICENSE", "LICENSE-CONTENT"}
