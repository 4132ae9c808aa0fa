"""Lines that begin in the wrong column."""

from __future__ import annotations

import re

from generator.source.document import Lines
from generator.source.events import SyntaxFault
from generator.source.syntax.line import KEY_LINE, Finding, Line, columns_above

_TABBED = re.compile(r"^[ ]*\t[ \t]*", re.MULTILINE)


def tab_in_line(line: Line, _: SyntaxFault) -> Finding | None:
    """Find a tab where YAML needs spaces."""
    match = re.match(r"[ ]*\t[ \t]*", line.text) or re.search(r"(?<=[:-])\t[ \t]*", line.text)
    if not match:
        return None
    start, end = line.start + match.start(), line.start + match.end()
    if match.start() > 0:
        return Finding("tab", "a tab stands here", "write a space instead of it", start, end, " ")
    margins = list(_TABBED.finditer(line.lines.text))
    others = len(margins) - 1
    what = "this line begins with a tab" + (
        f", and {others} other{'s' if others > 1 else ''} as well" if others else ""
    )
    first, last = margins[0].start(), margins[-1].end()
    good = _TABBED.sub(lambda margin: margin[0].replace("\t", "  "), line.lines.text[first:last])
    return Finding(
        "tab", what, "use spaces instead of tabs, two for each step", first, last, good, place=margins[0].span()
    )


def indentation(line: Line, fault: SyntaxFault) -> Finding | None:
    """Find a key that begins further in, or less far in, than the keys beside it."""
    match = KEY_LINE.match(line.text)
    if not match or match["dashes"] or not line.start <= fault.offset <= line.start + len(line.text):
        return None
    if fault.offset > line.start + match.end("key") + 1:
        return None
    indent = len(match["indent"])
    columns = columns_above(line)
    if indent in columns[:1] or not columns:
        return None
    best = min(columns, key=lambda column: (abs(column - indent), -column))
    if best == indent:
        return None
    good = " " * best
    where = "at the start of the line" if best == 0 else f"after {best} space{'s' if best > 1 else ''}"
    return Finding(
        "bad-indentation",
        f"`{match['key']}` does not begin in the column of the fields beside it",
        f"begin it {where}",
        line.start,
        line.start + indent,
        good,
        place=(line.start, line.start + max(indent, 1)),
    )


def text_not_indented(line: Line, _: SyntaxFault) -> Finding | None:
    """Find the text of a `|` block that begins in the first column."""
    if line.text.startswith((" ", "#", "- ")) or not line.text.strip() or KEY_LINE.match(line.text):
        return None
    first = line.number
    while first > 1 and not KEY_LINE.match(line.lines.line(first)):
        first -= 1
    opener = KEY_LINE.match(line.lines.line(first))
    if not opener or first == line.number or not re.search(r":\s+[|>][+-]?\d?\s*(?:#.*)?$", line.lines.line(first)):
        return None
    last = line.number
    while (
        last < len(line.lines.starts)
        and not KEY_LINE.match(line.lines.line(last + 1))
        and line.lines.line(last + 1).strip()
    ):
        last += 1
    indent = " " * (len(opener["indent"]) + len(opener["dashes"]) + 2)
    start, end = line.lines.starts[first], line.lines.starts[last - 1] + len(line.lines.line(last))
    good = "\n".join(
        f"{indent}{text.strip()}" if text.strip() else "" for text in line.lines.text[start:end].split("\n")
    )
    return Finding(
        "text-not-indented",
        f"this line belongs to the text of `{opener['key']}` and begins too far left",
        f"begin every line of the text with {len(indent)} spaces",
        start,
        end,
        good,
        place=_first_at_margin(line.lines, first + 1),
    )


def _first_at_margin(lines: Lines, number: int) -> tuple[int, int]:
    """The first line of a text, from the line `number` on, that begins in the first column."""
    while not lines.line(number).strip() or lines.line(number).startswith(" "):
        number += 1
    return lines.starts[number - 1], lines.starts[number - 1] + len(lines.line(number))


def list_item_astray(line: Line, fault: SyntaxFault) -> Finding | None:
    """Find a list entry that begins in another column than the entries above it."""
    match = re.match(r"(?P<indent>[ ]*)- ", line.text)
    if not match or not line.start <= fault.offset <= line.start + len(line.text):
        return None
    for number in range(line.number - 1, 0, -1):
        above = re.match(r"(?P<indent>[ ]*)- ", line.lines.line(number))
        if above and len(above["indent"]) != len(match["indent"]):
            good = above["indent"]
            return Finding(
                "bad-indentation",
                "this entry does not begin in the column of the entries above it",
                f"begin it after {len(good)} space{'' if len(good) == 1 else 's'}",
                line.start,
                line.start + len(match["indent"]),
                good,
                place=(line.start, line.start + match.end() - 1),
            )
        if KEY_LINE.match(line.lines.line(number)) and not above:
            break
    return None
