"""Figures in words, as their source prints them: `EUR 4.6 million, once`, `around 100 members`."""

from __future__ import annotations

from decimal import Decimal

from generator.catalogue import Catalogue
from generator.records import Figure
from generator.text.quantities import NOT_REPORTED, quantity

_SIGNED = {"percent": "%"}


def printed_share(catalogue: Catalogue, figure: Figure, at: int) -> str:
    """One part of a figure as printed, with its spread: `20 % (from 10 to 45 %)`."""
    part = figure.parts[at]
    spread = f" (from {_amount(catalogue, figure, part.range)})" if part.range else ""
    return _amount(catalogue, figure, part.value) + spread


def value_text(catalogue: Catalogue, figure: Figure) -> str:
    """The value with qualifier, unit, scale and period: `EUR 4.6 million, once`."""
    text = _amount(catalogue, figure, figure.value or NOT_REPORTED)
    text += f" (from {_amount(catalogue, figure, figure.range)})" if figure.range else ""
    return text


def printed(text: str) -> str:
    """The number as printed, with commas between thousands: `more than 5,900`."""
    found = quantity(text)
    if not found.is_reported:
        return text
    numbers = [found.low, found.high] if found.is_range else [found.low]
    shown = " to ".join(_grouped(number) for number in numbers if number is not None)
    return f"{found.qualifier} {shown}".strip()


def _amount(catalogue: Catalogue, figure: Figure, text: str) -> str:
    if not quantity(text).is_reported:
        return text
    number = printed(text) + (f" {figure.scale}" if figure.scale else "")
    unit = catalogue.row("units", figure.unit)
    if figure.unit == "EUR":
        qualifier = quantity(text).qualifier
        money = f"EUR {number.removeprefix(qualifier).strip()}"
        period = {"once": ", once", "year": " a year", None: ""}[figure.per]
        return f"{qualifier} {money}{period}".strip()
    if figure.unit == "rank":
        return f"number {number}"
    return f"{number}{_SIGNED[figure.unit]}" if figure.unit in _SIGNED else f"{number} {unit.label}"


def _grouped(number: Decimal) -> str:
    return f"{number:,f}"
