"""Safe: much of the text here was sent by strangers."""

from __future__ import annotations

from generator.quality.measures import Point

SAFE = Point(
    "safe",
    "Safe",
    "Much of the text here was sent by strangers. Whatever stands in it stays text: it is reported when it is checked, it is escaped when a page is made, and if both failed, the page's policy would not let it run.",
    (),
)
