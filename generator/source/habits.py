"""YAML that is right and says something else than its author meant: a `#` that swallows, a comma that splits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Note, Problem
from generator.source.document import Document
from generator.source.events import quoted

_HASH = re.compile(r"[ \t]#(?=[^\s#!])")
_SMART = re.compile(r"[“”„«»‟]")
_FLOW_TEXT = re.compile(r"\[[^\[\]{}]*,[^\[\]{}]*[?!.]\s*\]|\[[^\[\]{}]*,\s+(?:and|or|but|nor|so|yet)\s[^\[\]{}]*\]")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‟": "”", "”": "”", "‘": "’", "»": "«"}


def faults_in_habits(document: Document) -> list[Problem]:
    """Find what the parser accepts and the author did not mean."""
    text = document.lines.text
    found: list[Problem] = []
    if "#" in text and _HASH.search(text):
        found += _swallowed(document)
    if not text.isascii() and (_SMART.search(text) or "‘" in text):
        found += _smart_quotes(document)
    if _FLOW_TEXT.search(text):
        found += _split_sentences(document)
    if "? " in text:
        found += _question_marks(document)
    found += _run_together(document)
    return found


def _question_marks(document: Document) -> Iterator[Problem]:
    """Find a value that begins with `? `, which YAML takes as the mark of a key."""
    lines = document.lines
    for node in document.nodes.values():
        if node.style == "collection" and lines.text.startswith("? ", node.start):
            value = lines.text[node.start : node.end].split("\n", 1)[0].rstrip()
            good = quoted(value)
            yield Problem(
                lines.place(node.start, node.start + len(value)),
                "needs-quotes",
                "a value that begins with `?` needs quotes",
                help=f"write `{_short(good)}`",
                mends=(lines.mend(node.start, node.start + len(value), good),),
            )


def _swallowed(document: Document) -> Iterator[Problem]:
    """Find ` #word` after a plain value: YAML drops it as a comment."""
    lines = document.lines
    ends = {node.end: node for node in document.nodes.values() if node.style == "plain"}
    for match in _HASH.finditer(lines.text):
        at = match.start()
        node = ends.get(at) or ends.get(len(lines.text[:at].rstrip()))
        line_start = lines.text.rfind("\n", 0, at) + 1
        before = lines.text[line_start:at]
        if node is None and not re.fullmatch(r"\s*(?:- +)?(?:[\w.-]+:)?\s*(?:-)?\s*", before):
            continue
        if node is None and not before.strip():
            continue
        line_end = lines.text.find("\n", at)
        rest_end = len(lines.text) if line_end < 0 else line_end
        start = node.start if node and node.value else at + 1
        whole = lines.text[start:rest_end].rstrip()
        if "\n" in whole:
            continue
        dropped = lines.text[at + 1 : rest_end].rstrip()
        yield Problem(
            lines.place(at + 1, at + 1 + len(dropped)),
            "hash-cuts-text",
            f"`{_short(dropped)}` is cut off: a `#` after a space begins a comment",
            help=f"put the text in quotes: `{quoted(whole)}`; a comment needs a space after its `#`",
            mends=(lines.mend(start, start + len(whole), quoted(whole)),),
        )


def _smart_quotes(document: Document) -> Iterator[Problem]:
    """Find values that begin and end with printers' quotes, which YAML takes as part of the text."""
    for node in document.nodes.values():
        if node.style != "plain" or len(node.value) < 2:
            continue
        closing = _PAIRS.get(node.value[0])
        if closing and node.value[-1] in closing and not any(mark in node.value[1:-1] for mark in closing):
            good = quoted(" ".join(node.value[1:-1].split()))
            yield Problem(
                document.lines.place(node.start, node.end),
                "smart-quotes",
                "these quotes are printers' quotes, and become part of the text",
                help=f"write straight quotes: `{_short(good)}`",
                mends=(document.lines.mend(node.start, node.end, good),),
            )


def _run_together(document: Document) -> Iterator[Problem]:
    """Find an entry of a list that YAML takes for a further line of the text above it."""
    lines = document.lines
    for path, node in document.nodes.items():
        if node.style != "plain" or "\n" not in lines.text[node.start : node.end]:
            continue
        number = lines.number(node.start)
        dash = len(re.match(r" *", lines.line(number))[0])  # type: ignore[index]
        for other in range(number + 1, lines.number(node.end) + 1):
            start, text = lines.starts[other - 1], lines.line(other)
            indent = len(text) - len(text.lstrip())
            in_list = isinstance(path[-1], int) and lines.line(number)[dash:].startswith("- ")
            if text.lstrip().startswith("- "):
                advice = (
                    f"begin it after {dash} space{'' if dash == 1 else 's'}"
                    if in_list
                    else "write the name of its field on a line above it, such as `aliases:`"
                )
                mends = (lines.mend(start, start + indent, " " * dash),) if in_list else ()
                what = (
                    "this entry does not begin in the column of the entries above it"
                    if in_list
                    else "this entry stands under no field"
                )
                yield Problem(
                    lines.place(start + indent, start + len(text.rstrip())),
                    "bad-indentation" if in_list else "no-field-name",
                    what,
                    help=advice,
                    mends=mends,
                )
                break
            if (
                in_list
                and re.fullmatch(r"\s*[\w./-]+\s*", text)
                and re.fullmatch(r"[\w./-]+", lines.line(number)[dash + 2 :].strip())
            ):
                good = f"- {text.strip()}"
                yield Problem(
                    lines.place(start + indent, start + len(text.rstrip())),
                    "no-dash",
                    "a `- ` is missing at the start of this entry",
                    help=f"write `{good}`, with the `-` after {dash} space{'' if dash == 1 else 's'}",
                    mends=(lines.mend(start, start + indent, " " * dash + "- "),),
                )


def _split_sentences(document: Document) -> Iterator[Problem]:
    """Find `[Who pays, and why?]`: one sentence that its comma splits in two."""
    text = document.lines.text
    for path, node in document.nodes.items():
        if node.style != "collection" or text[node.start : node.start + 1] != "[":
            continue
        parts = [
            child
            for child_path, child in document.nodes.items()
            if len(child_path) == len(path) + 1 and child_path[:-1] == path
        ]
        if len(parts) < 2 or any(part.style != "plain" for part in parts):
            continue
        if not _is_one_sentence([part.value for part in parts]):
            continue
        sentence = " ".join(text[node.start + 1 : node.end - 1].split())
        yield Problem(
            document.lines.place(parts[0].start, parts[-1].end),
            "comma-splits-text",
            f"the comma makes {len(parts)} entries of one sentence",
            help=f"put the sentence in quotes: `[{quoted(sentence)}]`",
            notes=(Note("between square brackets every comma begins a new entry"),),
            mends=(document.lines.mend(node.start, node.end, f"[{quoted(sentence)}]"),),
        )


def _is_one_sentence(parts: list[str]) -> bool:
    if any(re.match(r"(?:and|or|but|nor|so|yet)\s", part) for part in parts[1:]):
        return True
    return (
        parts[-1][-1] in "?!."
        and not any(part[-1] in "?!." for part in parts[:-1])
        and parts[0][0].isupper()
        and all(part[0].islower() for part in parts[1:])
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
