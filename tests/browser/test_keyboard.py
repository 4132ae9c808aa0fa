"""The keyboard reaches everything on one page of each kind, in the order of the page, visibly, and can leave again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from auditing import DARK, LIGHT
from figuring import note_figure
from kinds import one_of_each
from looking import ENLARGED, SHARED

# Called after each press of Tab. It tells what is wrong with the element that has the focus now, and whether the one
# that had it before looks any different without it.
STEP = """() => {
  SHARED
  const name = (e) => `${e.tagName.toLowerCase()}${[...e.classList].slice(0, 2).map((one) => "." + one).join("")}`
    + ` "${(e.innerText || e.getAttribute("aria-label") || "").trim().slice(0, 30)}"`;
  const isThere = (e) => isSeen(e)
    && (e.offsetWidth ?? e.getBoundingClientRect().width) > 1; // what is drawn has no offset
  // Boxes and buttons of choice are often unseen, and the label after them shows their state.
  const face = (e) => (!isThere(e) && e.type === "radio" && e.nextElementSibling) || e;
  const look = (e) => {
    const s = getComputedStyle(face(e));
    const outline = s.outlineStyle === "none" || parseFloat(s.outlineWidth) === 0 ? "" : s.outline;
    // No shadow and no ground: where readers force colours these are gone.
    return [outline, s.borderColor, s.textDecorationLine, s.textDecorationStyle].join();
  };
  // A mark on a map is its circle: between it and its name lies nothing.
  const shape = (e) => (e instanceof SVGElement && e.querySelector("circle")) || e;
  // Some part of it is in the window and not under something else, such as the header (WCAG 2.4.11).
  const isInView = (e) => isThere(e) && [...shape(e).getClientRects()].some((box) => {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [head, foot] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    return [0.1, 0.5, 0.9].some((part) => {
      const top = document.elementFromPoint((left + right) / 2, head + (foot - head) * part);
      return top && (e.contains(top) || top.contains(e));
    });
  });
  // The ring round what has the focus is as clear as WCAG 1.4.11 asks for.
  const isFaint = (e) => {
    const s = getComputedStyle(e);
    const isRinged = s.outlineStyle !== "none" && s.outlineStyle !== "auto" && parseFloat(s.outlineWidth) > 0;
    return isRinged && !(e instanceof SVGElement) && contrast(s.outlineColor, behind(e.parentElement ?? e)) < 3;
  };
  const before = window.stepBefore;
  const e = document.activeElement;
  const faults = [];
  if (before && before.e === e) return { isDone: true, faults: [`the focus is caught: ${name(e)}`] };
  if (before && before.look === look(before.e)) faults.push(`its focus does not show: ${name(before.e)}`);
  const isDone = e === document.body || e === window.firstStep;
  window.firstStep ??= e;
  if (isDone) return { isDone, faults };
  if (before && !(before.e.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING))
    faults.push(`comes before the one before it: ${name(e)}`);
  // What opens when it gets the focus, such as the search of small windows, has a moment to do so.
  const settled = async () => isInView(face(e)) || (await new Promise((done) => setTimeout(done, 300)), isInView(face(e)));
  return settled().then((isShown) => {
    if (!isShown) faults.push(`has the focus out of view: ${name(e)}`);
    if (isFaint(face(e))) faults.push(`has a ring too faint to see: ${name(e)}`);
    window.stepBefore = { e, look: look(e) };
    return { isDone, faults };
  });
}""".replace("SHARED", SHARED)


def walk(page: Any, most: int = 3000) -> list[str]:
    """Press Tab through the whole page; tell what is wrong on the way."""
    faults: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        step = page.evaluate(STEP)
        faults += step["faults"]
        if step["isDone"]:
            return faults
    return [*faults, f"after {most} presses of Tab there is no end"]


@pytest.mark.long
@pytest.mark.parametrize("setting", [LIGHT, DARK], ids=["light at 1280", "dark at 380"])
def test_the_focus_is_seen_at_each_step_and_follows_the_page(
    chromium: Any, one_page_of_each_kind: tuple[str, ...], setting: dict[str, Any]
) -> None:
    faults = []
    with chromium.new_context(**setting) as context:
        for address in one_page_of_each_kind:
            page = context.new_page()
            page.goto(address)
            faults += [f"{address}: {fault}" for fault in dict.fromkeys(walk(page))][:8]
            page.close()

    note_figure(
        "faults-of-the-keyboard",
        len(faults),
        of=len(one_page_of_each_kind),
        tools=(f"Chromium {chromium.version}",),
    )
    assert not faults, "\n".join(faults)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["/compare/*/", "/tables/*/", "/explore/"])
def test_the_focus_is_seen_in_a_window_enlarged_four_times_where_parts_of_the_page_stay(
    chromium: Any, real_site: Path, server: str, kind: str
) -> None:
    with chromium.new_context(**ENLARGED) as context:
        page = context.new_page()
        page.goto(server + one_of_each(real_site)[kind])

        assert walk(page) == []


@pytest.mark.long
def test_the_first_press_of_tab_offers_to_skip_to_the_content(
    chromium: Any, one_page_of_each_kind: tuple[str, ...]
) -> None:
    faults = []
    with chromium.new_context(**LIGHT) as context:
        page = context.new_page()
        for address in one_page_of_each_kind:
            if "/embed/" in address:  # bare: nothing stands before the content
                continue
            page.goto(address)
            page.keyboard.press("Tab")
            words = page.evaluate("document.activeElement.innerText")
            if "skip" not in words.lower():
                faults.append(f"{address}: the first press of Tab does not offer to skip")
                continue
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            if not page.evaluate("!!document.activeElement.closest('main article')"):
                faults.append(f"{address}: leads to {page.evaluate('document.activeElement.outerHTML')[:90]}")

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("setting", [LIGHT, DARK], ids=["light at 1280", "dark at 380"])
def test_the_keyboard_changes_the_palette_and_back(chromium: Any, server: str, setting: dict[str, Any]) -> None:
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        page.goto(server + "/")
        reach(page, "[data-md-component=palette] *")
        seen = [palette(page)]
        for _ in range(2):
            page.keyboard.press("Space")
            page.wait_for_timeout(200)
            seen.append(palette(page))

    assert seen in (["default", "slate", "default"], ["slate", "default", "slate"])


def palette(page: Any) -> Any:
    return page.evaluate("document.body.dataset.mdColorScheme")


def reach(page: Any, selector: str) -> None:
    """Press Tab until the focus is on what the selector names."""
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<style>a:focus { outline: none }</style><a href="#">one</a><a href="#">two</a>', "does not show"),
        (
            "<style>a:focus { outline: none; box-shadow: 0 0 3px }</style><a href='#'>one</a><a href='#'>two</a>",
            "does not show",
        ),
        ("<style>a:focus { outline: 2px solid #ccc }</style><a href='#'>one</a><a href='#'>two</a>", "too faint"),
        ('<a href="#" tabindex="2">one</a><a href="#" tabindex="1">two</a>', "comes before"),
        ('<a href="#" style="position: fixed; top: -99px">one</a>', "out of view"),
        ('<a href="#" onkeydown="event.preventDefault()">one</a>', "is caught"),
    ],
    ids=["unseen", "unseen in forced colours", "faint", "order", "out of view", "caught"],
)
def test_the_walk_sees_each_fault(chromium: Any, body: str, fault: str) -> None:
    page = chromium.new_page()
    page.set_content(f"<!doctype html>{body}")

    faults = walk(page, most=9)
    page.close()

    assert any(fault in line for line in faults), faults
