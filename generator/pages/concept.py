"""The page of a concept."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from generator.pages.record_page import BearingGroup, Group, RecordPage
from generator.records import Concept

_SHOWN = (
    ("illustrates", "Shown at work by"),
    ("nuances", "Made more complicated by"),
    ("contradicts", "Spoken against by"),
)


class ConceptPage(RecordPage):
    """What the template of a concept asks for."""

    template = "concept.md.jinja"
    record: Concept

    @cached_property
    def shown_in(self) -> tuple[BearingGroup, ...]:
        """The cases that show, nuance or contradict the concept."""
        groups = [BearingGroup(title, tuple(self._bearings(name))) for name, title in _SHOWN]
        return tuple(group for group in groups if group.bearings)

    @property
    def around(self) -> frozenset[str]:
        """The concepts around it."""
        return frozenset(key for group in self.neighbours for key in group.ids)

    def _bearings(self, name: str) -> Iterator[tuple[str, str | None]]:
        for case in self.catalogue.cases:
            for bearing in getattr(case, name):
                if bearing.concept == self.record.id:
                    yield case.id, bearing.why

    @cached_property
    def neighbours(self) -> tuple[Group, ...]:
        """Broader, narrower and related concepts; related ones in both directions."""
        others = self.catalogue.concepts
        narrower = tuple(other.id for other in others if self.record.id in other.broader)
        related = tuple(
            other.id for other in others if other.id in self.record.related or self.record.id in other.related
        )
        groups = (Group("Broader", self.record.broader), Group("Narrower", narrower), Group("Related", related))
        return tuple(group for group in groups if group.ids)
