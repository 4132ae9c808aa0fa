"""What a browser gets beside the pages: one stylesheet and two scripts, and those of the search when it is opened, joined from the small files of this folder.

Apart they can be read; joined they are compressed a third better, and a page asks for three files instead of eleven.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files

STYLES = (
    "palette.css",
    "casebook.css",
    "drawings.css",
    "search-button.css",
    "aids.css",
    "print.css",
)
# Before the page: its palette, and links that work when the site is opened from a folder.
FIRST_SCRIPTS = ("beginning.js", "folder.js")
SCRIPTS = (
    "menu.js",
    "palette.js",
    "search-opening.js",
    "details.js",
    "contents.js",
    "top.js",
    "tooltips.js",
    "copying.js",
    "scrolling.js",
)
# Loaded when somebody opens the search; they share their names, and nobody else sees them.
SEARCH_SCRIPTS = (
    "search-words.js",
    "search-parts.js",
    "search-ranking.js",
    "search-passage.js",
    "search-marking.js",
    "search-nothing.js",
    "search-dialog.js",
)
# What stands alone in a frame elsewhere has no site round it, and follows the reader's system.
FRAME_STYLES = ("palette.css", "embed.css", "comparisons.css", "charts.css")
# What single pages need: they name them in their front matter.
PAGE_STYLES = {
    "charts": ("comparisons.css", "charts.css"),
    "compare": ("comparing.css",),
    "explore": ("explore.css",),
    "map": ("map.css",),
    "tables": ("comparisons.css",),
}
PAGE_SCRIPTS = {
    "charts": ("charts.js",),
    "compare": ("comparing_rows.js", "comparing_table.js", "comparing_choice.js"),
    "comparing": ("comparing_view.js",),
    "embed": ("folder.js",),
    "explore": ("explore.js",),
    "tables": ("tables.js",),
}


def front_files() -> Mapping[str, bytes]:
    """The files as they go to the pages' folder; `mkdocs.yml` names them."""
    return {
        "assets/casebook.css": _joined(STYLES),
        "assets/first.js": _joined(FIRST_SCRIPTS),
        "assets/casebook.js": _joined(SCRIPTS),
        "assets/plotly.min.js": (files("plotly") / "package_data" / "plotly.min.js").read_bytes(),
        **{f"assets/{name}.css": _joined(parts) for name, parts in PAGE_STYLES.items()},
        "assets/embed.css": _joined(FRAME_STYLES) + _dark_by_itself(),
        "assets/search.js": b'"use strict";\n(() => {\n' + _joined(SEARCH_SCRIPTS) + b"})();\n",
        "assets/search.css": _joined(("search.css",)),
        **{f"assets/{name}.js": _joined(parts) for name, parts in PAGE_SCRIPTS.items()},
    }


def _dark_by_itself() -> bytes:
    """The dark palette for pages on which nobody chooses one: wherever the reader's system is dark."""
    palette = _joined(("palette.css",))
    dark = re.search(rb'^\[data-md-color-scheme="slate"\] (\{[^}]*\})', palette, re.MULTILINE)
    return b"\n@media screen and (prefers-color-scheme: dark) { body[data-md-color-scheme] %s }\n" % (
        dark[1] if dark else b"{}"
    )


def _joined(names: tuple[str, ...]) -> bytes:
    return b"\n".join((files("generator") / "front" / name).read_bytes().replace(b"\r\n", b"\n") for name in names)
