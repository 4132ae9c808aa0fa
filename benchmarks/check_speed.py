"""Times `casebook check` as a whole process on projects of 300, 1,000 and 3,000 generated records.

Run it as `python benchmarks/check_speed.py [--runs 5] [--records 300 1000 3000]`.
"""
# ruff: noqa: INP001 - a script

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from make_records import make_project

SIZES = (300, 1000, 3000)


def seconds(project: Path) -> float:
    """Run the check once in a fresh interpreter, and say how long it took."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check"], cwd=project, stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode != 1:
        sys.exit(f"the check ended with {done.returncode}, and the misspelt references should have made it 1")
    return time.perf_counter() - start


def measure(count: int, runs: int) -> list[float]:
    """Write a project of `count` records and time the check on it `runs` times, after one that warms the disk."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        make_project(project, count)
        seconds(project)
        return sorted(seconds(project) for _ in range(runs))


def table(sizes: Sequence[int], runs: int) -> str:
    """Write the figures; growth compares the time for a record with that of the smallest project."""
    lines = ["records   median      min      max   ms a record   growth"]
    first = 0.0
    for count in sizes:
        times = measure(count, runs)
        each = 1000 * statistics.median(times) / count
        first = first or each
        lines.append(
            f"{count:7}  {statistics.median(times):6.2f}s  {times[0]:6.2f}s  {times[-1]:6.2f}s  {each:12.2f}  {each / first:6.2f}x"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time the check on generated records.")
    parser.add_argument("--records", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    sys.stdout.write(f"{table(arguments.records, arguments.runs)}\n")
