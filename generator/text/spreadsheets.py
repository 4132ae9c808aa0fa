"""What spreadsheets run: a text that begins like a formula."""

from __future__ import annotations

_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)  # the last four are wide, and some programs read them alike


def inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that would run gets a `'` in front and stays a text.

    What stands before the sign does not matter: programs drop blanks when they read a file.
    """
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text[:1] in {"\t", "\r", "\n"} else text
