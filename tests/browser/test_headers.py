"""The file `_headers`: hosts that read it send the pages' own policy, and let nobody frame what is not made for frames."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from auditing import LIGHT
from browsing import POLICY, quiet, served
from figuring import note_figure
from kinds import addresses, file_of

from generator.headers import headers
from generator.pages import Page

Rules = list[tuple[re.Pattern[str], list[tuple[str, str]]]]
PAGE, BARE, CHART = "/cases/fribourg/", "/tables/cluster-sizes/embed/", "/charts/cluster-sizes/embed/"


def rules_of(text: str) -> Rules:
    """Read the file as hosts do: `*` stands for anything, `:name` for one part of an address."""
    found: Rules = []
    for line in text.splitlines():
        if line.startswith("/"):
            form = re.sub(r":\w+", "[^/]+", re.escape(line).replace(r"\*", ".*").replace(r"\:", ":"))
            found.append((re.compile(form), []))
        else:
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
    return found


def sent(rules: Rules, address: str) -> dict[str, str]:
    """The headers of an answer; hosts join the values of all rules that fit."""
    found: dict[str, str] = {}
    for form, lines in rules:
        for name, value in lines if form.fullmatch(address) else ():
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


@contextmanager
def served_with_headers(site: Path) -> Iterator[str]:
    """The address of a built site on a server that reads `_headers`; it ends without a slash."""
    rules = rules_of((site / "_headers").read_text(encoding="utf-8"))

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            for name, value in sent(rules, self.path.partition("?")[0]).items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def disagreements(site: Path, rules: Rules) -> list[str]:
    """The pages whose answer would carry another policy than the page itself, beside who may frame it."""
    wrong = []
    for address in addresses(site):
        html = file_of(site, address).read_text(encoding="utf-8")
        own = POLICY.search(html)
        is_bare = address.endswith("/embed/")
        expected = own[1] + ("" if is_bare else "; frame-ancestors 'self'") if own else ""
        if sent(rules, address).get("Content-Security-Policy") != expected:
            wrong.append(address)
    return wrong


def test_every_page_is_answered_with_its_own_policy_and_only_bare_pages_may_be_framed(real_site: Path) -> None:
    rules = rules_of((real_site / "_headers").read_text(encoding="utf-8"))
    wrong = disagreements(real_site, rules)

    note_figure("pages-whose-headers-disagree", len(wrong), of=len(addresses(real_site)))
    assert wrong == []
    assert any(address.endswith("/embed/") for address in addresses(real_site))


def test_a_policy_of_the_headers_that_is_not_the_pages_own_is_seen(real_site: Path) -> None:
    text = (real_site / "_headers").read_text(encoding="utf-8").replace("script-src 'self'", "script-src *", 1)

    assert disagreements(real_site, rules_of(text)) == ["/"]


def test_every_answer_has_the_headers_that_need_no_page(real_site: Path) -> None:
    rules = rules_of((real_site / "_headers").read_text(encoding="utf-8"))

    for address in ("/", "/assets/casebook.js", "/nowhere/", BARE):
        found = sent(rules, address)
        assert found["X-Content-Type-Options"] == "nosniff"
        assert found["Referrer-Policy"] == "no-referrer"
        assert "geolocation=()" in found["Permissions-Policy"]
    assert "sandbox" in sent(rules, "/images/x.svg")["Content-Security-Policy"]


def test_pages_of_one_form_with_two_policies_stop_the_build() -> None:
    plain, drawn = Page("tables/a.md", "A", "# A\n"), Page("tables/b.md", "B", '---\nscripts: ["charts"]\n---\n# B\n')

    with pytest.raises(ValueError, match="more than one policy"):
        headers([plain, drawn])


@pytest.mark.long
def test_a_page_elsewhere_frames_tables_and_charts_and_no_other_page(
    chromium: Any, real_site: Path, tmp_path: Path
) -> None:
    with served_with_headers(real_site) as home, served(tmp_path) as elsewhere:
        frames = "".join(f'<iframe src="{home}{address}"></iframe>' for address in (PAGE, BARE, CHART))
        (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{frames}", encoding="utf-8")
        with chromium.new_context(**LIGHT) as context:
            page = context.new_page()
            quiet(page, elsewhere.replace("127.0.0.1", "localhost"))
            found = {
                frame.url.removeprefix(home): frame.query_selector("h1, h2, table, figure") for frame in page.frames[1:]
            }

            assert PAGE not in found
            assert found[BARE]
            assert found[CHART]

            page = context.new_page()
            said: list[str] = []
            page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
            for address in (PAGE, BARE, "/charts/cluster-sizes/", "/explore/", "/compare/"):
                quiet(page, home + address)
            assert said == []
