"""What a comparison is: a table with fixed columns, the question that it answers, and what to mind when reading it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from generator.catalogue import Catalogue

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
NOT_TOLD = "not told"


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
    the page shows as not told. `row_head` is the column that names the row.
    """

    id: str
    title: str
    question: str
    caveat: str
    columns: tuple[Column, ...]
    rows: Callable[[Catalogue], Iterable[Mapping[str, object]]] = field(repr=False)
    row_head: str = ""

    def frame(self, catalogue: Catalogue) -> pd.DataFrame:
        """The table: one row for each mapping that `rows` gives, in the same order; a missing cell is empty."""
        import pandas as pd  # noqa: PLC0415 - slow to load

        names = [column.id for column in self.columns]
        made = [{name: row.get(name, "") for name in names} for row in self.rows(catalogue)]
        return pd.DataFrame(made, columns=names)

    @property
    def head(self) -> str:
        """The column that names the row."""
        return self.row_head or self.columns[0].id

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns of the page."""
        return tuple(column for column in self.columns if column.is_shown)
