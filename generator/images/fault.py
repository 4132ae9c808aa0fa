"""ImageFault: what is wrong with an image file as a whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImageFault:
    """One fault of an image, which has no lines; `help` says what to do."""

    code: str
    message: str
    help: str
