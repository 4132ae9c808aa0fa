"""Explanations: what every code of a report means, from the docstrings of rules and the files of `explanations/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from inspect import getdoc
from types import MappingProxyType

from generator.rules import RULES

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "reading a file",
        (
            "empty-file", "not-a-record", "not-utf-8", "too-large", "control-character", "invisible-character", "odd-space", "split-accent",
            "merge-conflict", "bad-yaml", "bad-indentation", "field-in-text", "no-field-name", "no-colon", "no-dash", "no-bar", "no-space", "tab", "colon-in-text",
            "hash-cuts-text", "comma-splits-text", "needs-quotes", "unquoted-link", "unquoted-citation", "smart-quotes", "unclosed-quote",
            "text-after-quotes", "bad-escape", "unclosed-bracket", "text-beside-bar", "text-not-indented", "list-beside-key", "duplicate-key",
            "two-documents", "bad-key", "alias", "tag", "too-deep",
        ),
    ),
    (
        "fields",
        (
            "missing-field", "unknown-field", "empty-field", "unknown-choice", "wrong-form", "bad-value", "several-lines", "too-long", "bad-id",
            "brackets-round-id", "bad-language", "bad-image-name", "bad-site-address", "bad-date", "dates-backwards",
            "bad-quantity", "range-backwards", "thousands-mark",
        ),
    ),
    ("texts", ("bad-citation", "bad-address", "bare-address", "refused-markup")),
    ("across records", tuple(rule.CODE for rule in RULES)),
    (
        "files and tables",
        (
            "astray-file", "bad-file-name", "link-out", "unreadable-file", "unwritable-file", "missing-table", "bad-header", "bad-row",
            "bad-cell", "empty-cell", "duplicate-row", "image-type", "image-size", "image-notes", "image-runs", "dropped-address",
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means: the fault in one line, and a text in Markdown with why it matters, wrong and right."""

    code: str
    fault: str
    text: str
    group: str

    @property
    def sentence(self) -> str:
        """The fault as a sentence of its own."""
        return f"{self.fault[:1].upper()}{self.fault[1:]}."

    @property
    def address(self) -> str:
        """The address of the page on the site that explains the code."""
        return address_of_code(self.code)


def address_of_code(code: str) -> str:
    """`no-colon` → `/about/codes/no-colon/`."""
    return f"/about/codes/{code}/"


def explained_at(code: str, site_url: str) -> str:
    """The public address of the page that explains a code."""
    return site_url.rstrip("/") + address_of_code(code)


@cache
def explanations() -> Mapping[str, Explanation]:
    """Every explanation by its code, in the order of `GROUPS`."""
    of_rules = {rule.CODE: getdoc(rule) or "" for rule in RULES}
    return MappingProxyType(
        {
            code: _explanation(code, of_rules.get(code) or _file(code), group)
            for group, codes in GROUPS
            for code in codes
        }
    )


def _file(code: str) -> str:
    return (files("generator") / "explanations" / f"{code}.md").read_text(encoding="utf-8")


def _explanation(code: str, written: str, group: str) -> Explanation:
    first, _, text = written.strip().partition("\n")
    return Explanation(code, first.removeprefix(f"{code}: ").rstrip("."), text.strip(), group)
