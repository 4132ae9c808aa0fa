"""The opening of a case's page: what, where, when, by whom, as of when, and the figures that matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.evidence import LABELS, evidence_level
from generator.pages.base import escape
from generator.pages.case_sets import FOLDER, case_sets
from generator.pages.figures import FigureRow
from generator.pages.record_page import Fact, RecordPage
from generator.records import Case, Figure, FiguresOf, Organisation
from generator.text.dates import dates, words

TYPES = {"place": "Policy of one place", "pilot": "Pilot", "initiative": "Initiative"}
MOST_KEYS, MOST_BODIES, MOST_BESIDE = 3, 4, 2
NEVER = "9"  # the prominence in `data/measures.csv` of what says little by itself, such as a rank
_JUMPS = (("results", "Results"), ("limits", "Limits and open problems"), ("conditions", "What it takes"))


class CaseOpening(RecordPage):
    """What the first screen of a case asks for."""

    record: Case

    @property
    def description(self) -> str:
        """The title with its date."""
        return f"{self.record.title}, as told in {words(self.record.as_told)}"

    @property
    def byline(self) -> Markup:
        """Where, what kind of case, as of when, and how strong the evidence is: the line below the title."""
        rule = f"[{LABELS[evidence_level(self.record)]}]({self.to('about/evidence.md')})"
        said = (
            *(escape(country) for country in countries(self.catalogue, self.record.places)),
            escape(TYPES[self.record.type].lower()),
            escape(f"as told in {words(self.record.as_told)}"),
            Markup(rule),  # noqa: S704 - our own words
        )
        return Markup(" · ").join(said)

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

    @property
    def jumps(self) -> Markup:
        """The ways to the sections that a hurried reader wants, as far as they are there."""
        return Markup(" · ").join(Markup(f"[{said}](#{name})") for name, said in _JUMPS if self.value(name))  # noqa: S704 - our own words

    @property
    def beside(self) -> Markup:
        """The ways to this case side by side with those related to it, and to the sets that it belongs to."""
        choice = self.to(f"{FOLDER}/index.md")
        related = [related.case for related in self.record.related if related.case in self.catalogue.records]
        cases = [
            Markup("[%s](%s?cases=%s)") % (escape(self.name_of(key)), choice, f"{self.record.id},{key}")
            for key in related[:MOST_BESIDE]
        ]
        sets = [
            Markup("[%s](%s)") % (escape(found.title), self.to(found.uri))
            for found in case_sets(self.catalogue)
            if self.record in found.cases
        ]
        return Markup(" · ").join([*cases, *sets])

    def to_challenge(self, key: str) -> Markup:
        """The way to the other cases with the same trouble."""
        return self.to(f"cases/index.md#challenge-{key}")

    @cached_property
    def keys(self) -> tuple[FigureRow, ...]:
        """The figures for the first screen: money and staff first, then the case's own, then those of its bodies.

        None where the case has no figures of its own, and none of a project or programme: what a wider project counts,
        or one grant among many, would be taken for the case's.
        """
        rows = (*self.own_figures, *self.body_figures) if self.record.figures else ()
        whole = [row for row in rows if row.figure.value and not row.figure.parts and not self._is_of_project(row)]
        return tuple(sorted((row for row in whole if self._prominence(row) < NEVER), key=self._prominence)[:MOST_KEYS])

    def _prominence(self, row: FigureRow) -> str:
        return self.catalogue.row("measures", row.figure.measure).cells.get("prominence") or "3"

    def _is_of_project(self, row: FigureRow) -> bool:
        owner = self.catalogue.records.get(row.owner)
        return isinstance(owner, Organisation) and owner.type in {"project", "programme"}

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Where, what kind, which levels, who tells it, how strong the evidence is."""
        case = self.record
        where = Markup("; ").join(
            (self.places(case.places), *map(escape, countries(self.catalogue, case.places, beside=case.places)))
        )
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

    @cached_property
    def body_figures(self) -> tuple[FigureRow, ...]:
        """The figures of the records that the case names under `figures_of`."""
        return tuple(
            row
            for chosen in self.record.figures_of
            for row in self.rows_of(figures_of(self.catalogue, chosen), chosen.record)
        )


def countries(catalogue: Catalogue, places: Iterable[str], *, beside: Iterable[str] = ()) -> tuple[str, ...]:
    """The countries of places by name, without those named `beside` them already."""
    codes = {catalogue.row("places", code).cells.get("country", "") for code in places} - set(beside)
    return tuple(sorted(catalogue.row("places", code).label for code in codes if code))


def figures_of(catalogue: Catalogue, chosen: FiguresOf) -> tuple[Figure, ...]:
    """The figures of another record that a case shows: all, or those that it names."""
    figures: tuple[Figure, ...] = getattr(catalogue.records.get(chosen.record), "figures", ())
    return tuple(figure for figure in figures if not chosen.only or figure.name in chosen.only)
