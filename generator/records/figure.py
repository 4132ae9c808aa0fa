"""Figure: a number with its unit, date and source; figures are data, not prose, and stand once."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records import marks
from generator.records.base import (
    AsOfBasis,
    Cite,
    Date,
    Line,
    Number,
    Part,
    Prose,
    Quantity,
    RecordId,
    Slug,
    Truth,
    Word,
)

Scale = Literal["thousand", "million", "billion"]
FACTOR = {None: 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}


class Share(Part):
    """One part of a figure that is divided into parts."""

    part: Annotated[Word, marks.Term("parts")] = Field(description="What the part is, from `data/parts.csv`.")
    value: Quantity = Field(description="How much, in the unit of the figure.")
    range: Number | None = Field(default=None, description="The spread around an average, as `10 to 45`.")


class Figure(Part):
    """A number that a source states, with everything that makes it comparable."""

    id: Slug | None = Field(default=None, description="Needed only where a record has two figures of one measure.")
    measure: Annotated[Word, marks.Term("measures")] = Field(description="What is counted, from `data/measures.csv`.")
    about: Line | None = Field(
        default=None, description="Whom the figure describes, in words, where that is not the record itself."
    )
    of: RecordId | None = Field(
        default=None, description="The id of the record that the figure describes, where that is not this one."
    )
    value: Quantity | None = Field(
        default=None, description="The number: `267`, `around 100`, `more than 5900`, `10 to 45` or `not reported`."
    )
    range: Number | None = Field(default=None, description="The spread around an average, as `10 to 45`.")
    unit: Annotated[Word, marks.Term("units")] = Field(
        description="What one is, from `data/units.csv`, such as `companies`, `percent` or `EUR`."
    )
    scale: Scale | None = Field(
        default=None, description="`thousand`, `million` or `billion`, where the source prints the number so."
    )
    per: Literal["once", "year"] | None = Field(default=None, description="For money: `once`, or every `year`.")
    whole: Number | None = Field(default=None, description="What the parts add up to, such as `100`.")
    parts: tuple[Share, ...] = Field(default=(), description="The parts of the figure, where it is divided.")
    as_of: Date = Field(description="The date for which the number holds, such as `2016` or `2016-11`.")
    as_of_basis: AsOfBasis = Field(
        description="How the date is known: `stated` beside the number, the `source-date` of the work, or `derived` by us."
    )
    planned: Truth = Field(default=False, description="`true` where the number was a plan when it was written.")
    said_by: Line | None = Field(default=None, description="The only witness, where the source names one.")
    note: Prose | None = Field(default=None, description="What a reader must know before using the number.")
    cite: Cite = Field(description="Where the number stands, as `@rivas-2016, p. 9`.")

    @property
    def anchor(self) -> str:
        """The last part of the figure's address on its page."""
        return f"figure-{self.name}"

    @property
    def name(self) -> str:
        """The id by which the record knows the figure: its own, or else its measure."""
        return self.id or self.measure
