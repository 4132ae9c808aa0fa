"""The article of a built page as people read it: its blocks of text, what stands under an anchor, and numbers in it."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

from generator.text.dates import dates

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()
_BLOCK = re.compile(r"</?(?:p|li|tr|dd|dt|h[1-6]|ul|ol|dl|table|div|section|blockquote|figure|figcaption|details|summary)\b[^>]*>")  # fmt: skip
_HEADING = re.compile(r"<h[1-6]\b")
_HIDDEN = re.compile(r"<(svg|script|style)\b.*?</\1>", re.DOTALL)


@cache
def article(site: Path, address: str) -> str:
    """The HTML of the article at an address such as `/cases/fribourg/`; empty where there is no such page."""
    file = site / address.strip("/") / "index.html"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return text.partition("<article")[2].partition(">")[2].partition("</article>")[0]


def blocks(text: str) -> tuple[str, ...]:
    """The paragraphs, entries and table rows of a piece of HTML, as words."""
    flat = " ".join(_HIDDEN.sub(" ", text).split())
    lines = _BLOCK.sub("\n", flat.replace("<td", " <td").replace("<br>", " ")).split("\n")
    words = (" ".join(html.unescape(re.sub(r"<[^>]+>", "", line)).split()) for line in lines)
    return tuple(line for line in words if line)


def under(text: str, anchor: str) -> str:
    """The HTML from an anchor to the next heading; empty where the page has no such anchor."""
    start = text.find(f'id="{anchor}"')
    if start < 0:
        return ""
    following = _HEADING.search(text, start)
    return text[start - 1 : following.start() if following else len(text)].partition(">")[2]


def forms(value: str) -> tuple[tuple[str, ...], ...]:
    """The ways to say each number or date of a value: `4` is also `four` and `fourth`, `2016-11` is `November 2016`."""
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?", value) and len(value) > len("2016"):
        return tuple((date.words,) for date in dates(value))
    if re.search(r"[/(]", value):
        return ((value,),)
    return tuple(_forms(number) for number in re.findall(r"\d+(?:\.\d+)?", value))


def says(text: str, value: str) -> bool:
    """Tell whether every number of a value stands in a text, in digits or as a word."""
    return all(any(re.search(_whole(form), text, re.IGNORECASE) for form in each) for each in forms(value))


def _forms(number: str) -> tuple[str, ...]:
    spelt = tuple(names[int(number)] for names in (ONES, ORDINALS) if number.isdigit() and int(number) < len(names))
    return (number, f"{int(number):,}" if number.isdigit() else number, *spelt)


def _whole(form: str) -> str:
    return rf"(?<![\w.,/-]){re.escape(form)}(?![\w/]|[.,-]?\d)" if form[0].isdigit() else rf"\b{re.escape(form)}\b"
