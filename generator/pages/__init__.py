"""all_pages(catalogue): every page of the site that is made from records."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.charts import CHARTS
from generator.comparisons import COMPARISONS
from generator.pages.base import Page, Settings
from generator.pages.case import CasePage
from generator.pages.case_sets import case_sets
from generator.pages.chart import ChartPage, ChartsPage
from generator.pages.closed import closed
from generator.pages.concept import ConceptPage
from generator.pages.course import CoursePage
from generator.pages.embed import EmbedPage
from generator.pages.explore import ExplorePage
from generator.pages.home import HomePage
from generator.pages.map import MapPage
from generator.pages.model import ModelPage
from generator.pages.organisation import OrganisationPage
from generator.pages.record_page import RecordPage
from generator.pages.sections import SectionPage
from generator.pages.side_by_side import ChoicePage, SetPage
from generator.pages.source import SourcePage
from generator.pages.table import TablePage, TablesPage
from generator.records import RECORD_TYPES

RECORD_PAGES: dict[str, type[RecordPage]] = {
    "case": CasePage,
    "concept": ConceptPage,
    "organisation": OrganisationPage,
    "model": ModelPage,
    "source": SourcePage,
    "course": CoursePage,
}


def all_pages(catalogue: Catalogue, settings: Settings | None = None) -> tuple[Page, ...]:
    """Make every page, in the order of their files; the catalogue alone decides what stands on them."""
    settings = settings or Settings()
    catalogue = closed(catalogue)
    pages = [HomePage(catalogue, settings).page(), ExplorePage(catalogue).page()]
    pages += [SectionPage(catalogue, kind).page() for kind in RECORD_TYPES]
    pages += [MapPage(catalogue).page()]
    tables = [TablePage(catalogue, comparison, settings) for comparison in COMPARISONS]
    charts = [ChartPage(catalogue, chart, settings) for chart in CHARTS]
    pages += [TablesPage().page(), *(table.page() for table in tables)]
    pages += [ChartsPage(charts).page(), *(chart.page() for chart in charts)]
    pages += [EmbedPage(whole).page() for whole in (*tables, *charts)]
    pages += [ChoicePage(catalogue).page(), *(SetPage(catalogue, chosen).page() for chosen in case_sets(catalogue))]
    pages += [
        page
        for record in catalogue.records.values()
        for page in RECORD_PAGES[record.kind](catalogue, record, settings).pages()
    ]
    return tuple(sorted(pages, key=lambda page: page.uri))


__all__ = ["RECORD_PAGES", "Page", "Settings", "all_pages"]
