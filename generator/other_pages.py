"""The pages that no record makes: those written by hand in `docs/`, the field reference, the codes of the reports, and quality."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from markupsafe import Markup

from generator.explain import Explanation, explanations
from generator.field_reference import field_reference
from generator.pages import Page, Settings
from generator.pages.base import environment, front_matter, relative, render, uri_of, web_address
from generator.pages.record_page import Crumb
from generator.plain_files import read_text
from generator.project import Project
from generator.quality.page import TABLE, quality_pages
from generator.tables import Tables

_TITLE = re.compile(r"^# (.+?)(?: \{[^}]*\})?$", re.MULTILINE)
_FORM = re.compile(r"\[([^\]]+)\]\(form:([a-z]+)\)")
_FORMS = "{forms}"
_NO_FORMS = "This copy of the site has no forms yet: ask whoever runs it."
_ABOVE = {"index.md": "Home", "about/index.md": "About", "about/codes.md": "Report codes"}


def other_pages(project: Project, settings: Settings, tables: Tables) -> Iterator[Page]:
    """Every page that does not come from a record; what was measured of the site stands in one of the `tables`."""
    yield from handwritten(project, settings)
    yield from quality_pages(tables.get(TABLE, {}), settings)
    yield _page("about/fields.md", field_reference())
    yield from _code_pages()


def handwritten(project: Project, settings: Settings) -> Iterator[Page]:
    """The pages of `docs/`; a link to `form:mistake` or `form:case` leads to the form that the site is configured with."""
    for path in sorted(project.handwritten.rglob("*.md")):
        if path.is_file():
            uri = path.relative_to(project.handwritten).as_posix()
            yield _page(uri, _with_forms(read_text(path), settings), f"docs/{uri}")


def _with_forms(markdown: str, settings: Settings) -> str:
    """Where no forms are configured, the words stay without a link, and the page says so where it writes `{forms}`."""
    if settings.form_url:
        linked = _FORM.sub(lambda match: f"[{match[1]}](<{web_address(settings.form(match[2]))}>)", markdown)
        return linked.replace(f" {_FORMS}", "")
    return _FORM.sub(lambda match: match[1], markdown).replace(_FORMS, _NO_FORMS)


def _page(uri: str, markdown: str, path: str = "") -> Page:
    """A page with its breadcrumb above the title."""
    found = _TITLE.search(markdown)
    title = found[1] if found else uri
    above = [step for step in ("index.md", "about/index.md") if step != uri and (step == "index.md" or "about/" in uri)]
    crumbs = environment().get_template("parts.md.jinja").module.breadcrumb(_trail(uri, *above), Markup(title))  # type: ignore[attr-defined] # noqa: S704 - our own words
    return Page(uri, title, _TITLE.sub(lambda match: f"{crumbs}\n\n{match[0]}", markdown, count=1), path)


@cache
def _code_pages() -> tuple[Page, ...]:
    """The list of all codes of the reports, and a page for each of them."""
    every = explanations().values()
    groups = [_CodeGroup(name, tuple(members)) for name, members in groupby(every, key=lambda found: found.group)]
    title, uri = "What the codes in a report mean", "about/codes.md"
    trail = _trail(uri, "index.md", "about/index.md")
    head = front_matter(title, is_searched=False)
    markdown = render("codes.md.jinja", front_matter=head, title=title, trail=trail, groups=groups)
    return (Page(uri, title, markdown), *map(_code_page, every))


@dataclass(frozen=True, slots=True)
class _CodeGroup:
    name: str
    explanations: tuple[Explanation, ...]

    @property
    def title(self) -> str:
        return self.name[:1].upper() + self.name[1:]

    @property
    def anchor(self) -> str:
        return re.sub(r"[^a-z]+", "-", self.name.casefold()).strip("-")


def _code_page(explanation: Explanation) -> Page:
    uri = uri_of(explanation.address)
    head = front_matter(explanation.code, is_searched=False, description=explanation.sentence.replace("`", ""))
    trail = _trail(uri, "index.md", "about/index.md", "about/codes.md")
    markdown = render("code.md.jinja", front_matter=head, trail=trail, explanation=explanation)
    return Page(uri, explanation.code, markdown)


def _trail(uri: str, *above: str) -> tuple[Crumb, ...]:
    return tuple(Crumb(_ABOVE[step], Markup(relative(uri, step))) for step in above)  # noqa: S704 - our own files
