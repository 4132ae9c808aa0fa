"""The page of a model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from markupsafe import Markup

from generator.drawings import Drawing, drawing_of
from generator.drawings.svg import alone, inline
from generator.pages.base import Page, address_of, escape
from generator.pages.record_page import Fact, RecordPage
from generator.records import Model, ModelPart
from generator.text.citations import citations


class ModelPage(RecordPage):
    """What the template of a model asks for."""

    template = "model.md.jinja"
    record: Model
    file = "drawing.svg"

    def page(self) -> Page:
        """The page, with its drawing as a file beside it."""
        return replace(super().page(), beside=((self.file, self._file()),))

    @cached_property
    def _drawn(self) -> Drawing:
        return drawing_of(self.catalogue, self.record)

    @property
    def drawing(self) -> Markup:
        """The model drawn twice, for a page and for a phone, and told once for those who do not see it."""
        drawn = self._drawn
        both = inline(drawn.wide, "wide") + inline(drawn.narrow, "narrow")
        return Markup('<div class="drawing" role="img" aria-label="{}">{}</div>').format(escape(drawn.words), both)

    @property
    def to_file(self) -> Markup:
        """The way to the drawing as a file."""
        return self.to(f"{self.uri.removesuffix('.md')}/{self.file}")

    def _file(self) -> str:
        where = self.settings.absolute(address_of(self.uri))
        works = dict.fromkeys(work.via or work.source for work in citations(self.record.cite))
        names = [
            self.catalogue.short_name(self.catalogue.records[key]) for key in works if key in self.catalogue.records
        ]
        credit = f"After {', '.join(names)}. {self.settings.site_name}, CC BY 4.0, {where}"
        return alone(self._drawn.wide, self.title, self._drawn.words, credit)

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
