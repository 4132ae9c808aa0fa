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
    if _HASH.search(text):
        found += _swallowed(document)
    if _SMART.search(text) or "‘" in text:
        found += _smart_quotes(document)
    if _FLOW_TEXT.search(text):
        found += _split_sentences(document)
    return found


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


def _split_sentences(document: Document) -> Iterator[Problem]:
    """Find `[Who pays, and why?]`: one sentence that its comma splits in two."""
    text = document.lines.text
    for path, node in document.nodes.items():
        if node.style != "collection" or text[node.start : node.start + 1] != "[":
            continue
        parts = [child for child_path, child in document.nodes.items() if len(child_path) == len(path) + 1 and child_path[:-1] == path]
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
    return parts[-1][-1] in "?!." and not any(part[-1] in "?!." for part in parts[:-1]) and parts[0][0].isupper() and all(part[0].islower() for part in parts[1:])


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
