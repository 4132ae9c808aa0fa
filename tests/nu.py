"""Reads every page of the built site with the Nu HTML checker, and prints each message that is not listed here with a reason.

    python -m generator build
    python tests/nu.py

It ends with 1 where a page has another message, or where a listed one no longer comes. Java and npm must be there; the
checker itself is fetched by npm into `build/nu`, which git ignores, and no test depends on it.
"""
# ruff: noqa: T201 - a script

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from building import ROOT
from figuring import note_figure
from npm import fetched

VERSION = "26.9.27"
FOLDER = ROOT / "build" / "nu"
# The beginning of each message that stands, with its reason.
LISTED = {
    "Resource violates Content Security Policy (meta tag): external": (
        "the checker reads files and takes none for the site's own; `tests/browser/test_policy.py` asks a browser"
    ),
    "Inline script violates Content Security Policy (meta tag)": "data for programs, which no browser runs",
    "Attribute “autocomplete” is only allowed when the input type is": (
        "Material's boxes that open the menu: so that a browser does not open it again after going back"
    ),
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control": (
        "Material's label of the contents, on pages that have none"
    ),
}


def installed(npm: str) -> Path:
    """The checker, fetched where it is not there yet."""
    return fetched(npm, FOLDER, "vnu-jar", VERSION) / "build" / "dist" / "vnu.jar"


def messages(java: str, jar: Path, site: Path) -> list[dict[str, Any]]:
    """What the checker says of all pages: errors and warnings, with their places."""
    command = [java, "-Xss8m", "-jar", str(jar), "--skip-non-html", "--format", "json", "--exit-zero-always", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    found = json.loads(done.stderr or done.stdout)["messages"]
    return [one for one in found if one["type"] != "info" or one.get("subType") == "warning"]


def reason(message: str) -> str | None:
    """Which listed message this is; `None` where it is none."""
    return next((known for known in LISTED if message.startswith(known)), None)


def faults_in(found: Sequence[Mapping[str, Any]]) -> list[str]:
    """A line for each message that is not listed, and for each listed one that none of these is."""
    counted = Counter(reason(one["message"]) for one in found)
    unlisted = (one for one in found if reason(one["message"]) is None)
    faults = [f"{one.get('url', '')}:{one.get('lastLine', '')}: {one['message']}" for one in unlisted]
    return faults + [f"listed in tests/nu.py, and no longer said: {known}" for known in LISTED if not counted[known]]


def main() -> None:
    """Print what is found, and end with 1 where it is not what is listed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    site = parser.parse_args().site
    java, npm = shutil.which("java"), shutil.which("npm")
    if not (java and npm):
        sys.exit("java and npm are needed: on Debian, `apt-get install default-jre-headless npm`")
    found = messages(java, installed(npm), site)
    faults = faults_in(found)
    pages = len(list(site.rglob("*.html")))
    listed = [known for one in found if (known := reason(one["message"]))]
    note_figure("nu-messages", len(faults), of=pages, tools=(f"Nu HTML checker {VERSION}",))
    note_figure("nu-listed", len(set(listed)), tools=(f"Nu HTML checker {VERSION}",))
    print(f"{pages} pages; {len(faults)} messages; beside them {len(listed)} that are listed")
    sys.exit("\n".join(faults[:50]) if faults else 0)


if __name__ == "__main__":
    main()
