"""The page of an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.pages.base import escape
from generator.pages.figures import dated
from generator.pages.record_page import Fact, RecordPage
from generator.records import Organisation


@dataclass(frozen=True, slots=True)
class Role:
    """What the body does in one case."""

    case: str
    does: str
    cite: str
    planned: bool


class OrganisationPage(RecordPage):
    """What the template of an organisation asks for."""

    template = "organisation.md.jinja"
    record: Organisation

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Names, kind, place, founding, what it belongs to."""
        body = self.record
        found = []
        if body.native_name:
            found.append(Fact("Own name", self.in_language(body.native_name, body.native_language)))
        elif body.native_language:
            found.append(Fact("Own name", self.in_language(body.title, body.native_language)))
        if body.aliases:
            found.append(Fact("Also called", escape("; ".join(body.aliases))))
        found.append(Fact("Kind", escape(self.label("organisation-types", body.type))))
        for name, vocabulary, title in (
            ("helix", "helices", "Side of the quadruple helix"),
            ("level", "levels", "Level"),
        ):
            found.append(
                Fact(
                    title,
                    escape(self.label(vocabulary, getattr(body, name))) if getattr(body, name) else self._why(name),
                )
            )
        found.append(Fact("Place", self.place(body.place) if body.place else self._why("place")))
        found.append(Fact("Started" if body.type in {"project", "programme"} else "Founded", self._founded()))
        if body.part_of:
            found.append(Fact("Part of", self.links(body.part_of)))
        parts = [other.id for other in self.catalogue.organisations if body.id in other.part_of]
        if parts:
            found.append(Fact("Has as parts", self.links(parts)))
        return tuple(found)

    def _founded(self) -> Markup:
        founded = self.record.founded
        if not founded:
            return self._why("founded")
        return Markup("%s %s") % (escape(dated(founded.date, founded.date_basis)), self.writer.cite(founded.cite))

    def _why(self, name: str) -> Markup:
        reason = self.record.blanks.reasons.get(name)
        return escape(reason.replace("_", " ").capitalize() if reason else "Not written yet")

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """What the body does in each case."""
        return tuple(
            Role(case.id, self.labels("functions", actor.does), actor.cite, actor.planned)
            for case in self.catalogue.cases
            for actor in case.actors
            if actor.who == self.record.id
        )
