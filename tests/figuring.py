"""What tests find out about the whole site, in figures: the page about quality is made of them.

Where `CASEBOOK_FIGURES` names a file, each figure is one line of JSON at its end. Tests that walk the site in several
parts give the figure of their part; those of one measure are added up, or the largest counts, as the measure says.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from generator.commands.quality import VARIABLE


def note_figure(measure: str, value: float, *, of: int | None = None, tools: Sequence[str] = ()) -> None:
    """Note a figure: the id of what was measured, how many `of` how many were looked at, and the tools with their versions."""
    target = os.environ.get(VARIABLE)
    if not target:
        return
    line = json.dumps({"measure": measure, "value": value, "of": of, "tools": list(tools)})
    with Path(target).open("a", encoding="utf-8") as file:  # short lines at the end of a file do not mix
        file.write(f"{line}\n")
