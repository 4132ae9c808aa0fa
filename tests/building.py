"""Projects that can be built, and commands run in them as people run them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "sample"
BASE = "https://casebook.example/"


def buildable(target: Path, content: Path) -> Path:
    """Copy all that a build needs to `target`, with `content` as its records; give its root."""
    target.mkdir(parents=True, exist_ok=True)
    copy_tables(target, content)
    for name in ("docs", "generator/theme"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copytree(content, target / "content")
    shutil.copy(ROOT / "mkdocs.yml", target)
    (target / "data" / "addresses.csv").unlink(missing_ok=True)
    return target


def copy_tables(target: Path, content: Path | None) -> None:
    """Copy the tables to `target`; of those that name records, other records than the real ones have no rows."""
    shutil.copytree(ROOT / "data", target / "data")
    if content != ROOT / "content":
        for name in ("asked-as", "comparison-sets"):
            table = target / "data" / f"{name}.csv"
            header = table.read_text(encoding="utf-8").partition("\n")[0]
            table.write_text(f"{header}\n", encoding="utf-8", newline="\n")


def casebook(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a project, in a process of its own."""
    return run(project, [sys.executable, "-m", "generator", *arguments], **environment)


def run(project: Path, command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a project, with this checkout's package."""
    found = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"} | environment
    return subprocess.run(
        command, cwd=project, env=found, capture_output=True, text=True, encoding="utf-8", timeout=240, check=False
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def fingerprint(folder: Path) -> str:
    """One word for all bytes of a folder, by which whole sites are told from torn ones."""
    digest = hashlib.sha256()
    for name, content in tree(folder).items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def differences(one: Path, other: Path) -> list[str]:
    """The files that two folders do not share to the byte."""
    first, second = tree(one), tree(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
