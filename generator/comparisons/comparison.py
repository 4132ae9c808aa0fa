"""What a comparison is: a table with fixed columns, the question that it answers, and what to mind when reading it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from generator.catalogue import Catalogue
from generator.records import Record

if TYPE_CHECKING:
    import pandas as pd

# What a cell holds:
#   record    the id of a record                 records   several, one space between
#   place     the code of a place                places    several, one space between
#   text      words, which may hold citations     list      several entries, "; " between
#   term      a key of `vocabulary`              number    a number, for sorting and for downloads
#   quantity  a figure as printed, `around 300`  date      EDTF text
#   cite      a citation without brackets        address   where on the site the figure stands
Kind = Literal[
    "record", "records", "place", "places", "text", "list", "term", "number", "quantity", "date", "cite", "address"
]
# Under what the page of all tables lists them.
GROUPS = {
    "money": "Money and size",
    "roles": "Who does what",
    "strategies": "Strategies and activities",
    "time": "Time",
    "evidence": "What the cases show, and how well",
}
Group = Literal["money", "roles", "strategies", "time", "evidence"]
# Why a value is absent, in the words that a cell holds; an empty cell says no more than that no record tells it.
BLANKS = {"not_reported": "not reported", "not_applicable": "not applicable", "not_researched": "not researched"}
NOT_TOLD = "not told"
SEPARATOR = "; "


def listed(entries: Iterable[str]) -> str:
    """Several entries as one cell of the kind `list`; a mark inside an entry does not part it."""
    return SEPARATOR.join(entry.strip().replace(SEPARATOR, ", ") for entry in entries)


def blank(record: Record, field_name: str) -> str:
    """What a cell holds where a field of the record is empty: the reason that the record gives, or nothing."""
    return BLANKS.get(record.blanks.reasons.get(field_name, ""), "")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in downloads, its heading, what its cells hold, and what it means.

    `sorted_by` names the column by whose numbers it sorts; `opens` the column that holds the address to which a
    quantity leads. A column that is not shown stands in downloads only.
    """

    id: str
    label: str
    kind: Kind
    definition: str
    vocabulary: str = ""
    sorted_by: str = ""
    opens: str = ""
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table of the site: `/tables/<id>/`.

    `frame` makes it from the catalogue, with exactly these columns in this order; an empty cell is an empty text, which
    the page shows as not told, or one of `BLANKS`. `row_head` is the column that names the row. `beside` is the heading
    of a list under the table, for what belongs to it and is no row.
    """

    id: str
    title: str
    question: str
    caveat: str
    group: Group
    columns: tuple[Column, ...]
    rows: Callable[[Catalogue], Iterable[Mapping[str, object]]] = field(repr=False)
    row_head: str = ""
    beside: str = ""
    beside_rows: Callable[[Catalogue], Iterable[str]] | None = field(default=None, repr=False)

    def frame(self, catalogue: Catalogue) -> pd.DataFrame:
        """The table: one row for each mapping that `rows` gives, in the same order.

        Columns of numbers are floats, and a missing number is not a number (NaN); all others are texts.
        """
        import pandas as pd  # noqa: PLC0415 - slow to load

        names = [column.id for column in self.columns]
        made = pd.DataFrame([dict(row) for row in self.rows(catalogue)], columns=names, dtype=object)
        for column in self.columns:
            if column.kind == "number":
                made[column.id] = pd.to_numeric(made[column.id].replace("", None)).astype(float)
            else:
                made[column.id] = made[column.id].fillna("").astype(object)
        return made

    @property
    def head(self) -> str:
        """The column that names the row."""
        return self.row_head or self.columns[0].id

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns of the page."""
        return tuple(column for column in self.columns if column.is_shown)
