"""Colons, dashes, spaces and brackets that are missing or too many."""

from __future__ import annotations

import re

from generator.source.events import SyntaxFault, quoted
from generator.source.syntax.line import KEY_LINE, Finding, Line, clip, is_between_fields, is_start_of_list, shown


def list_beside_key(line: Line, _: SyntaxFault) -> Finding | None:
    """Find a list that begins on the line of its field."""
    found = line.value()
    entry = line.entry
    if not found or not entry or not entry["key"] or not found[1].startswith("- "):
        return None
    at = found[0]
    indent = " " * (len(entry["indent"]) + len(entry["dashes"]) + 2)
    return Finding(
        "list-beside-key",
        f"the list begins on the line of `{entry['key']}`",
        f"begin the list on the next line, {len(indent)} spaces in",
        at,
        at,
        f"\n{indent}",
        place=(at, at + 1),
    )


def no_space(line: Line, _: SyntaxFault) -> Finding | None:
    """Find a colon or a dash without the space after it."""
    match = re.match(r"[ ]*(?:- +)*(?P<key>[a-z_]+):(?=[^\s:/])", line.text)
    if match:
        at = line.start + match.end()
        shown = line.text[match.start("key") :].rstrip()
        good = shown.replace(":", ": ", 1)
        return Finding(
            "no-space",
            f"a space is missing after `{match['key']}:`",
            f"write `{clip(good)}`",
            at,
            at,
            " ",
            place=(line.start + match.start("key"), at),
        )
    match = re.match(r"[ ]*-(?=[A-Za-z\"'\[])", line.text)
    if match:
        at = line.start + match.end()
        return Finding(
            "no-space",
            "a space is missing after `-`",
            f"write `- {clip(line.text[match.end() :].rstrip())}`",
            at,
            at,
            " ",
            place=(at - 1, at),
        )
    return None


def unclosed_bracket(line: Line, _: SyntaxFault) -> Finding | None:
    """Find brackets that do not close, close too often, or go on behind."""
    found = line.value()
    if not found or found[1][0] not in "[{":
        return None
    at, value = found
    opening, closing = ("[", "]") if value[0] == "[" else ("{", "}")
    if value.count(opening) > value.count(closing):
        following = line.lines.line(line.number + 1) if line.number < len(line.lines.starts) else ""
        if following.strip() and not KEY_LINE.match(following) and not following.lstrip().startswith("- "):
            return None
        end = at + len(value)
        return Finding(
            "unclosed-bracket",
            f"the bracket `{opening}` is not closed",
            f"write {shown(line, value + closing)}",
            end,
            end,
            closing,
            place=(at, at + 1),
        )
    if value.count(opening) < value.count(closing):
        extra = at + value.rfind(closing)
        return Finding("unclosed-bracket", f"there is one `{closing}` too many", "delete it", extra, extra + 1, "")
    if not value.endswith(closing):
        good = quoted(value)
        return Finding(
            "needs-quotes",
            f"a value that begins with `{opening}` needs quotes",
            f"write {shown(line, good)}",
            at,
            at + len(value),
            good,
        )
    return None


def no_colon(line: Line, fault: SyntaxFault) -> Finding | None:
    """Find `title Fribourg` and `title = Fribourg` where a field begins."""
    match = re.match(
        r"(?P<indent>[ ]*)(?:- +)*(?P<key>[a-z_]+)(?P<between>[ ]*[=;][ ]*|[ ]+)(?P<value>\S.*)$", line.text
    )
    if not match or KEY_LINE.match(line.text) or not is_between_fields(line, len(match["indent"])):
        return None
    if fault.offset < line.start - 1:
        return None
    good = f"{match['key']}: {match['value'].rstrip()}"
    start = line.start + match.start("between")
    return Finding(
        "no-colon",
        f"a colon is missing after `{match['key']}`",
        f"write `{clip(good)}`",
        start,
        line.start + match.end("between"),
        ": ",
        place=(line.start + match.start("key"), line.start + match.end("key")),
    )


def no_colon_alone(line: Line, fault: SyntaxFault) -> Finding | None:
    """Find a field name that stands alone on its line, with its list or fields below it."""
    match = re.fullmatch(r"(?P<indent>[ ]*)(?:- +)*(?P<key>[a-z_]+)[ ]*", line.text)
    if not match or not is_start_of_list(line) or fault.offset < line.start:
        return None
    at = line.start + match.end("key")
    return Finding(
        "no-colon",
        f"a colon is missing after `{match['key']}`",
        f"write `{match['key']}:`",
        at,
        at,
        ":",
        place=(line.start + match.start("key"), at),
    )
