"""What an editor sees while the site is being edited: its pages, or a report of what is wrong."""

from __future__ import annotations

import fnmatch
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.exceptions import Abort, ConfigurationError

from generator.builder import BuildFailed, collected_warnings, config_of, only_one
from generator.companion.server import LEFT_BY_EDITORS
from generator.companion.site import EditedSite
from generator.explain import explanations
from generator.load import load
from generator.pages import Settings
from generator.plain_files import why
from generator.problems import Problem
from generator.project import Project
from generator.publish import publish
from generator.report import as_page, as_text, count, explanation_page, fault_page, more

_CODES = "about/codes/"
_MANY = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: the words for the terminal, and the report for the browser or, if all is well, what changed."""

    words: str
    report: str = ""
    changed: tuple[str, ...] = ()


class Companion:
    """Builds what changed, and shows what went wrong; nothing that goes wrong stops it."""

    def __init__(self, project: Project, folder: Path, tell: Callable[[str], None]) -> None:
        self.project, self.tell = project, tell
        self.base = _base(project)
        self._edited = EditedSite(project, folder)
        self._last = Outcome("")

    @property
    def site(self) -> Path:
        """The folder of the last good site."""
        return self._edited.root

    def renew(self) -> bool:
        """Check, write and build, and say on the terminal what came of it; tell whether there is anything new to see."""
        started, last = time.perf_counter(), self._last
        now = self._last = self._outcome()
        if now.report:
            self.tell("the report stays the same" if now == last else now.words)
            return now != last
        mended = "mended: " if last.report else ""
        self.tell(f"{mended}{now.words} ({time.perf_counter() - started:.1f} s)")
        return bool(mended or now.changed)

    def instead_of(self, path: str) -> str | None:
        """The page to show in place of the one at an address: the report, but for what it links and for what is no page."""
        name = path.rpartition("/")[2]
        if not self._last.report or ("." in name and not name.endswith(".html")):
            return None
        inner = path.removeprefix(self.base).removesuffix("index.html").strip("/") + "/"
        if not inner.startswith(_CODES):
            return self._last.report
        if (self.site / inner / "index.html").is_file():
            return None
        explanation = explanations().get(inner.removeprefix(_CODES).strip("/"))
        return explanation_page(explanation) if explanation else self._last.report

    def _outcome(self) -> Outcome:
        try:
            with only_one(self.project):
                return self._build()
        except BuildFailed as failed:
            return _fault("The site cannot be built", "MkDocs, which makes the pages, is not content:", str(failed))
        except Exception as error:  # noqa: BLE001 - the server goes on whatever happens
            return _unexpected(error, self.project.root)

    def _build(self) -> Outcome:
        loaded = load(self.project.root)
        errors = [problem for problem in loaded.errors if not _is_left_by_an_editor(problem.place.path)]
        if errors:
            return self._mistakes(errors)
        config = _config(self.project)
        published = publish(self.project, loaded.catalogue, Settings.of(config))
        if published.problems:
            return self._mistakes(published.problems)
        changed = self._edited.renew(config, published)
        warnings = [problem for problem in loaded.problems if problem.severity == "warning"]
        aside = f"; {count(warnings)}, see `casebook check`" if warnings else ""
        return Outcome(_sentence(changed, len(published.pages)) + aside, changed=changed)

    def _mistakes(self, problems: Sequence[Problem]) -> Outcome:
        line_of = self.project.line_reader()
        text = f"{as_text(problems, line_of)}{more(problems)}"
        return Outcome(
            f"the browser shows this report until it is mended\n\n{text}", as_page(problems, line_of, self.base)
        )


def _fault(title: str, lead: str, details: str) -> Outcome:
    return Outcome(f"{title}. {lead}\n\n{details}\n", fault_page(title, lead, details))


def _unexpected(error: Exception, root: Path) -> Outcome:
    if isinstance(error, OSError) and error.strerror:
        return _fault("The site cannot be written", "A file or folder is out of reach:", why(error, root))
    details = "".join(traceback.format_exception(error))
    return _fault("A fault of Casebook", "Your records are not to blame. Please report it, with these lines:", details)


def _sentence(changed: Sequence[str], pages: int) -> str:
    if not changed:
        return "the pages are as before"
    if len(changed) == pages:
        return f"built {pages} pages"
    named = ", ".join(uri.removesuffix(".md") for uri in changed[:_MANY])
    return f"renewed {named}" + (f" and {len(changed) - _MANY} more" if len(changed) > _MANY else "")


def _config(project: Project) -> Any:
    with collected_warnings() as found:
        try:
            return config_of(project)
        except (Abort, ConfigurationError) as error:
            raise BuildFailed("\n".join(["mkdocs.yml cannot be used", *found, str(error)])) from None


def _base(project: Project) -> str:
    """Where the site begins below the server's address: as below its public address, so that its own links hold."""
    try:
        path = urlsplit(_config(project).site_url or "").path.strip("/")
    except BuildFailed:  # it is told as soon as the site is built
        path = ""
    return f"/{path}/" if path else "/"


def _is_left_by_an_editor(path: str) -> bool:
    return any(fnmatch.fnmatch(f"/{path}", pattern) for pattern in LEFT_BY_EDITORS)
