"""The script that runs Lighthouse demands its scores."""

from __future__ import annotations

from typing import Any

import pytest
from lighthouse import DEMANDED, low


def report(score: float) -> dict[str, Any]:
    """A report in which one audit of each category failed."""
    audits = {"image-alt": {"id": "image-alt", "title": "Images lack words", "score": 0}}
    return {
        "audits": audits,
        "categories": {name: {"score": score, "auditRefs": [{"id": "image-alt", "weight": 1}]} for name in DEMANDED},
    }


@pytest.mark.parametrize("name", list(DEMANDED))
def test_a_low_score_is_seen_and_its_audits_are_named(name: str) -> None:
    assert low(report(0.94), name) == [f"{name} is 0.94: image-alt: Images lack words"]
    assert low(report(0.95), name) == []
