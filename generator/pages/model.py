"""The page of a model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from generator.pages.base import escape
from generator.pages.record_page import Fact, RecordPage
from generator.records import Model, ModelPart


class ModelPage(RecordPage):
    """What the template of a model asks for."""

    template = "model.md.jinja"
    record: Model

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Kind, drawing, concepts, source."""
        model = self.record
        found = [Fact("Kind", escape(self.label("model-types", model.type)))]
        if model.aliases:
            found.append(Fact("Also called", escape("; ".join(model.aliases))))
        if model.about:
            found.append(Fact("Explains", self.links(model.about)))
        if model.drawn_in:
            found.append(Fact("Follows", escape(model.drawn_in)))
        return (*found, Fact("Source", self.writer.cite_bare(model.cite)))

    def part_facts(self, part: ModelPart) -> Iterator[Fact]:
        """The tools of a part and the cases that show it."""
        if part.tools:
            yield Fact("Tools", self.links(part.tools))
        if part.shown_by:
            yield Fact("Shown by", self.links(part.shown_by))

    def part_name(self, key: str) -> str:
        """The name of a part."""
        return next((part.name for part in self.record.parts if part.id == key), key)
