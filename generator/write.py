"""Pages and files → the pages' folder, only where bytes differ; what is gone is removed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.pages import Page

KEPT = frozenset({".gitkeep"})


@dataclass(frozen=True, slots=True)
class Written:
    """What a writing changed: the files written, and the files removed."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def write_pages(folder: Path, pages: Iterable[Page], files: Mapping[str, bytes]) -> Written:
    """Make `folder` hold the pages and the `files` (by their path in it), and nothing else.

    Raises ValueError for a path that leads out of the folder.
    """
    wanted: dict[str, bytes] = {page.uri: page.markdown.encode() for page in pages}
    wanted |= dict(sorted(files.items()))
    outside = [uri for uri in wanted if uri.startswith("/") or ".." in uri.split("/")]
    if outside:
        raise ValueError(f"leads out of the pages' folder: {outside[0]}")
    changed = tuple(uri for uri, content in wanted.items() if write_if_changed(folder / uri, content))
    return Written(changed, tuple(_remove_others(folder, wanted)))


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all, and only where it differs; tell whether it did."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part~")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return True


def _remove_others(folder: Path, wanted: Mapping[str, bytes]) -> list[str]:
    removed = []
    for root, folders, names in os.walk(folder, topdown=False):
        for name in names:
            uri = (Path(root) / name).relative_to(folder).as_posix()
            if uri not in wanted and name not in KEPT:
                (Path(root) / name).unlink(missing_ok=True)
                removed.append(uri)
        for name in folders:
            path = Path(root) / name
            if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
                path.rmdir()
    return sorted(removed)
