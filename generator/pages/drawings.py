"""Small drawings beside the words: the share of a whole as a bar, several shares as one bar, dates along an axis.

Each says nothing that the words beside it do not say, so it is hidden from screen readers. Places are attributes and
colours are classes: nothing here needs a style of its own, which a content security policy would refuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.records import Event, Figure
from generator.text.dates import dates
from generator.text.quantities import quantity

_WIDTH = 680
_MARGIN = 14
_DOT = 12
_LEAST_EVENTS, _LEAST_YEARS, _MOST_YEARS = 3, 2, 6


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole, in hundredths of it: its value, and its spread where one is given."""

    name: str
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None


def shares_of(figure: Figure, names: Iterable[str]) -> tuple[Share, ...]:
    """The parts of a figure as shares of its whole; none where it has no whole or a part no number."""
    whole = quantity(figure.whole).low if figure.whole else None
    found = []
    for part, name in zip(figure.parts, names, strict=True):
        value = quantity(part.value)
        if not whole or value.low is None:
            return ()
        middle = (value.low + value.high) / 2 if value.is_range and value.high is not None else value.low
        spread = quantity(part.range) if part.range else value
        ends = (spread.low, spread.high) if spread.is_range else (None, None)
        found.append(Share(name, _percent(middle, whole), *(_percent(end, whole) if end else end for end in ends)))
    return tuple(found)


def bar(share: Share) -> Markup:
    """One share as a bar on the length of the whole, with its spread as a line."""
    spread = (
        Markup('<path class="range" d="M{} 2v8M{} 6H{}M{} 2v8"/>').format(
            _number(share.low), _number(share.low), _number(share.high), _number(share.high)
        )
        if share.low is not None and share.high is not None
        else ""
    )
    return Markup(
        '<svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="whole" width="100" height="12"/><rect class="share" width="{}" height="12"/>{}</svg>'
    ).format(_number(share.value), spread)


def stacked(shares: Sequence[Share]) -> Markup:
    """Several shares of one whole as one bar, in their order; the words beside it carry the same numbers as classes."""
    parts = []
    at = Decimal()
    for number, share in enumerate(shares, start=1):
        parts.append(
            Markup('<rect class="share-{}" x="{}" width="{}" height="40"/>').format(
                number, _number(at), _number(share.value)
            )
        )
        at += share.value
    return Markup(
        '<div class="shares" aria-hidden="true"><svg viewBox="0 0 100 40" preserveAspectRatio="none" focusable="false">{}</svg></div>'
    ).format(Markup().join(parts))


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


def _percent(value: Decimal, whole: Decimal) -> Decimal:
    return value / whole * 100


def _number(value: Decimal | None) -> str:
    return f"{value:.1f}".removesuffix(".0") if value is not None else ""
