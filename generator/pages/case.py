"""The page of a case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.evidence import LABELS, evidence_level
from generator.pages.base import escape
from generator.pages.figures import FigureRow
from generator.pages.record_page import BearingGroup, Fact, RecordPage
from generator.records import Activity, Actor, Case, Figure, FiguresOf, Organisation, Workshop
from generator.text.dates import words

TYPES = {"place": "Policy of a place", "pilot": "Pilot", "initiative": "Initiative"}
_SHOWN = (("illustrates", "Shows at work"), ("nuances", "Makes more complicated"), ("contradicts", "Speaks against"))


class CasePage(RecordPage):
    """What the template of a case asks for."""

    template = "case.md.jinja"
    record: Case

    @property
    def description(self) -> str:
        """The title with its date."""
        return f"{self.record.title}, as told in {words(self.record.as_told)}"

    @property
    def as_told_title(self) -> str:
        """The headline of the band that tells the age of the story."""
        return f"As told in {words(self.record.as_told)}"

    @property
    def as_told(self) -> Markup:
        """How old the story is, and whether anybody followed it up."""
        told = (
            f"This is how things stood in {words(self.record.as_told)}, as the works under [Sources](#sources) tell it."
        )
        since = (
            "[What happened since](#since) is told below."
            if self.record.since
            else "What happened afterwards has not been looked into here."
        )
        return Markup(f"{told} {since}")  # noqa: S704 - fixed words

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Where, what kind, which levels, who tells it, how strong the evidence is."""
        case = self.record
        found = [Fact("Where", self.places(case.places)), Fact("Kind of case", escape(TYPES[case.type]))]
        if case.part_of:
            found.append(Fact("Part of", self.writer.link(case.part_of)))
        if case.levels:
            found.append(Fact("Levels that act", escape(self.labels("levels", case.levels))))
        leaders = [actor.who for actor in case.actors if actor.who and {"leads", "coordinates"} & set(actor.does)]
        if leaders:
            found.append(Fact("Led or coordinated by", self.links(dict.fromkeys(leaders))))
        found.append(Fact("Told by", self._tellers()))
        rule = f"[{LABELS[evidence_level(case)].capitalize()}]({self.to('about/evidence.md')})"
        found.append(Fact("Evidence", Markup(rule)))  # noqa: S704 - our own words
        return tuple(found)

    def _tellers(self) -> Markup:
        """The works that tell the case; where they are several, each with how its authors stand to it."""
        works = self.record.sources
        links = [self.writer.link(key) for key in works]
        if len(works) == 1:
            return links[0]
        return Markup("; ").join(
            Markup("%s, %s") % (link, escape(LABELS[involvement]))
            for link, involvement in zip(links, works.values(), strict=True)
        )

    def actor(self, actor: Actor) -> Markup:
        """The body or the group that acts."""
        return self.writer.link(actor.who) if actor.who else escape(self.label("groups", actor.group or ""))

    def level(self, actor: Actor) -> str:
        """The level at which a body works."""
        body = self.catalogue.records.get(actor.who or "")
        return self.label("levels", body.level) if isinstance(body, Organisation) and body.level else "not told"

    @cached_property
    def tiers(self) -> bool:
        """Tell whether any priority belongs to a tier."""
        return bool(self.record.priorities and any(priority.tier for priority in self.record.priorities.values))

    @cached_property
    def told_priorities(self) -> bool:
        """Tell whether any priority says what it covers."""
        return bool(self.record.priorities and any(priority.text for priority in self.record.priorities.values))

    @cached_property
    def body_figures(self) -> tuple[FigureRow, ...]:
        """The figures of the records that the case names under `figures_of`."""
        return tuple(
            row
            for chosen in self.record.figures_of
            for row in self.rows_of(figures_of(self.catalogue, chosen), chosen.record)
        )

    def activity_name(self, activity: Activity) -> str:
        """The name of an activity."""
        return activity.name or activity.id.replace("-", " ").capitalize()

    def activity_facts(self, activity: Activity) -> Iterator[Fact]:
        """An activity from resources to actions."""
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
        resources = [
            f"{resource.name} ({self.catalogue.row('places', resource.region).label})"
            if resource.region
            else resource.name
            for resource in activity.resources
        ]
        for name, values in (
            ("Resources at hand", resources),
            ("Opportunities", activity.opportunities),
            ("Innovation capacities chosen", activity.capacities),
            ("Actions", activity.actions),
        ):
            yield Fact(name, escape("; ".join(values)) if values else escape("not told"))
        if activity.stage:
            yield Fact("How far it had come", escape(self.label("stages", activity.stage)))
        yield Fact("Source", self.writer.cite(activity.cite))

    def workshop_facts(self, workshop: Workshop) -> Iterator[Fact]:
        """Who met, when, where, with which tools."""
        yield Fact("Kind", escape(self.label("workshop-kinds", workshop.kind)))
        if workshop.tools:
            yield Fact("Tools", self.links(workshop.tools))
        yield Fact("When", escape(words(workshop.date)) if workshop.date else self._blank_of("workshops.date"))
        yield Fact("Where", self.place(workshop.place) if workshop.place else self._blank_of("workshops.place"))
        who = [
            *(self.writer.link(key) for key in workshop.who),
            *(escape(self.label("groups", key).lower()) for key in workshop.groups),
        ]
        yield Fact("Who took part", Markup(", ").join(who) if who else self._blank_of("workshops.who"))
        participants = (
            escape(f"{self.value_text(workshop.participants)}, as of {words(workshop.participants.as_of)}")
            if workshop.participants
            else self._blank_of("workshops.participants")
        )
        yield Fact("How many", participants)
        if workshop.rounds:
            yield Fact(
                "Rounds", escape("; ".join(f"{number}. {name}" for number, name in enumerate(workshop.rounds, start=1)))
            )
        yield Fact("Source", self.writer.cite(workshop.cite))

    def _blank_of(self, name: str) -> Markup:
        reason = self.record.blanks.reasons.get(name)
        return escape(reason.replace("_", " ") if reason else "not told")

    @cached_property
    def shown_concepts(self) -> tuple[BearingGroup, ...]:
        """The concepts of the case, by how it bears on them."""
        groups = [
            BearingGroup(title, tuple((bearing.concept, bearing.why) for bearing in getattr(self.record, name)))
            for name, title in _SHOWN
        ]
        return tuple(group for group in groups if group.bearings)


def figures_of(catalogue: Catalogue, chosen: FiguresOf) -> tuple[Figure, ...]:
    """The figures of another record that a case shows: all, or those that it names."""
    figures: tuple[Figure, ...] = getattr(catalogue.records.get(chosen.record), "figures", ())
    return tuple(figure for figure in figures if not chosen.only or figure.name in chosen.only)
