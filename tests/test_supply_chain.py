"""What comes from others: every package's licence lets us use it, and CI takes exact versions by their hashes."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from types import SimpleNamespace

import pytest
from building import ROOT
from figuring import note_figure

# As packages name them: an expression of SPDX, or the words of PyPI's classifiers.
FREE = frozenset({
    "0BSD", "Apache Software License", "Apache-2.0", "BSD License", "BSD-2-Clause", "BSD-2-Clause-Views", "BSD-3-Clause",
    "CC0-1.0", "ISC License (ISCL)", "MIT", "MIT License", "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)", "PSF-2.0",
    "Python Software Foundation License", "Zlib",
})  # fmt: skip
# Packages whose metadata do not say it in these words, each with where it is said.
TOLD_ELSEWHERE = {
    "axe-playwright-python": "MIT, in its LICENSE file; tests only",
    "text-unidecode": "Artistic License or GPL, as one likes; tests only, through frictionless",
}
PINNED = re.compile(r"^([a-z0-9-]+)==\S+", re.MULTILINE)
NAMES = tuple(dict.fromkeys(PINNED.findall((ROOT / "constraints.txt").read_text(encoding="utf-8"))))


def licences(name: str) -> set[str]:
    """The licences of an installed package, as its metadata name them."""
    told = metadata(name).json
    if expression := str(told.get("license_expression", "")):
        return set(re.split(r" (?:AND|OR) ", expression.strip("()")))
    classified = [line for line in told.get("classifier", []) if line.startswith("License")]
    named = {line.rpartition(" :: ")[2] for line in classified} or {str(told.get("license", "")).strip()}
    return named - {""}


@pytest.mark.parametrize("name", NAMES)
def test_every_package_has_a_free_licence(name: str) -> None:
    try:
        found = licences(name)
    except PackageNotFoundError:
        pytest.skip("not needed on this machine")

    is_free = (bool(found) and found <= FREE) != (name in TOLD_ELSEWHERE)
    note_figure("licences", 0 if is_free else 1, of=1)
    assert is_free, f"{name}: {sorted(found)}"


def test_a_licence_that_is_not_free_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    told = SimpleNamespace(json={"license_expression": "Elastic-2.0"})
    monkeypatch.setattr("importlib.metadata.Distribution.metadata", told)

    assert not licences("mkdocs") <= FREE


def test_ci_takes_exact_versions_by_their_hashes() -> None:
    entries = entries_of((ROOT / "constraints-ci.txt").read_text(encoding="utf-8"))
    bare = without_hash(entries)
    note_figure("packages-without-hash", len(bare), of=len(entries))

    assert len(entries) > 90
    assert bare == []


def entries_of(constraints: str) -> list[str]:
    """The entries of a list of versions, each with the hashes below it."""
    return re.split(r"^(?=[a-z0-9-]+==)", constraints, flags=re.MULTILINE)[1:]


def without_hash(entries: list[str]) -> list[str]:
    """The packages that are named without the hash of a file."""
    return [entry.split()[0] for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry)]


def test_a_package_without_its_hash_is_seen() -> None:
    good = f"one==1.0 \\\n    --hash=sha256:{'0' * 64}\n"

    assert without_hash(entries_of(f"{good}two==2.0\n{good.replace('one', 'three')}")) == ["two==2.0"]


def test_no_list_of_versions_holds_an_address() -> None:
    for name in ("constraints.txt", "constraints-ci.txt"):
        assert not re.search(r"https?:|--(?:extra-)?index-url", (ROOT / name).read_text(encoding="utf-8")), name
