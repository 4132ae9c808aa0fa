"""The site that is being edited: built whole where that is needed, and else only the pages whose Markdown changed."""

from __future__ import annotations

import contextlib
import itertools
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import BasePlugin

from generator.builder import BuildFailed, collected_warnings
from generator.plain_files import read_bytes
from generator.project import Project
from generator.publish import Published


class EditedSite:
    """A site in a folder that nobody else knows; the last good one stays until the next one is whole."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.project, self.folder = project, folder
        self.root = folder / "0"
        self._numbers = itertools.count(1)
        self._built: _Built | None = None

    def renew(self, config: Any, published: Published) -> tuple[str, ...]:
        """Bring the site up to date, and name the pages that differ; `config` is used where all of it is built.

        Raises:
            BuildFailed: where MkDocs warns of anything; then all is built next time.
        """
        last, self._built = self._built, None  # forgotten until this build has ended well
        frame, texts = _frame(self.project, config, published), {page.uri: page.markdown for page in published.pages}
        changed = tuple(uri for uri, text in texts.items() if last is None or last.texts.get(uri) != text)
        if last is None or last.frame != frame or not self._renew_pages(last, changed, published):
            last, changed = self._build_all(config, published), tuple(texts)
        self._built = _Built(frame, texts, last.config, last.kept)
        return changed

    def _build_all(self, config: Any, published: Published) -> _Built:
        following = self.folder / str(next(self._numbers))
        config.site_dir = str(following)
        config.plugins["casebook"].published = published
        config.plugins["companion"] = kept = _Kept()
        with _strictly():
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        shutil.rmtree(self.root, ignore_errors=True)
        self.root = following
        return _Built(None, {}, config, kept)

    def _renew_pages(self, last: _Built, changed: Iterable[str], published: Published) -> bool:
        """Read and write single pages, as MkDocs does it one after the other; false where the others changed with them."""
        config, kept = last.config, last.kept
        config.plugins["casebook"].published = published
        pages = [kept.files.get_file_from_path(uri).page for uri in changed]
        titles = [page.title for page in kept.nav.pages]
        with _strictly():
            for page in pages:
                _populate_page(page, config, kept.files)
            if titles != [page.title for page in kept.nav.pages]:
                return False
            every = kept.files.documentation_pages()
            for page in pages:
                _build_page(page, config, every, kept.nav, kept.env)
            _renew_files(self.project, self.root, published)
            for file in every:
                file.page.validate_anchor_links(files=kept.files, log_level=config.validation.links.anchors)
        return True


@dataclass(frozen=True, slots=True)
class _Built:
    """What the site was made from, and what MkDocs made of it on the way."""

    frame: _Frame | None
    texts: Mapping[str, str]
    config: Any
    kept: _Kept


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every page depends on, or more than one may: where it differs, all is built."""

    day: tuple[int, int, int]
    pages: tuple[tuple[str, str], ...]
    files: Mapping[str, bytes] = field(repr=False)


def _frame(project: Project, config: Any, published: Published) -> _Frame:
    folders = [
        Path(config.theme.custom_dir or project.root / "no-theme"),
        project.root / "content" / "images",
    ]
    found = [project.config, *(path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())]
    return _Frame(
        published.day,
        tuple((page.uri, page.record_path) for page in published.pages),
        {str(path): read_bytes(path) for path in found},
    )


class _Kept(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Keeps what MkDocs makes before it writes the first page."""

    nav: Any
    files: Any
    env: Any

    def on_env(self, env: Any, *, config: Any, files: Any) -> None:  # noqa: ARG002 - MkDocs' names
        self.env, self.files = env, files

    def on_nav(self, nav: Any, *, config: Any, files: Any) -> None:  # noqa: ARG002
        self.nav = nav


def _renew_files(project: Project, site: Path, published: Published) -> None:
    """Copy the files that changed and are no pages: what stands beside pages, the search, what scripts ask for."""
    for uri in published.written.changed:
        if not uri.endswith(".md"):
            (site / uri).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(project.pages / uri, site / uri)
    for uri in published.written.removed:
        (site / uri).unlink(missing_ok=True)


@contextlib.contextmanager
def _strictly() -> Iterator[None]:
    """Let every warning of MkDocs fail the build."""
    with collected_warnings() as found:
        try:
            yield
        except (Abort, BuildError) as error:
            raise BuildFailed("\n".join(found) or str(error)) from None
        except Exception as error:
            error.add_note("\n".join(found))  # names the page
            raise
    if found:
        raise BuildFailed("\n".join(found))
