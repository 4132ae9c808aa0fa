"""Writing the pages' folder: nothing outside of it is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages import Page
from generator.write import write_pages


@pytest.mark.parametrize("path", ["/index.json", "../index.json", "cases/../../index.json"])
def test_a_path_that_leads_out_of_the_folder_is_refused_and_nothing_is_written(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "pages"

    with pytest.raises(ValueError, match="leads out"):
        write_pages(folder, [Page("index.md", "Home", "# Home\n")], {path: b"{}"})

    assert list(tmp_path.iterdir()) == []


def test_what_is_no_longer_wanted_is_removed_and_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    page = Page("index.md", "Home", "# Home\n")
    write_pages(tmp_path, [page], {"a/old.csv": b"1"})

    again = write_pages(tmp_path, [page], {"b/new.csv": b"1"})

    assert again.changed == ("b/new.csv",)
    assert again.removed == ("a/old.csv",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "index.md"]
