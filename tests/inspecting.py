"""What stands in HTML that texts of strangers went into: elements, attributes, addresses and nesting, read as a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr path circle rect line polygon use".split()
)
OPTIONAL_END = frozenset(["li", "p"])
ADDRESSES = frozenset("href src action formaction poster data xlink:href srcset cite background ping manifest".split())
ALLOWED = re.compile(r"(?:https?://[^/@\s]+(?:[/?#]|$)|mailto:|(?![a-z][a-z0-9+.-]*:)(?!//)(?!\\))", re.IGNORECASE)
RUNNING = frozenset("script iframe object embed applet frame frameset meta base link style form portal".split())


@dataclass
class Looked(HTMLParser):
    """Everything that a piece of HTML holds that could do something, and whether it nests."""

    elements: set[str] = field(default_factory=set)
    attributes: set[tuple[str, str]] = field(default_factory=set)
    headings: list[tuple[str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        given = dict(attrs)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append((tag, given.get("id") or ""))
        if tag in RUNNING and given.get("type") != "application/ld+json":
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def _attribute(self, tag: str, name: str, value: str) -> None:
        self.attributes.add((tag, name))
        if name.startswith("on") or name in {"style", "srcdoc"}:
            self.faults.append(f"<{tag} {name}>")
        if name in ADDRESSES and not ALLOWED.match("".join(c for c in value if c > " ")):
            self.faults.append(f"<{tag} {name}={value!r}>")
        elif name in ADDRESSES and tag != "a" and re.match(r"\s*(?:\w+:)?//", value):
            self.faults.append(f"<{tag} {name}={value!r}>, which asks another host")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> in {self.open[-1:]}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"<!--{data[:20]}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"<!{decl[:20]}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"<?{data[:20]}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"<![{data[:20]}")


def looked(html: str) -> Looked:
    """Read a piece of HTML to its end."""
    found = Looked()
    found.feed(html)
    found.close()
    found.faults += [f"<{tag}> is not closed" for tag in found.open]
    return found


def strange(found: Looked, known: Looked) -> Iterator[str]:
    """What stands in HTML and neither belongs there nor in what our own templates make: `known` is a site without hostile texts."""
    yield from found.faults
    yield from (f"<{tag}>" for tag in sorted(found.elements - known.elements))
    yield from (f"<{tag} {name}>" for tag, name in sorted(found.attributes - known.attributes))
