"""Catalogue → the pages' folder: pages made from records, pages written by hand, pictures, and the check of addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.addresses import dropped, listed, unknown
from generator.catalogue import Catalogue
from generator.downloads import with_downloads
from generator.front import front_files
from generator.headers import NAME, headers
from generator.images import MOST_BYTES, faults_in_image
from generator.other_pages import other_pages
from generator.pages import Page, Settings, all_pages
from generator.plain_files import read_bytes
from generator.problems import Problem
from generator.project import Project
from generator.records.base import IMAGE_FILE
from generator.search import search_files
from generator.text.dates import dates
from generator.write import Written, write_pages


@dataclass(frozen=True, slots=True)
class Published:
    """The pages that were written, what writing changed, the day of the newest check, and the addresses that lack a page."""

    pages: tuple[Page, ...]
    written: Written
    day: tuple[int, int, int]
    problems: tuple[Problem, ...] = ()


def site_pages(project: Project, catalogue: Catalogue, settings: Settings) -> tuple[Page, ...]:
    """Every page of the site: from records with their downloads, from the model, and by hand."""
    alone = (*all_pages(catalogue, settings), *other_pages(project, settings, catalogue.tables))
    made = {page.uri: page for page in with_downloads(alone, catalogue, settings, newest_check(catalogue))}
    return tuple(made[uri] for uri in sorted(made))


def publish(project: Project, catalogue: Catalogue, settings: Settings) -> Published:
    """Write the pages' folder; where an address lacks its page, nothing is written."""
    pages = site_pages(project, catalogue, settings)
    day = newest_check(catalogue)
    problems = (*dropped(listed(project), pages), *unknown(catalogue, pages))
    if problems:
        return Published(pages, Written((), ()), day, problems)
    files = {
        **front_files(),
        **_images(project, catalogue),
        **_of_pages(pages),
        **search_files(pages, catalogue),
        NAME: headers(pages),
    }
    return Published(pages, write_pages(project.pages, pages, files), day)


def newest_check(catalogue: Catalogue) -> tuple[int, int, int]:
    """The newest day on which a record was checked; the site's age is measured from it, never from the clock."""
    checked = (dates(record.verified.on) for record in catalogue.records.values() if record.verified)
    days = [found[0].first for found in checked if found]
    return max(days, default=(2016, 1, 1))


def _of_pages(pages: Iterable[Page]) -> Mapping[str, bytes]:
    """The files that belong to pages: those at their addresses, and those that their scripts ask for."""
    found = {
        f"{page.address}{name}".lstrip("/"): file if isinstance(file, bytes) else file.encode()
        for page in pages
        for name, file in page.beside
    }
    return found | {path: text.encode() for page in pages for path, text in page.assets}


def _images(project: Project, catalogue: Catalogue) -> Mapping[str, bytes]:
    """The images that records show, by their path on the site; one with a fault is left out, also where somebody edits and looks."""
    shown = sorted({image.file for case in catalogue.cases for image in case.images} & catalogue.images)
    files = {name: project.root / "content" / "images" / name for name in shown if IMAGE_FILE.fullmatch(name)}
    found = {name: read_bytes(file) for name, file in files.items() if file.is_file() and not file.is_symlink()}
    return {
        f"images/{name}": raw
        for name, raw in found.items()
        if len(raw) <= MOST_BYTES and not any(faults_in_image(name, raw))
    }
