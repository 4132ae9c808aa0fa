"""What a course may say."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from generator.records.base import Line, Part, Prose, Record, ShortProse, SiteAddress, Title


def _minutes(value: object) -> object:
    return (
        int(value)
        if isinstance(value, str) and value.isascii() and value.isdigit() and not value.startswith("0")
        else value
    )


Minutes = Annotated[int, BeforeValidator(_minutes, json_schema_input_type=int), Field(ge=1, le=10_000)]


class Step(Part):
    """One step of a course."""

    title: Line = Field(description="What the step is about.")
    minutes: Minutes = Field(description="How long it takes, in minutes.")
    open: tuple[SiteAddress, ...] = Field(
        default=(), description="Pages of this site to open, such as `/cases/fribourg/`, one a line."
    )
    task: Prose | None = Field(default=None, description="What the learners do.")
    questions: tuple[ShortProse, ...] = Field(default=(), description="Questions to discuss, one a line.")


class Course(Record):
    """A way through the casebook for a class."""

    kind: ClassVar[str] = "course"
    folder: ClassVar[str] = "courses"
    name_field: ClassVar[str] = "title"
    optional_fields: ClassVar[frozenset[str]] = frozenset({"authors"})

    title: Title = Field(description="The name of the course.")
    summary: ShortProse = Field(description="What it is for, in one or two sentences.")
    audience: Line = Field(description="For whom it is.")
    duration: Minutes = Field(description="How long it takes, in minutes.")
    outcomes: tuple[Line, ...] = Field(min_length=1, description="What the learners can do afterwards, one a line.")
    steps: tuple[Step, ...] = Field(min_length=1, description="The steps, in their order.")
    teacher_notes: Prose | None = Field(default=None, description="What the teacher should know.")

    def __hash__(self) -> int:
        return hash((self.kind, self.id))
