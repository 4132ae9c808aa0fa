"""unknown-term: a word is not in the vocabulary of its field.

Cases can be compared only where all of them use the same words. The words of each field stand in a table of `data/`.

    levels: [county]                    # wrong: not in data/levels.csv
    levels: [regional]                  # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records.base import MOST_OF_A_WORD
from generator.records.marks import Term
from generator.records.synonyms import SYNONYMS
from generator.rules.elsewhere import strays
from generator.text.near import nearest

CODE = "unknown-term"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find words that their vocabulary lacks."""
    gone = strays(catalogue, Term)
    yield from filter(None, gone.values())
    for entry, text in catalogue.texts(Term):
        vocabulary = text.mark.vocabulary if isinstance(text.mark, Term) else ""
        rows = catalogue.tables.get(vocabulary, {})
        if not rows or not text.text.strip() or text.text in rows or len(text.text) > MOST_OF_A_WORD:
            continue
        if (entry.kind, entry.id, *text.path) in gone:
            continue
        labels = {row.label.casefold(): key for key, row in rows.items()}
        meant = labels.get(text.text.casefold()) or nearest(text.text, rows) or nearest(text.text, labels)
        meant = (
            labels.get(meant, meant)
            if meant
            else next((word for word in SYNONYMS.get(text.text.casefold(), ()) if word in rows), None)
        )
        choices = ", ".join(f"`{key}`" for key in rows)
        advice = (
            f"did you mean `{meant}`?"
            if meant
            else f"write one of {choices}; a new word is a new line of `data/{vocabulary}.csv`"
        )
        place = entry.place(text.path, 0, len(text.text))
        mends = entry.mend(text.path, meant or next(iter(rows)), 0, len(text.text))
        yield Problem(place, CODE, f"`{text.text}` is not in `data/{vocabulary}.csv`", help=advice, mends=mends)
