"""Quantities as sources state them: `267`, `around 100`, `more than 5900`, `10 to 45`, `not reported`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.text.fault import Fault, whole

CODE = "bad-quantity"
NOT_REPORTED = "not reported"
QUALIFIERS = ("around", "more than", "at least", "less than", "at most")
_NUMBER = r"-?(?:0|[1-9]\d*)(?:\.\d+)?"
_GRAMMAR = re.compile(rf"(?:({'|'.join(QUALIFIERS)}) )?({_NUMBER})(?: to ({_NUMBER}))?")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f\u2009 ]\d{3})+(?!\d)")
_SYNONYMS = {
    "around": r"~|≈|±|about|approximately|approx\.?|circa|ca\.?|c\.|roughly|nearly|almost|some|an estimated|est\.?",
    "more than": r">|over|above|exceeding|upwards of",
    "at least": r"≥|>=|minimum|min\.?|not less than",
    "less than": r"<|under|below|fewer than|up to but not including",
    "at most": r"≤|<=|up to|maximum|max\.?|not more than",
}
_FORMS = "write `267`, `around 100`, `more than 5900`, `10 to 45` or `not reported`"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A parsed quantity: `low` and `high` are equal where it is one number; both are `None` where not reported."""

    qualifier: str = ""
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def is_reported(self) -> bool:
        """Tell a number from `not reported`."""
        return self.low is not None

    @property
    def is_range(self) -> bool:
        """Tell `10 to 45` from one number."""
        return self.low != self.high


@lru_cache(maxsize=4096)
def quantity(text: str) -> Quantity:
    """Parse a checked text; what is no quantity counts as not reported."""
    match = _GRAMMAR.fullmatch(text)
    if not match:
        return Quantity()
    low = Decimal(match[2])
    return Quantity(match[1] or "", low, Decimal(match[3]) if match[3] else low)


def fault_in_quantity(text: str, *, blank: bool) -> Fault | None:
    """Say what is wrong with a quantity, and what to write instead where that can be told."""
    if text == NOT_REPORTED and blank:
        return None
    if _THOUSANDS.search(text):
        plain = _THOUSANDS.sub(lambda match: re.sub(r"\D", "", match[0]), text)
        good = _right(plain, blank=blank)
        return whole(
            text,
            "thousands-mark",
            f"`{text}` has a mark between thousands",
            f"write digits only: `{good}`" if good else "write digits only",
            good,
        )
    if not (match := _GRAMMAR.fullmatch(text)):
        guess = _right(text, blank=blank)
        if guess:
            return whole(text, CODE, f"`{text}` is not a quantity", f"write `{guess}`", guess)
        return whole(text, CODE, f"`{text}` is not a quantity", _FORMS)
    if match[3] and Decimal(match[2]) >= Decimal(match[3]):
        return _backwards(text, match)
    return None


def _right(text: str, *, blank: bool) -> str | None:
    """The right form of what people wrote; `None` where it cannot be told."""
    good = text if _GRAMMAR.fullmatch(text) else _guess(text)
    fault = fault_in_quantity(good, blank=blank) if good else None
    return fault.replacement if fault else good


def _backwards(text: str, match: re.Match[str]) -> Fault:
    lead = f"{match[1]} " if match[1] else ""
    turned = f"{lead}{match[3]} to {match[2]}" if match[2] != match[3] else f"{lead}{match[2]}"
    return whole(
        text,
        "range-backwards",
        f"the range `{text}` does not run upwards",
        f"write the smaller number first: `{turned}`",
        turned,
    )


def _guess(text: str) -> str | None:
    """Read a quantity as people write it; `None` where it cannot be told."""
    plain = " ".join(text.casefold().split())
    if plain in {
        "not-reported",
        "not_reported",
        "unknown",
        "n/a",
        "na",
        "n.a.",
        "-",
        "–",
        "?",
        "none",
        "not known",
        "no data",
    }:
        return NOT_REPORTED
    plain = re.sub(
        r"(?<=\d)\s*(?:%|€|(?!thousand|million|billion|mi?o\b|mrd|tsd|bn\b|[km]\b)[^\W\d_][^\d]*)$", "", plain
    )
    plain = re.sub(r"^(?:€|eur)\s*", "", plain)
    plain = re.sub(rf"^between ({_NUMBER}) and ({_NUMBER})$", r"\1 to \2", plain)
    plain = re.sub(rf"^(?:from )?({_NUMBER})\s*(?:-|–|—|\.\.\.?|until)\s*({_NUMBER})$", r"\1 to \2", plain)
    plain = re.sub(r"(?<=\d),(?=\d{1,2}$)", ".", plain)
    plain = re.sub(r"^(?:00*)(?=[1-9])|^\+", "", plain)
    for qualifier, synonyms in _SYNONYMS.items():
        plain = re.sub(rf"^(?:{synonyms})\s*(?=-?\d)", f"{qualifier} ", plain)
    plain = re.sub(rf"^({_NUMBER})\s*\+$", r"more than \1", plain)
    return plain if _GRAMMAR.fullmatch(plain) else None
