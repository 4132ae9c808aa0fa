"""Published addresses: `data/addresses.csv` lists every address and anchor that readers may have linked.

Here too the addresses in other tables are looked up that no record answers for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.catalogue import Catalogue
from generator.pages import Page
from generator.plain_files import read_bytes
from generator.problems import Place, Problem, Span
from generator.project import Project
from generator.rules import unknown_address
from generator.rules.named import missing, named_in_tables
from generator.tables import PAGE

PATH = "data/addresses.csv"
HEADER = "address"
CODE = "dropped-address"


def addresses_of(pages: Iterable[Page]) -> tuple[str, ...]:
    """Every address of the pages, with and without anchors, and of the files beside them, in order."""
    promised = [page for page in pages if page.is_promised]
    found = {page.address for page in promised}
    found |= {f"{page.address}#{anchor}" for page in promised for anchor in page.promised}
    found |= {f"{page.address}{name}" for page in promised for name, _ in page.beside}
    return tuple(sorted(found))


def listed(project: Project) -> tuple[str, ...]:
    """The addresses published so far, in the order of the file; none where there is no file yet."""
    path = project.root / PATH
    if not path.is_file():
        return ()
    lines = read_bytes(path).decode("utf-8-sig", errors="replace").splitlines()
    return tuple(line.strip() for line in lines[1:] if line.strip())


def as_csv(addresses: Iterable[str]) -> str:
    """The file with these addresses, sorted, each once."""
    return "\n".join([HEADER, *sorted(set(addresses))]) + "\n"


def dropped(published: Sequence[str], pages: Iterable[Page]) -> Iterator[Problem]:
    """Find published addresses that no page answers any more."""
    present = frozenset(addresses_of(pages))
    for number, address in enumerate(published, start=2):
        if address not in present:
            yield _problem(address, number, page_is_there=address.partition("#")[0] in present)


def unknown(catalogue: Catalogue, pages: Iterable[Page]) -> Iterator[Problem]:
    """Find addresses in tables that no page answers; those of records are told by `casebook check`, and stop nothing."""
    present = [page.address for page in pages if page.is_promised]
    told = {problem.place for problem in unknown_address.check(catalogue)}
    for _, named in named_in_tables(catalogue):
        if named.kind == PAGE and named.id not in present and named.place not in told:
            yield missing(named, unknown_address.CODE, present, "copy the address of the page from the browser")


def _problem(address: str, number: int, *, page_is_there: bool) -> Problem:
    what = "the section with this address is gone" if page_is_there else "the page with this address is gone"
    place = Place(PATH, Span(number, 1, number, len(address) + 1))
    advice = (
        "bring the section back, or name its field under `blanks`: readers have linked it"
        if page_is_there
        else "bring the record back under its old name: readers have linked it"
    )
    return Problem(place, CODE, f"{what}: `{address}`", help=advice)
