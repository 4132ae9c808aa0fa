"""What spreadsheets run: a text that begins like a formula."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that would run gets a `'` in front and stays a text."""
    return f"'{text}" if text.startswith(_FORMULA) else text
