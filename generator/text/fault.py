"""Fault: what is wrong inside one text, by offset, before anybody knows in which file it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Characters `start` to `end` of a text are wrong; `replacement` is what `help` offers for them.

    Where the fault is that lines begin too far in, `further_in` tells by how many spaces.
    """

    code: str
    message: str
    help: str
    start: int
    end: int
    replacement: str | None = None
    further_in: int = 0


def whole(text: str, code: str, message: str, help: str, replacement: str | None = None) -> Fault:  # noqa: A002
    """Fault that covers all of `text`."""
    return Fault(code, message, help, 0, len(text), replacement)
