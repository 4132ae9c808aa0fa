"""Catalogue: every record and table, fixed and indexed; whoever asks for a link, a name or a citation asks here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from string import ascii_lowercase
from types import MappingProxyType
from typing import Any, TypeVar

from generator.problems import Mend, Place, Span
from generator.records import RECORD_TYPES, Case, Concept, Organisation, Record, Source
from generator.records.marks import Cite, Mark, Prose, Reference
from generator.records.walk import Marked, Path, marked
from generator.source import Document, without
from generator.tables import TABLE_TYPES, Row, Tables
from generator.text.citations import Citation, citations
from generator.text.names import Names
from generator.text.near import Near
from generator.text.prose import RecordLink, cited, links

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, eq=False)
class Entry:
    """One file of the content: its data as written and, where it is right, the record."""

    kind: str
    id: str
    data: Mapping[str, Any]
    record: Record | None = None
    document: Document | None = None

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """Every text of the record with what it means."""
        return marked(RECORD_TYPES[self.kind], self.data)

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.document.path if self.document else f"content/{RECORD_TYPES[self.kind].folder}/{self.id}.yml"

    def place(self, path: Path, start: int | None = None, end: int | None = None) -> Place:
        """The place of a value, or of the characters from `start` to `end` of it."""
        if self.document is None:
            return Place(self.path, Span(1, 1, 1, 1))
        if start is None or end is None:
            return self.document.place(path)
        return self.document.place_inside(path, start, end)

    def place_of_key(self, path: Path) -> Place:
        """The place of a key."""
        return self.document.place_of_key(path) if self.document else self.place(path)

    def mend(self, path: Path, text: str, start: int | None = None, end: int | None = None) -> tuple[Mend, ...]:
        """The edit that writes `text` there."""
        return (Mend(self.place(path, start, end), text),) if self.document else ()

    def without(self, path: Path) -> tuple[Mend, ...]:
        """The edit that deletes the value there."""
        return (without(self.document, path),) if self.document else ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """One record points at another: by a field, by a link in a text, or by a citation."""

    entry: Entry
    marked: Marked
    target: str
    start: int
    end: int

    @property
    def place(self) -> Place:
        """Where the pointer stands."""
        return self.entry.place(self.marked.path, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Cited:
    """One work is cited in one text."""

    entry: Entry
    marked: Marked
    citation: Citation


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Every record, by id; broken ones count as existing, so that one mistake is not told twice."""

    entries: Mapping[str, Entry]
    tables: Tables
    twins: tuple[Entry, ...] = ()
    broken: Mapping[str, str] = field(default_factory=dict)
    images: frozenset[str] = frozenset()

    @staticmethod
    def of(records: Iterable[Record], tables: Tables | None = None) -> Catalogue:
        """Build a catalogue from records made in code."""
        entries = [
            Entry(record.kind, record.id, record.model_dump(exclude_unset=True, by_alias=True), record)
            for record in records
        ]
        return Catalogue.of_entries(entries, tables)

    @staticmethod
    def of_entries(
        entries: Iterable[Entry],
        tables: Tables | None = None,
        broken: Mapping[str, str] | None = None,
        images: Iterable[str] = (),
    ) -> Catalogue:
        """Build a catalogue from entries in any order; of two with one id the first by kind and path is kept."""
        known: dict[str, Entry] = {}
        twins = []
        for entry in sorted(entries, key=lambda entry: (entry.id, entry.kind, entry.path)):
            if entry.id in known:
                twins.append(entry)
            else:
                known[entry.id] = entry
        empty: Tables = {table_type.name: MappingProxyType({}) for table_type in TABLE_TYPES}
        return Catalogue(
            MappingProxyType(known),
            MappingProxyType(dict(tables or empty)),
            tuple(twins),
            MappingProxyType(dict(broken or {})),
            frozenset(images),
        )

    def all_of(self, record_type: type[R]) -> tuple[R, ...]:
        """Every valid record of a kind, by name and id."""
        found = [entry.record for entry in self.entries.values() if isinstance(entry.record, record_type)]
        return tuple(sorted(found, key=lambda record: (sort_key(record.name), record.id)))

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every valid record, by id."""
        return MappingProxyType({key: entry.record for key, entry in self.entries.items() if entry.record is not None})

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """The letter behind the year of each work that shares authors and year with another: its id → `a`, `b` ..."""
        alike: dict[str, list[Source]] = {}
        for work in self.sources:
            alike.setdefault(work.short, []).append(work)
        found = (works for works in alike.values() if len(works) > 1)
        return MappingProxyType({work.id: ascii_lowercase[at % 26] for works in found for at, work in enumerate(works)})

    def short_name(self, record: Record) -> str:
        """The name by which running text calls a record: a case by its place, a work by author and year."""
        if isinstance(record, Source):
            return record.short + self.letters.get(record.id, "")
        return record.name.split(":")[0] if record.kind == "case" else record.name

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[str, str]]:
        """The ids of the records before and after each in the list of its kind; empty at either end."""
        found: dict[str, tuple[str, str]] = {}
        for record_type in RECORD_TYPES.values():
            records = self.all_of(record_type)
            if record_type is Source:  # their list goes by author and year
                records = tuple(sorted(records, key=lambda work: (sort_key(self.short_name(work)), work.id)))
            ids = ["", *(record.id for record in records), ""]
            found |= {ids[at]: (ids[at - 1], ids[at + 1]) for at in range(1, len(ids) - 1)}
        return MappingProxyType(found)

    @property
    def cases(self) -> tuple[Case, ...]:
        """Every case."""
        return self.all_of(Case)

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """Every concept."""
        return self.all_of(Concept)

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Every organisation."""
        return self.all_of(Organisation)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source."""
        return self.all_of(Source)

    def kind_of(self, key: str) -> str | None:
        """The kind of the record with this id, also where its file is broken."""
        entry = self.entries.get(key)
        return entry.kind if entry else self.broken.get(key)

    @cached_property
    def has_faults(self) -> bool:
        """Tell whether some record is not read whole, so that nobody can say what nothing uses."""
        return bool(self.broken) or any(entry.record is None for entry in self.entries.values())

    def meant(self, key: str) -> str:
        """The id that a pointer means: itself, or the near one where it names nothing."""
        return key if self.kind_of(key) else self.near.to(key) or key

    def row(self, table: str, key: str) -> Row:
        """A row of a table; where it does not exist, one that shows the key itself."""
        found = self.tables.get(table, {}).get(key)
        return found or Row(key, MappingProxyType({"label": key, "name": key}))

    @cached_property
    def by_mark(self) -> Mapping[type[Mark], tuple[tuple[Entry, Marked], ...]]:
        """Every text of every record, by the type of its mark."""
        found: dict[type[Mark], list[tuple[Entry, Marked]]] = {}
        for entry in (*self.entries.values(), *self.twins):
            for text in entry.marked:
                found.setdefault(type(text.mark), []).append((entry, text))
        return MappingProxyType({mark: tuple(texts) for mark, texts in found.items()})

    def texts(self, mark: type[Mark]) -> tuple[tuple[Entry, Marked], ...]:
        """Every text with a mark of this type."""
        return self.by_mark.get(mark, ())

    @cached_property
    def references(self) -> tuple[Pointer, ...]:
        """Every field that names another record."""
        return tuple(Pointer(entry, text, text.text, 0, len(text.text)) for entry, text in self.texts(Reference))

    @cached_property
    def links(self) -> tuple[tuple[Pointer, RecordLink], ...]:
        """Every link to a record inside a text."""
        return tuple(
            (Pointer(entry, text, link.target, link.start, link.end), link)
            for entry, text in self.texts(Prose)
            for link in links(text.text)
        )

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        """Every cited work, in texts and beside figures."""
        inside = [Cited(entry, text, citation) for entry, text in self.texts(Prose) for citation in cited(text.text)]
        beside = [Cited(entry, text, citation) for entry, text in self.texts(Cite) for citation in citations(text.text)]
        return (*inside, *beside)

    @cached_property
    def citing(self) -> Mapping[str, frozenset[str]]:
        """Which records cite a work, themselves or through another: its id → their ids."""
        found: dict[str, set[str]] = {}
        for one in self.citations:
            for work in (one.citation.source, one.citation.via):
                if work and work != one.entry.id:
                    found.setdefault(work, set()).add(one.entry.id)
        return MappingProxyType({work: frozenset(ids) for work, ids in found.items()})

    @cached_property
    def pointed_at(self) -> frozenset[str]:
        """Every id that some other record points at or cites, or means to."""
        pointers = {pointer.target for pointer in self.references if pointer.target != pointer.entry.id}
        linked = {pointer.target for pointer, link in self.links if not link.off and pointer.target != pointer.entry.id}
        works = {work for found in self.citations for work in (found.citation.source, found.citation.via) if work}
        return frozenset(self.meant(key) for key in pointers | linked | works)

    @cached_property
    def backlinks(self) -> Mapping[str, tuple[str, ...]]:
        """Who points at a record: its id → ids of records, by kind and name, without sources and itself."""
        found: dict[str, set[str]] = {}
        pointers = [*self.references, *(pointer for pointer, link in self.links if not link.off)]
        for pointer in pointers:
            if (
                pointer.target != pointer.entry.id
                and pointer.entry.record is not None
                and pointer.entry.kind != "source"
            ):
                found.setdefault(pointer.target, set()).add(pointer.entry.id)
        return MappingProxyType({target: tuple(sorted(ids, key=self._order)) for target, ids in sorted(found.items())})

    @cached_property
    def concept_names(self) -> Names:
        """The terms, aliases and short forms of concepts, for automatic links."""
        return Names.of(
            (
                name,
                concept.id,
                name in concept.abbreviations
                or (name != name.lower() and " " not in name and name[1:] != name[1:].lower()),
            )
            for concept in self.concepts
            for name in concept.names
        )

    @cached_property
    def proper_names(self) -> Names:
        """The names of organisations and of the places that cases tell of."""
        bodies = [(name, body.id, True) for body in self.organisations for name in body.names if len(name) > 2]
        cases = [(case.title.split(":")[0], case.id, True) for case in self.cases]
        return Names.of([*bodies, *cases])

    @cached_property
    def near(self) -> Near:
        """Every id, for near misses."""
        return Near.of([*self.entries, *self.broken])

    def _order(self, key: str) -> tuple[int, str, str]:
        record = self.records[key]
        return (list(RECORD_TYPES).index(record.kind), sort_key(record.name), key)


@lru_cache(maxsize=1 << 13)
def sort_key(name: str) -> str:
    """Sort names as readers expect: without regard to case, accents or a leading quote."""
    import unicodedata  # noqa: PLC0415 - most runs never sort

    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in plain if character.isalnum() or character == " ").strip()
