"""What happened when, over all records; what several records tell of one event stands in one row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.catalogue import Catalogue
from generator.comparisons.columns import SOURCE
from generator.comparisons.comparison import Column, Comparison
from generator.comparisons.figures import BASIS
from generator.records import Case, Concept, Event, Organisation
from generator.text.dates import dates

Teller = Case | Concept | Organisation
_LINK = re.compile(r"\[\[!?([a-z0-9-]+)")
TOLD_AS = {False: "fact", True: "plan"}


@dataclass(slots=True)
class _Happening:
    """An event as its first teller has it, and whoever tells it too."""

    teller: Teller
    event: Event
    also: list[str] = field(default_factory=list)

    def is_told_by(self, record: Teller, event: Event) -> bool:
        """Tell whether an event of another record is this one: the same day and page, and the record leads to the teller."""
        same = (event.date, event.planned) == (self.event.date, self.event.planned)
        return same and bool(_pages(event) & _pages(self.event)) and self.teller.id in _leads_to(record, event)


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    for happening in sorted(_happenings(catalogue), key=_order):
        event = happening.event
        yield {
            "date": event.date,
            "basis": event.date_basis,
            "event": " ".join(event.text.split()),
            "told_as": TOLD_AS[event.planned],
            "records": " ".join((happening.teller.id, *happening.also)),
            "source": event.cite,
        }


def _happenings(catalogue: Catalogue) -> list[_Happening]:
    found: list[_Happening] = []
    tellers: tuple[Teller, ...] = (*catalogue.organisations, *_wholes_first(catalogue.cases), *catalogue.concepts)
    for record in tellers:
        for event in _events(record):
            same = next((one for one in found if one.is_told_by(record, event)), None)
            if same is None:
                found.append(_Happening(record, event))
            elif record.id not in (same.teller.id, *same.also):
                same.also.append(record.id)
    return found


def _events(record: Teller) -> Iterator[Event]:
    """The dated events of a record, and its founding where its timeline does not tell it."""
    events = [event for event in record.timeline if event.date_basis != "source-date" and dates(event.date)]
    yield from events
    founded = record.founded if isinstance(record, Organisation) else None
    if founded and dates(founded.date) and founded.date not in {event.date for event in events}:
        text = f"{record.name} is set up."
        yield Event.model_construct(date=founded.date, date_basis=founded.date_basis, text=text, cite=founded.cite)


def _wholes_first(cases: tuple[Case, ...]) -> list[Case]:
    return sorted(cases, key=lambda case: case.part_of is not None)


def _pages(event: Event) -> set[str]:
    """The pages that were read: of a work cited in another, the page of the other."""
    return {" ".join(page.split()).rpartition(" in ")[2] for page in event.cite.split(";")}


def _leads_to(record: Teller, event: Event) -> set[str]:
    """The records that the event names or the record belongs to, itself among them."""
    found = {record.id, *_LINK.findall(event.text)}
    if isinstance(record, Case):
        found |= {shown.record for shown in record.figures_of} | {record.part_of or ""}
        found |= {actor.who for actor in record.actors if actor.who}
        found |= set(_LINK.findall(record.summary + (record.context or "")))
    return found


def _order(happening: _Happening) -> tuple[object, ...]:
    found = dates(happening.event.date)
    return (*[(one.first, one.last) for one in found[:1]], len(found), happening.event.planned, happening.teller.id)


TIMELINE = Comparison(
    id="timeline",
    title="What happened when",
    question="In what order did the events happen that the cases tell of?",
    caveat="A plan was a plan when its source was written, in 2016 or 2018; whether it came to pass lies outside our "
    "sources. What a source tells without a date of its own is left out. Dates worked out by us are marked.",
    group="time",
    columns=(
        Column("date", "Date", "date", "When, as year, month, day or interval."),
        BASIS,
        Column("records", "Told of", "records", "The records that tell it, first the one whose words stand here."),
        Column("event", "What happened", "text", "The event, in the words of the first record that tells it."),
        Column("told_as", "Told as", "text", "A fact, or a plan when the source was written."),
        SOURCE,
    ),
    rows=_rows,
)
