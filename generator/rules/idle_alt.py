"""idle-alt: the alt text of an image tells nothing of its own.

The alt text stands in for the image where nobody sees it. It says what can be seen, in a sentence: that it is an image is
said by the program that reads it aloud, and what the caption says is read aloud as well.

    alt: Image of a workshop                            # wrong
    alt: The workshop in Fribourg, May 2017             # wrong where the caption says the same
    alt: Twenty people round a table covered in notes   # right
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records.marks import Line

CODE = "idle-alt"
_KIND = r"images?|pictures?|photos?|photographs?|graphics?|screenshots?|illustrations?|figures?"
_SAYS_WHAT_IT_IS = re.compile(
    rf"(?:(?:an?|the|this)\s+)?(?:{_KIND})(?:\s+(?:of|showing|shows|that shows|with)\b\s*|\s*:\s*|$)", re.IGNORECASE
)
_MARKS = re.compile(r"\[@[^\]]*\]|\[\[[^\]|]*\|?|\]\]|[^\w\s]")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find alt texts that begin with what every image is, or that repeat what stands beside the image."""
    for entry, text in catalogue.texts(Line):
        if text.path[0] != "images" or text.path[-1] != "alt":
            continue
        begun = _SAYS_WHAT_IT_IS.match(text.text)
        if begun:
            rest = text.text[begun.end() :]
            good = rest[:1].upper() + rest[1:]
            advice = f"write `{good}`" if good else "write what can be seen in it"
            yield Problem(
                entry.place(text.path, *begun.span()),
                CODE,
                f"`{begun[0].strip()}` is said of every image",
                help=advice,
                severity="warning",
                mends=entry.mend(text.path, good, 0, len(text.text)) if good else (),
            )
        elif beside := _repeated(entry.data, text.path[1], text.text):
            yield Problem(
                entry.place(text.path),
                CODE,
                f"the alt text says the same as `{beside}`",
                help="write what can be seen in the image, for somebody who cannot see it",
                severity="warning",
            )


def _repeated(record: Any, number: str | int, alt: str) -> str | None:
    """The field beside the alt text that says the same."""
    image = record["images"][number]
    fields = {"caption", "credit", "file"} & image.keys() if isinstance(image, dict) else set()
    return next((name for name in sorted(fields) if _bare(str(image[name])) == _bare(alt)), None)


def _bare(text: str) -> str:
    """The words of a text, without marks, citations, and the ending of a file's name."""
    return " ".join(_MARKS.sub(" ", re.sub(r"\.\w{3,4}$", "", text)).split()).casefold()
