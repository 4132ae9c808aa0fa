"""Dates as EDTF text (ISO 8601-2, level 0): a year, a month, a day, or an interval of two of them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from generator.text.fault import Fault, whole

CODE = "bad-date"
_ONE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT_MONTHS = {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_FORMS = "write a year `2016`, a month `2016-11`, a day `2016-11-21`, or an interval `2016-04/2020-03`"


@dataclass(frozen=True, slots=True)
class Date:
    """A date with the precision it was written in; `month` and `day` are 0 where it has none."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first(self) -> tuple[int, int, int]:
        """The first day that the date can mean, for sorting and comparing."""
        return (self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> tuple[int, int, int]:
        """The last day that the date can mean."""
        month = self.month or 12
        return (self.year, month, self.day or calendar.monthrange(max(self.year, 1), month)[1])

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def words(self) -> str:
        """The date as people read it: `21 November 2016`."""
        month = calendar.month_name[self.month] if self.month else ""
        return " ".join(part for part in (str(self.day or ""), month, str(self.year)) if part)


def dates(text: str) -> tuple[Date, ...]:
    """The one date, or the two ends of the interval, that a checked text holds; empty where it is none."""
    found = [_one(part) for part in text.split("/")]
    return tuple(date for date in found if date) if all(found) else ()


def words(text: str) -> str:
    """Say an EDTF text in words; what is no date comes back unchanged."""
    return " to ".join(date.words for date in dates(text)) or text


def fault_in_date(text: str, *, interval: bool) -> Fault | None:
    """Say what is wrong with a date, and what to write instead where that can be told."""
    found = dates(text)
    if len(found) == 1:
        return None
    if len(found) == 2 and interval:
        return _interval_fault(text, found)
    if len(found) == 2:
        return whole(
            text,
            CODE,
            f"`{text}` is an interval, and one date stands here",
            f"write the first day only, `{found[0]}`",
            str(found[0]),
        )
    suggestion = _guess(text)
    better = fault_in_date(suggestion, interval=interval) if suggestion else None
    suggestion = better.replacement if better else suggestion
    if suggestion:
        return whole(text, CODE, f"`{text}` is not a date", f"write it as `{suggestion}`", suggestion)
    return whole(text, CODE, *_why(text))


def _why(text: str) -> tuple[str, str]:
    """What is wrong with a date that cannot be guessed, and what to write."""
    match = _ONE.fullmatch(text)
    if match and match[2] and not 1 <= int(match[2]) <= 12:
        return f"there is no month `{match[2]}`", f"write the month that is meant, from 01 to 12, as in `{match[1]}-11`"
    if match and match[3]:
        month = f"{calendar.month_name[int(match[2])]} {match[1]}"
        return (
            f"{month} has no day `{match[3]}`",
            f"write the day that is meant, or the month alone: `{match[1]}-{match[2]}`",
        )
    parts = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text)
    if parts and max(int(parts[1]), int(parts[2])) <= 12:
        first, second, year = (int(part) for part in parts.groups())
        return (
            f"`{text}` can mean two days",
            f"write `{year}-{second:02}-{first:02}` or `{year}-{first:02}-{second:02}`",
        )
    return f"`{text}` is not a date", _FORMS


def _interval_fault(text: str, ends: tuple[Date, ...]) -> Fault | None:
    start, end = ends
    if start.first <= end.last:
        return None
    return whole(
        text,
        "dates-backwards",
        f"the interval `{text}` ends before it begins",
        f"write the earlier date first: `{end}/{start}`",
        f"{end}/{start}",
    )


def _one(text: str) -> Date | None:
    match = _ONE.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    if match[2] and not 1 <= month <= 12:
        return None
    if match[3] and not 1 <= day <= calendar.monthrange(max(year, 1), month)[1]:
        return None
    return Date(year, month, day)


def _guess(text: str) -> str | None:
    """Read a date as people write it; `None` where it could mean two things."""
    ends = re.split(r"\s*(?:/|–|—|\bto\b|\buntil\b)\s*", text.strip(), flags=re.IGNORECASE)
    if len(ends) == 1 and re.fullmatch(r"\d{4}\s*-\s*\d{4}", text.strip()):
        ends = re.split(r"\s*-\s*", text.strip())
    if len(ends) == 2 and all(ends):
        guesses = [_guess_one(end) for end in ends]
        if guesses[0] and guesses[1]:
            return f"{guesses[0]}/{guesses[1]}"
    return _guess_one(text)


def _guess_one(text: str) -> str | None:
    text = re.sub(
        r"^(?:about|around|circa|ca\.?|c\.|in|since|early|late|mid|spring|summer|autumn|fall|winter)[\s-]+",
        "",
        text.strip().casefold(),
    )
    if _one(text):
        return text
    for pattern, order in (
        (r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", "ymd"),
        (r"(\d{1,2})[./](\d{4})", "my"),
        (r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", "dmy"),
        (r"(1[3-9]|2\d|3[01])[/-](\d{1,2})[/-](\d{4})", "dmy"),
        (r"(\d{1,2})[/-](1[3-9]|2\d|3[01])[/-](\d{4})", "mdy"),
        (r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+([a-zé]+)\.?,?\s+(\d{4})", "dmy"),
        (r"([a-zé]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", "mdy"),
        (r"([a-zé]+)\.?,?\s+(\d{4})", "my"),
    ):
        match = re.fullmatch(pattern, text)
        if match:
            parts = dict(zip(order, match.groups(), strict=True))
            guess = _checked(parts)
            if guess:
                return guess
    return None


def _checked(parts: dict[str, str | None]) -> str | None:
    month = parts.get("m") or ""
    number = (
        _SHORT_MONTHS.get(month) or _MONTHS.get(month) or _SHORT_MONTHS.get(month[:3])
        if not month.isdigit()
        else int(month)
    )
    if month and not number:
        return None
    text = parts["y"] or ""
    text += f"-{number:02}" if number else ""
    text += f"-{int(parts['d']):02}" if parts.get("d") else ""  # type: ignore[arg-type]
    return text if _one(text) else None


def in_years(day: tuple[int, int, int]) -> float:
    """A day as a place on a line of years: its year, and how much of it has passed."""
    return day[0] + (day[1] - 1) / 12 + (day[2] - 1) / 365
