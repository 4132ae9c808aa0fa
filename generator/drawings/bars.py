"""Bars beside the words: the share of a whole as one bar, several shares as one bar.

They say nothing that the words beside them do not say, so they are hidden from screen readers. Places are attributes and
colours are classes: nothing here needs a style of its own, which a content security policy would refuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.records import Figure
from generator.text.quantities import quantity


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


def _percent(value: Decimal, whole: Decimal) -> Decimal:
    return value / whole * 100


def _number(value: Decimal | None) -> str:
    return f"{value:.1f}".removesuffix(".0") if value is not None else ""
