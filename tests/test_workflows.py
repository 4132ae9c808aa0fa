"""The workflows and forms of GitHub: strangers' pull requests get a report and no power."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from figuring import note_figure

GITHUB = Path(__file__).parent.parent / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
WRITES = re.compile(r"\b(?:pip|python|casebook|pytest|bash|make)\b")


def read(path: Path) -> dict[str, Any]:
    """Read YAML with every scalar as text, so that `on` stays `on`."""
    return dict(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def runs_for_strangers(workflow: dict[str, Any]) -> bool:
    triggers = workflow["on"]
    return "pull_request" in triggers


def named(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_every_workflow_may_only_read_unless_a_job_says_more(path: Path) -> None:
    assert read(path)["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_no_workflow_gives_strangers_power(path: Path) -> None:
    workflow, text = read(path), path.read_text(encoding="utf-8")

    assert "pull_request_target" not in workflow["on"]
    assert "workflow_run" not in workflow["on"]
    assert "secrets." not in text
    assert not runs_for_strangers(workflow) or all("permissions" not in job for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_no_script_of_a_workflow_is_put_together_from_other_texts(path: Path) -> None:
    assert [step["run"] for step in steps(read(path)) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_no_job_that_may_write_runs_our_code(path: Path) -> None:
    writing = [job for job in read(path)["jobs"].values() if "write" in job.get("permissions", {}).values()]

    assert [
        step["run"]
        for job in writing
        for step in job["steps"]
        if WRITES.search(re.sub(r"echo [^\n]*", "", step.get("run", "")))
    ] == []


@pytest.mark.parametrize("path", [path for path in WORKFLOWS if runs_for_strangers(read(path))], ids=named)
def test_pull_requests_are_checked_on_ubuntu_and_on_windows(path: Path) -> None:
    assert {job["runs-on"] for job in read(path)["jobs"].values()} == {"ubuntu-latest", "windows-latest"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_every_job_ends_in_time_and_names_the_commits_of_its_actions(path: Path) -> None:
    uses = [line.strip(" -") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    note_figure("actions-without-commit", len(without_commit(uses)), of=len(uses))

    assert all(int(job["timeout-minutes"]) <= 90 for job in read(path)["jobs"].values())
    assert uses
    assert without_commit(uses) == []


def without_commit(uses: list[str]) -> list[str]:
    """The lines that take an action by anything but a commit, with its version in words."""
    return [line for line in uses if not re.fullmatch(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)]


def test_an_action_by_its_tag_is_seen() -> None:
    pinned = f"uses: actions/checkout@{'0' * 40} # v5.0.0"
    by_tag, of_a_stranger = "uses: actions/checkout@v5", pinned.replace("actions/", "stranger/")

    assert without_commit([pinned, by_tag, of_a_stranger]) == [by_tag, of_a_stranger]


def test_an_action_has_the_same_commit_everywhere() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    commits: dict[str, set[str]] = {}
    for name, commit in re.findall(r"uses: (\S+)@(\S+)", text):
        commits.setdefault(name, set()).add(commit)

    assert {name for name, found in commits.items() if len(found) > 1} == set()


def test_a_pull_request_shows_its_report_before_its_site_and_keeps_the_site() -> None:
    workflow = read(GITHUB / "workflows" / "pull-request.yml")

    told = [step.get("run", step.get("uses", "")) for step in workflow["jobs"]["records"]["steps"]]
    check, build = told.index("bash .ci/check-changed HEAD^1"), told.index("casebook build")

    assert check < build < next(index for index, step in enumerate(told) if step.startswith("actions/upload-artifact@"))
    assert workflow["jobs"]["records"]["steps"][0]["with"]["fetch-depth"] == "2", "HEAD^1 must be there"


def test_nothing_is_published_before_its_address_is_written_down() -> None:
    jobs = read(GITHUB / "workflows" / "publish.yml")["jobs"]

    assert "addresses" in jobs["deploy"]["needs"]
    assert jobs["addresses"]["needs"] == "site"
    assert [name for name, job in jobs.items() if job.get("permissions", {}).get("contents") == "write"] == [
        "addresses"
    ]


@pytest.mark.parametrize("path", FORMS, ids=named)
def test_every_form_asks_something_and_names_each_answer_once(path: Path) -> None:
    form = read(path)
    answers = [field["id"] for field in form["body"] if field["type"] != "markdown"]

    assert form["name"]
    assert form["description"]
    assert answers
    assert len(set(answers)) == len(answers)
    assert all(field["attributes"].get("label") or field["type"] == "markdown" for field in form["body"])


@pytest.mark.parametrize("path", FORMS, ids=named)
def test_every_form_that_a_guide_names_is_called_so(path: Path) -> None:
    root = GITHUB.parent
    guides = [root / "CONTRIBUTING.md", root / "docs" / "contribute.md", root / "docs" / "about" / "index.md"]

    assert path.stem == "fault" or any(
        f"[{read(path)['name']}](form:{path.stem})" in guide.read_text(encoding="utf-8") for guide in guides
    )
