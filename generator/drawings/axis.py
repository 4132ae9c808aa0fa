"""Dates along a line, to scale. It says nothing that the list of dates does not say, so screen readers pass it over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.records import Event
from generator.text.dates import dates, in_years

_WIDTH = 680
_MARGIN = 14
_RADIUS, _SMALL, _GAP = 6, 3.5, 3
_LEAST_EVENTS, _LEAST_YEARS, _MOST_LABELS = 3, 2, 9


def axis(events: Sequence[Event]) -> Markup:
    """The dates of a timeline to scale along a line; nothing where there are too few or all lie close together."""
    spans = [(_ends(event), event.planned) for event in events if dates(event.date)]
    first = min((start for (start, _), _ in spans), default=0.0)
    last = max((end for (_, end), _ in spans), default=0.0)
    if len({start for (start, _), _ in spans}) < _LEAST_EVENTS or last - first < _LEAST_YEARS:
        return Markup()
    low, high = int(first), int(last) + 1
    placed = [_Mark(_x(start, low, high), _x(end, low, high), planned) for (start, end), planned in spans]
    # The longest first, below the others; plans last, since they give way.
    marks = Markup().join(
        _drawn(mark, placed) for mark in sorted(placed, key=lambda mark: (-mark.length, mark.planned))
    )
    years = [(_x(year, low, high), year) for year in _years(low, high)]
    ticks = "".join(f"M{x} 14v11" for x, _ in years)
    words = Markup().join(Markup('<text x="{}" y="38">{}</text>').format(x, year) for x, year in years)
    return Markup(
        '<div class="axis" aria-hidden="true"><svg viewBox="0 0 {} 44" focusable="false"><path d="M{} 14H{}{}"/>{}{}</svg></div>'
    ).format(_WIDTH, _MARGIN, _WIDTH - _MARGIN, ticks, marks, words)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A date on the line: where it begins and ends, and whether it was only planned."""

    start: float
    end: float
    planned: bool

    @property
    def length(self) -> float:
        """How long a bar it makes; 0 where it is a dot."""
        return round(self.end - self.start, 1) if self.end - self.start > 2 * _RADIUS else 0


def _drawn(mark: _Mark, marks: Sequence[_Mark]) -> Markup:
    """A bar, or a dot; a plan whose dot would touch another is drawn small."""
    kind = " planned" if mark.planned else ""
    if mark.length:
        return Markup('<rect class="span{}" x="{}" y="12" width="{}" height="4"/>').format(
            kind, mark.start, mark.length
        )
    crowded = mark.planned and any(
        other is not mark and not other.length and abs(other.start - mark.start) < 2 * _RADIUS + _GAP for other in marks
    )
    return Markup('<circle class="moment{}" cx="{}" cy="14" r="{}"/>').format(
        kind, mark.start, _SMALL if crowded else _RADIUS
    )


def _years(low: int, high: int) -> range:
    """The years to mark and write below the axis: round ones, in even steps."""
    steps = (1, 2, 5, 10, 20, 50, 100, 1000)
    found = (range(low + -low % step, high + 1, step) for step in steps)
    return next(years for years in found if len(years) <= _MOST_LABELS)


def _ends(event: Event) -> tuple[float, float]:
    """Where an event begins and ends, in years; a year alone stands at its beginning, as it does below the axis."""
    found = dates(event.date)
    return (in_years(found[0].first), in_years(found[1].last) if len(found) > 1 else in_years(found[0].first))


def _x(moment: float, low: int, high: int) -> float:
    return round(_MARGIN + (moment - low) / (high - low) * (_WIDTH - 2 * _MARGIN), 1)
