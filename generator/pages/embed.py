"""A table or a chart alone, without the site round it: for a frame in somebody's course page."""

from __future__ import annotations

from markupsafe import Markup

from generator.pages.base import Page, front_matter, relative, render
from generator.pages.chart import ChartPage
from generator.pages.prose import Writer
from generator.pages.table import TablePage


class EmbedPage(TablePage):
    """What the template of a framed table or chart asks for; its links lead to the pages of the site, in a new tab."""

    def __init__(self, whole: TablePage) -> None:
        super().__init__(whole.catalogue, whole.comparison, whole.settings)
        self.whole = whole
        self.uri = whole.embed_uri
        self.writer = Writer(whole.catalogue, self.uri, works_on=whole.uri)
        self.title, self.question = whole.title, whole.question

    def page(self) -> Page:
        """Fill the template; a theme's template of its own leaves out the site."""
        return Page(self.uri, self.title, render("embed.md.jinja", page=self, comparison=self.comparison))

    @property
    def front_matter(self) -> Markup:
        """Title and scripts for the theme; searches of the site and of the web find the page itself instead."""
        scripts = ("charts",) if self.chart else ()
        return front_matter(
            self.title, is_searched=False, scripts=scripts, description=self.question, template="embed.html"
        )

    @property
    def chart(self) -> ChartPage | None:
        """The page of the chart, where it is one."""
        return self.whole if isinstance(self.whole, ChartPage) else None

    @property
    def to_whole(self) -> Markup:
        """The way to the page itself."""
        return Markup(relative(self.uri, self.whole.uri))  # noqa: S704 - made of ids
