"""What a case may say."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from generator.records import marks
from generator.records.base import (
    CaseId,
    Cite,
    ConceptId,
    Date,
    FigureHolderId,
    ImageFile,
    Level,
    Line,
    Link,
    OrganisationId,
    Part,
    PlaceCode,
    Prose,
    Record,
    RecordId,
    ShortProse,
    Slug,
    SourceId,
    Title,
    ToolId,
    Truth,
    Word,
)
from generator.records.event import Event
from generator.records.figure import Figure

Involvement = Literal["involved", "independent", "evaluation", "replication"]
Group = Annotated[Word, marks.Term("groups")]
Domain = Annotated[Word, marks.Term("domains")]


class Actor(Part):
    """A body or a group that did something in the case."""

    who: OrganisationId | None = Field(
        default=None, description="The id of an organisation; give either `who` or `group`."
    )
    group: Group | None = Field(
        default=None, description="A group without a name of its own, from `data/groups.csv`, such as `enterprises`."
    )
    does: tuple[Annotated[Word, marks.Term("functions")], ...] = Field(
        min_length=1, description="What it does, from `data/functions.csv`, one a line."
    )
    text: Prose | None = Field(default=None, description="One or two sentences on what that means here.")
    planned: Truth = Field(default=False, description="`true` where it was a plan when the source was written.")
    cite: Cite = Field(description="Where it stands, as `@rivas-2016, p. 9`.")


class Instrument(Part):
    """A tool of policy that the case used."""

    type: Annotated[Word, marks.Term("instruments")] = Field(
        description="The kind of instrument, from `data/instruments.csv`."
    )
    text: Prose = Field(description="How it was used here, with citations.")
    figure: Figure | None = Field(default=None, description="Its money or size, where a source states it.")
    planned: Truth = Field(default=False, description="`true` where it was a plan when the source was written.")


class Axis(Part):
    """One side of a scheme of priorities."""

    name: Line = Field(description="The name of the side, such as `enabling technologies`.")
    values: tuple[Line, ...] = Field(default=(), description="What the source lists on that side, one a line.")


class Priority(Part):
    """One priority of the strategy."""

    name: Line = Field(description="The priority as the strategy names it.")
    domain: Domain | None = Field(
        default=None, description="The field it belongs to, from `data/domains.csv`, so that cases can be compared."
    )
    tier: Line | None = Field(default=None, description="Its group, where the strategy ranks its priorities.")
    text: Prose | None = Field(default=None, description="What it covers, where the name does not tell.")


class Priorities(Part):
    """How the strategy lays out what it puts first."""

    scheme: Annotated[Word, marks.Term("schemes")] = Field(
        description="The form: `cross-point`, `list`, `galaxy` or `tiers`, from `data/schemes.csv`."
    )
    text: Prose | None = Field(
        default=None, description="How the priorities were set, in a few sentences with citations."
    )
    axes: tuple[Axis, ...] = Field(default=(), description="The sides of the scheme, where it has any.")
    values: tuple[Priority, ...] = Field(min_length=1, description="The priorities, one entry each.")
    cite: Cite = Field(description="Where they stand, as `@rivas-2016, p. 4`.")


class Resource(Part):
    """A strength that a region brings to a transformative activity."""

    short_for: ClassVar[str] = "name"

    name: Line = Field(description="The strength, in a few words.")
    region: PlaceCode | None = Field(default=None, description="The region that brings it, where several take part.")


def _resource(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class Bearing(Part):
    """A concept on which the case bears, and how."""

    short_for: ClassVar[str] = "concept"

    concept: ConceptId = Field(description="The id of the concept.")
    why: ShortProse | None = Field(
        default=None, description="How the case bears on it, in one sentence with a citation."
    )


def _bearing(value: Any) -> Any:
    return {"concept": value} if isinstance(value, str) else value


Bearings = tuple[Annotated[Bearing, BeforeValidator(_bearing, json_schema_input_type=str | Bearing)], ...]


class FiguresOf(Part):
    """Another record whose figures are shown with the case."""

    short_for: ClassVar[str] = "record"

    record: FigureHolderId = Field(description="The id of the record that holds the figures.")
    only: tuple[Slug, ...] = Field(
        default=(),
        description="The figures to show, by their `id` or else their measure, where not all of them belong here.",
    )


def _figures_of(value: Any) -> Any:
    return {"record": value} if isinstance(value, str) else value


class Activity(Part):
    """A transformative activity: innovation capacities and actions drawn from what regions already have."""

    id: Slug = Field(description="A short name for links, such as `bio-based-plastics`.")
    name: Line | None = Field(default=None, description="Its name in words, where the id does not say it well.")
    status: Literal["pilot", "illustration"] = Field(
        description="`pilot` where regions worked on it, `illustration` where a work only proposes it."
    )
    regions: tuple[PlaceCode, ...] = Field(
        min_length=1, description="The regions, by their codes in `data/places.csv`."
    )
    challenge: Annotated[Word, marks.Term("societal-challenges")] | None = Field(
        default=None, description="The wider challenge it answers, from `data/societal-challenges.csv`."
    )
    resources: tuple[Annotated[Resource, BeforeValidator(_resource, json_schema_input_type=str | Resource)], ...] = (
        Field(
            default=(),
            description="What the regions already have, one a line; write `{name: ..., region: ...}` where it belongs to one of several regions.",
        )
    )
    opportunities: tuple[Line, ...] = Field(default=(), description="The openings for change, one a line.")
    capacities: tuple[Line, ...] = Field(
        default=(), description="The innovation capacities that were chosen, one a line."
    )
    actions: tuple[Line, ...] = Field(default=(), description="What is to be done, one a line.")
    stage: Annotated[Word, marks.Term("stages")] | None = Field(
        default=None, description="How far it had come, from `data/stages.csv`."
    )
    text: Prose | None = Field(default=None, description="What the lists do not tell, with citations.")
    cite: Cite = Field(description="Where it stands, as `@keller-2018, p. 13`.")


class Workshop(Part):
    """A workshop that was part of the case."""

    kind: Annotated[Word, marks.Term("workshop-kinds")] = Field(description="The kind, from `data/workshop-kinds.csv`.")
    title: Line | None = Field(default=None, description="Its name, where it had one.")
    tools: tuple[ToolId, ...] = Field(default=(), description="The tools that were used: ids of concepts or models.")
    place: PlaceCode | None = Field(default=None, description="Where it was held, by its code in `data/places.csv`.")
    date: Date | None = Field(default=None, description="When it was held.")
    participants: Figure | None = Field(default=None, description="How many took part, as a figure.")
    who: tuple[OrganisationId, ...] = Field(default=(), description="The bodies that took part, one id a line.")
    groups: tuple[Group, ...] = Field(default=(), description="The groups that took part, from `data/groups.csv`.")
    rounds: tuple[Line, ...] = Field(default=(), description="Its rounds in their order, one a line.")
    outcome: Prose | None = Field(default=None, description="What came out of it.")
    cite: Cite = Field(description="Where it stands, as `@keller-2018, p. 13`.")


class Related(Part):
    """Another case, and how the two hang together."""

    case: CaseId = Field(description="The id of the other case.")
    how: ShortProse = Field(description="How the two hang together, in one sentence.")


class Image(Part):
    """A picture with all that allows it to be shown."""

    file: ImageFile = Field(description="The name of the file in `content/images/`.")
    alt: Line = Field(description="What the picture shows, for somebody who cannot see it.")
    caption: ShortProse | None = Field(default=None, description="What a reader should notice.")
    credit: Line = Field(description="Who made it.")
    licence: Line = Field(description="The licence under which it may be shown, such as `CC BY 4.0`.")


class Case(Record):
    """One story of policy in one place: what was done, by whom, with what result and what trouble."""

    kind: ClassVar[str] = "case"
    folder: ClassVar[str] = "cases"
    name_field: ClassVar[str] = "title"
    optional_fields: ClassVar[frozenset[str]] = frozenset(
        {"part_of", "nuances", "contradicts", "related", "since", "figures_of", "authors"}
    )

    title: Title = Field(description="The place and what was done there, in at most 100 characters.")
    summary: ShortProse = Field(description="The story in one or two sentences.")
    type: Literal["place", "pilot", "initiative"] = Field(
        description="`place` for the policy of a place, `pilot` for a trial, `initiative` for a body or programme."
    )
    as_told: Date = Field(description="When the story was told, that is the date of its main source.")
    part_of: CaseId | None = Field(default=None, description="The id of the larger case that this one belongs to.")
    places: tuple[PlaceCode, ...] = Field(
        min_length=1, description="Where it happened, by the codes of `data/places.csv`, one a line."
    )
    levels: tuple[Level, ...] = Field(
        default=(), description="The levels of government that act, from `data/levels.csv`, one a line."
    )
    challenges: tuple[Annotated[Word, marks.Term("challenges")], ...] = Field(
        default=(), description="The trouble in policymakers' words, from `data/challenges.csv`, one a line."
    )
    context: Prose | None = Field(
        default=None, description="What a stranger must know about the place, with citations."
    )
    challenge: Prose | None = Field(default=None, description="What made people act, with citations.")
    objectives: Prose | None = Field(default=None, description="What they set out to reach, with citations.")
    approach: Prose | None = Field(default=None, description="What was done, and how, with citations.")
    actors: tuple[Actor, ...] = Field(default=(), description="Who did what, one entry for each body or group.")
    instruments: tuple[Instrument, ...] = Field(default=(), description="The tools of policy that were used.")
    priorities: Priorities | None = Field(default=None, description="How the strategy lays out what it puts first.")
    figures: tuple[Figure, ...] = Field(default=(), description="The numbers that describe the case itself.")
    figures_of: tuple[
        Annotated[FiguresOf, BeforeValidator(_figures_of, json_schema_input_type=str | FiguresOf)], ...
    ] = Field(
        default=(),
        description="Organisations, concepts, models or other cases whose figures are shown with the case, one id a line; write `{record: ..., only: [...]}` where not all of them belong here.",
    )
    timeline: tuple[Event, ...] = Field(default=(), description="What happened when.")
    results: Prose | None = Field(
        default=None, description="What came of it, as far as the sources tell, with citations."
    )
    limits: Prose | None = Field(
        default=None, description="What did not work, what stayed open, what the sources doubt, with citations."
    )
    conditions: Prose | None = Field(
        default=None, description="What another place would need to do the same, with citations."
    )
    activities: tuple[Activity, ...] = Field(default=(), description="The transformative activities of the case.")
    workshops: tuple[Workshop, ...] = Field(default=(), description="The workshops of the case.")
    illustrates: Bearings = Field(
        default=(),
        description="Concepts that the case shows at work, one id a line; `{concept: ..., why: ...}` says how.",
    )
    nuances: Bearings = Field(
        default=(), description="Concepts that the case makes more complicated, each as `{concept: ..., why: ...}`."
    )
    contradicts: Bearings = Field(
        default=(), description="Concepts that the case speaks against, each as `{concept: ..., why: ...}`."
    )
    related: tuple[Related, ...] = Field(default=(), description="Other cases worth reading beside this one.")
    since: Prose | None = Field(default=None, description="What happened after the story was told, with citations.")
    links: tuple[Link, ...] = Field(default=(), description="Pages elsewhere that are worth opening.")
    images: tuple[Image, ...] = Field(default=(), description="Pictures with alt text, credit and licence.")
    sources: dict[SourceId, Involvement] = Field(
        min_length=1,
        description="The works that tell the case, each with how its authors stand to it: `involved`, `independent`, `evaluation` or `replication`.",
    )

    def __hash__(self) -> int:
        return hash((self.kind, self.id))

    @property
    def related_ids(self) -> tuple[RecordId, ...]:
        """The ids of the related cases."""
        return tuple(related.case for related in self.related)
