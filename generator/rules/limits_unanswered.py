"""limits-unanswered: a case does not say what did not work.

Every case answers the question of limits and open problems, with a text or with an honest blank. A casebook that tells
successes alone helps nobody.

    limits: |
      Nobody had money for work across the border [@keller-2018, p. 13].
    # or, where the sources are silent:
    blanks: {not_reported: [limits]}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Mend, Problem
from generator.records import Case

CODE = "limits-unanswered"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find cases with neither limits nor a blank for them."""
    for entry in catalogue.entries.values():
        case = entry.record
        if isinstance(case, Case) and not case.limits and "limits" not in case.blanks.reasons:
            place = entry.place_of_key(("title",))
            yield Problem(
                place,
                CODE,
                "the case does not say what did not work",
                help="write `limits`, or name it under `blanks`, as `not_reported: [limits]`",
                mends=_blank(entry),
            )


def _blank(entry: Entry) -> tuple[Mend, ...]:
    if not entry.document:
        return ()
    lines = entry.document.lines
    reported = entry.document.nodes.get(("blanks", "not_reported"))
    if reported and lines.text[reported.start] == "[":
        return (
            lines.mend(
                reported.start + 1, reported.start + 1, "limits, " if entry.data["blanks"]["not_reported"] else "limits"
            ),
        )
    if reported:
        return (
            lines.mend(
                reported.start, reported.start, f"- limits\n{' ' * (lines.place(reported.start).span.column - 1)}"
            ),
        )
    blanks = entry.document.nodes.get(("blanks",))
    if blanks and lines.text[blanks.start] == "{":
        return (lines.mend(blanks.start + 1, blanks.start + 1, "not_reported: [limits], "),)
    if blanks:
        return (
            lines.mend(
                blanks.start,
                blanks.start,
                f"not_reported: [limits]\n{' ' * (lines.place(blanks.start).span.column - 1)}",
            ),
        )
    end = len(lines.text)
    return (lines.mend(end, end, ("" if lines.text.endswith("\n") else "\n") + "blanks: {not_reported: [limits]}\n"),)
