"""The map of all cases and the bodies in them, and the same as a list, country by country."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.maps.frame import ENLARGED, OVERVIEW, WIDE, Frame
from generator.maps.places import Place, places
from generator.maps.svg import Ground, background, drawn, sample
from generator.pages.base import Page, escape, front_matter, relative, render
from generator.pages.prose import Writer
from generator.pages.sections import MAP
from generator.records import Record

_KINDS = (("city", "a city or site"), ("region", "the middle of a region"), ("country", "the middle of a country"))
_GROUND = Ground("europe.svg", WIDE)


class MapPage:
    """What the template of the map asks for."""

    uri = MAP
    title = "Map of cases and bodies"

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.places = places(catalogue)
        self.writer = Writer(catalogue, self.uri, cites=False)

    def page(self) -> Page:
        """Fill the template; what lies under the marks stands beside the page, as an image."""
        ground = background(self.catalogue.tables.get("europe", {}).values(), WIDE)
        return Page(self.uri, self.title, render("map.md.jinja", page=self), beside=((_GROUND.address, ground),))

    @property
    def front_matter(self) -> Markup:
        """The title for the theme."""
        return front_matter(
            self.title, description="Where the cases took place and where the bodies in them sit.", styles=("map",)
        )

    def to(self, uri: str) -> Markup:
        """The way to another file."""
        return Markup(relative(self.uri, uri))  # noqa: S704 - our own files

    @property
    def drawing(self) -> Markup:
        """The whole map, for large windows and paper; and in parts for small windows, where marks need more room."""
        elsewhere = [place for place in self.places if not any(_lies(place, frame) for frame in ENLARGED)]
        parts = [(OVERVIEW, drawn(OVERVIEW, _GROUND, elsewhere, ENLARGED))]
        parts += [(frame, drawn(frame, _GROUND, self._in(frame))) for frame in ENLARGED]
        small = Markup().join(
            Markup("<figure>{}<figcaption>{}</figcaption></figure>").format(drawing, frame.caption)
            for frame, drawing in parts
        )
        whole = drawn(WIDE, _GROUND, self.places)
        return Markup('<div class="map"><div class="whole">{}</div><div class="parts">{}</div></div>').format(
            whole, small
        )

    def _in(self, frame: Frame) -> list[Place]:
        """The places of an enlarged part; one in two of them belongs to the first."""
        before = ENLARGED[: ENLARGED.index(frame)]
        return [place for place in self.places if not any(_lies(place, other) for other in before)]

    @property
    def key(self) -> Markup:
        """What the marks mean."""
        return Markup(" · ").join(Markup("%s %s") % (sample(kind), words) for kind, words in _KINDS)

    @cached_property
    def countries(self) -> tuple[tuple[str, tuple[Place, ...]], ...]:
        """The places of each country."""
        return tuple((country, tuple(found)) for country, found in groupby(self.places, lambda place: place.country))

    def name(self, place: Place) -> Markup:
        """The name of a place, and its own name with its language."""
        native, language = place.row.cells.get("native_name", ""), place.row.cells.get("native_language", "")
        shown = escape(place.row.label)
        if native and native not in place.row.label:
            shown += Markup(' (<span lang="%s">%s</span>)') % (escape(language), escape(native))
        return shown

    def told(self, place: Place) -> Markup:
        """The cases of a place, each with the year in which it was told, and its bodies."""
        lists = []
        if place.cases:
            cases = (Markup("%s (%s)") % (self._link(case), escape(case.as_told[:4])) for case in place.cases)
            lists.append(Markup("Cases: ") + Markup("; ").join(cases))
        if place.bodies:
            lists.append(Markup("Bodies: ") + Markup("; ").join(map(self._link, place.bodies)))
        return Markup("<br>").join(lists)

    def _link(self, record: Record) -> Markup:
        return self.writer.link(record.id, self.catalogue.short_name(record))

    @property
    def is_off(self) -> frozenset[str]:
        """The anchors of places that lie outside of the map."""
        return frozenset(place.anchor for place in self.places if not _lies(place, WIDE))

    @property
    def placeless(self) -> int:
        """How many bodies have no place of their own."""
        return sum(not body.place for body in self.catalogue.organisations)


def _lies(place: Place, frame: Frame) -> bool:
    return place.point is not None and frame.holds(place.point)
