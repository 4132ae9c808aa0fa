"""uncited-paragraph: a paragraph of a case does not say who says so.

Readers trust what they can check. Every paragraph of a case's story carries a citation.

    results: Two firms moved in.                              # wrong
    results: Two firms moved in [@rivas-2016, p. 19].         # right
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Problem
from generator.records import Case
from generator.records.marks import Prose
from generator.rules.placeholder import stand_in

CODE = "uncited-paragraph"
_STORY = frozenset("context challenge objectives approach results limits conditions since".split())
_DEFINED = frozenset({"definition"})
_CITED = re.compile(r"@|\[[a-z0-9-]+-\d{4}\b")  # what has a fault is told elsewhere
_GAP = re.compile(r"\n\s*\n")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find paragraphs of a case's story, and definitions of concepts, without a citation."""
    for entry, text in catalogue.texts(Prose):
        wanted = _STORY if entry.kind == "case" else _DEFINED if entry.kind == "concept" else frozenset()
        if text.path[0] not in wanted:
            continue
        for written in _GAP.split(text.text):
            paragraph = written.strip()
            if not paragraph or _CITED.search(paragraph) or paragraph.endswith(":") or stand_in(paragraph):
                continue
            start = text.text.index(paragraph)
            words = paragraph.split()
            end = (
                start + len(" ".join(words[:3]))
                if len(words) > 3 and paragraph.startswith(" ".join(words[:3]))
                else start + len(paragraph)
            )
            yield Problem(
                entry.place(text.path, start, end),
                CODE,
                "this paragraph does not say who says so",
                help=f"end it with a citation, as in `[@{_work(entry)}, p. 9]`",
                severity="warning",
            )


def _work(entry: Entry) -> str:
    """A work that the case rests on, as an example."""
    return next(iter(entry.record.sources), "rivas-2016") if isinstance(entry.record, Case) else "rivas-2016"
