"""Builds that fail at a moment of one's choice: killed, or refused by the disk from the n-th change of a file on.

As a script, run in a project, it answers requests on its input. It has loaded all that a build needs, and forks for each
build, so that a hundred of them do not load it a hundred times.
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from building import ROOT

_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
KILLED = -signal.SIGKILL if hasattr(signal, "SIGKILL") else None


@dataclass(frozen=True)
class Ended:
    """How a build ended: its exit code, negative where it was killed, what it said, and how far it came."""

    code: int
    output: str
    changes: int
    seconds: float


class Builds:
    """Builds of one project, one after the other, in a process that stays warm."""

    def __init__(self, project: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            cwd=project,
            env=environment | {"NO_MKDOCS_2_WARNING": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def build(self, *, seconds: float | None = None, change: int | None = None, refusal: int | None = None) -> Ended:
        """Build; kill it after these seconds or at the n-th change, or let every change from there on be refused."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"seconds": seconds, "change": change, "refusal": refusal}) + "\n")
        self._process.stdin.flush()
        return Ended(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """End the process."""
        with self._process as process:
            if process.stdin:
                process.stdin.close()


@contextlib.contextmanager
def warm_builds(project: Path) -> Iterator[Builds]:
    """Open `Builds`, and close it whatever comes."""
    builds = Builds(project)
    try:
        yield builds
    finally:
        builds.close()


def moments(number: int, end: float, seed: int) -> list[float]:
    """As many moments up to the end, at random, and spread over all of it."""
    chance = random.Random(seed)
    return [end * (place + chance.random()) / number for place in range(number)]


def _serve() -> None:
    for name in ("generator.commands.build", "material", "mkdocs.commands.build", "plotly.graph_objects", "xlsxwriter"):
        importlib.import_module(name)
    for line in sys.stdin:
        print(json.dumps(_one(**json.loads(line))), flush=True)  # noqa: T201 - the answer


def _one(*, seconds: float | None, change: int | None, refusal: int | None) -> dict[str, Any]:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said, tempfile.TemporaryFile("wb+") as changes:
        started = time.perf_counter()
        child = os.fork()
        if not child:
            _build(said.fileno(), changes.fileno(), change, refusal)
        code = _code(child, None if seconds is None else started + seconds)
        taken = time.perf_counter() - started
        said.seek(0)
        return {
            "code": code,
            "output": said.read(),
            "changes": os.fstat(changes.fileno()).st_size,
            "seconds": taken,
        }


def _code(child: int, deadline: float | None) -> int:
    while deadline is not None and time.perf_counter() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.001)
    if deadline is not None:
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _build(said: int, changes: int, change: int | None, refusal: int | None) -> None:
    """Build in this process, and never come back."""
    from generator.cli import casebook  # noqa: PLC0415

    os.dup2(said, 1)
    os.dup2(said, 2)
    number = 0

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal number
        if event not in _CHANGES and not (
            event == "open" and arguments[2] & _WRITES and "/proc/" not in str(arguments[0])
        ):
            return
        os.write(changes, b".")
        number += 1
        if change is None or number < change:
            return
        if refusal is None:
            os.kill(os.getpid(), signal.SIGKILL)
        elif event in {"open", "os.mkdir"} or refusal != errno.ENOSPC:  # a full disk can be emptied
            raise OSError(refusal, os.strerror(refusal), str(arguments[0]))

    sys.addaudithook(watch)
    code = 3
    try:
        casebook.main(["build"], standalone_mode=True)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 3
    except BaseException:  # noqa: BLE001 - the test looks for tracebacks
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve()
