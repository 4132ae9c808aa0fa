"""Values that need quotes, or whose quotes went wrong."""

from __future__ import annotations

import re

from generator.source.events import SyntaxFault, is_plain, quoted
from generator.source.syntax.line import (
    KEY_LINE,
    MANY,
    Finding,
    Line,
    closing_quote,
    is_start_of_list,
    is_text_below,
    shown,
)

_SMART_PAIR = re.compile(r"[“”„«](?P<inside>[^“”„«»]*)[“”»]$")


def open_quote(line: Line, _: SyntaxFault) -> Finding | None:
    """Find a quote that is never closed, so that it runs on to the next one, far below: the next line begins a field."""
    for number in range(1, line.number + 1):
        above = Line(line.lines, number, line.lines.starts[number - 1], line.lines.line(number))
        found = above.value()
        below = line.lines.line(number + 1) if number < len(line.lines.starts) else ""
        if not found or found[1][0] not in "\"'" or closing_quote(found[1]) >= 0 or not KEY_LINE.match(below):
            continue
        at, value = found
        inside = value[1:-1] if value[-1] in "\"'" else value[1:]
        good = f'"{inside}"' if value[0] == '"' and '"' not in inside else quoted(inside)
        return Finding(
            "unclosed-quote",
            f"the quote `{value[0]}` is not closed",
            f"write {shown(above, good)}",
            at,
            at + len(value),
            good,
        )
    return None


def notation_at_start(line: Line, _: SyntaxFault) -> Finding | None:
    """Find a link or a citation at the start of a plain value."""
    found = line.value()
    if not found or not found[1].startswith(("[[", "[@", "@")):
        return None
    at, value = found
    bare = value[1:-1] if line.entry and line.entry["key"] == "cite" and re.fullmatch(r"\[[^\[\]]*\]", value) else value
    good = quoted(bare.removesuffix('"') if bare.count('"') == 1 else bare)
    code, what = (
        ("unquoted-link", "a link at the start of a value")
        if value.startswith("[[")
        else ("unquoted-citation", "a citation at the start of a value")
    )
    return Finding(code, f"{what} needs quotes", f"write {shown(line, good)}", at, at + len(value), good)


def sign_at_start(line: Line, _: SyntaxFault) -> Finding | None:
    """Find a sign at the start of a plain value that means something to YAML."""
    found = line.value()
    entry = line.entry
    if (
        not found
        or not entry
        or found[1][0] not in "`%&*!>|?{}],"
        or re.fullmatch(r"[|>][+-]?\d?[+-]?(?:\s+#.*)?", found[1])
    ):
        return None
    at, value = found
    if entry["key"] in {"value", "range", "whole"} and (match := re.fullmatch(r">\s*(=?)\s*([\d.,]+)", value)):
        good = f"{'at least' if match[1] else 'more than'} {match[2]}"
        return Finding("bad-quantity", f"`{value}` is not a quantity", f"write `{good}`", at, at + len(value), good)
    if value[0] == "{" and value.endswith("}"):
        return None
    if (
        value[0] in "|>"
        and (match := re.match(r"[|>][+-]?\s*(?=\S)", value))
        and (match[0][-1] == " " or is_text_below(line))
    ):
        indent = " " * (len(entry["indent"]) + len(entry["dashes"]) + 2)
        return Finding(
            "text-beside-bar",
            f"the text stands on the same line as `{value[0]}`",
            f"begin the text on the next line, {len(indent)} spaces in",
            at,
            at + match.end(),
            f"{value[0]}\n{indent}",
        )
    plain = value.replace("`", "").strip()  # which no text may hold
    good = plain if value[0] == "`" and is_plain(plain) else quoted(value)
    return Finding(
        "needs-quotes",
        "a value cannot begin with a backtick"
        if value[0] == "`"
        else f"a value that begins with `{value[0]}` needs quotes",
        f"write {shown(line, good)}",
        at,
        at + len(value),
        good,
    )


