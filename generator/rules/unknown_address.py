"""unknown-address: a row of `data/asked-as.csv` names a record's page that does not exist.

The row would help nobody to find anything. The address is what follows the name of the site when the page is open in the
browser, with a slash at both ends.

    /concepts/critical-mas/,too small alone      # wrong: no content/concepts/critical-mas.yml
    /concepts/critical-mass/,too small alone     # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Mend, Problem
from generator.records import RECORD_TYPES
from generator.tables import PAGE
from generator.text.near import nearest

CODE = "unknown-address"
KIND_OF_FOLDER = {record_type.folder: kind for kind, record_type in RECORD_TYPES.items()}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find addresses of records that are not there; those of other pages are looked up when the pages are made."""
    for name, rows in catalogue.tables.items():
        for named in (one for row in rows.values() for one in row.names if one.kind == PAGE):
            folder, _, key = named.id.strip("/").partition("/")
            kind = KIND_OF_FOLDER.get(folder)
            if not key or kind is None or catalogue.kind_of(key) == kind:
                continue
            known = [f"/{folder}/{other}/" for other in catalogue.entries if catalogue.kind_of(other) == kind]
            meant = nearest(named.id, known)
            advice = f"copy the address of the page from the browser, or delete this line of `data/{name}.csv`"
            yield Problem(
                named.place,
                CODE,
                f"there is no page `{named.id}`",
                help=f"did you mean `{meant}`?" if meant else advice,
                severity="warning",  # the search goes without it
                mends=(Mend(named.place, meant),) if meant else (),
            )
