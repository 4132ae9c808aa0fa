"""References in full: authors whom a record does not name."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from generator.pages.references import reference

Make = Callable[..., Any]
BERG = {"family": "Berg", "given": "A."}
LIND = {"family": "Lind", "given": "C."}
OTHERS = {"literal": "et al."}


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        ([BERG], "Berg, A. (2018). "),
        ([BERG, LIND], "Berg, A., & Lind, C. (2018). "),
        ([BERG, OTHERS], "Berg, A., et al. (2018). "),
        ([BERG, LIND, OTHERS], "Berg, A., Lind, C., et al. (2018). "),
    ],
)
def test_authors_whom_the_record_does_not_name_are_others(
    make_source: Make, authors: list[dict[str, str]], said: str
) -> None:
    assert unescape(reference(make_source(author=authors, issued="2018"))).startswith(said)
