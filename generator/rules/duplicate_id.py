"""duplicate-id: two records have one id.

Ids are unique across all kinds, so that `[[gaia]]` needs no prefix. A body or concept owns the plain name; a case is
named after its place or after what was done there.

    content/cases/gaia.yml  and  content/organisations/gaia.yml      # wrong: rename the case
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Note, Problem

CODE = "duplicate-id"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find files with the name of another record."""
    for twin in catalogue.twins:
        other = catalogue.entries[twin.id]
        yield Problem(
            twin.place(()),
            CODE,
            f"the id `{twin.id}` is taken",
            help="give the file another name; a body or concept owns the plain name",
            notes=(Note(f"it is the id of this {other.kind}", other.place(())),),
        )
