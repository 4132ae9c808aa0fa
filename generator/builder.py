"""Drives MkDocs: a build beside the last good site, then in its place.

A build goes to a folder of its own. When it is whole, the last good site steps aside under a known name, the new one
takes its place, and the old one is removed. Whatever moment the computer stops, `site/` is whole, or the next command
finds the old site under the known name and puts it back.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.project import Project
from generator.publish import Published

NEXT, OLD = ".site-next", ".site-old"
_PLACEHOLDER = ".example"  # no host can have this name


class BuildFailed(Exception):  # noqa: N818 - the name says it
    """MkDocs found something wrong; the text says what, one line each."""


def config_of(project: Project, **changes: Any) -> Any:
    """MkDocs' settings, read from mkdocs.yml."""
    from mkdocs.config import load_config  # noqa: PLC0415 - slow to load

    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    project.pages.mkdir(parents=True, exist_ok=True)
    with open(project.config, "rb") as file:  # noqa: PTH123 - MkDocs wants an open file, so that hooks are found
        return load_config(file, **changes)


def public_address(project: Project) -> str:
    """Where the site is published, for links in reports; nothing where that is not known or not settled yet."""
    from mkdocs.exceptions import Abort, ConfigurationError  # noqa: PLC0415 - slow to load

    with collected_warnings():
        try:
            address: str = config_of(project).site_url or ""
        except (Abort, ConfigurationError):
            return ""
    host = urlsplit(address).hostname or ""
    return "" if host.endswith(_PLACEHOLDER) else address


def restore(project: Project) -> str:
    """Put the last good site back where an interrupted build left it aside; say what was done."""
    old, site = project.root / OLD, project.site
    said = ""
    if old.is_dir() and not site.is_dir():
        old.rename(site)
        said = "an earlier build was interrupted: the last good site is back in its place"
    elif old.is_dir():
        shutil.rmtree(old, ignore_errors=True)
    if (project.root / NEXT).is_dir():
        shutil.rmtree(project.root / NEXT, ignore_errors=True)
        said = said or "an earlier build was interrupted: its unfinished site is removed"
    return said


def build_site(project: Project, published: Published) -> None:
    """Build the site from the pages that were just written, strictly, and put it in place of the last one.

    Raises:
        BuildFailed: where MkDocs warns of anything; `site/` is as it was.
    """
    following = project.root / NEXT
    shutil.rmtree(following, ignore_errors=True)
    try:
        _run_mkdocs(project, following, published)
    except BaseException:
        shutil.rmtree(following, ignore_errors=True)
        raise
    _take_place(project, following)


def _take_place(project: Project, following: Path) -> None:
    old = project.root / OLD
    shutil.rmtree(old, ignore_errors=True)
    if project.site.is_dir():
        project.site.rename(old)
    try:
        following.rename(project.site)
    except BaseException:
        if old.is_dir():
            old.rename(project.site)
        shutil.rmtree(following, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _run_mkdocs(project: Project, target: Path, published: Published) -> None:
    from mkdocs.commands.build import build  # noqa: PLC0415 - slow to load
    from mkdocs.exceptions import Abort, BuildError  # noqa: PLC0415

    with collected_warnings() as found:
        config = config_of(project, site_dir=str(target), strict=True)
        config.plugins["casebook"].published = published
        config.plugins.run_event("startup", command="build", dirty=False)
        try:
            build(config)
        except (Abort, BuildError) as error:
            raise BuildFailed("\n".join(found) or str(error)) from None
        finally:
            config.plugins.run_event("shutdown")


@contextlib.contextmanager
def collected_warnings() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, instead of printing it."""
    found: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    logger = logging.getLogger("mkdocs")
    handler = Collect(logging.WARNING)
    logger.addHandler(handler)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


@contextlib.contextmanager
def only_one(project: Project) -> Iterator[bool]:
    """Hold the project's lock, so that two builds never meet; tell whether another one had to end first."""
    folder = project.root / "build"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a+b") as file:
        waited = _lock(file)
        try:
            yield waited
        finally:
            _unlock(file)


if sys.platform == "win32":
    import msvcrt
    import time

    def _lock(file: Any) -> bool:
        waited = False
        while True:
            try:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                waited = True
                time.sleep(0.2)
            else:
                return waited

    def _unlock(file: Any) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: Any) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            fcntl.flock(file, fcntl.LOCK_EX)
            return True
        return False

    def _unlock(file: Any) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
