"""Dates along a line, to scale. It says nothing that the list of dates does not say, so screen readers pass it over."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.records import Event
from generator.text.dates import dates

_WIDTH = 680
_MARGIN = 14
_DOT = 12
_LEAST_EVENTS, _LEAST_YEARS, _MOST_YEARS = 3, 2, 6


def axis(events: Sequence[Event]) -> Markup:
    """The dates of a timeline to scale along a line; nothing where there are too few or all lie close together."""
    spans = [(_ends(event), event.planned) for event in events]
    first = min((start for (start, _), _ in spans), default=0.0)
    last = max((end for (_, end), _ in spans), default=0.0)
    if len({start for (start, _), _ in spans}) < _LEAST_EVENTS or last - first < _LEAST_YEARS:
        return Markup()
    low, high = int(first), int(last) + 1
    drawn = sorted(spans, key=lambda span: span[0][0] - span[0][1])  # the longest first, below the others
    marks = Markup().join(_mark(span, low, high, planned=planned) for span, planned in drawn)
    years = Markup().join(
        Markup('<text x="{}" y="38" text-anchor="{}">{}</text>').format(_x(year, low, high), anchor, year)
        for year, anchor in _years(low, high)
    )
    line = Markup('<line x1="{}" y1="14" x2="{}" y2="14"/>').format(_MARGIN, _WIDTH - _MARGIN)
    return Markup(
        '<div class="axis" aria-hidden="true"><svg viewBox="0 0 {} 44" focusable="false">{}{}{}</svg></div>'
    ).format(_WIDTH, line, marks, years)


def _mark(span: tuple[float, float], low: int, high: int, *, planned: bool) -> Markup:
    start, end = (_x(moment, low, high) for moment in span)
    kind = " planned" if planned else ""
    if end - start > _DOT:
        return Markup('<rect class="span{}" x="{}" y="12" width="{}" height="4"/>').format(
            kind, start, round(end - start, 1)
        )
    return Markup('<circle class="moment{}" cx="{}" cy="14" r="6"/>').format(kind, start)


def _years(low: int, high: int) -> list[tuple[int, str]]:
    """The years to write below the axis: its ends, and round ones between them."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (high - low) / step <= _MOST_YEARS)
    between = [year for year in range(low - low % step, high, step) if min(year - low, high - year) > step / 2]
    return [(low, "start"), *((year, "middle") for year in between), (high, "end")]


def _ends(event: Event) -> tuple[float, float]:
    """Where an event begins and ends, in years; a year alone stands at its beginning, as it does below the axis."""
    found = dates(event.date)
    return (_year(found[0].first), _year(found[1].last) if len(found) > 1 else _year(found[0].first))


def _year(day: tuple[int, int, int]) -> float:
    return day[0] + (day[1] - 1) / 12 + (day[2] - 1) / 365


def _x(moment: float, low: int, high: int) -> float:
    return round(_MARGIN + (moment - low) / (high - low) * (_WIDTH - 2 * _MARGIN), 1)
