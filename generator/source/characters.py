"""Characters that nobody sees or that look like others: found before YAML trips over them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.problems import Problem
from generator.source.document import Lines

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]+")
_ODD_INDENT = re.compile(r"^[ \t]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*", re.MULTILINE)
_ODD_AFTER_COLON = re.compile(r"^(?P<key>\s*(?:- +)?[\w.-]+:)(?P<space>[\u00a0\u2000-\u200a\u202f\u3000]+)", re.MULTILINE)
_MARKS = re.compile(r"\w[\u0300-\u036f]+")


def faults_in_characters(lines: Lines) -> Iterator[Problem]:
    """Find control and invisible characters, odd spaces where YAML needs plain ones, and accents in two pieces."""
    text = lines.text
    if text.isascii() and text.replace("\n", "").isprintable():
        return
    for match in _CONTROL.finditer(text):
        name = f"U+{ord(match[0][0]):04X}"
        yield Problem(lines.place(*match.span()), "control-character", f"a control character ({name}) stands here", help="delete it", mends=(lines.mend(*match.span(), ""),))
    if text.isascii():
        return
    for match in _INVISIBLE.finditer(text):
        name = unicodedata.name(match[0][0], f"U+{ord(match[0][0]):04X}").lower()
        yield Problem(lines.place(*match.span()), "invisible-character", f"an invisible character ({name}) stands here", help="delete it, or type the words again instead of pasting them", mends=(lines.mend(*match.span(), ""),))
    for match in _ODD_INDENT.finditer(text):
        plain = " " * len(match[0])
        yield Problem(lines.place(*match.span()), "odd-space", "this line begins with a space that is no plain space", help="type plain spaces instead; text that was pasted often brings others along", mends=(lines.mend(*match.span(), plain),))
    for match in _ODD_AFTER_COLON.finditer(text):
        yield Problem(lines.place(*match.span("space")), "odd-space", "the space after the colon is no plain space", help="type a plain space after the colon", mends=(lines.mend(*match.span("space"), " "),))
    for match in _MARKS.finditer(text):
        whole = unicodedata.normalize("NFC", match[0])
        if whole != match[0]:
            yield Problem(lines.place(*match.span()), "split-accent", f"`{whole}` is written as a letter and a loose accent", help=f"type `{whole}` as one letter", mends=(lines.mend(*match.span(), whole),))
