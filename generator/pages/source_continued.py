"""The pages that go on with what is taken from a work that many records cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.base import Page, front_matter, relative, render
from generator.pages.prose import Writer

if TYPE_CHECKING:
    from generator.pages.source import SentenceTaken, SourcePage, Taken

FIRST_CONTINUED = 2


class SourceContinued:
    """A page that goes on with what is taken from a work that many records cite."""

    def __init__(self, first: SourcePage, number: int) -> None:
        self.number, self.last = number, len(first.chunks)
        self.uri = first.continued(number)
        self.source = first.record
        self.taken = first.chunks[number - 1]
        self.writer = Writer(first.catalogue, self.uri, cites=False)
        self._first = first

    def page(self) -> Page:
        """Fill the template; the address is no promise, since sentences move from page to page as the casebook grows."""
        return Page(self.uri, self.title, render("source_continued.md.jinja", page=self), is_promised=False)

    @property
    def title(self) -> str:
        """What stands here."""
        return f"What the casebook takes from {self._first.short_name}, {self.number} of {self.last}"

    @property
    def front_matter(self) -> Markup:
        """The title for the theme."""
        return front_matter(self.title)

    def to(self, uri: str) -> Markup:
        """The way to another file."""
        return Markup(relative(self.uri, uri))  # noqa: S704

    def title_of(self, taken: Taken) -> Markup:
        """The name of a record and what kind it is, and how many passages are taken for it."""
        return self._first.title_of(taken)

    def link(self, taken: SentenceTaken) -> Markup:
        """The link of a sentence, from here."""
        return self._first.moved(taken, self.uri)

    @property
    def previous_uri(self) -> str:
        """The file of the page from which this one goes on."""
        return self._first.continued(self.number - 1) if self.number > FIRST_CONTINUED else self._first.uri

    @property
    def next_uri(self) -> str:
        """The file of the page that goes on from here; empty on the last."""
        return self._first.continued(self.number + 1) if self.number < self.last else ""
