"""unknown-address: a row of `data/asked-as.csv` names a record's page that does not exist.

The row would help nobody to find anything. The address is what follows the name of the site when the page is open in the
browser, with a slash at both ends.

    /concepts/critical-mas/,too small alone      # wrong: no content/concepts/critical-mas.yml
    /concepts/critical-mass/,too small alone     # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records import RECORD_TYPES
from generator.rules.named import missing, named_in_tables
from generator.tables import PAGE

CODE = "unknown-address"
KIND_OF_FOLDER = {record_type.folder: kind for kind, record_type in RECORD_TYPES.items()}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find addresses of records that are not there; those of other pages are looked up when the pages are made."""
    for table, named in named_in_tables(catalogue):
        folder, _, key = named.id.strip("/").partition("/")
        kind = KIND_OF_FOLDER.get(folder)
        if named.kind != PAGE or not key or kind is None or catalogue.kind_of(key) == kind:
            continue
        known = [f"/{folder}/{other}/" for other in catalogue.entries if catalogue.kind_of(other) == kind]
        advice = f"copy the address of the page from the browser, or delete this line of `data/{table}.csv`"
        yield missing(named, CODE, known, advice, severity="warning")  # the search goes without it
