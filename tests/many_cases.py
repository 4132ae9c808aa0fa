"""Many cases, made from the real ones: other places, other titles, and in each text words that no other text has."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.records import Case

_SYLLABLES = (
    "ba be bin cor da dor el fa gen ka lin lo mar ne nor o pa pol ra ri sa sen ta ter tra u va ver vi zan".split()
)
_TEXTS = ("summary", "context", "challenge", "objectives", "approach", "results", "limits", "conditions")
_WORD_OR_NOTATION = re.compile(r"\[[^\]]*\]+|\b[a-z]{5,}\b")
_LEXICON = 20_000  # words, of which some are used often and most hardly ever, as in any language


def more_cases(catalogue: Catalogue, number: int) -> Iterator[Case]:
    """So many cases; the same each time."""
    dice = random.Random(2016)
    lexicon = ["".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))) for _ in range(_LEXICON)]

    def word() -> str:
        return lexicon[int(_LEXICON * dice.random() ** 3)]

    def reworded(text: str) -> str:
        return _WORD_OR_NOTATION.sub(
            lambda found: word() if found[0][0] != "[" and dice.random() < 0.15 else found[0], text
        )

    for at in range(number):
        case = catalogue.cases[at % len(catalogue.cases)]
        place = word().capitalize()
        texts = {name: reworded(text) for name in _TEXTS if (text := getattr(case, name))}
        title = f"{place}: {word()} for {word()} and {word()} in one region"
        yield case.model_copy(update={"id": f"{place.lower()}-{at}", "title": title, **texts})
