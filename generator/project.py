"""Project: where the casebook's folders are, found from any folder inside it."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.plain_files import read_bytes

_PICTURES = (".png", ".jpg", ".jpeg", ".webp")  # they have no lines


@dataclass(frozen=True, slots=True)
class Project:
    """The folder that holds `content/`, `data/` and `mkdocs.yml`."""

    root: Path

    @property
    def config(self) -> Path:
        """MkDocs' settings."""
        return self.root / "mkdocs.yml"

    @property
    def pages(self) -> Path:
        """The generated Markdown, MkDocs' `docs_dir`."""
        return self.root / "build" / "docs"

    @property
    def site(self) -> Path:
        """The last good site."""
        return self.root / "site"

    @property
    def handwritten(self) -> Path:
        """Pages written by hand."""
        return self.root / "docs"

    @property
    def edited(self) -> tuple[Path, ...]:
        """What people edit, as far as it is there: records, tables, pages written by hand, templates, theme, settings."""
        names = ("content", "data", "docs", "generator/front", "generator/templates", "generator/theme", "mkdocs.yml")
        return tuple(self.root / name for name in names if (self.root / name).exists())

    def line(self, path: str, number: int) -> str | None:
        """A line of a file, for reports; `None` where it cannot be read."""
        return self.line_reader()(path, number)

    def line_reader(self) -> Callable[[str, int], str | None]:
        """Make a `line` for one long report, which reads each file once: problems come file by file."""
        lines_of = lru_cache(maxsize=64)(self._lines)

        def line(path: str, number: int) -> str | None:
            lines = lines_of(path)
            return lines[number - 1] if 0 < number <= len(lines) else None

        return line

    def _lines(self, path: str) -> tuple[str, ...]:
        if path.lower().endswith(_PICTURES):
            return ()
        try:
            raw = read_bytes(self.root / path)[: 1024 * 1024]
            text = raw.decode(
                "utf-16" if raw[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE} else "utf-8-sig", "replace"
            )
        except OSError:
            return ()
        return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    def relative(self, path: Path) -> str:
        """A path as problems name it: from the project's folder, with forward slashes."""
        absolute = Path(os.path.normpath(Path.cwd() / path))
        return absolute.relative_to(self.root).as_posix() if absolute.is_relative_to(self.root) else absolute.as_posix()


def find_project(start: Path) -> Project | None:
    """The project that `start` lies in."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "content").is_dir():
            return Project(folder)
    return None
