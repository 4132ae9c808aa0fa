"""The page of a concept."""

from __future__ import annotations

from functools import cached_property

from generator.pages.record_page import Group, RecordPage
from generator.records import Concept

_SHOWN = (("illustrates", "Shown at work by"), ("nuances", "Made more complicated by"), ("contradicts", "Spoken against by"))


class ConceptPage(RecordPage):
    """What the template of a concept asks for."""

    template = "concept.md.jinja"
    record: Concept

    @cached_property
    def shown_in(self) -> tuple[Group, ...]:
        """The cases that show, nuance or contradict the concept."""
        groups = [Group(title, tuple(case.id for case in self.catalogue.cases if self.record.id in getattr(case, name))) for name, title in _SHOWN]
        return tuple(group for group in groups if group.ids)

    @cached_property
    def neighbours(self) -> tuple[Group, ...]:
        """Broader, narrower and related concepts; related ones in both directions."""
        others = self.catalogue.concepts
        narrower = tuple(other.id for other in others if self.record.id in other.broader)
        related = tuple(other.id for other in others if other.id in self.record.related or self.record.id in other.related)
        groups = (Group("Broader", self.record.broader), Group("Narrower", narrower), Group("Related", related))
        return tuple(group for group in groups if group.ids)
