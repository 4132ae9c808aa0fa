"""Elsewhere: where else a word that does not fit here has a meaning; what several rules tell beside a fault."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.problems import Note


def elsewhere(catalogue: Catalogue, word: str) -> tuple[Note, ...]:
    """Name the table that knows `word`: where it stands there, the name of its field may be gone from above it."""
    found = next((name for name, rows in catalogue.tables.items() if word in rows), None)
    return (Note(f"`{word}` is a word of `data/{found}.csv`; is the name of its field missing above it?"),) if found else ()
