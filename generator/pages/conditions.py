"""What it takes, in short: the conditions that a case names, without the sentences round them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.pages.prose import first_sentence, plain
from generator.records import Case

_BLOCKS = re.compile(r"\n\s*\n")
_ITEMS = re.compile(r"^[-*] +", re.MULTILINE)
_LEAD = re.compile(r"\s*\*\*(.+?)\*\*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a case names for one purpose: the sentence that leads in, and the entries of the list below them."""

    lead: str
    entries: tuple[str, ...] = ()


def named_conditions(catalogue: Catalogue, case: Case) -> tuple[Conditions, ...]:
    """What the case says that it takes: its lists, each with the paragraph before it where that begins in bold, and paragraphs that begin in bold.

    A case that has neither says it in its first paragraph.
    """
    blocks = [block for block in _BLOCKS.split(case.conditions or "") if block.strip()]
    return tuple(_named(catalogue, blocks)) or tuple(Conditions(plain(catalogue, block)) for block in blocks[:1])


def _named(catalogue: Catalogue, blocks: list[str]) -> Iterator[Conditions]:
    for at, block in enumerate(blocks):
        is_bold = _LEAD.fullmatch(block) is not None
        if _ITEMS.match(block):
            lead = plain(catalogue, blocks[at - 1]) if at and _LEAD.fullmatch(blocks[at - 1]) else ""
            yield Conditions(lead, tuple(_entries(catalogue, block)))
        elif is_bold and not (at + 1 < len(blocks) and _ITEMS.match(blocks[at + 1])):
            yield Conditions(plain(catalogue, block))


def _entries(catalogue: Catalogue, block: str) -> Iterator[str]:
    """The entries of a list, each with its first sentence, and with the bold words before it."""
    for entry in _ITEMS.split(block)[1:]:
        bold = _LEAD.fullmatch(entry)
        parts = (plain(catalogue, bold[1]), plain(catalogue, bold[2])) if bold else (plain(catalogue, entry),)
        said = " ".join(first_sentence(part) for part in parts if part)
        yield said[:1].upper() + said[1:]
