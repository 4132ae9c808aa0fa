"""What axe cannot see: the scripts of `looks/` name it on an open page, and tests and their seeded faults run the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from auditing import DARK, LIGHT

HERE = Path(__file__).parent / "looks"
SHARED = (HERE / "shared.js").read_text(encoding="utf-8")
NARROW = {"viewport": {"width": 320, "height": 640}, "reduced_motion": "reduce"}
# A window of 1280 by 1024 in which everything is four times as large.
ENLARGED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4, "reduced_motion": "reduce"}
# As wide as A4 between its margins, from a screen that is dark.
PAPER = {"viewport": {"width": 673, "height": 980}, "color_scheme": "dark", "reduced_motion": "reduce"}
FORCED = {"forced_colors": "active"}
# WCAG 1.4.12, with the values that it names.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
# Styles that a reader adds come by script: the pages' own policy lets no other in.
ADD = (
    "(text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); document.adoptedStyleSheets.push(sheet); }"
)


@dataclass(frozen=True, slots=True)
class Look:
    """A setting of the browser, the names of the scripts that look at each page there, and styles and medium of a reader."""

    name: str
    setting: Mapping[str, Any]
    scripts: tuple[str, ...]
    style: str = ""
    media: str = "screen"


FITS = ("sticks-out", "cut-off", "one-on-another")
LOOKS = (
    Look("at 320 pixels", NARROW, (*FITS, "scrolls-by-itself")),
    Look("at 320 pixels without scripts", NARROW | {"java_script_enabled": False}, (*FITS, "scrolls-by-itself")),
    Look("at 400 per cent", ENLARGED, (*FITS, "in-the-way", "no-room")),
    Look("with wide spacing at 1280", LIGHT, FITS, style=SPACING),
    Look("with wide spacing at 380", DARK, FITS, style=SPACING),
    Look("light at 1280", LIGHT, ("small-target", "faint-edge", "moves")),
    Look("dark at 380", DARK, ("small-target", "faint-edge", "moves")),
    Look("on paper", PAPER, (*FITS, "pale", "useless-on-paper"), media="print"),
    Look("light in forced colours", LIGHT | FORCED, ("lost",)),
    Look("dark in forced colours", DARK | FORCED, ("lost",)),
)


@cache
def script(name: str) -> str:
    """A script of the folder with what they share, as one function without arguments."""
    own = (HERE / f"{name}.js").read_text(encoding="utf-8")
    function = "\n".join(line for line in own.splitlines() if not line.startswith("//"))
    return f"() => {{\n{SHARED}\nreturn [...new Set(({function})())];\n}}"


def seen_by(page: Any, look: Look) -> list[str]:
    """What the scripts of a look find on an open page: each thing named by its tag, classes and first words; five of each."""
    if look.media != "screen":
        page.emulate_media(media=look.media)
    if look.style:
        page.evaluate(ADD, look.style)
    return [f"{name}: {line}" for name in look.scripts for line in page.evaluate(script(name))[:5]]


def seen_on(chromium: Any, addresses: Iterable[str], look: Look) -> list[str]:
    """What is found on pages opened one after the other in the same setting."""
    with chromium.new_context(**look.setting) as context:
        page = context.new_page()
        found = []
        for address in addresses:
            page.goto(address)
            _let_charts_be_drawn(page)
            found += [f"{address}: {line}" for line in seen_by(page, look)]
    return found


def _let_charts_be_drawn(page: Any) -> None:
    """Wait for what is drawn only when it comes into view; without scripts and on paper there is no place for it."""
    plot = page.locator(".chart-plot:visible")
    if plot.count():
        plot.first.scroll_into_view_if_needed()
        page.wait_for_selector(".chart-plot[data-drawn] svg", timeout=20_000)
        page.evaluate("scrollTo(0, 0)")
