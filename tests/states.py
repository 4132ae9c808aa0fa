"""States that a page has only after somebody used it: each function opens one, with the keyboard or the pointer, and waits for it."""

from __future__ import annotations

from typing import Any

SHOWN_TOOLTIP = "[role=tooltip]:not([hidden])"


def search_with_results(page: Any, server: str) -> None:
    _search(page, server, "cluster")
    page.wait_for_selector(".search-passage mark")


def search_narrowed_to_a_kind(page: Any, server: str) -> None:
    search_with_results(page, server)
    page.click(".search-kinds button >> text=Concepts")
    page.wait_for_selector(".search-kinds [aria-pressed=true] >> text=Concepts")


def search_with_nothing_found(page: Any, server: str) -> None:
    _search(page, server, "zzyzx")
    page.wait_for_selector(".search-nothing:not([hidden]) a")


def search_with_words_that_are_spelt_nearly_so(page: Any, server: str) -> None:
    _search(page, server, "vouhcerz")
    page.wait_for_selector(".search-nothing button")


def compare_with_a_choice(page: Any, server: str) -> None:
    page.goto(f"{server}/compare/?cases=basque-country,bordeaux,porto")
    page.wait_for_selector(".side-by-side table")
    page.click(".chooser summary")


def explore_with_a_choice(page: Any, server: str) -> None:
    page.goto(f"{server}/explore/?challenge=clusters-in-silos&level=regional")
    page.wait_for_selector(".chips button")


def explore_with_nothing_found(page: Any, server: str) -> None:
    page.goto(f"{server}/explore/?challenge=arts-and-industry-apart&country=PL")
    page.wait_for_selector(".choice [role=status] >> text=No case fits")


def table_sorted_and_with_rows_left_out(page: Any, server: str) -> None:
    page.goto(f"{server}/tables/timeline/")
    page.get_by_label("Show rows with").fill("plan")
    page.click("thead th button >> nth=0")
    page.wait_for_selector("[aria-sort]")


def table_without_any_row_left(page: Any, server: str) -> None:
    page.goto(f"{server}/tables/timeline/")
    page.get_by_label("Show rows with").fill("no such thing")
    page.wait_for_selector("[role=status] >> text=0 of")


def menu_of_a_small_window(page: Any, server: str) -> None:
    page.set_viewport_size({"width": 380, "height": page.viewport_size["height"]})
    page.goto(f"{server}/cases/fribourg/")
    page.locator("button.menu").press("Enter")
    page.wait_for_function("document.querySelector('.md-sidebar--primary').contains(document.activeElement)")


def everything_unfolded(page: Any, server: str) -> None:
    page.goto(f"{server}/cases/basque-country/")
    for summary in page.locator("article details:not([open]) > summary:visible").all():
        summary.press("Enter")


def tooltip_shown_and_something_said(page: Any, server: str) -> None:
    page.goto(f"{server}/cases/fribourg/")
    page.get_by_role("button", name="Copy citation").click()
    page.wait_for_selector(".status >> text=/./")
    page.keyboard.press("Tab")  # so that the browser takes the next focus for the keyboard's
    page.locator("article p a[aria-describedby^='tooltip-source-']").first.focus()
    page.wait_for_selector(SHOWN_TOOLTIP)


def mark_of_the_map_with_the_focus(page: Any, server: str) -> None:
    page.goto(f"{server}/map/")
    page.keyboard.press("Tab")
    page.locator(".map a.mark >> visible=true").first.focus()
    page.wait_for_selector(SHOWN_TOOLTIP)


def chart_drawn_and_its_code_unfolded(page: Any, server: str) -> None:
    page.goto(f"{server}/charts/timeline/")
    page.locator(".chart-plot").scroll_into_view_if_needed()
    page.wait_for_selector(".chart-plot[data-drawn] svg", timeout=20_000)
    page.locator("details.embed > summary").press("Enter")


def palette_switched(page: Any, server: str) -> None:
    page.goto(f"{server}/models/s3-cluster-interplay-model/")
    before = page.evaluate("document.body.dataset.mdColorScheme")
    page.click("header button.palette")
    page.wait_for_function("(before) => document.body.dataset.mdColorScheme !== before", arg=before)


# The palette comes last: a browser keeps what was chosen.
STATES = (
    search_with_results,
    search_narrowed_to_a_kind,
    search_with_nothing_found,
    search_with_words_that_are_spelt_nearly_so,
    compare_with_a_choice,
    explore_with_a_choice,
    explore_with_nothing_found,
    table_sorted_and_with_rows_left_out,
    table_without_any_row_left,
    menu_of_a_small_window,
    everything_unfolded,
    tooltip_shown_and_something_said,
    mark_of_the_map_with_the_focus,
    chart_drawn_and_its_code_unfolded,
    palette_switched,
)


def _search(page: Any, server: str, question: str) -> None:
    page.goto(f"{server}/")
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog.search[open]")
    page.keyboard.type(question)
