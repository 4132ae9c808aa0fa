"""MkDocs' server for people who edit: it looks for changes more often, and shows a report in place of every page."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, PatternMatchingEventHandler

HOST = "127.0.0.1"
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_SECONDS_BETWEEN_LOOKS = 0.1
_SECONDS_OF_QUIET = 0.15  # more than between two looks, so that files saved together are met together
LEFT_BY_EDITORS = (
    "*~",
    "*.sw?",
    "*/.#*",
    "*/#*#",
    "*/4913",
    "*.tmp",
    "*/.goutputstream-*",
    "*___jb_*___",
    "*/.DS_Store",
)


class Shows(Protocol):
    """What the server asks whoever builds the site."""

    base: str

    @property
    def site(self) -> Path:
        """The folder of the last good site."""

    def renew(self) -> bool:
        """Bring the site up to date; tell whether anything is to be seen of it."""

    def instead_of(self, path: str) -> str | None:
        """The page to show in place of the one at an address, or nothing."""


class Server(LiveReloadServer):
    """Serves on this computer only; the port is taken at once, so that a second server notices before it builds."""

    allow_reuse_address = sys.platform != "win32"  # on Windows it would let two servers share a port

    def __init__(self, shown: Shows, port: int) -> None:
        super().__init__(self._renew, HOST, port, "", shown.base, polling_interval=_SECONDS_BETWEEN_LOOKS)
        self.build_delay = _SECONDS_OF_QUIET
        self.shown = shown
        self.error_handler = self._error_page
        self._script = (files("generator") / "companion" / "reload.js").read_text(encoding="utf-8")
        self.server_bind()
        self.server_activate()

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:  # noqa: ARG002 - MkDocs' names
        """Build again when a file at or below `path` changes, unless it is one that editors leave beside theirs."""
        handler = PatternMatchingEventHandler(ignore_patterns=list(LEFT_BY_EDITORS), ignore_directories=True)
        handler.on_any_event = self._changed  # type: ignore[method-assign, assignment]
        self._watched_paths[path] = 1
        self._watch_refs[path] = self.observer.schedule(handler, path, recursive=recursive)

    def run(self) -> None:
        """Build, serve and build again until somebody stops it; nobody gets a page before the first build has ended."""
        with self._epoch_cond:
            self._wanted_epoch += 1
        self._changed()
        self.observer.start()
        self.serve_thread.start()
        try:
            self._build_loop()  # type: ignore[no-untyped-call]
        finally:
            self.shutdown()

    def _changed(self, _: FileSystemEvent | None = None) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _renew(self) -> None:
        seen = self.shown.renew()
        self.root = str(self.shown.site)
        if not seen:
            with self._epoch_cond:
                self._wanted_epoch = self._visible_epoch  # nothing to load again

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if not path.startswith("/livereload/"):
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
                version = self._visible_epoch
            page = self.shown.instead_of(path)
            if page is not None:
                start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
                return [self._inject_js_into_html(page.encode(), version)]
        return super()._serve_request(environ, start_response)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        # The script that renews the page stands within it, which the pages' own policy forbids; only here is it left out.
        head, end, tail = _POLICY.sub(b"", content, count=1).rpartition(b"</body>")
        script = self._script.replace("VERSION", str(epoch))
        return b"%b<script>%b</script>%b%b" % (head, script.encode(), end, tail)

    def _error_page(self, code: int) -> bytes | None:
        page = self.shown.site / f"{code}.html"
        return self._inject_js_into_html(page.read_bytes(), self._visible_epoch) if page.is_file() else None
