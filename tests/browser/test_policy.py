"""The content security policy of every page: what is put into a built page by hand does not run, sends nothing, and looks like nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from auditing import LIGHT
from browsing import POLICY, quiet, served
from figuring import note_figure
from kinds import addresses, file_of, one_of_each

INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)[^>]*>|\son[a-z]+\s*=\s*[\"']|\sstyle=|<style", re.IGNORECASE
)
RUNS = """
<script>window.ran = "script"</script>
<script src="data:text/javascript,window.ran='data'"></script>
<script src="https://elsewhere.example/x.js"></script>
<img src="x" onerror="window.ran='handler'">
<svg onload="window.ran='svg'"><a href="javascript:window.ran='link'"><text y="9">x</text></a></svg>
<details open ontoggle="window.ran='toggle'"></details>
<iframe src="javascript:parent.ran='frame'"></iframe>
<iframe srcdoc="<script>parent.ran='srcdoc'</script>"></iframe>
<object data="data:text/html,<script>parent.ran='object'</script>"></object>
<base href="https://elsewhere.example/">
<link rel="stylesheet" href="https://elsewhere.example/x.css">
<img src="https://elsewhere.example/x.png">
<form action="https://elsewhere.example/" id="hostile"><input name="x"></form>
"""


@pytest.fixture
def hostile(real_site: Path, tmp_path: Path) -> Iterator[str]:
    """A copy of one page of the site into whose body somebody has put scripts by hand."""
    site = tmp_path / "site"
    for name in ("assets", "cases/fribourg"):
        shutil.copytree(real_site / name, site / name)
    page = site / "cases" / "fribourg" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</article>", f"{RUNS}</article>"), encoding="utf-8")
    with served(site) as address:
        yield f"{address}/cases/fribourg/"


def test_every_page_has_the_policy_before_anything_that_could_run(real_site: Path) -> None:
    for address in addresses(real_site):
        html = file_of(real_site, address).read_text(encoding="utf-8")
        found = POLICY.search(html)
        assert found, address
        assert not re.search(r"<(?:script|link|style|body)", html[: found.start()]), address
        rules = dict(rule.strip().split(" ", 1) for rule in found[1].split(";"))
        assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'", address
        assert rules["script-src"] == "'self'", address


def test_no_page_holds_a_script_a_handler_or_a_style_of_its_own(real_site: Path) -> None:
    found = [
        f"{address}: {match[0]}"
        for address in addresses(real_site)
        for match in INLINE.finditer(file_of(real_site, address).read_text(encoding="utf-8"))
    ]

    assert found == []


def test_nothing_that_stands_in_a_page_by_hand_runs_or_is_asked_for(chromium: Any, hostile: str) -> None:
    with chromium.new_context(**LIGHT) as context:
        page = context.new_page()
        asked: list[Any] = []
        context.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright wants a function of Python
        quiet(page, hostile)
        page.evaluate("document.querySelector('#hostile').submit()")
        page.wait_for_timeout(300)

        ran = page.evaluate("window.ran")
        home = hostile.partition("/cases")[0]
        elsewhere = [one.url for one in asked if one.failure != "csp" and not one.url.startswith(home)]
        ways = len(RUNS.strip().splitlines())
        note_figure("scripts-that-the-policy-lets-run", len(elsewhere) + (ran is not None), of=ways)

        assert ran is None
        assert page.url == hostile
        assert elsewhere == []


def test_without_the_policy_that_page_would_run_them(chromium: Any, hostile: str, tmp_path: Path) -> None:
    page_file = tmp_path / "site" / "cases" / "fribourg" / "index.html"
    page_file.write_text(POLICY.sub("", page_file.read_text(encoding="utf-8")), encoding="utf-8")
    with chromium.new_context(**LIGHT) as context:
        page = context.new_page()
        quiet(page, hostile)

        assert page.evaluate("window.ran") is not None


@pytest.mark.long
@pytest.mark.parametrize("base", ["served", "folder"])
def test_no_page_of_any_kind_offends_its_own_policy(chromium: Any, real_site: Path, server: str, base: str) -> None:
    faults = []
    pages = [address for address in one_of_each(real_site).values() if base == "served" or address != "/404.html"]
    for address in pages:  # the page for wrong addresses is for servers: in a folder it finds no file
        start = server + address if base == "served" else file_of(real_site, address).as_uri()
        with chromium.new_context(**LIGHT) as context:
            page = context.new_page()
            page.on(
                "console",
                lambda said, at=address: faults.append(f"{at}: {said.text}") if said.type == "error" else None,
            )
            page.on("pageerror", lambda error, at=address: faults.append(f"{at}: {error}"))
            quiet(page, start)
            if "/embed/" in address:  # bare, for frames
                continue
            page.keyboard.press("Control+k")
            page.wait_for_selector("dialog.search[open]")
            page.keyboard.type("cluster")
            page.wait_for_selector(".search-passage mark")

    assert faults == []
