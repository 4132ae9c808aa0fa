"""The page of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.pages.base import escape
from generator.pages.case_opening import CaseOpening
from generator.pages.record_page import REASON_WORDS, BearingGroup, Fact
from generator.records import Activity, Actor, Organisation, Workshop
from generator.similar import Similar, similar_cases, why_similar
from generator.text.dates import words

_SHOWN = (("illustrates", "Shows at work"), ("nuances", "Makes more complicated"), ("contradicts", "Speaks against"))


_WORKSHOP_FIELDS = {
    "When": "workshops.date",
    "Where": "workshops.place",
    "Who took part": "workshops.who",
    "How many": "workshops.participants",
}
_FOLDED = (
    ("objectives", "Objectives"),
    ("actors", "Who did what"),
    ("instruments", "Instruments"),
    ("priorities", "Priorities"),
    ("figures", "Figures"),
    ("timeline", "Timeline"),
    ("activities", "Transformative activities"),
    ("workshops", "Workshops"),
    ("since", "Since then"),
)


@dataclass(frozen=True, slots=True)
class ActorLevel:
    """The actors of one level of government."""

    title: str
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain from resources to actions."""

    name: str
    values: tuple[str, ...]


class CasePage(CaseOpening):
    """What the template of a case asks for."""

    template = "case.md.jinja"

    def actor(self, actor: Actor) -> Markup:
        """The body or the group that acts."""
        return self.writer.link(actor.who) if actor.who else escape(self.label("groups", actor.group or ""))

    @cached_property
    def actor_levels(self) -> tuple[ActorLevel, ...]:
        """The actors by level of government, from Europe down to the city; those without a level come last."""
        levels = reversed([*self.catalogue.tables.get("levels", {}).values()])
        groups = [ActorLevel(row.label, tuple(self._actors_at(row.key))) for row in levels]
        groups.append(ActorLevel("Others", tuple(self._actors_at(None))))
        return tuple(group for group in groups if group.actors)

    def _actors_at(self, level: str | None) -> Iterator[Actor]:
        for actor in self.record.actors:
            body = self.catalogue.records.get(actor.who or "")
            of_body = body.level if isinstance(body, Organisation) else None
            of_group = self.catalogue.row("groups", actor.group).cells.get("level") if actor.group else None
            if (of_body or of_group or None) == level:
                yield actor

    def functions(self, actor: Actor) -> str:
        """What an actor does; a group does it in the plural."""
        if actor.who:
            return self.labels("functions", actor.does).lower()
        rows = (self.catalogue.row("functions", key) for key in actor.does)
        return ", ".join(row.cells.get("plural", row.label) for row in rows).lower()

    @cached_property
    def untold(self) -> tuple[tuple[str, str, str], ...]:
        """The sections that are blank and told in one line each at the end: anchor, title, why."""
        found = ((name, title, self.record.blanks.reasons.get(name, "")) for name, title in _FOLDED)
        return tuple(
            (self.anchor(name), title, REASON_WORDS[reason])
            for name, title, reason in found
            if reason and not getattr(self.record, name) and not (name == "figures" and self.body_figures)
        )

    @cached_property
    def tiers(self) -> bool:
        """Tell whether any priority belongs to a tier."""
        return bool(self.record.priorities and any(priority.tier for priority in self.record.priorities.values))

    @cached_property
    def told_priorities(self) -> bool:
        """Tell whether any priority says what it covers."""
        return bool(self.record.priorities and any(priority.text for priority in self.record.priorities.values))

    def activity_name(self, activity: Activity) -> str:
        """The name of an activity."""
        return activity.name or activity.id.replace("-", " ").capitalize()

    def activity_facts(self, activity: Activity) -> Iterator[Fact]:
        """Where an activity stands: its status, regions, wider challenge, stage and source."""
        status = {
            "pilot": "Pilot: tried in the places named",
            "illustration": "Illustration: a work proposes it, no region worked on it",
        }
        yield Fact("Status", escape(status[activity.status]))
        yield Fact("Regions", self.places(activity.regions))
        if activity.challenge:
            yield Fact(
                "Wider challenge",
                escape(
                    f"{self.label('societal-challenges', activity.challenge)}. {self.definition('societal-challenges', activity.challenge)}"
                ),
            )
        if activity.stage:
            yield Fact("How far it had come", escape(self.label("stages", activity.stage)))
        yield Fact("Source", self.writer.cite_bare(activity.cite))

    def chain(self, activity: Activity) -> Iterator[Link]:
        """An activity as a chain, from what the regions have to what is done."""
        resources = [
            f"{resource.name} ({self.catalogue.row('places', resource.region).label})"
            if resource.region
            else resource.name
            for resource in activity.resources
        ]
        yield Link("Resources at hand", tuple(resources))
        yield Link("Opportunities", activity.opportunities)
        yield Link("Innovation capacities chosen", activity.capacities)
        yield Link("Actions", activity.actions)

    def workshop_facts(self, workshop: Workshop) -> Iterator[Fact]:
        """Who met, when, where, with which tools; what is blank stands together at the end."""
        kind = self.label("workshop-kinds", workshop.kind)
        if workshop.title and workshop.title != kind:
            yield Fact("Kind", escape(kind))
        if workshop.tools:
            yield Fact("Tools", self.links(workshop.tools))
        found = dict(self._told_of(workshop))
        for name, value in found.items():
            if value:
                yield Fact(name, value)
        if workshop.rounds:
            yield Fact(
                "Rounds",
                escape("; ".join(f"({number}) {name}" for number, name in enumerate(workshop.rounds, start=1))),
            )
        for reason, names in self._blanks_among(name for name, value in found.items() if not value).items():
            yield Fact(reason.capitalize(), escape("; ".join(names)))
        yield Fact("Source", self.writer.cite_bare(workshop.cite))

    def _told_of(self, workshop: Workshop) -> Iterator[tuple[str, Markup]]:
        yield "When", escape(words(workshop.date)) if workshop.date else Markup()
        yield "Where", self.place(workshop.place) if workshop.place else Markup()
        who = [
            *(self.writer.link(key) for key in workshop.who),
            *(escape(self.label("groups", key).lower()) for key in workshop.groups),
        ]
        yield "Who took part", Markup(", ").join(who)
        many = workshop.participants
        yield "How many", escape(f"{self.value_text(many)}, as of {words(many.as_of)}") if many else Markup()

    def _blanks_among(self, names: Iterable[str]) -> Mapping[str, list[str]]:
        """What a workshop does not tell, by the reason that the record gives."""
        found: dict[str, list[str]] = {}
        for name in names:
            reason = self.record.blanks.reasons.get(_WORKSHOP_FIELDS[name], "not told")
            found.setdefault(reason.replace("_", " "), []).append(name[:1].lower() + name[1:])
        return found

    @cached_property
    def similar(self) -> tuple[Similar, ...]:
        """The cases that share most with this one, beside those that it names itself."""
        return similar_cases(self.catalogue, self.record)

    def why_similar(self, similar: Similar) -> str:
        """What the two share, in words."""
        return why_similar(self.catalogue, similar)

    @cached_property
    def shown_concepts(self) -> tuple[BearingGroup, ...]:
        """The concepts of the case, by how it bears on them."""
        groups = [
            BearingGroup(title, tuple((bearing.concept, bearing.why) for bearing in getattr(self.record, name)))
            for name, title in _SHOWN
        ]
        return tuple(group for group in groups if group.bearings)