def closed_quote(line: Line, _: SyntaxFault) -> Finding | None:
    """Find text behind a closing quote."""
    found = line.value()
    if not found or found[1][0] not in "\"'":
        return None
    at, value = found
    mark, closing = value[0], closing_quote(value)
    if closing >= 0 and _ends_at(value, closing):
        return None
    if closing < 0:
        below = line.lines.line(line.number + 1) if line.number < len(line.lines.starts) else ""
        if re.match(r"[ ]+\S", below) and not KEY_LINE.match(below):
            return None
        good = value + mark if mark == '"' else quoted(value[1:])
        return Finding(
            "unclosed-quote",
            f"the quote `{mark}` is not closed",
            f"write {shown(line, good)}",
            at,
            at + len(value),
            good,
        )
    good = quoted(_inside_quotes(value, closing))
    return Finding(
        "text-after-quotes",
        f"text goes on after the closing quote `{mark}`",
        f"write {shown(line, good)}",
        at,
        at + len(value),
        good,
        place=(at + closing, at + len(value)),
    )


def bad_escape(line: Line, fault: SyntaxFault) -> Finding | None:
    """Find a backslash between double quotes that begins no code, or one of no character."""
    found = line.value()
    if not found or found[1][0] != '"' or "\\" not in found[1] or not _ends_at(found[1], closing_quote(found[1])):
        return None
    at, value = found
    match = re.search(r"\\(?![\\\"/abefnrtv0 _NLPxuU])", value)
    if not match and not at <= fault.offset < at + len(value):
        return None
    first = match.start() if match else value.rindex("\\", 0, fault.offset - at + 1)
    what = (
        "a backslash between double quotes begins a code" if match else "this code after a backslash means no character"
    )
    good = quoted(value[1:-1])
    return Finding(
        "bad-escape", what, f"write {shown(line, good)}", at, at + len(value), good, place=(at + first, at + first + 2)
    )


def _ends_at(value: str, closing: int) -> bool:
    """Tell whether a value ends with its closing quote, but for a comment."""
    return closing == len(value) - 1 or (closing >= 0 and value[closing + 1 :].lstrip().startswith("#"))


def _inside_quotes(value: str, closing: int) -> str:
    """What an author means by quotes that close too early: all of it, or all but a pair that stands round its beginning."""
    mark = value[0]
    if value.endswith(mark) and (mark == "'" or value[closing - 1].isspace()):
        return value[1:-1]
    return value[1:closing] + value[closing + 1 :] if value[closing + 1] in ":,;" else value


def colon_in_text(line: Line, fault: SyntaxFault) -> Finding | None:
    """Find a colon and a space inside a plain value."""
    found = line.value()
    if not found or found[1][0] in "\"'[{|>":
        return None
    at, value = found
    smart = _SMART_PAIR.fullmatch(value)
    if smart:
        good = quoted(smart["inside"])
        return Finding(
            "smart-quotes",
            "these quotes are printers' quotes, and become part of the text",
            f"write straight quotes: {shown(line, good)}",
            at,
            at + len(value),
            good,
        )
    colon = re.search(r":(?=\s|$)", value)
    if not colon or not line.start <= fault.offset <= line.start + len(line.text) + 1:
        return None
    if len(re.findall(r"\s[a-z_]+:\s", value)) >= MANY:
        advice = "begin each field on a line of its own, and the text of each field two spaces further in"
        return Finding(
            "colon-in-text",
            "several fields stand on one line",
            advice,
            at,
            at,
            "",
            place=(line.start, line.start + len(line.text)),
        )
    if value.endswith(":") and not re.search(r":\s", value[:-1]) and is_start_of_list(line):
        return None
    good = quoted(value)
    return Finding(
        "colon-in-text",
        "a colon and a space inside a value need quotes",
        f"write {shown(line, good)}",
        at,
        at + len(value),
        good,
        place=(at + colon.start(), at + colon.end()),
    )
