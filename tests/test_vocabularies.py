"""The words to choose from are of use: each trouble is spoken to by several cases, each word by some record."""

from __future__ import annotations

from collections import Counter

import pytest
from building import ROOT

from generator.load import load

CATALOGUE = load(ROOT).catalogue


@pytest.mark.parametrize("challenge", CATALOGUE.tables["challenges"])
def test_every_challenge_has_two_cases_or_more(challenge: str) -> None:
    found = Counter(word for case in CATALOGUE.cases for word in case.challenges)

    assert found[challenge] >= 2
