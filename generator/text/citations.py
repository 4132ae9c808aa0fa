"""Citations in Pandoc's syntax with a locator, and second-hand ones: `[@foray-2017, p. 98, in @keller-2018, p. 7]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text.fault import Fault

CODE = "bad-citation"
LOCATORS = ("p.", "sec.", "note", "table", "fig.", "box", "fn.")
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LOCATOR = r"(?:p\.|sec\.|note|table|fig\.|box|fn\.) *[^\s,;@\[\]](?:[^,;@\[\]]*[^\s,;@\[\]])?(?:, +(?:p\.|sec\.|note|table|fig\.|box|fn\.) ?[^,;@\[\]]*[^\s,;@\[\]])*"
_ONE = re.compile(
    rf"@(?P<source>{_ID})(?:, +(?P<locator>{_LOCATOR}))?(?:, +in +@(?P<via>{_ID})(?:, +(?P<via_locator>{_LOCATOR}))?)?"
)
_SEPARATOR = re.compile(r";\s*")
_HELP = "write it as `@rivas-2016, p. 9`, with the locator as `p. 9`, `sec. 2`, `note iv`, `table B1`, `fig. 5`, `fn. 3` or `box p. 6`"


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited work with its locator; `via` is the work in which it was read, where it was not read itself."""

    source: str
    locator: str
    via: str
    via_locator: str
    start: int
    end: int

    @property
    def read(self) -> str:
        """The work that was really read."""
        return self.via or self.source

    @property
    def read_locator(self) -> str:
        """The locator in the work that was really read."""
        return self.via_locator if self.via else self.locator


def citations(text: str, offset: int = 0) -> tuple[Citation, ...]:
    """Parse `@a, p. 1; @b, p. 2` without its brackets; parts that are no citation are left out."""
    return tuple(_citation(match, offset) for match in map(_match, _spans(text)) if match)


def faults_in_citations(text: str, offset: int = 0) -> Iterator[Fault]:
    """Say which parts of a citation cannot be read, and the likely meaning."""
    for start, part in _spans(text):
        if _match((start, part)):
            continue
        guess = _guess_all(part)
        advice = f"write `{guess}`" if guess else _HELP
        yield Fault(CODE, f"`{part}` is not a citation", advice, offset + start, offset + start + len(part), guess)


def _citation(found: tuple[int, re.Match[str]], offset: int) -> Citation:
    start, match = found
    return Citation(
        match["source"],
        " ".join((match["locator"] or "").split()),
        match["via"] or "",
        " ".join((match["via_locator"] or "").split()),
        offset + start,
        offset + start + len(match[0]),
    )


def _match(span: tuple[int, str]) -> tuple[int, re.Match[str]] | None:
    match = _ONE.fullmatch(span[1] if span[1].isprintable() else re.sub(r"\s", " ", span[1]))
    return (span[0], match) if match else None


def _spans(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for separator in [*_SEPARATOR.finditer(text), None]:
        end = separator.start() if separator else len(text)
        part = text[at:end]
        yield at + len(part) - len(part.lstrip()), part.strip()
        at = separator.end() if separator else end


def _guess_all(part: str) -> str | None:
    """Read one citation, or several that are parted by commas."""
    pieces = re.split(r",\s*(?=@)", part)
    guesses = [piece if _match((0, piece)) else _guess(piece) for piece in pieces]
    return (
        "; ".join(guess for guess in guesses if guess)
        if all(guesses) and (len(pieces) > 1 or guesses[0] != part)
        else None
    )


def _guess(part: str) -> str | None:
    """Read a citation as people write it."""
    plain = " ".join(part.split())
    plain = re.sub(r"^\[+|\]+$", "", plain).strip()
    plain = plain if plain.startswith("@") else f"@{plain}"
    plain = re.sub(r"^@\s*([\w-]+)", lambda match: f"@{match[1].lower()}", plain)
    plain = re.sub(r",?\s+in\s+@?\s*([\w-]+)", lambda match: f", in @{match[1].lower()}", plain)
    plain = re.sub(rf"^(@{_ID})\s*[,:]?\s*", r"\1, ", plain).rstrip(", ")
    plain = re.sub(
        r",\s*(?:pages?|pp\.?|pg\.?|p|seiten?|s\.|páginas?|p[áa]gs?\.|pagina|str\.)\s*(?=\d|[ivx]+\b)",
        ", p. ",
        plain,
        flags=re.IGNORECASE,
    )
    plain = re.sub(r",\s*p\.(?=\S)", ", p. ", plain)
    plain = re.sub(rf"^(@{_ID}), (\d+(?:\s*[-–]\s*\d+)?)$", r"\1, p. \2", plain)
    plain = re.sub(r",\s*(?:figure|fig)\s+(?=\S)", ", fig. ", plain, flags=re.IGNORECASE)
    plain = re.sub(r",\s*(?:section|sect\.|chapter|ch\.|§)\s*(?=\S)", ", sec. ", plain, flags=re.IGNORECASE)
    plain = re.sub(r",\s*(?:footnote|fn)\s+(?=\S)", ", fn. ", plain, flags=re.IGNORECASE)
    return plain if _ONE.fullmatch(plain) and plain != part else None
