"""The page of a source: the work, what it is good for, and all that the casebook takes from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue, Cited, sort_key
from generator.pages.base import Page, escape, relative
from generator.pages.figures import figure_rows
from generator.pages.prose import page_uri, plain
from generator.pages.record_page import Fact, RecordPage
from generator.pages.source_continued import FIRST_CONTINUED, SourceContinued
from generator.records import Case, Concept, Model, Organisation, Source
from generator.records.marks import Prose
from generator.text.citations import citations
from generator.text.dates import words
from generator.text.prose import CITED

_TYPES = {
    "article": "Article", "article-journal": "Article in a journal", "book": "Book", "chapter": "Chapter of a book", "document": "Document",
    "legislation": "Law", "motion_picture": "Video", "paper-conference": "Conference paper", "report": "Report", "speech": "Speech", "webpage": "Web page",
}  # fmt: skip
FigureHolder = Case | Concept | Model | Organisation
PORTION = 110
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"(\[])|\n\s*\n|\n\s*- ")


@dataclass(frozen=True, slots=True)
class FigureTaken:
    """A figure that rests on the work."""

    record: str
    link: Markup
    value: str
    locator: str


@dataclass(frozen=True, slots=True)
class SentenceTaken:
    """A sentence that rests on the work, with a link to the section where it stands."""

    sentence: str
    record: str
    anchor: str
    section: str
    locator: str
    second_hand: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The sentences of one record that rest on the work."""

    record: str
    sentences: tuple[SentenceTaken, ...]


