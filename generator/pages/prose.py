"""Text fields → canonical Markdown: links resolved, works cited in short, concepts linked at their first mention."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.pages.base import WEB, at_start, escape, relative, web_address
from generator.pages.references import named
from generator.records import Record, Source
from generator.text.citations import Citation, citations
from generator.text.names import Mention
from generator.text.prose import CITED, LINK, RecordLink

_ABBREVIATION = re.compile(
    r"(?<=\b(?:p|n))\. (?=\w)|(?<=\b(?:pp|fn))\. (?=\w)|(?<=\b(?:sec|fig))\. (?=\w)"
)  # the number stays with it
_REFUSED = ("heading", "lheading", "hr", "fence", "code", "html_block", "reference", "blockquote")
_REFUSED_INLINE = ("backticks", "html_inline", "image", "autolink")


@dataclass
class Writer:
    """Writes one page: knows whose page it is, which works it has cited, which concepts its text and its section have linked.

    A list of other pages says nothing of its own, so it `cites` no works: their citations stand on those pages. `works_on`
    is the file of the page that lists the works, where it is another one.
    """

    catalogue: Catalogue
    uri: str
    own_id: str = ""
    cites: bool = True
    works_on: str = ""
    cited: dict[str, None] = field(default_factory=dict)
    terms: dict[str, None] = field(default_factory=dict)
    _linked: set[str] = field(default_factory=set)

    def section(self) -> str:
        """Begin a section: concepts are linked anew at their first mention."""
        self._linked = {self.own_id}
        return ""

    def prose(self, text: str | None) -> Markup:
        """Write the paragraphs and lists of a text field."""
        if not text:
            return Markup()
        return _markup("\n\n".join(self._blocks(_tokens(text))))

    def line(self, text: str | None) -> Markup:
        """Write a text field on one line, for a cell or an entry of a list."""
        if not text:
            return Markup()
        inlines = [self._inline(token.children or []) for token in _tokens(text) if token.type == "inline"]
        return _markup(" ".join(inlines))

    def link(self, key: str, words: str = "", anchor: str = "") -> Markup:
        """Link a record by its name or other words; plain words where there is no such page."""
        record = self.catalogue.records.get(key)
        shown = escape(words or (self.catalogue.short_name(record) if record else key))
        if record is None or (key == self.own_id and not anchor):
            return shown
        target = relative(self.uri, page_uri(record)) + (f"#{anchor}" if anchor else "")
        return _markup(f"[{shown}]({target})")

    def term(self, key: str) -> Markup:
        """Link a record; where it is a concept, the page tells what it means under its terms."""
        self._link_term(key, off=False)
        return self.link(key)

    def cite(self, text: str | None) -> Markup:
        """Write the works of a `cite` field in short, in brackets."""
        return self.citations(citations(text or ""))

    def cite_bare(self, text: str | None) -> Markup:
        """Write the works of a `cite` field in short, without brackets, where a label says that they are the source."""
        return _markup("; ".join(self._short(work) for work in citations(text or "")) if self.cites else "")

    def said(self, text: str | None, cite: str | None) -> Markup:
        """Write a text field on one line, with the works of a `cite` field before its full stop."""
        line, works = self.line(text), self.cite(cite)
        if not works:
            return line
        return _markup(f"{line[:-1]} {works}." if line.endswith(".") else f"{line} {works}")

    def citations(self, works: tuple[Citation, ...]) -> Markup:
        """Write works in short, each linking to its entry under Sources."""
        shown = [self._short(work) for work in works] if self.cites else []
        return _markup(f"({'; '.join(shown)})") if shown else Markup()

    def works(self, text: str) -> Markup:
        """The works of a `cite` field in short, each linking to the page of the work, for pages without a list of sources."""
        found = ((self.catalogue.records.get(work.source), work.locator) for work in citations(text))
        return Markup("; ").join(
            self.link(work.id, f"{self.catalogue.short_name(work)}, {locator}" if locator else "")
            for work, locator in found
            if isinstance(work, Source)
        )

    def sources(self) -> tuple[Source, ...]:
        """The works that the page has cited so far, by name and year."""
        found = [self.catalogue.records.get(key) for key in self.cited]
        works = [source for source in found if isinstance(source, Source)]
        return tuple(sorted(works, key=lambda source: (self.catalogue.short_name(source).casefold(), source.id)))

    def _short(self, work: Citation) -> str:
        text = self._reference(work.source, work.locator)
        return f"{text}, cited in {self._reference(work.via, work.via_locator)}" if work.via else text

    def _reference(self, key: str, locator: str) -> str:
        source = self.catalogue.records.get(key)
        if not isinstance(source, Source):
            return str(escape(key))
        self.cited.setdefault(key)
        short = self.catalogue.short_name(source)
        shown = escape(f"{short}, {locator}" if locator else short)
        page = relative(self.uri, self.works_on) if self.works_on else ""
        return f"[{_ABBREVIATION.sub('.&nbsp;', shown)}]({page}#source-{key})"

    def _blocks(self, tokens: list[Token]) -> Iterator[str]:
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type in {"bullet_list_open", "ordered_list_open"}:
                end = _closing(tokens, index)
                yield "\n".join(self._list(tokens[index + 1 : end], ordered=token.type.startswith("ordered")))
                index = end
            elif token.type == "inline":
                yield str(at_start(self._inline(token.children or [])))
            index += 1

    def _list(self, tokens: list[Token], *, ordered: bool) -> Iterator[str]:
        index = number = 0
        while index < len(tokens):
            end = _closing(tokens, index)
            number += 1
            lead = f"{number}." if ordered else "-"
            body = "\n\n".join(self._blocks(tokens[index + 1 : end])).split("\n")
            yield f"{lead:<4}{body[0]}"
            yield from (f"    {line}" if line else "" for line in body[1:])
            index = end + 1

    def _inline(self, tokens: list[Token], *, linking: bool = True, naming: bool = True) -> str:
        """Write what stands on a line: with links where `linking`, also at the names of concepts where `naming`.

        Bold words at the beginning are a heading: concepts are linked after them.
        """
        parts: list[str] = []
        tokens = _joined(tokens)
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type in {"em_open", "strong_open", "link_open"}:
                end = _closing(tokens, index)
                inner = self._inline(
                    tokens[index + 1 : end],
                    linking=linking and token.type != "link_open",
                    naming=naming and (token.type != "strong_open" or any(parts)),
                )
                parts.append(_wrapped(token, inner))
                index = end
            else:
                parts.append(self._leaf(token, linking=linking, naming=naming))
            index += 1
        return _tidy("".join(parts))

    def _leaf(self, token: Token, *, linking: bool, naming: bool) -> str:
        if token.type == "record_link":
            return self._record_link(token.meta["link"], linking=linking)
        if token.type == "citation":
            return str(self.citations(token.meta["works"]))
        return self._words(token.content, naming=naming) if linking else _escaped(token.content)

    def _record_link(self, link: RecordLink, *, linking: bool) -> str:
        self._link_term(link.target, off=link.off)
        record = self.catalogue.records.get(link.target)
        words = link.words or (self.catalogue.short_name(record) if record else link.target)
        return _escaped(words) if link.off or not linking else str(self.link(link.target, words))

    def _link_term(self, key: str, *, off: bool) -> None:
        self._linked.add(key)
        if not off and key != self.own_id and self.catalogue.kind_of(key) == "concept":
            self.terms.setdefault(key)

    def _words(self, text: str, *, naming: bool) -> str:
        """Write running text; where `naming`, with a link at the first mention of each concept in the section."""
        parts = []
        at = 0
        for mention in self.catalogue.concept_names.mentions(text):
            off = (
                mention.start > 0
                and text[mention.start - 1] == "."
                and (mention.start == 1 or text[mention.start - 2].isspace())
            )
            if not off and (mention.target in self._linked or not naming):
                continue
            self._link_term(mention.target, off=off)
            parts.append(_escaped(text[at : mention.start - off]))
            parts.append(
                _escaped(_said(text, mention)) if off else str(self.link(mention.target, _said(text, mention)))
            )
            at = mention.end
        return "".join([*parts, _escaped(text[at:])])


def plain(catalogue: Catalogue, text: str, *, is_citing: bool = False) -> str:
    """A text field as bare words on one line: links as their words, no emphasis, and works only where it `is_citing`."""
    inlines = (token.children or [] for token in _tokens(text) if token.type == "inline")
    return _tidy(" ".join(_bare(catalogue, tokens, is_citing=is_citing) for tokens in inlines))


def first_sentence(text: str) -> str:
    """The first sentence of bare words."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text, maxsplit=1)[0]


