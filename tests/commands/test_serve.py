"""casebook serve: what is saved shows, and a mistake shows in place of the pages until it is mended."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from browsing import POLICY, browser
from building import ROOT, buildable, casebook

SAMPLE = ROOT / "tests" / "sample" / "content"
MOST_SECONDS = 90
RECORD, PAGE = "content/cases/fribourg.yml", "cases/fribourg/"
MISTAKE = ("type: pilot", "type: pilt")
# What is made from the record of the page beside the page itself.
FILES = (f"{PAGE}index.json", "data/cases.json", "assets/compare/fribourg.js")
WORDS = ("bio-based inputs for the plastics industry", "inputs from the fields for plastics")


@dataclass(frozen=True)
class Serving:
    """A project while it is served."""

    project: Path
    address: str
    terminal: Path
    process: subprocess.Popen[bytes]

    def read(self, path: str) -> str:
        """A page as the browser gets it, without the script that loads it again; empty where nothing answers."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=60) as answer:
                return re.sub(r"<script>// Put into.*?</script>", "", answer.read().decode(), flags=re.DOTALL)
        except urllib.error.HTTPError as error:
            return error.read().decode()
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""

    def said(self) -> str:
        """What the terminal shows."""
        return self.terminal.read_text(encoding="utf-8", errors="replace")

    def edit(self, old: str, new: str, path: str = RECORD) -> None:
        """Save a file with other words."""
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something to come true."""
        last = time.monotonic() + MOST_SECONDS
        while not holds():
            if time.monotonic() > last:
                pytest.fail(f"nothing came of it in {MOST_SECONDS} s:\n{self.said()[-3000:]}")
            time.sleep(0.1)

    def shows(self, words: str, path: str = PAGE) -> None:
        """Wait until a page has these words."""
        self.until(lambda: words in self.read(path))


@contextmanager
def serving(project: Path, port: int | None = None, **environment: str) -> Iterator[Serving]:
    """Serve a project in a process of its own."""
    port = port or free_port()
    terminal = project.parent / "terminal.txt"
    with terminal.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", "--port", str(port)],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "CASEBOOK_SITE_URL": ""} | environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Serving(project, f"http://127.0.0.1:{port}/", terminal, process)
        finally:
            process.terminate()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return buildable(tmp_path / "project", SAMPLE)


@pytest.fixture
def served(project: Path) -> Iterator[Serving]:
    with serving(project) as served:
        served.shows("Fribourg")
        yield served


def test_a_mistake_stands_in_place_of_every_page_until_it_is_mended(served: Serving) -> None:
    served.edit(*MISTAKE)
    served.shows("did you mean <code>pilot</code>?")

    report = served.read(PAGE)
    assert "<code>content/cases/fribourg.yml</code>" in report
    assert "type: <mark>pilt</mark>" in report
    assert "did you mean `pilot`?" in served.said()
    assert report == served.read("") == served.read("concepts/") == served.read("cases/no-such-page/")

    served.edit(*reversed(MISTAKE))
    served.shows("<title>Canton of Fribourg")


@pytest.mark.long
def test_the_page_that_explains_a_code_stays_readable_while_there_is_a_mistake(served: Serving) -> None:
    before = served.read("about/codes/unknown-choice/")

    served.edit(*MISTAKE)
    served.shows("1 error")

    (link,) = re.findall(r'href="/(about/[^"]*)"', served.read(PAGE))
    assert "unknown-choice" in before
    assert served.read(link) == before


@pytest.mark.long
def test_errors_at_the_start_are_shown_and_their_codes_explained_before_there_is_a_site(project: Path) -> None:
    record = project / RECORD
    right = record.read_text(encoding="utf-8")
    record.write_text(right.replace(*MISTAKE), encoding="utf-8")

    with serving(project) as served:
        served.shows("did you mean <code>pilot</code>?")
        assert "<h1>unknown-choice</h1>" in served.read("about/codes/unknown-choice/")

        served.edit(*reversed(MISTAKE))
        served.shows("<title>Canton of Fribourg")


@pytest.mark.long
def test_a_warning_replaces_no_page(served: Serving) -> None:
    served.edit(WORDS[0], f"{WORDS[0]}.")

    served.until(lambda: "1 warning, see `casebook check`" in served.said())
    assert "<title>Canton of Fribourg" in served.read(PAGE)


@pytest.mark.long
def test_pages_after_edits_equal_those_of_a_whole_build(served: Serving) -> None:
    served.edit(*WORDS)
    served.shows(WORDS[1])
    served.edit("# ", "# Changed ", "docs/contribute.md")
    served.shows("Changed", "contribute/")
    assert "built" not in served.said().partition("built")[2], "edits of single pages should not have built all"

    index, pages = _search(served.read), (PAGE, "", "cases/", "contribute/", "about/codes/alias/")
    shown = {page: served.read(page) for page in pages}
    files = {name: served.read(name) for name in FILES}
    done = casebook(served.project, "build", CASEBOOK_SITE_URL="")

    assert done.returncode == 0, done.stdout
    site = served.project / "site"
    built = {page: (site / page / "index.html").read_text(encoding="utf-8") for page in pages}
    assert [page for page in pages if not POLICY.search(built[page]) or POLICY.search(shown[page])] == []
    assert [page for page in pages if POLICY.sub("", built[page]) != shown[page]] == []
    assert index == _search(lambda name: (site / name).read_text(encoding="utf-8"))
    assert any(WORDS[1] in text for text in index)
    assert files == {name: (site / name).read_text(encoding="utf-8") for name in FILES}
    assert all(WORDS[1] in files[name] for name in FILES[:2])


def _search(read: Callable[[str], str]) -> list[str]:
    """What the search loads first, and the texts of which one part holds the page that was edited."""
    names = ["names", *(f"texts-{at}" for at in range(3))]
    return [read(f"assets/search/{name}.js") for name in names]


@pytest.mark.long
def test_a_record_that_is_new_renamed_or_deleted_ends_in_a_right_site(served: Serving) -> None:
    folder = served.project / "content" / "concepts"
    (folder / "new-idea.yml").write_text(
        "term: new idea\ndefinition: Something that nobody thought of before.\n", encoding="utf-8"
    )
    served.shows("new idea", "concepts/new-idea/")
    assert "new-idea" in served.read("concepts/")

    (folder / "new-idea.yml").rename(folder / "newer-idea.yml")
    served.shows("new idea", "concepts/newer-idea/")
    assert "There is no page at this address" in served.read("concepts/new-idea/")

    (folder / "newer-idea.yml").unlink()
    served.shows("There is no page at this address", "concepts/newer-idea/")
    assert "newer-idea" not in served.read("concepts/") + served.read("assets/search/names.js")


@pytest.mark.long
def test_settings_and_theme_change_every_page(served: Serving) -> None:
    served.edit("site_name: Casebook", "site_name: Bookcase", "mkdocs.yml")
    served.shows("Bookcase", "about/codes/alias/")

    with (served.project / "generator" / "theme" / "partials" / "footer.html").open("a", encoding="utf-8") as footer:
        footer.write("<p>A new last line</p>\n")
    served.shows("A new last line", "about/codes/alias/")


@pytest.mark.long
def test_the_title_of_a_page_in_the_navigation_changes_every_page(served: Serving) -> None:
    served.edit("- Contribute: contribute.md", "- contribute.md", "mkdocs.yml")
    served.until(lambda: served.said().count("built") == 2)

    served.edit("title: ", "title: Lend a hand, or ", "docs/contribute.md")

    served.shows("Lend a hand, or", "about/codes/alias/")


@pytest.mark.long
def test_files_saved_together_are_built_once_and_what_editors_leave_is_ignored(served: Serving) -> None:
    before = served.said().count("\n")
    swap = served.project / "content" / "cases" / ".fribourg.yml.swp"

    swap.write_bytes(b"\0")
    part = served.project / "content" / "cases" / "fribourg.yml~"
    part.write_text((served.project / RECORD).read_text(encoding="utf-8").replace(*WORDS), encoding="utf-8")
    part.replace(served.project / RECORD)
    served.edit("# ", "# Changed ", "docs/contribute.md")
    served.shows(WORDS[1])
    time.sleep(1)

    assert served.said().count("\n") == before + 1
    assert "Changed" in served.read("contribute/")


@pytest.mark.long
def test_a_page_that_mkdocs_warns_of_shows_the_warning_and_comes_back(served: Serving) -> None:
    served.edit("# ", "[nowhere](no-such-page.md)\n\n# ", "docs/contribute.md")
    served.shows("no-such-page.md")

    assert "The site cannot be built" in served.read(PAGE)
    served.edit("[nowhere](no-such-page.md)\n\n", "", "docs/contribute.md")
    served.shows("<title>Canton of Fribourg")
    assert "no-such-page" not in served.read("contribute/")


@pytest.mark.long
@pytest.mark.parametrize(
    ("path", "old", "new", "shown"),
    [
        ("mkdocs.yml", "site_name: Casebook", "site_name: [Casebook", "mkdocs.yml cannot be used"),
        ("mkdocs.yml", "site_name: Casebook", "site_name: 7", "mkdocs.yml cannot be used"),
        ("generator/theme/404.html", "{% block content %}", "{% block content", "A fault of Casebook"),
    ],
)
def test_a_fault_that_no_record_has_is_told_in_a_sentence_and_stops_nobody(
    served: Serving, path: str, old: str, new: str, shown: str
) -> None:
    served.edit(old, new, path)
    served.shows(shown)
    assert shown in served.said().partition("Traceback")[0]

    served.edit(new, old, path)
    served.shows("<title>Canton of Fribourg")


@pytest.mark.long
def test_an_address_that_would_be_dropped_is_told_in_place_of_the_pages(served: Serving) -> None:
    (served.project / "data" / "addresses.csv").write_text("address\n/cases/gone/\n", encoding="utf-8")

    served.shows("the page with this address is gone")
    assert 'href="/about/codes/dropped-address/"' in served.read(PAGE)


@pytest.mark.long
def test_a_site_below_a_path_is_served_below_that_path(project: Path) -> None:
    config = project / "mkdocs.yml"
    text = re.sub(
        r"^site_url: .*$", "site_url: https://example.org/book/", config.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    config.write_text(text, encoding="utf-8")

    with serving(project) as served:
        served.shows("<title>Canton of Fribourg", f"book/{PAGE}")
        served.edit(*MISTAKE)
        served.shows('href="/book/about/codes/unknown-choice/"', f"book/{PAGE}")


@pytest.mark.long
def test_a_port_in_use_is_told_before_anything_is_built(served: Serving) -> None:
    port = served.address.rpartition(":")[2].strip("/")

    done = casebook(served.project, "serve", "--port", port)

    assert done.returncode == 1
    assert f"127.0.0.1:{port} cannot be used" in done.stderr
    assert f"--port {int(port) + 1}" in done.stderr
    assert done.stdout == ""


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to a process there")
@pytest.mark.parametrize("signal_name", ["SIGINT", "SIGTERM"])
def test_it_stops_at_once_and_leaves_nothing_behind(project: Path, tmp_path: Path, signal_name: str) -> None:
    (tmp_path / "temporary").mkdir()
    with serving(project, TMPDIR=str(tmp_path / "temporary")) as served:
        served.shows("Fribourg")
        assert any((tmp_path / "temporary").iterdir())

        served.process.send_signal(getattr(signal, signal_name))

        assert served.process.wait(timeout=60) == 0
    assert served.said().endswith("stopped\n")
    assert not any((tmp_path / "temporary").iterdir())


@pytest.mark.long
def test_an_open_tab_shows_report_and_pages_at_the_place_where_one_was_reading(project: Path) -> None:
    port = free_port()
    with browser() as started:
        page = started.new_page(viewport={"width": 900, "height": 500})
        with serving(project, port) as served:
            served.shows("Fribourg")
            page.goto(served.address + PAGE)
            page.evaluate(
                "document.getElementById('limits').scrollIntoView({behavior: 'instant'}); scrollBy({top: -70, behavior: 'instant'})"
            )
            place = _top(page)

            served.edit(*MISTAKE)
            page.get_by_role("heading", name="1 error").wait_for(timeout=1000 * MOST_SECONDS)
            assert page.url == served.address + PAGE

            served.edit(*reversed(MISTAKE))
            page.locator("#limits").wait_for(timeout=1000 * MOST_SECONDS)
            assert _settles(page, place)

            _lengthen(served)
            page.get_by_text("A sentence more.").first.wait_for(timeout=1000 * MOST_SECONDS)
            assert _settles(page, place)
            y = page.evaluate("scrollY")

        with serving(project, port) as served:
            served.edit("A sentence more. ", "One sentence else. ")
            page.get_by_text("One sentence else.").first.wait_for(timeout=1000 * MOST_SECONDS)
            assert _settles(page, place)
            assert y > 0
            assert page.evaluate("[localStorage.length, sessionStorage.length].join()") in {"0,0", "1,0"}


def _lengthen(served: Serving) -> None:
    """Make what stands above the place higher than it was."""
    served.edit("context: |\n  ", "context: |\n  " + "A sentence more. " * 60)


def _top(page: Any) -> int:
    """How far below the top of the window the section stands."""
    return int(page.locator("#limits").evaluate("part => Math.round(part.getBoundingClientRect().top)"))


def _settles(page: Any, place: int) -> bool:
    page.wait_for_load_state()
    page.wait_for_timeout(300)
    return abs(_top(page) - place) <= 2
