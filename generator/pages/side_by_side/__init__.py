"""Cases side by side, field by field: ready-made sets, and any that a reader chooses.

A case is a column; what stands in its cells is written once, here, and goes to pages as Markdown and to the browser as
a script of each case.
"""

from __future__ import annotations

from generator.pages.side_by_side.choice import ChoicePage
from generator.pages.side_by_side.sets import SetPage

__all__ = ["ChoicePage", "SetPage"]
