"""Prose: the links, citations and refused constructs of a text field, each with its offset.

Scanning is by regular expression, because it runs over every text of every record. The CommonMark parser is asked
only where a character makes one of the refused constructs possible at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.text.citations import Citation, citations, faults_in_citations
from generator.text.fault import Fault
from generator.text.signs import faults_in_signs

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MOST_OF_A_TEXT = 20_000
_MOST_FAULTS = 50
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LINK = re.compile(rf"\[\[(?P<off>!?)(?P<target>{_SLUG})(?:\|(?P<words>[^\[\]|]+))?\]\]")
CITED = re.compile(r"\[(?P<inside>@[^\[\]]+)\]")
ANY_LINK = re.compile(r"\[\[[^\[\]]*\]?\]?")
_OPEN_CITATION = re.compile(r"\[@[^\[\]]*(?:$|(?=\[))")
_NO_AT = re.compile(rf"\[(?<![\[\w]\[)(?P<id>{_SLUG}-\d{{4}}[a-z]?)(?P<rest>,[^\[\]]*)?\](?![(\]])")
_LOCATOR = r"(?:,\s(?:p\.|sec\.|note|table|fig\.|box(?: p\.)?|fn\.) ?[\w–-]+)"
_REST = rf"{_LOCATOR}*(?:,\sin\s@{_SLUG}{_LOCATOR}*)?(?:;\s@{_SLUG}{_LOCATOR}*(?:,\sin\s@{_SLUG}{_LOCATOR}*)?)*"
_BARE = re.compile(rf"@(?<![\w@.\[/-]@)(?:{_SLUG}-\d{{4}}[a-z]?{_REST}\]?|{_SLUG}{_REST}\])")
_CITING = re.compile(r"\[@[^\[\]]*\]?")
_BEGUN = re.compile(rf"\[@{_SLUG}{_REST}")
_WEB = re.compile(r"(?<![\w(\[/<\"'])(?:https?://|www\.)[^\s<>()\[\]`]+[^\s<>()\[\]`.,;:!?]")
_SIGNS = ("`", "<", "{", "|", "~", "\\", "![", "[^", "]:", "](")
_LINE_SIGNS = re.compile(r"\n(?:[ \t]*#|[ \t]*(?:=+|[-*_][ \t]*[-*_][-*_ \t]*)$| {4}|\t| {0,3}>|\*\[)", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\[\]]+\]:?")
_ABBREVIATION = re.compile(r"^\*\[[^\]]+\]:.*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?\s*[#.:]?[\w-][^{}]*\}")
_NEVER_A_LINK = re.compile(
    r"\]\(\s*<?((?:javascript|vbscript|file|data):(?!image/(?:png|gif|jpeg|webp);)[^\s()<>]*)", re.IGNORECASE
)  # the parser leaves these as text
_BULLETS = re.compile(r"(?:^[ \t]*[•▪‣◦●■][^\n]*(?:\n|\Z))+", re.MULTILINE)
_PAGE = re.compile(
    r"(?:\.{0,2}/)*(?:content/)?(?:cases|concepts|organisations|models|sources|courses)/(?P<id>[a-z0-9-]+)"
    r"(?:\.(?:md|yml|html)|/|/index\.html)?(?:#[\w-]*)?"
)
_HREF = re.compile(r"\]\(\s*<?([^\s()<>]*)")
_REFUSED = {
    "heading_open": (
        "a heading",
        "take away the marks, and write the words as a plain sentence; the page makes its own headings",
    ),
    "hr": ("a rule", "delete the line; an empty line parts two paragraphs"),
    "fence": ("a block of code", "write the words as a plain sentence"),
    "code_block": ("a block of code", "take away {} spaces at the start of each of its lines"),
    "html_block": ("HTML", "write the words without tags; `*words*` makes emphasis"),
    "html_inline": ("HTML", "write the words without tags; `*words*` makes emphasis"),
    "code_inline": ("code", "write the words without backticks"),
    "image": ("an image", "delete it here, and put the image under `images:` with its alt text and licence"),
    "table_open": ("a table", "write a list, one `- ` line for each row"),
    "blockquote_open": ("a block quotation", "take away the `>`, and say it in your own words, with a citation"),
}


@dataclass(frozen=True, slots=True)
class RecordLink:
    """`[[target|words]]` at `start`; `off` where it only switches the automatic link off."""

    target: str
    words: str
    off: bool
    start: int
    end: int


def links(text: str) -> tuple[RecordLink, ...]:
    """Every link to a record, in order."""
    if "[[" not in text:
        return ()
    return tuple(
        RecordLink(m["target"], m["words"] or "", bool(m["off"]), m.start(), m.end()) for m in LINK.finditer(text)
    )


def cited(text: str) -> tuple[Citation, ...]:
    """Every cited work, in order."""
    if "[@" not in text:
        return ()
    return tuple(citation for m in CITED.finditer(text) for citation in citations(m["inside"], m.start("inside")))


@lru_cache(maxsize=512)
def faults_in_prose(text: str) -> tuple[Fault, ...]:
    """What is wrong inside a text field, in order of place: of an endless text, or of endless faults, the beginning."""
    text = text[:MOST_OF_A_TEXT]
    found: list[Fault] = []
    if "[" in text:
        found += _faults_in_links(text)
        found += _faults_in_brackets(text)
    if "@" in text:
        found += _bare_citations(text)
    if "://" in text or "www." in text:
        found += _bare_addresses(text)
    if not text.isascii():
        found += _pasted_bullets(text)
    if _is_suspect(LINK.sub("", text)):
        found += _refused(text)
    found += faults_in_signs(text, found)
    return tuple(sorted(found, key=lambda fault: (fault.start, -fault.end)))[:_MOST_FAULTS]


def _is_suspect(text: str) -> bool:
    """Tell whether a character makes a refused construct possible; each of these looks is quick, and most texts need no more."""
    return any(sign in text for sign in _SIGNS) or _LINE_SIGNS.search(f"\n{text}") is not None


def _faults_in_links(text: str) -> Iterator[Fault]:
    for match in ANY_LINK.finditer(text):
        if LINK.fullmatch(match[0]):
            continue
        if match[0].endswith("]]"):
            continue  # what it names is judged where all records are known
        short = match[0] if match[0].endswith("]") else match[0].split()[0]
        good = f"[[{short.strip('[]')}]]"
        yield Fault(
            "bad-link",
            "this link is not closed",
            f"write it as `{' '.join(good.split())}`",
            match.start(),
            match.start() + len(short),
            good,
        )


def _faults_in_brackets(text: str) -> Iterator[Fault]:
    for match in CITED.finditer(text):
        yield from faults_in_citations(match["inside"], match.start("inside"))
    for match in _OPEN_CITATION.finditer(text):
        first = _BEGUN.match(match[0])
        good = f"{first[0]}]" if first else None
        end = match.start() + (len(first[0]) if first else 2)
        yield Fault(
            "bad-citation",
            "this citation is not closed",
            f"write `{good}`" if good else "close it with `]`",
            match.start(),
            end,
            good,
        )
    for match in _NO_AT.finditer(text):
        good = f"[@{match['id']}{match['rest'] or ''}]"
        yield Fault("bad-citation", "a citation begins with `@`", f"write `{good}`", match.start(), match.end(), good)


def _bare_citations(text: str) -> Iterator[Fault]:
    inside = [(m.start(), m.end()) for pattern in (_CITING, _NO_AT) for m in pattern.finditer(text)]
    for match in _BARE.finditer(text):
        if any(start <= match.start() < end for start, end in inside):
            continue
        good = f"[{match[0].rstrip(']')}]"
        yield Fault(
            "bad-citation",
            "a citation in a text stands in brackets",
            f"write `{good}`",
            match.start(),
            match.end(),
            good,
        )


def _bare_addresses(text: str) -> Iterator[Fault]:
    targets = [(m.start(), m.end()) for m in re.finditer(r"(?:\[[^\[\]]*)?\]\([^)]*\)", text)]
    for match in _WEB.finditer(text):
        if any(start <= match.start() < end for start, end in targets):
            continue
        address = match[0] if "://" in match[0] else f"https://{match[0]}"
        host = re.sub(r"^https?://(?:www\.)?|[^\w.-].*$", "", address)
        good = f"[{host}]({address})"
        yield Fault(
            "bare-address",
            "a web address stands in the text without words",
            f"write the words of the link first, as in `{good}`",
            match.start(),
            match.end(),
            good,
        )


def _refused(text: str) -> Iterator[Fault]:
    for pattern, name in (
        (_FOOTNOTE, "a footnote"),
        (_ABBREVIATION, "a list of abbreviations"),
        (_ATTRIBUTES, "an attribute list"),
    ):
        for match in pattern.finditer(text):
            yield Fault(
                "refused-markup",
                f"{name} is not possible in a text",
                "delete it, and write the words as a plain sentence",
                match.start(),
                match.end(),
                "",
            )
    for match in _NEVER_A_LINK.finditer(text):
        yield _bad_address(match)
    environment: dict[str, object] = {}
    starts = [0, *(m.end() for m in re.finditer(r"\n", text)), len(text)]
    for token in _parser().parse(text, environment):
        if token.type in _REFUSED and token.map:
            start, end = starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)]
            end = start + len(text[start:end].rstrip())
            yield from _refusal(token.type, text, start, end, token.markup)
        elif token.type == "inline" and token.map:
            yield from _refused_inside(token, text, starts[token.map[0]])
    if environment.get("references"):
        for match in re.finditer(r"^[ ]{0,3}\[[^\^\[\]]+\]:.*$", text, re.MULTILINE):
            yield Fault(
                "refused-markup",
                "a link definition is not possible in a text",
                "write `[words](https://...)` where the link stands",
                match.start(),
                match.end(),
            )


def _refused_inside(inline: Token, text: str, start: int) -> Iterator[Fault]:
    at = start
    for token in inline.children or ():
        if token.type == "html_inline" and token.content.startswith("</") and text.find(token.content, start) < at:
            continue
        if token.type in {"html_inline", "code_inline", "image"}:
            needle = token.content if token.type == "html_inline" else "![" if token.type == "image" else token.markup
            found = max(text.find(needle, at), at)
            end = min(_end_of(token, text, found), len(text))
            yield from _refusal(token.type, text, found, end, token.markup)
            at = end
        elif token.type == "link_open":
            match = _HREF.search(text, at) if token.markup != "autolink" else None
            at = match.end() if match else at
            yield from _fault_in_href(str(token.attrGet("href") or ""), match, text, at)


def _refusal(kind: str, text: str, start: int, end: int, markup: str) -> Iterator[Fault]:
    what, advice = _REFUSED[kind]
    replacement = None
    written = text[start:end]
    if kind == "code_block":
        further_in = min(len(line) - len(line.lstrip()) for line in written.split("\n") if line.strip())
        yield Fault(
            "refused-markup",
            f"{what} is not possible in a text",
            advice.format(further_in),
            start,
            end,
            further_in=further_in,
        )
        return
    if kind == "heading_open" and markup.startswith("#"):
        replacement = re.sub(r"^(\W*?)#+ *", r"\1", written).rstrip("# ")
    elif kind == "code_inline":
        replacement = written.strip("`").strip()
    elif kind in {"hr", "image"}:
        replacement = ""
    elif kind == "blockquote_open":
        replacement = re.sub(r"^ *(?:>+ *)+", "", written, flags=re.MULTILINE)
    elif kind in {"html_block", "html_inline"}:
        replacement = re.sub(r"<[^>]*>?", "", written)
    yield Fault("refused-markup", f"{what} is not possible in a text", advice, start, end, replacement)


def _fault_in_href(href: str, match: re.Match[str] | None, text: str, at: int) -> Iterator[Fault]:
    start, end = match.span(1) if match else _span_of_autolink(text, href, at)
    if not match:
        good = f"[{re.sub(r'^https?://(?:www[.])?', '', href)}]({href})"
        yield Fault(
            "bare-address",
            "a web address stands in the text without words",
            f"write the words of the link first, as in `{good}`",
            start,
            end,
            good,
        )
    elif page := _PAGE.fullmatch(href):
        yield _link_to_page(page["id"], match, text)
    elif not re.match(r"(?:https?://[^/@?#]+(?:[/?#]|$)|mailto:[^@]+@)", href):
        yield _bad_address(match)


def _link_to_page(key: str, match: re.Match[str], text: str) -> Fault:
    """Explain `[GAIA](../organisations/gaia.md)`, a link to a record written as a link to its page."""
    start, end = text.rfind("[", 0, match.start()), text.find(")", match.end()) + 1
    words = text[start + 1 : match.start()]
    good = f"[[{key}|{words}]]" if words and "\n" not in words else f"[[{key}]]"
    return Fault("bad-link", "a link to a record names its id, not its page", f"write `{good}`", start, end, good)


def _pasted_bullets(text: str) -> Iterator[Fault]:
    """Find lists whose entries begin with a printed bullet, as word processors write them."""
    for match in _BULLETS.finditer(text):
        written = match[0].rstrip("\n")
        entries = [re.sub(r"^[ \t]*[•▪‣◦●■][ \t]*", "- ", line) for line in written.split("\n")]
        message = f"`{written.strip()[0]}` makes no list"
        shown = entries[0] if len(entries[0]) <= 40 else f"{entries[0][:40].rstrip()}..."
        advice = f"begin each entry with `- ` instead, as in `{shown}`"
        yield Fault("refused-markup", message, advice, match.start(), match.start() + len(written), "\n".join(entries))


def _bad_address(match: re.Match[str]) -> Fault:
    advice = "write the whole address, beginning with `https://`; a link to a record is written `[[id]]`"
    return Fault("bad-address", f"`{match[1]}` is not a web address", advice, *match.span(1))


def _span_of_autolink(text: str, href: str, at: int) -> tuple[int, int]:
    found = re.compile(r"<[^<>\s]+>").search(text, at)
    return found.span() if found else (at, at + len(href))


def _end_of(token: Token, text: str, start: int) -> int:
    """Where a refused construct ends; a tag reaches to the tag that closes it, so that the pair is one fault."""
    if token.type == "image":
        return _end_of_image(text, start)
    if token.type == "code_inline":
        closing = text.find(token.markup, start + len(token.markup))
        return closing + len(token.markup) if closing >= 0 else start + len(token.markup)
    name = re.match(r"<([A-Za-z][\w-]*)", token.content)
    closing_tag = re.compile(rf"</{name[1]}\s*>", re.IGNORECASE).search(text, start) if name else None
    return closing_tag.end() if closing_tag else start + len(token.content)


def _end_of_image(text: str, start: int) -> int:
    match = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?(?:\{[^}]*\})?").match(text, start)
    return match.end() if match else start + 2


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most texts never need it

    return MarkdownIt("commonmark").enable("table")
