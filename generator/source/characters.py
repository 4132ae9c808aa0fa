"""Characters that nobody sees or that look like others: found before YAML trips over them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.problems import Problem
from generator.source.document import Lines

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
# Characters that nobody sees, besides those that Unicode calls format characters, private or not assigned.
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {
    chr(code)
    for first, last in ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
    for code in range(first, last + 1)
}
_NOT_SEEN = frozenset({"Cf", "Cn", "Co", "Zl", "Zp"})
_ODD_INDENT = re.compile(
    r"^[ \t]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*",
    re.MULTILINE,
)
_ODD_AFTER_COLON = re.compile(
    r"^(?P<key>\s*(?:- +)?[\w.-]+:)(?P<space>[\u00a0\u2000-\u200a\u202f\u3000]+)", re.MULTILINE
)
_MARKS = re.compile(r"\w[\u0300-\u036f]+")
_MOST_MARKS = 2  # beside the accent that the letter itself has
_PILE = re.compile(rf"\w[\u0300-\u036f]{{{_MOST_MARKS + 1},}}")


def faults_in_characters(lines: Lines) -> Iterator[Problem]:
    """Find control and invisible characters, odd spaces where YAML needs plain ones, and accents in two pieces.

    What was pasted or saved by one program has one kind of them all over: each kind is told once, with all its places.
    """
    text = lines.text
    if text.isascii() and text.replace("\n", "").isprintable():
        return
    control = [_Odd(*match.span(), "") for match in _CONTROL.finditer(text)]
    yield from _told(lines, control, "control-character", "a control character ({}) stands {}", "delete {}")
    if text.isascii():
        return
    unseen = _unseen(text)
    invisible = [_Odd(*match.span(), "") for match in unseen.finditer(text)] if unseen else []
    yield from _told(
        lines,
        invisible,
        "invisible-character",
        "an invisible character ({}) stands {}",
        "delete {}, or type the words again instead of pasting them",
    )
    margins = [_Odd(*match.span(), " " * len(match[0])) for match in _ODD_INDENT.finditer(text)]
    yield from _told(
        lines,
        margins,
        "odd-space",
        "this line begins with a space that is no plain space ({}), {}",
        "type plain spaces instead of {}; text that was pasted often brings others along",
    )
    after = [_Odd(*match.span("space"), " ") for match in _ODD_AFTER_COLON.finditer(text)]
    yield from _told(
        lines,
        after,
        "odd-space",
        "the space after the colon is no plain space ({}), {}",
        "type a plain space instead of {}",
    )
    whole = [(match, unicodedata.normalize("NFC", match[0])[: _MOST_MARKS + 1]) for match in _MARKS.finditer(text)]
    accents = [_Odd(*match.span(), good, good) for match, good in whole if good != match[0]]
    yield from _told(
        lines,
        accents,
        "split-accent",
        "`{}` is written as a letter and a loose accent {}",
        "type {} as one letter each",
    )


def faults_in_escapes(text: str) -> Iterator[tuple[str, int, int]]:
    """Find such characters in a value into which an escape has put them: the code, from where to where."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return
    forms = (("control-character", _CONTROL), ("invisible-character", _unseen(text)), ("split-accent", _PILE))
    for code, form in forms:
        yield from ((code, *match.span()) for match in form.finditer(text)) if form else ()


def _unseen(text: str) -> re.Pattern[str] | None:
    """What finds the invisible characters of a text, if it has any."""
    found = {one for one in set(text) if one in _UNSEEN or unicodedata.category(one) in _NOT_SEEN}
    found -= set(_CONTROL.findall("".join(found)))
    return re.compile(f"[{re.escape(''.join(sorted(found)))}]+") if found else None


@dataclass(frozen=True, slots=True)
class _Odd:
    """Characters from `start` to `end`, and what to put there; `shown` is what an author can see of them."""

    start: int
    end: int
    good: str
    shown: str = ""


def _told(lines: Lines, found: list[_Odd], code: str, message: str, advice: str) -> Iterator[Problem]:
    if not found:
        return
    first = found[0]
    character = lines.text[first.start]
    shown = first.shown or unicodedata.name(character, f"U+{ord(character):04X}").lower()
    others = len(found) - 1
    where = (
        "here"
        if not others
        else f"here, and {others} more like it in the file"
        if others > 1
        else "here, and one more like it in the file"
    )
    mends = tuple(lines.mend(odd.start, odd.end, odd.good) for odd in found)
    what = (
        ", ".join(f"`{letter}`" for letter in dict.fromkeys(odd.shown for odd in found))
        if first.shown
        else "all of them"
        if others
        else "it"
    )
    yield Problem(
        lines.place(first.start, first.end), code, message.format(shown, where), help=advice.format(what), mends=mends
    )
