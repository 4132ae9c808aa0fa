"""What is to be drawn: the parts of a model with the words that stand in them, and what leads from one to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.drawings.sheet import NAME, NOTE, Style


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a model: its name, and the short notes below it."""

    id: str
    name: str
    notes: tuple[str, ...] = ()

    @property
    def texts(self) -> list[tuple[str, Style]]:
        """The name and the notes, each in its style."""
        return [(self.name, NAME), *((note, NOTE) for note in self.notes)]


@dataclass(frozen=True, slots=True)
class Tie:
    """What leads from one part to another, in a few words."""

    start: str
    end: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A model as its drawing needs it."""

    title: str
    pieces: tuple[Piece, ...]
    ties: tuple[Tie, ...] = ()

    def piece(self, key: str) -> Piece | None:
        """The part of that name."""
        return next((piece for piece in self.pieces if piece.id == key), None)

    def place(self, key: str) -> int:
        """Where a part stands in the order of the record."""
        return next(number for number, piece in enumerate(self.pieces) if piece.id == key)

    def from_(self, key: str) -> Iterator[Tie]:
        """What leads away from a part."""
        return (tie for tie in self.ties if tie.start == key)

    def to(self, key: str) -> Iterator[Tie]:
        """What leads to a part."""
        return (tie for tie in self.ties if tie.end == key)
