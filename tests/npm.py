"""Programs for tests that npm brings, in one exact version each, into a folder that git ignores."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path


def fetched(npm: str, folder: Path, name: str, version: str) -> Path:
    """The folder of a package, which is fetched where this version is not there yet."""
    package = folder / "node_modules" / name
    settings = package / "package.json"
    if not settings.is_file() or json.loads(settings.read_text(encoding="utf-8"))["version"] != version:
        folder.mkdir(parents=True, exist_ok=True)
        options = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run([npm, "install", "--prefix", str(folder), *options, f"{name}@{version}"], check=True)
    return package
