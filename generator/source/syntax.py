"""Text that is no YAML: which habit of people is behind it, and what to write instead.

The parser says where it gave up, often a line or two after the fault. So each check below looks at the lines from
the start of the construct to there, for one habit; the first that fits, in the order of `_CHECKS`, explains the fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.problems import Note, Problem
from generator.source.document import Lines
from generator.source.events import SyntaxFault, is_plain, quoted

_ENTRY = re.compile(
    r"(?P<indent>[ ]*)(?P<dashes>(?:- +)*)(?:(?P<key>[A-Za-z_][\w.-]*)(?P<colon>[ ]*:[ ]+))?(?P<value>\S.*?)?(?P<tail>\s*)$"
)
_KEY_LINE = re.compile(r"(?P<indent>[ ]*)(?P<dashes>(?:- +)*)(?P<key>[A-Za-z_][\w.-]*)[ ]*:(?:[ ]|$)")
_MANY = 3
_TABBED = re.compile(r"^[ ]*\t[ \t]*", re.MULTILINE)
_SMART_PAIR = re.compile(r"[“”„«](?P<inside>[^“”„«»]*)[“”»]$")


@dataclass(frozen=True, slots=True)
class _Finding:
    """What a check found: an edit from `start` to `end`, in offsets of the text."""

    code: str
    message: str
    help: str
    start: int
    end: int
    replacement: str
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """One line near the fault: its number, its offset, its text, and its parts as an entry."""

    lines: Lines
    number: int
    start: int
    text: str

    @property
    def entry(self) -> re.Match[str] | None:
        return _ENTRY.match(self.text)

    def value(self) -> tuple[int, str] | None:
        """The offset and text of what follows the key or the dash."""
        entry = self.entry
        if not entry or not entry["value"] or not (entry["key"] or entry["dashes"]):
            return None
        return self.start + entry.start("value"), entry["value"]


def diagnose(lines: Lines, fault: SyntaxFault) -> tuple[Problem, Lines | None]:
    """Explain a syntax fault, and give the lines with the fault mended where the mend is clear."""
    for check in _CHECKS:
        for line in _lines_near(lines, fault):
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


def has_fields(lines: Lines) -> bool:
    """Tell whether a text has a single line that looks like a field."""
    return any(_KEY_LINE.match(line) for line in lines.text.split("\n"))


def _told(lines: Lines, finding: _Finding) -> tuple[Problem, Lines]:
    start, end = finding.place or (finding.start, finding.end)
    changes = lines.text[finding.start : finding.end] != finding.replacement
    mends = (lines.mend(finding.start, finding.end, finding.replacement),) if changes else ()
    problem = Problem(lines.place(start, end), finding.code, finding.message, help=finding.help, mends=mends)
    return problem, lines.mended(finding.start, finding.end, finding.replacement)


def _lines_near(lines: Lines, fault: SyntaxFault) -> Iterator[_Line]:
    """The line of the fault, the lines before it back to where the construct began (12 at most), then the next."""
    number = lines.number(min(fault.offset, len(lines.text)))
    opened = lines.number(fault.opened) if fault.opened is not None else number
    first = max(1, number - 12, min(opened, number - 2))
    for candidate in [*range(number, first - 1, -1), number + 1]:
        if candidate <= len(lines.starts) and not _is_in_text(lines, candidate):
            yield _Line(lines, candidate, lines.starts[candidate - 1], lines.line(candidate))


def _is_in_text(lines: Lines, number: int) -> bool:
    """Tell whether a line belongs to the text of a `|`, where nothing but its beginning can be wrong."""
    least = len(lines.line(number)) - len(lines.line(number).lstrip(" "))
    for other in range(number - 1, 0, -1) if least else ():
        text = lines.line(other)
        indent = len(text) - len(text.lstrip(" "))
        if not text.strip() or indent >= least:
            continue
        if re.search(r"(?::|-)[ ]+[|>][+-]?\d?\s*(?:#.*)?$", text):
            return True
        if indent == 0 or _KEY_LINE.match(text):
            return False
        least = indent
    return False


def _merge_conflict(line: _Line, _: SyntaxFault) -> _Finding | None:
    text = line.lines.text
    match = re.search(r"^<{7}.*\n(?P<ours>(?:.*\n)*?)={7}.*\n(?:.*\n)*?>{7}.*(?:\n|$)", text, re.MULTILINE)
    if not match:
        return None
    first = text.find("\n", match.start())
    return _Finding(
        "merge-conflict",
        "git has left both versions of these lines here",
        "keep the lines of one version, and delete the others with the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
        match.start(),
        match.end(),
        match["ours"],
        place=(match.start(), first),
    )


def _open_quote(line: _Line, fault: SyntaxFault) -> _Finding | None:
    """Find a quote that is never closed, so that it runs on to the next one, far below: the next line begins a field."""
    if line.number != line.lines.number(min(fault.offset, len(line.lines.text))):
        return None
    for number in range(1, line.number + 1):
        above = _Line(line.lines, number, line.lines.starts[number - 1], line.lines.line(number))
        found = above.value()
        below = line.lines.line(number + 1) if number < len(line.lines.starts) else ""
        if not found or found[1][0] not in "\"'" or _closing(found[1]) >= 0 or not _KEY_LINE.match(below):
            continue
        at, value = found
        good = value + value[0] if value[0] == '"' else quoted(value[1:])
        return _Finding(
            "unclosed-quote",
            f"the quote `{value[0]}` is not closed",
            f"write {_shown(above, good)}",
            at,
            at + len(value),
            good,
        )
    return None


def _tab(line: _Line, _: SyntaxFault) -> _Finding | None:
    match = re.match(r"[ ]*\t[ \t]*", line.text) or re.search(r"(?<=[:-])\t[ \t]*", line.text)
    if not match:
        return None
    start, end = line.start + match.start(), line.start + match.end()
    if match.start() > 0:
        return _Finding("tab", "a tab stands here", "write a space instead of it", start, end, " ")
    margins = list(_TABBED.finditer(line.lines.text))
    others = len(margins) - 1
    what = "this line begins with a tab" + (
        f", and {others} other{'s' if others > 1 else ''} as well" if others else ""
    )
    first, last = margins[0].start(), margins[-1].end()
    good = _TABBED.sub(lambda margin: margin[0].replace("\t", "  "), line.lines.text[first:last])
    return _Finding(
        "tab", what, "use spaces instead of tabs, two for each step", first, last, good, place=margins[0].span()
    )


def _notation(line: _Line, _: SyntaxFault) -> _Finding | None:
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
    return _Finding(code, f"{what} needs quotes", f"write {_shown(line, good)}", at, at + len(value), good)


def _sign(line: _Line, _: SyntaxFault) -> _Finding | None:
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
        return _Finding("bad-quantity", f"`{value}` is not a quantity", f"write `{good}`", at, at + len(value), good)
    if value[0] == "{" and value.endswith("}"):
        return None
    if (
        value[0] in "|>"
        and (match := re.match(r"[|>][+-]?\s*(?=\S)", value))
        and (match[0][-1] == " " or _is_text_below(line))
    ):
        indent = " " * (len(entry["indent"]) + len(entry["dashes"]) + 2)
        return _Finding(
            "text-beside-bar",
            f"the text stands on the same line as `{value[0]}`",
            f"begin the text on the next line, {len(indent)} spaces in",
            at,
            at + match.end(),
            f"{value[0]}\n{indent}",
        )
    good = quoted(value)
    sign = "a backtick" if value[0] == "`" else f"`{value[0]}`"
    return _Finding(
        "needs-quotes",
        f"a value that begins with {sign} needs quotes",
        f"write {_shown(line, good)}",
        at,
        at + len(value),
        good,
    )


def _quotes(line: _Line, _: SyntaxFault) -> _Finding | None:
    found = line.value()
    if not found or found[1][0] not in "\"'":
        return None
    at, value = found
    mark, closing = value[0], _closing(value)
    if closing >= 0 and _ends_at(value, closing):
        return None
    if closing < 0:
        below = line.lines.line(line.number + 1) if line.number < len(line.lines.starts) else ""
        if re.match(r"[ ]+\S", below) and not _KEY_LINE.match(below):
            return None
        good = value + mark if mark == '"' else quoted(value[1:])
        return _Finding(
            "unclosed-quote",
            f"the quote `{mark}` is not closed",
            f"write {_shown(line, good)}",
            at,
            at + len(value),
            good,
        )
    good = quoted(_inside_quotes(value, closing))
    return _Finding(
        "text-after-quotes",
        f"text goes on after the closing quote `{mark}`",
        f"write {_shown(line, good)}",
        at,
        at + len(value),
        good,
        place=(at + closing, at + len(value)),
    )


def _escape(line: _Line, fault: SyntaxFault) -> _Finding | None:
    """Find a backslash between double quotes that begins no code, or one of no character."""
    found = line.value()
    if not found or found[1][0] != '"' or "\\" not in found[1] or not _ends_at(found[1], _closing(found[1])):
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
    return _Finding(
        "bad-escape", what, f"write {_shown(line, good)}", at, at + len(value), good, place=(at + first, at + first + 2)
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


def _is_text_below(line: _Line) -> bool:
    return line.number < len(line.lines.starts) and line.lines.line(line.number + 1).startswith("  ")


def _list_beside_key(line: _Line, _: SyntaxFault) -> _Finding | None:
    found = line.value()
    entry = line.entry
    if not found or not entry or not entry["key"] or not found[1].startswith("- "):
        return None
    at = found[0]
    indent = " " * (len(entry["indent"]) + len(entry["dashes"]) + 2)
    return _Finding(
        "list-beside-key",
        f"the list begins on the line of `{entry['key']}`",
        f"begin the list on the next line, {len(indent)} spaces in",
        at,
        at,
        f"\n{indent}",
        place=(at, at + 1),
    )


def _closing(value: str) -> int:
    pattern = r'"(?:[^"\\]|\\.)*(")' if value[0] == '"' else r"'(?:[^']|'')*(')(?!')"
    match = re.match(pattern, value)
    return match.start(1) if match else -1


def _no_space(line: _Line, _: SyntaxFault) -> _Finding | None:
    match = re.match(r"[ ]*(?:- +)*(?P<key>[a-z_]+):(?=[^\s:/])", line.text)
    if match:
        at = line.start + match.end()
        shown = line.text[match.start("key") :].rstrip()
        good = shown.replace(":", ": ", 1)
        return _Finding(
            "no-space",
            f"a space is missing after `{match['key']}:`",
            f"write `{_clip(good)}`",
            at,
            at,
            " ",
            place=(line.start + match.start("key"), at),
        )
    match = re.match(r"[ ]*-(?=[A-Za-z\"'\[])", line.text)
    if match:
        at = line.start + match.end()
        return _Finding(
            "no-space",
            "a space is missing after `-`",
            f"write `- {_clip(line.text[match.end() :].rstrip())}`",
            at,
            at,
            " ",
            place=(at - 1, at),
        )
    return None


def _indentation(line: _Line, fault: SyntaxFault) -> _Finding | None:
    """Find a key that begins further in, or less far in, than the keys beside it."""
    match = _KEY_LINE.match(line.text)
    if not match or match["dashes"] or not line.start <= fault.offset <= line.start + len(line.text):
        return None
    if fault.offset > line.start + match.end("key") + 1:
        return None
    indent = len(match["indent"])
    columns = _columns_above(line)
    if indent in columns[:1] or not columns:
        return None
    best = min(columns, key=lambda column: (abs(column - indent), -column))
    if best == indent:
        return None
    good = " " * best
    where = "at the start of the line" if best == 0 else f"after {best} space{'s' if best > 1 else ''}"
    return _Finding(
        "bad-indentation",
        f"`{match['key']}` does not begin in the column of the fields beside it",
        f"begin it {where}",
        line.start,
        line.start + indent,
        good,
        place=(line.start, line.start + max(indent, 1)),
    )


def _columns_above(line: _Line) -> list[int]:
    """The columns in which the entries above begin that this line may belong to, the nearest first."""
    columns: list[int] = []
    limit = 10**6
    for number in range(line.number - 1, 0, -1):
        match = _KEY_LINE.match(line.lines.line(number))
        if not match:
            continue
        column = len(match["indent"]) + len(match["dashes"])
        if column < limit or not columns:
            columns.append(column)
            limit = column
        if len(match["indent"]) == 0 and not match["dashes"]:
            break
    return columns


def _colon(line: _Line, fault: SyntaxFault) -> _Finding | None:
    found = line.value()
    if not found or found[1][0] in "\"'[{|>":
        return None
    at, value = found
    smart = _SMART_PAIR.fullmatch(value)
    if smart:
        good = quoted(smart["inside"])
        return _Finding(
            "smart-quotes",
            "these quotes are printers' quotes, and become part of the text",
            f"write straight quotes: {_shown(line, good)}",
            at,
            at + len(value),
            good,
        )
    colon = re.search(r":(?=\s|$)", value)
    if not colon or not line.start <= fault.offset <= line.start + len(line.text) + 1:
        return None
    if len(re.findall(r"\s[a-z_]+:\s", value)) >= _MANY:
        advice = "begin each field on a line of its own, and the text of each field two spaces further in"
        return _Finding(
            "colon-in-text",
            "several fields stand on one line",
            advice,
            at,
            at,
            "",
            place=(line.start, line.start + len(line.text)),
        )
    if value.endswith(":") and not re.search(r":\s", value[:-1]) and _is_start_of_list(line):
        return None
    good = quoted(value)
    return _Finding(
        "colon-in-text",
        "a colon and a space inside a value need quotes",
        f"write {_shown(line, good)}",
        at,
        at + len(value),
        good,
        place=(at + colon.start(), at + colon.end()),
    )


def _is_start_of_list(line: _Line) -> bool:
    return line.number < len(line.lines.starts) and line.lines.line(line.number + 1).lstrip().startswith("- ")


def _bracket(line: _Line, _: SyntaxFault) -> _Finding | None:
    found = line.value()
    if not found or found[1][0] not in "[{":
        return None
    at, value = found
    opening, closing = ("[", "]") if value[0] == "[" else ("{", "}")
    if value.count(opening) > value.count(closing):
        following = line.lines.line(line.number + 1) if line.number < len(line.lines.starts) else ""
        if following.strip() and not _KEY_LINE.match(following) and not following.lstrip().startswith("- "):
            return None
        end = at + len(value)
        return _Finding(
            "unclosed-bracket",
            f"the bracket `{opening}` is not closed",
            f"write {_shown(line, value + closing)}",
            end,
            end,
            closing,
            place=(at, at + 1),
        )
    if value.count(opening) < value.count(closing):
        extra = at + value.rfind(closing)
        return _Finding("unclosed-bracket", f"there is one `{closing}` too many", "delete it", extra, extra + 1, "")
    if not value.endswith(closing):
        good = quoted(value)
        return _Finding(
            "needs-quotes",
            f"a value that begins with `{opening}` needs quotes",
            f"write {_shown(line, good)}",
            at,
            at + len(value),
            good,
        )
    return None


def _no_colon(line: _Line, fault: SyntaxFault) -> _Finding | None:
    """Find `title Fribourg` and `title = Fribourg` where a field begins."""
    match = re.match(
        r"(?P<indent>[ ]*)(?:- +)*(?P<key>[a-z_]+)(?P<between>[ ]*[=;][ ]*|[ ]+)(?P<value>\S.*)$", line.text
    )
    if not match or _KEY_LINE.match(line.text) or not _is_between_fields(line, len(match["indent"])):
        return None
    if fault.offset < line.start - 1:
        return None
    good = f"{match['key']}: {match['value'].rstrip()}"
    start = line.start + match.start("between")
    return _Finding(
        "no-colon",
        f"a colon is missing after `{match['key']}`",
        f"write `{_clip(good)}`",
        start,
        line.start + match.end("between"),
        ": ",
        place=(line.start + match.start("key"), line.start + match.end("key")),
    )


def _no_colon_alone(line: _Line, fault: SyntaxFault) -> _Finding | None:
    """Find a field name that stands alone on its line, with its list or fields below it."""
    match = re.fullmatch(r"(?P<indent>[ ]*)(?:- +)*(?P<key>[a-z_]+)[ ]*", line.text)
    if not match or not _is_start_of_list(line) or fault.offset < line.start:
        return None
    at = line.start + match.end("key")
    return _Finding(
        "no-colon",
        f"a colon is missing after `{match['key']}`",
        f"write `{match['key']}:`",
        at,
        at,
        ":",
        place=(line.start + match.start("key"), at),
    )


def _is_between_fields(line: _Line, indent: int) -> bool:
    above = [line.lines.line(number) for number in range(1, line.number)]
    fields = [len(match["indent"]) + len(match["dashes"]) for match in map(_KEY_LINE.match, above) if match]
    return not fields or indent in fields


def _text_not_indented(line: _Line, _: SyntaxFault) -> _Finding | None:
    """Find the text of a `|` block that begins in the first column."""
    if line.text.startswith((" ", "#", "- ")) or not line.text.strip() or _KEY_LINE.match(line.text):
        return None
    first = line.number
    while first > 1 and not _KEY_LINE.match(line.lines.line(first)):
        first -= 1
    opener = _KEY_LINE.match(line.lines.line(first))
    if not opener or first == line.number or not re.search(r":\s+[|>][+-]?\d?\s*(?:#.*)?$", line.lines.line(first)):
        return None
    last = line.number
    while (
        last < len(line.lines.starts)
        and not _KEY_LINE.match(line.lines.line(last + 1))
        and line.lines.line(last + 1).strip()
    ):
        last += 1
    indent = " " * (len(opener["indent"]) + len(opener["dashes"]) + 2)
    start, end = line.lines.starts[first], line.lines.starts[last - 1] + len(line.lines.line(last))
    good = "\n".join(
        f"{indent}{text.strip()}" if text.strip() else "" for text in line.lines.text[start:end].split("\n")
    )
    return _Finding(
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


def _list_item_astray(line: _Line, fault: SyntaxFault) -> _Finding | None:
    """Find a list entry that begins in another column than the entries above it."""
    match = re.match(r"(?P<indent>[ ]*)- ", line.text)
    if not match or not line.start <= fault.offset <= line.start + len(line.text):
        return None
    for number in range(line.number - 1, 0, -1):
        above = re.match(r"(?P<indent>[ ]*)- ", line.lines.line(number))
        if above and len(above["indent"]) != len(match["indent"]):
            good = above["indent"]
            return _Finding(
                "bad-indentation",
                "this entry does not begin in the column of the entries above it",
                f"begin it after {len(good)} space{'' if len(good) == 1 else 's'}",
                line.start,
                line.start + len(match["indent"]),
                good,
                place=(line.start, line.start + match.end() - 1),
            )
        if _KEY_LINE.match(line.lines.line(number)) and not above:
            break
    return None


def _shown(line: _Line, good: str) -> str:
    entry = line.entry
    lead = f"{entry['key']}: " if entry and entry["key"] else "- " if entry and entry["dashes"] else ""
    shown = _clip(f"{lead}{good}")
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


def _clip(text: str) -> str:
    return text if len(text) <= 100 else text[:97] + "..."


_CHECKS: tuple[Callable[[_Line, SyntaxFault], _Finding | None], ...] = (
    _merge_conflict,
    _open_quote,
    _tab,
    _notation,
    _escape,
    _quotes,
    _bracket,
    _list_beside_key,
    _sign,
    _no_space,
    _indentation,
    _list_item_astray,
    _colon,
    _no_colon_alone,
    _text_not_indented,
    _no_colon,
)

__all__ = ["diagnose", "is_plain"]