def page_uri(record: Record) -> str:
    """The file of a record's page."""
    return f"{record.folder}/{record.id}.md"


def _bare(catalogue: Catalogue, tokens: list[Token], *, is_citing: bool) -> str:
    parts = []
    for token in tokens:
        if token.type == "record_link":
            link = token.meta["link"]
            record = catalogue.records.get(link.target)
            parts.append(link.words or (catalogue.short_name(record) if record else link.target))
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif token.type == "citation" and is_citing:
            parts.append(f"({named(catalogue, token.meta['works'])})")
        elif token.type == "text":
            parts.append(token.content)
    return "".join(parts)


def _said(text: str, mention: Mention) -> str:
    return text[mention.start : mention.end]


def _escaped(text: str) -> str:
    """Escape text inside a paragraph, and keep the blank at either end."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return f"{lead}{escape(text)}{tail}"


def _joined(tokens: list[Token]) -> list[Token]:
    """Make one text of lines that follow each other, so that a name is found across the end of a line."""
    joined: list[Token] = []
    for token in tokens:
        breaks = token.type in {"softbreak", "hardbreak"}
        if (breaks or token.type == "text") and joined and joined[-1].type == "text":
            joined[-1] = Token("text", "", 0, content=joined[-1].content + (" " if breaks else token.content))
        else:
            joined.append(Token("text", "", 0, content=" ") if breaks else token)
    return joined


def _tidy(text: str) -> str:
    """Close the gap that a citation leaves behind where it is not shown; one full stop is enough after `et al.`."""
    text = re.sub(r"(?<=\.) +\.(?=\s|$)", "", text)
    return re.sub(r" +(?=[.,;:)](?:\s|$))", "", text).strip()


def _wrapped(token: Token, inner: str) -> str:
    if token.type == "link_open":
        href = str(token.attrGet("href") or "")
        return f"[{inner}](<{web_address(href)}>)" if WEB.match(href) and inner else inner
    sign = "*" if token.type == "em_open" else "**"
    return f"{sign}{inner}{sign}" if inner else ""


def _closing(tokens: list[Token], start: int) -> int:
    """The index of the token that closes the one at `start`."""
    depth = 0
    for index in range(start, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1


def _markup(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - built from escaped parts


@lru_cache(maxsize=1 << 12)
def _tokens(text: str) -> list[Token]:
    """What a text is made of, for reading only; under `casebook serve` most texts are the same as the last time."""
    return _parser().parse(text)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """CommonMark without the constructs that the check refuses: what slips through stays text."""
    parser = MarkdownIt("commonmark").disable([*_REFUSED, *_REFUSED_INLINE])
    parser.inline.ruler.before("link", "record_link", _notation("record_link", _read_link))
    parser.inline.ruler.before("link", "citation", _notation("citation", _read_citation))
    return parser


def _notation(
    name: str, read: Callable[[str, int], tuple[dict[str, object], int] | None]
) -> Callable[[StateInline, bool], bool]:
    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's interface
        found = read(state.src, state.pos) if state.src[state.pos] == "[" else None
        if found is None:
            return False
        if not silent:
            state.push(name, "", 0).meta = found[0]
        state.pos = found[1]
        return True

    return rule


def _read_link(text: str, at: int) -> tuple[dict[str, object], int] | None:
    match = LINK.match(text, at)
    if not match:
        return None
    link = RecordLink(
        match["target"], " ".join((match["words"] or "").split()), bool(match["off"]), match.start(), match.end()
    )
    return {"link": link}, match.end()


def _read_citation(text: str, at: int) -> tuple[dict[str, object], int] | None:
    match = CITED.match(text, at)
    works = citations(match["inside"]) if match else ()
    return ({"works": works}, match.end()) if match and works else None
