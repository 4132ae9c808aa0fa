"""What axe cannot see, on one page of each kind: narrow windows, wide spacing, forced colours, reduced motion."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from auditing import DARK, LIGHT

NARROW = {"viewport": {"width": 320, "height": 640}, "reduced_motion": "reduce"}
FORCED = LIGHT | {"forced_colors": "active"}

# Only the frame of a table may be wider than the window: everything else that sticks out is named.
STICKS_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const isInFrame = (e) => e.closest(".table-frame, .md-sidebar, .md-search, pre, [hidden]");
  const wide = [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().right > width + 1 && !isInFrame(e));
  return [`the page is ${document.documentElement.scrollWidth} pixels wide`, ...wide.slice(0, 3).map(NAME)];
}"""
SCROLLS_BY_ITSELF = """() => [...document.querySelectorAll("article *")]
  .filter((e) => e.scrollWidth > e.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowX))
  .filter((e) => !e.querySelector("table") && !e.closest("pre"))
  .map(NAME)"""
# WCAG 1.4.12, with the values that it names.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
CLIPPED = """() => {
  const cuts = (value) => value === "hidden" || value === "clip";
  // What is for screen readers alone is cut on purpose.
  const isUnseen = (e) => e.clientWidth < 2 || e.clientHeight < 2 || !e.checkVisibility({ visibilityProperty: true });
  return [...document.querySelectorAll("article *, article")]
    .filter((e) => e.innerText && !isUnseen(e))
    .filter((e) => {
      const style = getComputedStyle(e);
      return (cuts(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
        || (cuts(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
    })
    .map(NAME);
}"""
MOVES = """() => {
  const seconds = (list) => Math.max(...list.split(",").map((one) => parseFloat(one) * (/ms$/.test(one) ? 0.001 : 1)));
  const moving = (style) => seconds(style.transitionDuration) > 0.01
    || (style.animationName !== "none" && seconds(style.animationDuration) > 0.01) || style.scrollBehavior === "smooth";
  return [...document.querySelectorAll("*")]
    .flatMap((e) => ["", "::before", "::after"].map((part) => [e, part]))
    .filter(([e, part]) => moving(getComputedStyle(e, part || null)))
    .map(([e, part]) => NAME(e) + part);
}"""
# Text in the colour of what is behind it, and controls without text or a frame.
LOST_IN_FORCED_COLOURS = """() => {
  const clear = (colour) => colour === "transparent" || /, 0\\)$/.test(colour);
  const behind = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!clear(colour)) return colour;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const hasText = (e) => [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const isSeen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const lost = [...document.body.querySelectorAll("*")]
    .filter((e) => hasText(e) && isSeen(e) && getComputedStyle(e).color === behind(e));
  const framed = (style) => parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none";
  const bare = [...document.querySelectorAll("button, .md-button")]
    .filter((e) => isSeen(e) && !e.innerText.trim() && !e.querySelector("svg, img") && !framed(getComputedStyle(e)));
  return [...lost, ...bare].map(NAME);
}"""
NAME = """(e) => e.tagName.toLowerCase() + (e.id ? "#" + e.id : "")
  + [...e.classList].slice(0, 2).map((name) => "." + name).join("")
  + (e.innerText ? ` "${e.innerText.trim().slice(0, 30).replace(/\\s+/g, " ")}"` : "")"""


def found_on(page: Any, script: str) -> list[str]:
    """What a script finds on an open page, each thing named by its tag, classes and first words."""
    found: list[str] = page.evaluate(f"() => {{ const NAME = {NAME}; return [...new Set(({script})())]; }}")
    return found


def found_on_pages(chromium: Any, addresses: Iterable[str], setting: dict[str, Any], script: str) -> list[str]:
    """What a script finds on pages opened in a setting; of each page the first five things."""
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        found = []
        for address in addresses:
            page.goto(address)
            found += [f"{address}: {line}" for line in found_on(page, script)[:5]]
    return found


@pytest.mark.long
@pytest.mark.parametrize("scripts", [True, False])
def test_no_page_scrolls_sideways_at_320_pixels(
    chromium: Any, one_page_of_each_kind: tuple[str, ...], *, scripts: bool
) -> None:
    found = found_on_pages(chromium, one_page_of_each_kind, NARROW | {"java_script_enabled": scripts}, STICKS_OUT)

    assert not found, "\n".join(found)


@pytest.mark.long
def test_only_the_frame_of_a_table_scrolls_at_320_pixels(chromium: Any, one_page_of_each_kind: tuple[str, ...]) -> None:
    found = found_on_pages(chromium, one_page_of_each_kind, NARROW, SCROLLS_BY_ITSELF)

    assert not found, "\n".join(found)


@pytest.mark.long
def test_wider_spacing_of_text_cuts_nothing_off(chromium: Any, one_page_of_each_kind: tuple[str, ...]) -> None:
    spaced = f"() => {{ document.head.append(Object.assign(document.createElement('style'), {{ textContent: `{SPACING}` }})); return ({CLIPPED})(); }}"

    found = found_on_pages(chromium, one_page_of_each_kind, DARK, spaced)

    assert not found, "\n".join(found)


@pytest.mark.long
def test_nothing_moves_for_readers_who_asked_for_stillness(
    chromium: Any, one_page_of_each_kind: tuple[str, ...]
) -> None:
    found = found_on_pages(chromium, one_page_of_each_kind, LIGHT, MOVES)

    assert not found, "\n".join(found)


@pytest.mark.long
def test_nothing_is_lost_where_the_reader_forces_colours(chromium: Any, one_page_of_each_kind: tuple[str, ...]) -> None:
    found = found_on_pages(chromium, one_page_of_each_kind, FORCED, LOST_IN_FORCED_COLOURS)

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("body", "setting", "script"),
    [
        ('<div style="width: 900px">wide</div>', NARROW, STICKS_OUT),
        (
            '<article><div style="overflow: auto"><p style="width: 900px">w</p></div></article>',
            NARROW,
            SCROLLS_BY_ITSELF,
        ),
        ('<article><p style="overflow: hidden; height: 9px">cut off</p></article>', DARK, CLIPPED),
        ('<p style="transition: color 1s">moves</p>', LIGHT, MOVES),
        (
            '<p style="forced-color-adjust: none; color: #fff; background: #fff">lost</p>',
            FORCED,
            LOST_IN_FORCED_COLOURS,
        ),
    ],
    ids=["sideways", "frame", "spacing", "motion", "forced colours"],
)
def test_each_of_these_sees_the_fault_that_it_looks_for(
    chromium: Any, body: str, setting: dict[str, Any], script: str
) -> None:
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        page.set_content(f"<!doctype html>{body}")

        assert found_on(page, script) != []
