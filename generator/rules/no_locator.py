"""no-locator: a citation beside a fact does not say where in the work it stands.

A reader who wants to check a figure must not read a whole paper for it.

    cite: "@rivas-2016"                 # wrong
    cite: "@rivas-2016, p. 9"           # right; also `sec.`, `note`, `table`, `fig.`, `fn.`, `box`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records import Source
from generator.records.marks import Cite

CODE = "no-locator"
_WITHOUT_PAGES = frozenset({"webpage", "motion_picture", "document", "speech"})


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find citations without a locator, of works that have pages."""
    for cited in catalogue.citations:
        if not isinstance(cited.marked.mark, Cite) or cited.citation.read_locator:
            continue
        source = catalogue.records.get(cited.citation.read)
        if isinstance(source, Source) and source.type in _WITHOUT_PAGES:
            continue
        start, end = cited.citation.start, cited.citation.end
        good = f"{cited.marked.text[start:end]}, p. 9"
        yield Problem(
            cited.entry.place(cited.marked.path, start, end),
            CODE,
            f"the citation of `{cited.citation.read}` does not say where in the work",
            help=f"add the page, as in `{good}`",
            mends=cited.entry.mend(cited.marked.path, good, start, end),
        )
