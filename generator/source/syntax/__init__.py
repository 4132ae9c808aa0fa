"""Text that is no YAML: which habit of people is behind it, and what to write instead.

The parser says where it gave up, often a line or two after the fault. So each check looks at the lines from the start
of the construct to there, for one habit; the first that fits, in the order of `_CHECKS`, explains the fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.problems import Note, Problem
from generator.source.document import Lines
from generator.source.events import SyntaxFault
from generator.source.syntax.columns import indentation, list_item_astray, tab_in_line, text_not_indented
from generator.source.syntax.line import Finding, Line, is_in_text
from generator.source.syntax.marks import list_beside_key, no_colon, no_colon_alone, no_space, unclosed_bracket
from generator.source.syntax.quotes import (
    bad_escape,
    closed_quote,
    colon_in_text,
    notation_at_start,
    open_quote,
    sign_at_start,
)


def diagnose(lines: Lines, fault: SyntaxFault) -> tuple[Problem, Lines | None]:
    """Explain a syntax fault, and give the lines with the fault mended where the mend is clear."""
    number = lines.number(min(fault.offset, len(lines.text)))
    at_fault = Line(lines, number, lines.starts[number - 1], lines.line(number))
    for check in _OF_FILE:
        finding = check(at_fault, fault)
        if finding:
            return _told(lines, finding)
    near = tuple(_lines_near(lines, fault))
    for check in _CHECKS:
        for line in near:
            finding = check(line, fault)
            if finding:
                return _told(lines, finding)
    at = min(fault.offset, max(len(lines.text) - 1, 0))
    place, number = lines.place(at), lines.number(at)
    if not lines.line(number).strip() and number > 1:
        place = lines.place(lines.starts[number - 2], lines.starts[number - 2] + max(len(lines.line(number - 1)), 1))
    note = (
        (Note("the construct at fault begins here", lines.place(fault.opened)),)
        if fault.opened is not None and lines.place(fault.opened).span.line != place.span.line
        else ()
    )
    advice = "look at this line and the one above: each field is `name: value`, its list one `- ` line an entry, and what belongs together begins in the same column"
    return Problem(place, "bad-yaml", "this line cannot be read", help=advice, notes=note), None


def _told(lines: Lines, finding: Finding) -> tuple[Problem, Lines]:
    start, end = finding.place or (finding.start, finding.end)
    changes = lines.text[finding.start : finding.end] != finding.replacement
    mends = (lines.mend(finding.start, finding.end, finding.replacement),) if changes else ()
    problem = Problem(lines.place(start, end), finding.code, finding.message, help=finding.help, mends=mends)
    return problem, lines.mended(finding.start, finding.end, finding.replacement)


def _lines_near(lines: Lines, fault: SyntaxFault) -> Iterator[Line]:
    """The line of the fault, the lines before it back to where the construct began (12 at most), then the next."""
    number = lines.number(min(fault.offset, len(lines.text)))
    opened = lines.number(fault.opened) if fault.opened is not None else number
    first = max(1, number - 12, min(opened, number - 2))
    for candidate in [*range(number, first - 1, -1), number + 1]:
        if candidate <= len(lines.starts) and not is_in_text(lines, candidate):
            yield Line(lines, candidate, lines.starts[candidate - 1], lines.line(candidate))


def _merge_conflict(line: Line, _: SyntaxFault) -> Finding | None:
    text = line.lines.text
    match = re.search(r"^<{7}.*\n(?P<ours>(?:.*\n)*?)={7}.*\n(?:.*\n)*?>{7}.*(?:\n|$)", text, re.MULTILINE)
    if not match:
        return None
    first = text.find("\n", match.start())
    return Finding(
        "merge-conflict",
        "git has left both versions of these lines here",
        "keep the lines of one version, and delete the others with the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
        match.start(),
        match.end(),
        match["ours"],
        place=(match.start(), first),
    )


_Check = Callable[[Line, SyntaxFault], Finding | None]
_OF_FILE: tuple[_Check, ...] = (_merge_conflict, open_quote)
_CHECKS: tuple[_Check, ...] = (
    tab_in_line,
    notation_at_start,
    bad_escape,
    closed_quote,
    unclosed_bracket,
    list_beside_key,
    sign_at_start,
    no_space,
    indentation,
    list_item_astray,
    colon_in_text,
    no_colon_alone,
    text_not_indented,
    no_colon,
)
