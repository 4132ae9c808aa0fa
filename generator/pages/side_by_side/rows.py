"""Columns → the rows of a comparison: figures that several cases share in rows of their own, what differs, what all lack.

The script `arranging.js` does the same for cases that a reader chooses; a test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.case_sets import FEWEST
from generator.pages.side_by_side.cell import Cell
from generator.pages.side_by_side.column import CaseColumn, Measured
from generator.pages.side_by_side.fields import FIGURES, cells, fields

SAME, DIFFERS = "the same", "differs"
OTHER_FIGURES = "Other figures"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One field of all cases: its cells in the order of the columns."""

    id: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        """Tell whether no case says anything."""
        return all(cell.is_blank for cell in self.cells)

    @property
    def differs(self) -> bool:
        """Tell whether the cases say different things: by the words of a vocabulary where they name such, else by what is written."""
        if all(cell.terms for cell in self.cells):
            return len({frozenset(cell.terms) for cell in self.cells}) > 1
        return len({str(cell.text) for cell in self.cells}) > 1

    @property
    def note(self) -> str:
        """Whether the cases differ, what all of them share, and how many tell it."""
        if not self.differs:
            return SAME
        told = sum(not cell.is_blank for cell in self.cells)
        if told < len(self.cells):
            return f"{DIFFERS}; {told} of {len(self.cells)} tell it"
        shared = [label for key, label in self.cells[0].terms.items() if all(key in cell.terms for cell in self.cells)]
        return f"{DIFFERS}; in all: {', '.join(shared)}" if shared else DIFFERS


def compared(columns: Sequence[CaseColumn]) -> tuple[ComparedRow, ...]:
    """Every row of these cases, also those that all lack."""
    found: list[ComparedRow] = []
    told = [cells(column) for column in columns]
    for field in fields(columns[0].catalogue):
        if field.id == FIGURES:
            found += _figures(columns)
        else:
            found.append(ComparedRow(field.id, field.label, tuple(case[field.id] for case in told)))
    return tuple(found)


def _figures(columns: Sequence[CaseColumn]) -> Iterator[ComparedRow]:
    """A row for each measure in one unit that several cases tell, and one for all other figures."""
    labels = {figure.key: figure.label for column in columns for figure in column.measured}
    shared = [
        key
        for key in labels
        if sum(any(figure.key == key for figure in column.measured) for column in columns) >= FEWEST
    ]
    for key in shared:
        cells = (_figure_cell(column, [f.line for f in _of(column, key)], other=False) for column in columns)
        yield ComparedRow(f"{FIGURES}-{key.replace(' ', '-')}", labels[key], tuple(cells))
    rest = (
        _figure_cell(column, [f.other_line for f in column.measured if f.key not in shared], other=True)
        for column in columns
    )
    yield ComparedRow(FIGURES, OTHER_FIGURES if shared else "Figures", tuple(rest))


def _of(column: CaseColumn, key: str) -> Iterator[Measured]:
    return (figure for figure in column.measured if figure.key == key)


def _figure_cell(column: CaseColumn, lines: list[Markup], *, other: bool) -> Cell:
    return column.entries(FIGURES, lines) if lines else column.lacks(other=other)
