"""unknown-place: a code names no row of `data/places.csv`.

Places carry the point on the map, the country and the native name; a code without a row has none of them.

    places: [ES12]                      # wrong: not in data/places.csv
    places: [ES21]                      # right: the Basque Country
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records.base import MOST_OF_A_WORD
from generator.records.marks import PlaceCode
from generator.rules.elsewhere import strays
from generator.tables import Row
from generator.text.near import nearest

CODE = "unknown-place"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find codes of places that the table lacks."""
    places = catalogue.tables.get("places", {})
    gone = strays(catalogue, PlaceCode)
    yield from filter(None, gone.values())
    for entry, text in catalogue.texts(PlaceCode):
        if not places or not text.text.strip() or text.text in places or len(text.text) > MOST_OF_A_WORD:
            continue
        if (entry.kind, entry.id, *text.path) in gone:
            continue
        meant = _meant(text.text, places)
        advice = (
            f"did you mean `{meant}` ({places[meant].label})?"
            if meant
            else f"write the code of a row of `data/places.csv`, or add a row for `{text.text}`"
        )
        mends = entry.mend(text.path, meant, 0, len(text.text)) if meant else ()
        yield Problem(
            entry.place(text.path, 0, len(text.text)),
            CODE,
            f"there is no place `{text.text}`",
            help=advice,
            mends=mends,
        )


def _meant(code: str, places: Mapping[str, Row]) -> str | None:
    names = {
        name.casefold(): key
        for key, row in places.items()
        for name in (row.label, row.cells.get("native_name", ""))
        if name
    }
    words = code.partition(",")[0].replace("-", " ").strip().casefold()
    by_name = names.get(words) or names.get(words.partition(" ")[2])
    inside = [key for name, key in names.items() if words in re.split(r"[\s,()/-]+", name)]
    return (
        by_name
        or nearest(code, places)
        or names.get(nearest(words, names) or "")
        or (inside[0] if len(set(inside)) == 1 else None)
    )
