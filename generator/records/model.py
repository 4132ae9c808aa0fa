"""What a model may say: a process, an anatomy, a diamond, a scheme that a work draws."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.records import marks
from generator.records.base import (
    CaseId,
    Cite,
    ConceptId,
    Line,
    Part,
    Prose,
    Record,
    ShortProse,
    Slug,
    Title,
    ToolId,
    Word,
)
from generator.records.figure import Figure


class ModelPart(Part):
    """A part or step of a model."""

    id: Slug = Field(description="A short name for links and relations.")
    name: Line = Field(description="The name of the part.")
    text: Prose | None = Field(default=None, description="What it is or what happens in it, with citations.")
    values: tuple[Line, ...] = Field(default=(), description="What it holds, one a line.")
    tools: tuple[ToolId, ...] = Field(default=(), description="The tools of the step: ids of concepts or models.")
    shown_by: tuple[CaseId, ...] = Field(default=(), description="Cases that show it, one id a line.")


class ModelRelation(Part):
    """How one part of a model leads to another."""

    start: Slug = Field(description="The id of the part where it begins.")
    end: Slug = Field(description="The id of the part where it ends.")
    text: Line | None = Field(default=None, description="What passes between them, in a few words.")


class Model(Record):
    """What a work draws, told in parts and relations, so that we can draw and tell it ourselves."""

    kind: ClassVar[str] = "model"
    folder: ClassVar[str] = "models"
    name_field: ClassVar[str] = "title"
    optional_fields: ClassVar[frozenset[str]] = frozenset(
        {"aliases", "relations", "about", "authors", "caveat", "drawn_in", "figures", "formula", "text"}
    )

    title: Title = Field(description="The name of the model.")
    aliases: tuple[Line, ...] = Field(default=(), description="Other names for it, one a line.")
    summary: ShortProse = Field(description="What it says, in one or two sentences, with a citation.")
    type: Annotated[Word, marks.Term("model-types")] = Field(
        description="What it is: a process, an anatomy, a scheme ..., from `data/model-types.csv`."
    )
    about: tuple[ConceptId, ...] = Field(default=(), description="The concepts that it explains, one id a line.")
    text: Prose | None = Field(default=None, description="What the parts do not tell, with citations.")
    parts: tuple[ModelPart, ...] = Field(min_length=1, description="Its parts or steps, in their order.")
    relations: tuple[ModelRelation, ...] = Field(default=(), description="How the parts lead to each other.")
    figures: tuple[Figure, ...] = Field(default=(), description="The numbers that describe what the model shows.")
    formula: Line | None = Field(default=None, description="The formula, where it has one.")
    drawing: Annotated[Word, marks.Term("drawings")] = Field(
        description="The form in which we draw it, from `data/drawings.csv`."
    )
    drawn_in: Line | None = Field(default=None, description="The figure of the work that it follows, as `Figure 5`.")
    caveat: Prose | None = Field(default=None, description="What a reader must know before using it.")
    cite: Cite = Field(description="Where it stands, as `@keller-2018, p. 8`.")

    @property
    def names(self) -> tuple[str, ...]:
        """The title and the aliases."""
        return (self.title, *self.aliases)

    def __hash__(self) -> int:
        return hash((self.kind, self.id))
