"""Signs that mean something to the programs that make pages of texts: what plain words hold none of.

Texts come from strangers. Pages show each sign as it is, whatever it is; here it is told, so that nobody sends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.text.fault import Fault

CODE = "refused-markup"
MOST_OF_A_WORD = 80
_EVENTS = "click|load|error|focus|blur|input|change|submit|toggle|begin|end|mouse|key|pointer|touch|animation|transition|drag|drop|scroll|wheel|page|message"


@dataclass(frozen=True, slots=True)
class Sign:
    """What is refused, its form, and what to write instead; `in_prose` where texts of several paragraphs have none either."""

    name: str
    form: str
    advice: str
    in_prose: bool = True


_PLAIN = "delete it, and write the words as a plain sentence"
SIGNS: tuple[Sign, ...] = (
    Sign("HTML", r"<(?![\s\d=<-])[^<>]*>?(?:[^<>]*</[^<>]*>)*|<!--|--!?>|\]\]>", "write the words without tags"),
    Sign("a character written as a code", r"&#?\w{1,31};", "write the character itself"),
    Sign("an attribute list", r"\{:?[^{}\n]*\}", _PLAIN),
    Sign("a brace", r"[{}]+", "write round brackets, or delete it"),
    Sign("a backslash", r"\\+(?=[^\w\s]|[xuU][0-9a-fA-F]{2}|\s*$)", "delete it; a slash is written `/`"),
    Sign("code", r"`+", "write the words without backticks; an apostrophe is written `'`"),
    Sign("an attribute of HTML", rf"\bon(?:[a-z]{{3,}}=(?=\S)|(?:{_EVENTS})[a-z]*\s*=)", _PLAIN),
    Sign(
        "an address that runs",
        r"\b(?:javascript|vbscript|livescript)\s*:|\bdata:[\w.+-]+/[\w.+-]+[;,]|\bdata:[;,]|\b(?:file|blob|filesystem):(?=\S)",
        "delete it; an address begins with `https://`",
    ),
    Sign("a footnote", r"\[\^[^\[\]]*\]|\^\[", _PLAIN),
    Sign("a list of contents", r"\[\[?_?toc_?\]\]?", "delete it; pages make their own", in_prose=True),
    Sign("an image", r"!\[", "delete it, and put the image under `images:` with its alt text and licence"),
    Sign("a box", r"^[ \t]*(?:!!!|\?\?\?|:::|///|===)[ +!]*\w*", _PLAIN),
    Sign("a definition", r"^:[ \t]+", "delete the colon at the start of the line"),
    Sign("a file to be put in", r"-+8<-*", _PLAIN),
    Sign(
        "a link that leads to no web address",
        r"\]\((?!\s*<?(?:https?://|mailto:))[^()\n]*\)?",
        "write the words alone, or the whole address, beginning with `https://`",
    ),
    Sign("a link", r"\]\(|\]\[|\]:|\[\[|\]\]", "write the words alone; links stand in longer texts", in_prose=False),
    Sign(
        "a web address",
        r"\b(?:https?|ftp)://\S*|\bwww\.\S+",
        "delete it; addresses stand under `links` or in longer texts, and a DOI stands without its address",
        in_prose=False,
    ),
    Sign("a citation", r"\[@", "write the words alone; citations stand in longer texts", in_prose=False),
    Sign("a bar", r"\|+(?!\s*$)", "write the words without bars"),
    Sign("a heading", r"^#{1,6}(?=\s)", "take away the marks", in_prose=False),
    Sign("a rule", r"^\s*(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$", "delete it", in_prose=False),
)


def faults_in_line(text: str) -> tuple[Fault, ...]:
    """What a line of plain words holds that is no plain word, in order of place."""
    return tuple(_sorted([*_signs(_IN_LINES, text), *_long_words(text)]))


def faults_in_signs(text: str, told: Iterable[Fault]) -> Iterator[Fault]:
    """What a text of several paragraphs holds besides its own notation, and besides what is `told` already."""
    plain = _NOTATION.sub(lambda match: " " * len(match[0]), text)
    taken = [(fault.start, fault.end) for fault in told]
    for fault in _sorted([*_signs(_IN_PROSE, plain), *_long_words(plain)]):
        if not any(start < fault.end and fault.start < end for start, end in taken):
            yield fault


def _signs(form: re.Pattern[str], text: str) -> Iterator[Fault]:
    for match in form.finditer(text):
        sign = SIGNS[int(str(match.lastgroup)[1:])]
        message = f"{sign.name} is not possible in a text"
        yield Fault(CODE, message, sign.advice, *match.span(), "" if sign.advice.startswith("delete") else None)


def _long_words(text: str) -> Iterator[Fault]:
    for match in _LONG.finditer(text):
        message = f"this word has {len(match[0])} characters, and {MOST_OF_A_WORD} are the most"
        yield Fault("too-long", message, "put spaces between its parts, or shorten it", *match.span())


def _sorted(faults: list[Fault]) -> list[Fault]:
    """In order of place; of several at one place the longest."""
    kept: list[Fault] = []
    for fault in sorted(faults, key=lambda fault: (fault.start, -fault.end)):
        if not kept or fault.start >= kept[-1].end:
            kept.append(fault)
    return kept


def _any(signs: Iterable[Sign]) -> re.Pattern[str]:
    forms = (f"(?P<s{SIGNS.index(sign)}>{sign.form})" for sign in signs)
    return re.compile("|".join(forms), re.IGNORECASE | re.MULTILINE)


# The beginning of a link to a record, also of one with a slip that is told elsewhere, and the address of a link to another site.
_NOTATION = re.compile(
    r"\[\[!?[a-z0-9-]+\]|\[[^\[\]|\n]*\||\]\((?:https?://|mailto:)(?:[^\s<>\"'`{}\\^|\[\]()]|\([^\s<>\"'`{}\\^|\[\]()]*\))*\)"
)
_LONG = re.compile(rf"\S{{{MOST_OF_A_WORD + 1},}}")
_IN_LINES = _any(SIGNS)
_IN_PROSE = _any(sign for sign in SIGNS if sign.in_prose)
