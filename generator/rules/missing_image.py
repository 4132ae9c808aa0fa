"""missing-image: a record shows an image that is not there.

Images stand in `content/images/`. Each has its alt text, its credit and its licence in the record.

    images:
      - file: photonics-park.jpg        # content/images/photonics-park.jpg
        alt: A low glass building between pines.
        credit: City of Pessac
        licence: CC BY 4.0
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records.base import IMAGE_FILE
from generator.records.marks import File
from generator.text.near import nearest

CODE = "missing-image"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find images without a file."""
    for entry, text in catalogue.texts(File):
        if text.text in catalogue.images or not IMAGE_FILE.fullmatch(text.text):
            continue
        meant = nearest(text.text, sorted(catalogue.images))
        advice = f"did you mean `{meant}`?" if meant else f"put the file at `content/images/{text.text}`"
        yield Problem(
            entry.place(text.path),
            CODE,
            f"there is no image `{text.text}`",
            help=advice,
            mends=entry.mend(text.path, meant) if meant else (),
        )
