"""Event: what happened when; entries of the timelines of cases, organisations and concepts."""

from __future__ import annotations

from pydantic import Field

from generator.records.base import AsOfBasis, Cite, Date, Part, ShortProse, Truth


class Event(Part):
    """One entry of the timeline."""

    date: Date = Field(description="When: `2016`, `2016-11`, `2016-11-21` or `2016-04/2020-03`.")
    date_basis: AsOfBasis = Field(
        default="stated", description="`stated` in the source, the `source-date` of the work, or `derived` by us."
    )
    text: ShortProse = Field(description="What happened, in one sentence.")
    planned: Truth = Field(default=False, description="`true` where it was a plan when the source was written.")
    cite: Cite = Field(description="Where it stands, as `@rivas-2016, p. 9`.")