class SourcePage(RecordPage):
    """What the template of a source asks for."""

    template = "source.md.jinja"
    record: Source

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Kind, date, pages, address, who cites it."""
        source = self.record
        found = [
            Fact("Kind", escape(_TYPES[source.type])),
            Fact("Came out", escape(words(source.issued)) if source.issued else escape("Not reported")),
        ]
        found.append(
            Fact(
                "Page numbers",
                escape(
                    "Counted by us, because our copy shows none" if source.pagination == "counted" else "As printed"
                ),
            )
        )
        if source.doi:
            doi = self.address(f"https://doi.org/{source.doi}")
            found.append(Fact("DOI", Markup(f"[{escape(source.doi)}](<{doi}>)")))  # noqa: S704
        if not (source.url or source.doi):
            found.append(Fact("Address", escape("None known to us; look for the title")))
        if source.url:
            address = self.address(source.url)
            found.append(Fact("Address, as printed", Markup(f"[{escape(source.url)}](<{address}>)")))  # noqa: S704
        if source.cited_by:
            found.append(Fact("Cited by", self.links(source.cited_by)))
        tells = [case.id for case in self.catalogue.cases if source.id in case.sources]
        if tells:
            found.append(Fact("Tells the case" if len(tells) == 1 else "Tells the cases", self.links(tells)))
        return tuple(found)

    @cached_property
    def works_cited(self) -> Markup:
        """The works that name this one as citing them, in one line."""
        cited = [record for record in self.catalogue.all_of(Source) if self.record.id in record.cited_by]
        return self.links(
            record.id for record in sorted(cited, key=lambda work: sort_key(self.catalogue.short_name(work)))
        )

    @cached_property
    def figures_taken(self) -> tuple[FigureTaken, ...]:
        """Every figure whose citation names the work."""
        return tuple(self._figures())

    def _figures(self) -> Iterator[FigureTaken]:
        catalogue = self.catalogue
        holders: tuple[FigureHolder, ...] = (
            *catalogue.cases,
            *catalogue.organisations,
            *catalogue.concepts,
            *catalogue.all_of(Model),
        )
        for record in holders:
            for figure in record.figures:
                works = [work for work in citations(figure.cite) if self.record.id in {work.source, work.via}]
                for row in figure_rows(self.catalogue, figure, "") if works else ():
                    link = self._to(record.id, figure.anchor, row.what)
                    yield FigureTaken(record.id, link, row.value, works[0].read_locator)

    @cached_property
    def sentences_taken(self) -> tuple[Taken, ...]:
        """Every sentence that cites the work, by record, in the order of the text."""
        by_record: dict[str, list[SentenceTaken]] = {}
        for cited in self.catalogue.citations:
            citation = cited.citation
            if (
                self.record.id in {citation.source, citation.via}
                and isinstance(cited.marked.mark, Prose)
                and cited.entry.id != self.record.id
                and cited.entry.record
            ):
                _add(by_record.setdefault(cited.entry.id, []), self._sentence(cited))
        order = sorted(
            by_record,
            key=lambda key: (list(_KINDS).index(self.catalogue.records[key].kind), self.catalogue.records[key].name),
        )
        return tuple(Taken(key, tuple(by_record[key])) for key in order)

    @cached_property
    def chunks(self) -> tuple[tuple[Taken, ...], ...]:
        """What is taken, in portions of at most `PORTION` sentences: the first stands on the page itself."""
        portions: list[list[Taken]] = [[]]
        room = PORTION
        for taken in self.sentences_taken:
            for start in range(0, len(taken.sentences), PORTION):
                piece = taken.sentences[start : start + PORTION]
                if len(piece) > room:
                    portions.append([])
                    room = PORTION
                portions[-1].append(Taken(taken.record, piece))
                room -= len(piece)
        return tuple(tuple(portion) for portion in portions)

    def pages(self) -> tuple[Page, ...]:
        """The page of the work, and pages that go on with what is taken from it."""
        return (
            self.page(),
            *(SourceContinued(self, number).page() for number in range(FIRST_CONTINUED, len(self.chunks) + 1)),
        )

    def continued(self, number: int) -> str:
        """The file of a page that goes on."""
        return f"sources/{self.record.id}/taken-{number}.md"

    def _sentence(self, cited: Cited) -> SentenceTaken:
        citation = cited.citation
        section = str(cited.marked.path[0])
        anchor = _ANCHORS.get(section, section.replace("_", "-"))
        locator = citation.via_locator if citation.via == self.record.id else citation.locator
        via = self.catalogue.records.get(citation.via) if citation.via and citation.via != self.record.id else None
        said = _SECTION_NAMES.get(section, section.replace("_", " "))
        return SentenceTaken(
            _passage(self.catalogue, _around(cited.marked.text, citation.start)),
            cited.entry.id,
            anchor,
            said,
            locator,
            self.catalogue.short_name(via) if via else "",
        )

    def title_of(self, taken: Taken) -> Markup:
        """The name of a record and what kind it is, and how many passages are taken for it."""
        count = len(taken.sentences)
        record = self.catalogue.records[taken.record]
        name = self.catalogue.short_name(record)
        return escape(f"{name}, {record.kind}: {count} passage{'' if count == 1 else 's'}")

    def link(self, taken: SentenceTaken) -> Markup:
        """The way from this page to the section in which a sentence stands."""
        return self.moved(taken, self.uri)

    def moved(self, taken: SentenceTaken, uri: str) -> Markup:
        """The way from another file to the section in which a sentence stands."""
        target = relative(uri, page_uri(self.catalogue.records[taken.record]))
        return Markup(f"[{escape(taken.section)}]({target}#{taken.anchor})")  # noqa: S704 - made of ids

    def _to(self, key: str, anchor: str, said: str) -> Markup:
        target = relative(self.uri, page_uri(self.catalogue.records[key]))
        return Markup(f"[{escape(said)}]({target}#{anchor})")  # noqa: S704


_KINDS = ("case", "organisation", "concept", "model", "course", "source")
_ANCHORS = {
    "summary": "top",
    "definition": "top",
    "illustrates": "concepts",
    "nuances": "concepts",
    "contradicts": "concepts",
}
_SECTION_NAMES = {
    "approach": "what was done", "actors": "who did what", "in_practice": "in practice", "illustrates": "what the case shows",
    "nuances": "what the case shows", "contradicts": "what the case shows",
}  # fmt: skip


def _add(sentences: list[SentenceTaken], taken: SentenceTaken) -> None:
    """Add a sentence; one that cites several places of the work is listed once, with all of them."""
    for index, known in enumerate(sentences):
        if (known.sentence, known.anchor, known.second_hand) == (taken.sentence, taken.anchor, taken.second_hand):
            places = dict.fromkeys([*known.locator.split("; "), taken.locator])
            sentences[index] = replace(known, locator="; ".join(place for place in places if place))
            return
    sentences.append(taken)


def _passage(catalogue: Catalogue, sentence: str) -> str:
    """A sentence in bare words, with a capital."""
    text = plain(catalogue, sentence).rstrip(" -")
    return text[:1].upper() + text[1:]


def _around(text: str, at: int) -> str:
    """The sentence round an offset."""
    hidden = CITED.sub(lambda match: "x" * len(match[0]), text)  # no sentence ends at the full stop of `sec.`
    cuts = [0, *(match.end() for match in _END.finditer(hidden)), len(text)]
    start = max(cut for cut in cuts if cut <= at)
    end = min(cut for cut in cuts if cut > at)
    return text[start:end].strip().removeprefix("- ")
