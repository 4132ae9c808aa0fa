"""Catalogue → the pages' folder: pages made from records, pages written by hand, pictures, and the check of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.addresses import dropped, listed
from generator.catalogue import Catalogue
from generator.explain import explanations
from generator.field_reference import field_reference
from generator.pages import Page, Settings, all_pages
from generator.problems import Problem
from generator.project import Project
from generator.text.dates import dates
from generator.write import Written, write_pages

_TITLE = re.compile(r"^# (.+?)(?: \{[^}]*\})?$", re.MULTILINE)
_HANDWRITTEN = (".md",)


@dataclass(frozen=True, slots=True)
class Published:
    """The pages that were written, what writing changed, the day of the newest check, and the addresses that are lacking."""

    pages: tuple[Page, ...]
    written: Written
    day: tuple[int, int, int]
    problems: tuple[Problem, ...] = ()


def site_pages(project: Project, catalogue: Catalogue, settings: Settings) -> tuple[Page, ...]:
    """Every page of the site: from records, from the model, and by hand."""
    derived = (_page("about/fields.md", field_reference()), *_code_pages())
    made = {page.uri: page for page in (*all_pages(catalogue, settings), *derived, *handwritten(project))}
    return tuple(made[uri] for uri in sorted(made))


def publish(project: Project, catalogue: Catalogue, settings: Settings) -> Published:
    """Write the pages' folder; where a published address is missing, nothing is written."""
    pages = site_pages(project, catalogue, settings)
    day = newest_check(catalogue)
    problems = tuple(dropped(listed(project), pages))
    if problems:
        return Published(pages, Written((), ()), day, problems)
    return Published(pages, write_pages(project.pages, pages, _images(project)), day)


def handwritten(project: Project) -> Iterable[Page]:
    """The pages of `docs/`."""
    for path in sorted(project.handwritten.rglob("*")):
        if path.suffix in _HANDWRITTEN and path.is_file():
            uri = path.relative_to(project.handwritten).as_posix()
            yield _page(uri, path.read_text(encoding="utf-8"), f"docs/{uri}")


def newest_check(catalogue: Catalogue) -> tuple[int, int, int]:
    """The newest day on which a record was checked; the site's age is measured from it, never from the clock."""
    days = [dates(record.verified.on)[0].first for record in catalogue.records.values() if record.verified]
    return max(days, default=(2016, 1, 1))


def _page(uri: str, markdown: str, path: str = "") -> Page:
    title = _TITLE.search(markdown)
    return Page(uri, title[1] if title else uri, markdown, path)


def _code_pages() -> Iterable[Page]:
    """One page with every code of the reports."""
    groups: dict[str, list[str]] = {}
    for explanation in explanations().values():
        body = "\n".join(f"    {line}" if line.strip() else "" for line in explanation.text.strip().split("\n"))
        groups.setdefault(explanation.group, []).append(f"### {explanation.code} {{#{explanation.code}}}\n\n{body}\n")
    parts = [
        "# What the codes in a report mean {#top}\n",
        "`casebook check` ends each first line with a code in square brackets. Here is what each of them means.\n",
    ]
    for group, sections in groups.items():
        anchor = re.sub(r"[^a-z]+", "-", group.casefold()).strip("-")
        parts += [f"## {group[:1].upper()}{group[1:]} {{#{anchor}}}\n", *sections]
    yield _page("about/codes.md", "\n".join(parts))


def _images(project: Project) -> Mapping[str, Path]:
    folder = project.root / "content" / "images"
    return {
        f"images/{path.name}": path
        for path in sorted(folder.glob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
