"""Runs Lighthouse, as for a phone, on one page of each kind of the built site, and prints its four scores.

    python -m generator build
    python tests/lighthouse.py [--only cases/fribourg]

It ends with 1 where accessibility or best practices is under 0.95; the other two are for information. Node and npm must be
there; Lighthouse itself is fetched by npm into `build/lighthouse`, which git ignores, and no test depends on it.
"""
# ruff: noqa: T201 - a script

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from browsing import chromium, served
from building import ROOT
from figuring import note_figure
from kinds import chosen
from npm import fetched

VERSION = "12.8.2"
FOLDER = ROOT / "build" / "lighthouse"
DEMANDED = {"accessibility": 0.95, "best-practices": 0.95}
SHOWN = (*DEMANDED, "seo", "performance")


def installed(node: str, npm: str) -> list[str]:
    """The command that runs Lighthouse, which is fetched where it is not there yet."""
    return [node, str(fetched(npm, FOLDER, "lighthouse", VERSION) / "cli" / "index.js")]


def report(command: list[str], browser: str, address: str) -> dict[str, Any]:
    """Lighthouse's report on an address."""
    options = ["--output=json", "--quiet", "--no-enable-error-reporting", f"--only-categories={','.join(SHOWN)}"]
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    done = subprocess.run(
        [*command, address, *options, flags],
        env={**os.environ, "CHROME_PATH": browser},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    if done.returncode:
        sys.exit(f"lighthouse ended with {done.returncode} on {address}:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def low(found: dict[str, Any], name: str) -> list[str]:
    """What takes a category of a report under its demanded score."""
    category = found["categories"][name]
    if category["score"] >= DEMANDED[name]:
        return []
    audits = (found["audits"][each["id"]] for each in category["auditRefs"] if each["weight"])
    failed = [f"{audit['id']}: {audit['title']}" for audit in audits if audit["score"] not in (None, 1)]
    return [f"{name} is {category['score']}: {'; '.join(failed)}"]


def main() -> None:
    """Read the arguments, print a line for each page, and end with 1 where a demanded score is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    parser.add_argument("--only", help="pages whose address begins so, as in cases/fribourg")
    arguments = parser.parse_args()
    node, npm, browser = shutil.which("node"), shutil.which("npm"), chromium()
    if not (node and npm and browser):
        sys.exit("node, npm and Chromium are needed: on Debian, `apt-get install nodejs npm chromium`")
    command = installed(node, npm)
    faults: list[str] = []
    lowest: dict[str, list[float]] = {name: [] for name in DEMANDED}
    print(f"{'  '.join(SHOWN)}  page")
    with served(arguments.site) as server:
        for page in chosen(arguments.site, arguments.only):
            found = report(command, browser, server + page)
            scores = (f"{found['categories'][name]['score']:{len(name)}.2f}" for name in SHOWN)
            print("  ".join([*scores, page]), flush=True)
            faults += [f"{page}: {fault}" for name in DEMANDED for fault in low(found, name)]
            for name, scores_so_far in lowest.items():
                scores_so_far.append(100 * found["categories"][name]["score"])
    for name, all_scores in lowest.items():
        note_figure(f"lighthouse-{name}", min(all_scores), of=len(all_scores), tools=(f"Lighthouse {VERSION}",))
    sys.exit("\n".join(faults) if faults else 0)


if __name__ == "__main__":
    main()
