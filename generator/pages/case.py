"""The page of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.evidence import LABELS, evidence_level
from generator.pages.base import escape
from generator.pages.figures import FigureRow
from generator.pages.record_page import REASON_WORDS, BearingGroup, Fact, RecordPage
from generator.records import Activity, Actor, Case, Figure, FiguresOf, Organisation, Workshop
from generator.text.dates import dates, words

TYPES = {"place": "Policy of one place", "pilot": "Pilot", "initiative": "Initiative"}
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
MOST_KEYS, MOST_BODIES = 3, 4


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
        where = Markup("; ").join((self.places(case.places), *map(escape, countries(self.catalogue, case))))
        found = [Fact("Where", where), Fact("Kind of case", escape(TYPES[case.type]))]
        if case.part_of:
            found.append(Fact("Part of", self.writer.link(case.part_of)))
        if case.levels:
            found.append(Fact("Levels that act", escape(self.labels("levels", case.levels))))
        found += [*self._who(), *self._when()]
        found.append(Fact("Told by", self._tellers()))
        rule = f"[{LABELS[evidence_level(case)].capitalize()}]({self.to('about/evidence.md')})"
        doubted = [key for key in case.sources if getattr(self.catalogue.records.get(key), "doubts", None)]
        if doubted:
            rule += "; " + ", ".join(self.writer.link(key, "doubts about the reference", "doubts") for key in doubted)
        found.append(Fact("Evidence", Markup(rule)))  # noqa: S704 - our own words
        return tuple(found)

    def _who(self) -> Iterator[Fact]:
        """Who led or coordinated; where nobody is told to have done so, the bodies that acted."""
        named = [actor for actor in self.record.actors if actor.who]
        leaders = [actor.who for actor in named if {"leads", "coordinates"} & set(actor.does)]
        bodies = [*dict.fromkeys(leaders or [actor.who for actor in named])]
        if bodies:
            more = f" and {len(bodies) - MOST_BODIES} more" if len(bodies) > MOST_BODIES else ""
            title = "Led or coordinated by" if leaders else "Who acted"
            yield Fact(title, Markup("%s%s") % (self.links(body for body in bodies[:MOST_BODIES] if body), more))

    def _when(self) -> Iterator[Fact]:
        """From the first event of the timeline to the last that was no plan."""
        told = [date for event in self.record.timeline if not event.planned for date in dates(event.date)]
        if told:
            first, last = min(told, key=lambda date: date.first), max(told, key=lambda date: date.last)
            span = first.words if first == last else f"{first.words} to {last.words}"
            yield Fact("Story covers", Markup("[%s](#timeline)") % escape(span))

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
            if (body.level if isinstance(body, Organisation) else None) == level:
                yield actor

    @cached_property
    def keys(self) -> tuple[FigureRow, ...]:
        """The figures for the first screen: money and staff first, then the case's own, then those of its bodies.

        None where the case has no figures of its own: what a wider project counts would be taken for the case's.
        """
        rows = (*self.own_figures, *self.body_figures) if self.record.figures else ()
        whole = [row for row in rows if row.figure.value and not row.figure.parts]
        return tuple(sorted(whole, key=self._prominence)[:MOST_KEYS])

    def _prominence(self, row: FigureRow) -> str:
        return self.catalogue.row("measures", row.figure.measure).cells.get("prominence") or "3"

    def functions(self, actor: Actor) -> str:
        """What an actor does; a group does it in the plural."""
        if actor.who:
            return self.labels("functions", actor.does).lower()
        rows = (self.catalogue.row("functions", key) for key in actor.does)
        return ", ".join(row.cells.get("plural", row.label) for row in rows).lower()

    @property
    def byline(self) -> Markup:
        """Where, what kind of case, as of when, and how strong the evidence is: the line below the title."""
        rule = f"[{LABELS[evidence_level(self.record)]}]({self.to('about/evidence.md')})"
        said = (
            *(escape(country) for country in countries(self.catalogue, self.record)),
            escape(TYPES[self.record.type].lower()),
            escape(f"as told in {words(self.record.as_told)}"),
            Markup(rule),  # noqa: S704 - our own words
        )
        return Markup(" · ").join(said)

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
                "Rounds", escape("; ".join(f"{number}. {name}" for number, name in enumerate(workshop.rounds, start=1)))
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
    def shown_concepts(self) -> tuple[BearingGroup, ...]:
        """The concepts of the case, by how it bears on them."""
        groups = [
            BearingGroup(title, tuple((bearing.concept, bearing.why) for bearing in getattr(self.record, name)))
            for name, title in _SHOWN
        ]
        return tuple(group for group in groups if group.bearings)


def countries(catalogue: Catalogue, case: Case) -> tuple[str, ...]:
    """The countries of a case by name, without those that are its places themselves."""
    codes = {catalogue.row("places", code).cells.get("country", "") for code in case.places} - set(case.places)
    return tuple(sorted(catalogue.row("places", code).label for code in codes if code))


def figures_of(catalogue: Catalogue, chosen: FiguresOf) -> tuple[Figure, ...]:
    """The figures of another record that a case shows: all, or those that it names."""
    figures: tuple[Figure, ...] = getattr(catalogue.records.get(chosen.record), "figures", ())
    return tuple(figure for figure in figures if not chosen.only or figure.name in chosen.only)
