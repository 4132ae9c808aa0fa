"""CaseColumn: what one case says of every field that cases are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.evidence import LABELS, evidence_level
from generator.pages.base import Settings, at_start, escape
from generator.pages.case import CasePage
from generator.pages.case_opening import TYPES, countries
from generator.pages.figures import FigureRow
from generator.pages.prose import Writer
from generator.pages.side_by_side.cell import Cell, blank
from generator.records import Actor, Case
from generator.text.dates import words

BLANKS: Mapping[str, str] = {
    "not_reported": "not reported",
    "not_applicable": "not applicable",
    "not_researched": "not researched",
}
NOT_WRITTEN, NONE_NAMED = "not written yet", "none named"
_NO_SUCH_FIGURE, _NO_OTHER_FIGURE = "no such figure told", "no other figure told"
BEARINGS = (("illustrates", "Shows"), ("nuances", "Makes more complicated"), ("contradicts", "Speaks against"))


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure of a case: under which heading cases are compared by it, and its line."""

    key: str
    label: str
    line: Markup
    other_line: Markup


class CaseColumn(CasePage):
    """A case, written for a page on which others stand beside it."""

    def __init__(self, catalogue: Catalogue, case: Case, writer: Writer) -> None:
        super().__init__(catalogue, case, Settings())
        self.uri, self.writer = writer.uri, writer

    @property
    def told(self) -> str:
        """As of when the story is told."""
        return f"as told in {words(self.record.as_told)}"

    @property
    def head(self) -> Markup:
        """The name of the column, which leads to the case, with its date."""
        return Markup('%s <span class="told">%s</span>') % (self.writer.link(self.record.id), self.told)

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """The figures of the case and of the bodies that it names; one measure in one unit has one heading."""
        self.begin()
        return tuple(self._measured(row) for row in (*self.own_figures, *self.body_figures))

    def lacks(self, *, other: bool) -> Cell:
        """What stands where the case has no figure of a heading, or no `other` one."""
        if not self.measured:
            return self.unsaid("figures")
        return blank(_NO_OTHER_FIGURE if other else _NO_SUCH_FIGURE)

    def unsaid(self, name: str) -> Cell:
        """What stands where a field is empty: which kind of blank it is."""
        otherwise = NONE_NAMED if name in self.record.optional_fields else NOT_WRITTEN
        return blank(BLANKS.get(self.record.blanks.reasons.get(name, ""), otherwise))

    def told_text(self, name: str) -> Cell:
        """A field of prose."""
        return Cell(self.writer.prose(self.value(name))) if self.value(name) else self.unsaid(name)

    def entries(self, name: str, lines: Iterable[Markup], terms: Mapping[str, str] | None = None) -> Cell:
        """A field of several entries, one a line."""
        found = _listed(lines)
        return Cell(found, terms=terms or {}) if found else self.unsaid(name)

    def named(self, vocabulary: str, keys: Iterable[str]) -> Mapping[str, str]:
        """The words for terms, by their keys."""
        return {key: self.label(vocabulary, key) for key in keys}

    def where(self) -> Cell:
        """The places, each with its native name, and their countries."""
        places = self.record.places
        more = map(escape, countries(self.catalogue, places, beside=places))
        return Cell(Markup("; ").join((self.places(places), *more)))

    def kind(self) -> Cell:
        """What kind of case it is."""
        return Cell(escape(TYPES[self.record.type]), terms={self.record.type: TYPES[self.record.type].lower()})

    def evidence(self) -> Cell:
        """How strong the evidence is, and who tells the story."""
        level = evidence_level(self.record)
        rule = Markup("[%s](%s)") % (escape(LABELS[level].capitalize()), self.to("about/evidence.md"))
        return Cell(Markup("%s: %s") % (rule, self._tellers()), terms={level: LABELS[level]})

    def levels(self) -> Cell:
        """The levels of government that act."""
        return self.entries(
            "levels",
            (escape(self.label("levels", key)) for key in self.record.levels),
            self.named("levels", self.record.levels),
        )

    def challenges(self) -> Cell:
        """The trouble that the case speaks to, each leading to the other cases with the same."""
        terms = self.named("challenges", self.record.challenges)
        lines = (Markup("[%s](%s)") % (escape(said), self.to_challenge(key)) for key, said in terms.items())
        return self.entries("challenges", lines, terms)

    def actors_at(self, level: str | None) -> Cell:
        """The actors of one level of government, each with what it does."""
        if not self.record.actors:
            return self.unsaid("actors")
        found = [self._acting(actor) for actor in self._actors_at(level)]
        return self.entries("actors", found) if found else blank(NONE_NAMED)

    def _acting(self, actor: Actor) -> Markup:
        planned = " (planned)" if actor.planned else ""
        return Markup("**%s**: %s%s %s") % (
            self.actor(actor),
            escape(self.functions(actor)),
            planned,
            self.writer.cite(actor.cite),
        )

    def instruments(self) -> Cell:
        """The tools of policy, by their kind."""
        lines = []
        for tool in self.record.instruments:
            label = escape(self.label("instruments", tool.type) + (" (planned)" if tool.planned else ""))
            size = escape(self.figure_text(tool.figure)) if tool.figure else Markup()
            cite = self.writer.cite(tool.figure.cite) if tool.figure else Markup()
            said = (part for part in (self.writer.line(tool.text), size, cite) if part)
            lines.append(Markup("**%s.** %s") % (label, Markup(" ").join(said)))
        return self.entries(
            "instruments", lines, self.named("instruments", (tool.type for tool in self.record.instruments))
        )

    def priorities(self) -> Cell:
        """What comes first, and in which form it is laid out."""
        chosen = self.record.priorities
        if chosen is None:
            return self.unsaid("priorities")
        form = escape(f"Laid out as: {self.label('schemes', chosen.scheme).lower()}")
        lines = (
            escape(f"{one.name} ({self.label('domains', one.domain)})" if one.domain else one.name)
            for one in chosen.values
        )
        listed = _listed(lines)
        terms = self.named("domains", (one.domain for one in chosen.values if one.domain))
        return Cell(Markup("%s %s.\n\n%s") % (form, self.writer.cite(chosen.cite), listed), terms=terms)

    def timeline(self) -> Cell:
        """What happened when."""
        return self.entries(
            "timeline",
            (
                Markup("**%s**%s: %s")
                % (
                    escape(self.date(event)),
                    " (planned)" if event.planned else "",
                    self.writer.said(event.text, event.cite),
                )
                for event in self.record.timeline
            ),
        )

    def bearing(self, name: str) -> Cell:
        """The concepts on which the case bears in one way."""
        found = [bearing.concept for bearing in getattr(self.record, name)]
        terms = {key: self.name_of(key) for key in found if key in self.catalogue.records}
        return self.entries(name, (self.writer.link(key) for key in found), terms)

    def _measured(self, row: FigureRow) -> Measured:
        figure, owner = row.figure, row.owner or self.record.id
        measure, unit = self.label("measures", figure.measure), self.label("units", figure.unit).strip("()")
        value = Markup("**%s**") % self.writer.link(owner, row.value, figure.anchor)
        whose = Markup("%s: ") % self.writer.link(row.owner) if row.owner else Markup()
        facts = Markup("%s, %s %s") % (value, escape(row.as_of), self.writer.cite(figure.cite))
        exactly = "" if row.what == measure else row.what.removeprefix(f"{measure}, ").removeprefix(f"{measure}: ")
        ends = Markup("%s, said by %s") % (facts, escape(figure.said_by)) if figure.said_by else facts
        about = Markup("%s: ") % escape(exactly) if exactly else Markup()
        return Measured(
            f"{figure.measure} {figure.unit}",
            measure if unit.casefold() in measure.casefold() else f"{measure}, in {unit}",
            whose + about + ends,
            Markup("%s%s: %s") % (whose, escape(row.what), ends),
        )


def _listed(lines: Iterable[Markup]) -> Markup:
    return Markup("\n").join(Markup("- %s") % at_start(str(line)) for line in lines)
