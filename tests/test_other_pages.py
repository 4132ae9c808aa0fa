"""The pages that no record makes: their breadcrumb, and the forms to which they lead."""

from __future__ import annotations

from pathlib import Path

from generator.other_pages import handwritten, other_pages
from generator.pages import Page, Settings
from generator.project import Project

ROOT = Path(__file__).parent.parent
FORMS = Settings("Casebook", "https://casebook.example/", "https://example.org/new?template={form}.yml&page={page}")


def _page(folder: Path, text: str, settings: Settings) -> Page:
    (folder / "docs").mkdir()
    (folder / "docs" / "contribute.md").write_text(f"---\ntitle: Contribute\n---\n\n# Contribute\n\n{text}\n")
    (page,) = handwritten(Project(folder), settings)
    return page


def test_a_link_to_a_form_leads_to_the_configured_form(tmp_path: Path) -> None:
    page = _page(tmp_path, "You may [offer a case](form:case). {forms}", FORMS)

    assert "You may [offer a case](<https://example.org/new?template=case.yml&page=>).\n" in page.markdown


def test_without_forms_the_words_stay_and_the_page_says_why_they_lead_nowhere(tmp_path: Path) -> None:
    page = _page(tmp_path, "You may [offer a case](form:case). {forms}", Settings())

    assert "You may offer a case. This copy of the site has no forms yet" in page.markdown


def test_every_page_has_a_breadcrumb_above_its_title() -> None:
    for page in other_pages(Project(ROOT), FORMS, {}):
        before, title, _ = page.markdown.partition("\n# ")
        assert title, page.uri
        assert before.count('<nav class="breadcrumb"') == 1, page.uri
        assert ("[About](" in before) == (page.uri.startswith("about/") and page.uri != "about/index.md"), page.uri


def test_pages_of_codes_stay_out_of_the_search() -> None:
    hidden = [page.uri for page in other_pages(Project(ROOT), FORMS, {}) if "search:\n  exclude: true" in page.markdown]

    assert len(hidden) > 100
    assert all(uri.startswith("about/codes") for uri in hidden)
