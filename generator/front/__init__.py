"""What a browser gets beside the pages: one stylesheet and two scripts, joined from the small files of this folder.

Apart they can be read; joined they are compressed a third better, and a page asks for three files instead of eleven.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

STYLES = ("palette.css", "casebook.css", "drawings.css", "comparisons.css", "comparing.css", "aids.css", "print.css")
# Before Material's own script: its search waits until it is opened, and works when the site is opened from a folder.
FIRST_SCRIPTS = ("search.js", "folder.js")
SCRIPTS = ("menu.js", "palette.js", "tooltips.js", "copying.js", "scrolling.js")
# What single pages need: they name them in their front matter.
PAGE_SCRIPTS = {
    "tables": ("tables.js",),
    "comparing": ("comparing_view.js",),
    "compare": ("comparing_rows.js", "comparing_table.js", "comparing_choice.js"),
}


def front_files() -> Mapping[str, bytes]:
    """The files as they go to the pages' folder; `mkdocs.yml` names them."""
    return {
        "assets/casebook.css": _joined(STYLES),
        "assets/first.js": _joined(FIRST_SCRIPTS),
        "assets/casebook.js": _joined(SCRIPTS),
        **{f"assets/{name}.js": _joined(parts) for name, parts in PAGE_SCRIPTS.items()},
    }


def _joined(names: tuple[str, ...]) -> bytes:
    return b"\n".join((files("generator") / "front" / name).read_bytes().replace(b"\r\n", b"\n") for name in names)
