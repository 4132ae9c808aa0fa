"""For plain `mkdocs build` and `serve`: trigger the pages, map the edit pencil, watch; nothing else.

MkDocs sees finished Markdown in its `docs_dir`. Nothing that a reader needs happens here, so that another builder of
the same Markdown makes the same pages.
"""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator.load import load
from generator.pages import Settings
from generator.project import Project
from generator.publish import Published, publish
from generator.report import as_text

_log = logging.getLogger("mkdocs.plugins.casebook")


class CasebookPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """MkDocs' side of the casebook."""

    def __init__(self) -> None:
        self.serving = False
        self.published: Published | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs' names
        """Remember whether somebody edits and looks, or builds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Write the pages, before MkDocs looks for files, unless `casebook build` has just done so."""
        if self.published is None or self.serving:  # under serve, MkDocs keeps the plugin from build to build
            self.published = self._publish(config)
        os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime(*self.published.day, tzinfo=UTC).timestamp()))
        return config

    def _publish(self, config: MkDocsConfig) -> Published:
        project = _project(config)
        loaded = load(project.root)
        if loaded.errors:
            self._tell(as_text(loaded.errors, project.line_reader()))
        published = publish(project, loaded.catalogue, Settings.of(config))
        if published.problems:
            self._tell(as_text(published.problems, project.line_reader()))
        return published

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Let the pencil open the record, or the page written by hand; other pages have none. Leave out Material's scripts."""
        for file in [file for file in files if file.src_uri.startswith("assets/javascripts/")]:
            files.remove(file)
        pages = self.published.pages if self.published else ()
        origins = {page.uri: page.record_path for page in pages}
        for file in files.documentation_pages():
            file.edit_uri = origins.get(file.src_uri) or None
        return files

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Watch what people edit, and not what is made from it."""
        server.unwatch(config.docs_dir)
        for path in _project(config).edited:
            server.watch(str(path))
        return server

    def _tell(self, report: str) -> None:
        """Stop a build; under serve tell the mistakes and go on with what is right."""
        if not self.serving:
            raise PluginError(report)
        _log.error("mistakes in the records:\n\n%s", report)


def _project(config: MkDocsConfig) -> Project:
    return Project(Path(config.config_file_path or "mkdocs.yml").resolve().parent)
