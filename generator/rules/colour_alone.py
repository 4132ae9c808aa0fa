"""colour-alone: a text tells things apart by their colour alone.

One reader in twenty does not see the difference, paper is grey, and the dark palette has other colours. What a colour stands
for is said in words.

    context: The clusters that grew are shown in red.       # wrong
    context: The clusters that grew are Energy and Bio.     # right
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records.marks import Prose

CODE = "colour-alone"
_NAMES = "red|green|blue|yellow|orange|purple|violet|pink|brown|grey|gray|turquoise"
_COLOUR = rf"(?:(?:light|dark|bright|pale)[ -])?(?:{_NAMES})"
_VERBS = (
    "shown|marked|drawn|printed|given|highlighted|coloured|colored|shaded|written|indicated|displayed|painted|filled"
)
_SHAPES = "bars?|dots?|circles?|arrows?|columns?|triangles?|bubbles?|curves?|slices?|wedges?|segments?|crosses|shading"
_IDIOMS = "lines?|boxes|box|areas?|parts?|points?|fields?|squares?|cells?|rows?|stars?|figures?|numbers?|words?|text"
# A colour by which something is shown ends the phrase: "shown in red.", not "shown in green technologies".
_ENDS = r"(?=\s*(?:$|[.,;:)!?\[]|(?:in|on) (?:the|this) (?:map|chart|figure|drawing|table|picture|diagram)\b|(?:is|are|means?|stands?)\b))"
_SHOWN_IN = rf"\b(?:{_VERBS}) in {_COLOUR}(?:(?:,| and| or) {_COLOUR})*{_ENDS}"
_THE_SHAPE = rf"\bthe {_COLOUR}(?:-coloured)? (?:{_SHAPES})\b"
# A red line and a green box are also figures of speech: only what shows something, or is to be looked at, is meant.
_LOOKED_AT = rf"\b(?:see|look at) the {_COLOUR}(?:-coloured)? (?:{_IDIOMS})\b"
_SHOWS = rf"\bthe {_COLOUR}(?:-coloured)? (?:{_IDIOMS}) (?:shows?|marks?|means?|indicates?|represents?|stands? for)\b"
_ALONE = re.compile(f"{_SHOWN_IN}|{_THE_SHAPE}|{_LOOKED_AT}|{_SHOWS}", re.IGNORECASE)
_ANY = re.compile(rf"\b(?:{_NAMES})\b", re.IGNORECASE)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find sentences that point at something by its colour."""
    for entry, text in catalogue.texts(Prose):
        for match in _ALONE.finditer(text.text) if _ANY.search(text.text) else ():
            words = " ".join(match[0].split())
            yield Problem(
                entry.place(text.path, *match.span()),
                CODE,
                f"`{words}` tells by colour alone what is meant",
                help="name what is meant, so that nobody has to see the colour",
                severity="warning",
            )
