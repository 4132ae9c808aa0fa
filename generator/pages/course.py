"""The page of a course."""

from __future__ import annotations

from functools import cached_property

from generator.pages.base import escape
from generator.pages.record_page import Fact, RecordPage
from generator.records import Course


class CoursePage(RecordPage):
    """What the template of a course asks for."""

    template = "course.md.jinja"
    record: Course

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Audience, duration, steps."""
        course = self.record
        return (
            Fact("For", escape(course.audience)),
            Fact("Takes", escape(self.minutes(course.duration))),
            Fact("Steps", escape(str(len(course.steps)))),
        )

    def minutes(self, number: int) -> str:
        """A time in minutes or hours."""
        hours, rest = divmod(number, 60)
        said = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours else []
        said += [f"{rest} minutes"] if rest else []
        return " and ".join(said)
