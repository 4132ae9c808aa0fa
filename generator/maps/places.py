"""Places of the map: every place of a case or a body, numbered country by country, with what is told of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue import Catalogue, sort_key
from generator.maps.projection import Point, projected
from generator.records import Case, Organisation
from generator.tables import Row


@dataclass(frozen=True, slots=True)
class Place:
    """A place, its number on the map and in the list, what its point is, and the cases and bodies there."""

    number: int
    row: Row
    country: str
    cases: tuple[Case, ...]
    bodies: tuple[Organisation, ...]

    @property
    def anchor(self) -> str:
        """Where it stands in the list; codes of NUTS are capitals, so that they never meet another code in small letters."""
        code = self.row.key
        return f"nuts-{code.lower()}" if code.isupper() else f"place-{code}"

    @property
    def kind(self) -> str:
        """What the point is: `city`, `region` or `country`."""
        first = self.row.cells.get("precision", "").split(" ")[0]
        return first if first in {"region", "country"} else "city"

    @property
    def point(self) -> Point | None:
        """Where it lies on the plane; nowhere, if the table does not say."""
        try:
            return projected(float(self.row.cells["latitude"]), float(self.row.cells["longitude"]))
        except (KeyError, ValueError, ZeroDivisionError):
            return None

    @property
    def count(self) -> int:
        """How many cases and bodies are there."""
        return len(self.cases) + len(self.bodies)

    @property
    def words(self) -> str:
        """Name, country, and how many cases and bodies."""
        name = self.row.label if self.row.label == self.country else f"{self.row.label}, {self.country}"
        counts = [
            f"{len(found)} {one if len(found) == 1 else more}"
            for found, one, more in ((self.cases, "case", "cases"), (self.bodies, "body", "bodies"))
            if found
        ]
        return f"{name}, {' and '.join(counts)}"


def places(catalogue: Catalogue) -> tuple[Place, ...]:
    """Every place of a case or a body: countries by name, in each the country itself first, then its places by name."""
    cases: dict[str, list[Case]] = {}
    bodies: dict[str, list[Organisation]] = {}
    for case in catalogue.cases:
        for code in dict.fromkeys(case.places):
            cases.setdefault(code, []).append(case)
    for body in catalogue.organisations:
        if body.place:
            bodies.setdefault(body.place, []).append(body)
    rows = sorted((catalogue.row("places", code) for code in cases | bodies), key=lambda row: _order(catalogue, row))
    return tuple(
        Place(number, row, _country(catalogue, row), tuple(cases.get(row.key, ())), tuple(bodies.get(row.key, ())))
        for number, row in enumerate(rows, start=1)
    )


def _country(catalogue: Catalogue, row: Row) -> str:
    return catalogue.row("places", row.cells.get("country", row.key)).label


def _order(catalogue: Catalogue, row: Row) -> tuple[str, bool, str, str]:
    return sort_key(_country(catalogue, row)), row.key != row.cells.get("country"), sort_key(row.label), row.key
