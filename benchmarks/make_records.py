"""Writes a project of generated records into a folder, so that the speed of the check can be measured.

Run it as `python benchmarks/make_records.py FOLDER --records 1000`.
Each record has about 6 KB, 20 references to other records (in fields, links and citations) and 10 names of other
records in running text; one reference in 200 is misspelt. The same number and seed give the same bytes.
"""
# ruff: noqa: INP001, S311 - a script, and its chance needs to be the same each time rather than secret

from __future__ import annotations

import argparse
import itertools
import random
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

REFERENCES = 20
NAMES = 10
RIGHT_FOR_ONE_MISSPELT = 200
_SHARES = (("concept", 0.18), ("organisation", 0.14), ("source", 0.08))
_FOLDERS = {"case": "cases", "concept": "concepts", "organisation": "organisations", "source": "sources"}

_SYLLABLES = "bar lo ven mir ta sel or ran du kes pa lin gar mo ter zan vi hol be ru nis cor fa del wick".split()
_LANDSCAPES = "valley coast hills harbour district uplands corridor basin delta plain lakes forest".split()
_FIELDS = "photonics plastics timber food software mobility health textile water energy film bicycle ceramics robotics".split()
_FORMS = ["cluster", "agency", "competence centre", "network", "innovation park", "alliance", "council", "institute"]
_QUALITIES = "shared layered patient open borrowed nested quiet slow joint local distant mixed early late narrow broad common loose dense frugal steady".split()
_IDEAS = "foresight brokerage variety ownership discovery branching trust proximity learning mandate leverage embedding signalling stewardship capacity spillover voucher anchor roadmap niche mission pooling absorption".split()

_SUBJECTS = [
    "The regional government",
    "A small group of firms",
    "The steering group",
    "Most of the suppliers",
    "Researchers from two schools",
    "The managers of the programme",
    "Those who paid",
    "The city",
    "An outside adviser",
    "The chamber of commerce",
]
_VERBS = [
    "asked for a plan of work",
    "put its money into test beds",
    "met every second month",
    "drew up a list of strengths",
    "left the choice to the firms",
    "measured little and promised much",
    "went on with a smaller budget",
    "opened its laboratories to others",
    "waited for the new period",
    "shared people and rooms",
]
_TAILS = [
    "because no single sector was large enough",
    "although the rules of funding stopped at the border",
    "before anybody had agreed on priorities",
    "as the evaluation had advised two years earlier",
    "while the neighbouring region did the opposite",
    "so that newcomers could join in later rounds",
    "when the first round had shown what was missing",
    "without waiting for the strategy to be approved",
]
_ENTRIES = [
    "a *common* laboratory for small series",
    "vouchers for advice from another field",
    "one contact person in each town",
    "courses for people at work",
    "a yearly report that names what failed",
]


@dataclass(frozen=True, slots=True)
class Subject:
    """A record to be written: its kind, its id, and the name under which texts mention it."""

    kind: str
    id: str
    name: str


@dataclass
class Library:
    """Every subject by kind, and the references handed out so far, some of them misspelt."""

    chance: random.Random
    subjects: tuple[Subject, ...]
    misspelt: frozenset[int]
    by_kind: dict[str, list[Subject]] = field(init=False)
    handed_out: int = 0

    def __post_init__(self) -> None:
        self.by_kind = {kind: [subject for subject in self.subjects if subject.kind == kind] for kind in _FOLDERS}
        self._ids = {subject.id for subject in self.subjects}

    def reference(self, *kinds: str) -> str:
        """Hand out the id of a record of one of `kinds`; now and then with a slip of the pen."""
        key = self.chance.choice(self.by_kind[self.chance.choice(kinds)]).id
        self.handed_out += 1
        return self._slip(key) if self.handed_out in self.misspelt else key

    def _slip(self, key: str) -> str:
        while True:
            at = self.chance.randrange(1, len(key) - 2)
            slips = (
                key[:at] + key[at + 1 :],
                key[:at] + key[at + 1] + key[at] + key[at + 2 :],
                key[:at] + "e" + key[at:],
            )
            slip = self.chance.choice(slips)
            if slip not in self._ids and "--" not in slip and not slip.endswith("-"):
                return slip


def subjects(count: int, chance: random.Random) -> tuple[Subject, ...]:
    """Name `count` records: mostly cases, and the concepts, organisations and sources that they need."""
    sizes = {kind: max(round(count * share), 2) for kind, share in _SHARES}
    places = _unlike(
        (
            f"{''.join(word).capitalize()} {landscape}"
            for word in itertools.product(_SYLLABLES, _SYLLABLES, _SYLLABLES)
            for landscape in _LANDSCAPES
        ),
        count,
        chance,
    )
    bodies = (f"{place.split()[0]} {chance.choice(_FIELDS)} {chance.choice(_FORMS)}" for place in reversed(places))
    ideas = _unlike(
        (
            f"{quality} {one}{more}"
            for quality in _QUALITIES
            for one in _IDEAS
            for more in ("", " of places", " of firms")
        ),
        sizes["concept"],
        chance,
    )
    works = (f"{place.split()[0]} {2000 + index % 24}" for index, place in enumerate(places))
    names = {"concept": iter(ideas), "organisation": bodies, "source": works, "case": iter(places)}
    kinds = [kind for kind, size in sizes.items() for _ in range(size)]
    kinds += ["case"] * (count - len(kinds))
    found = {}
    for kind in kinds:
        name = next(names[kind])
        key = name.casefold().replace(" ", "-")
        found[key] = Subject(kind, key, name)
    return tuple(found.values())


def _unlike(words: Iterator[str], count: int, chance: random.Random) -> list[str]:
    return chance.sample(list(words), count)


def paragraphs(library: Library, links: int, citations: int, names: int) -> list[str]:
    """Write one paragraph for each citation, with the links and names spread over them."""
    chance = library.chance
    mentions = [_link(library) for _ in range(links)]
    mentions += [
        chance.choice(library.by_kind[chance.choice(("case", "concept", "organisation"))]).name for _ in range(names)
    ]
    chance.shuffle(mentions)
    found = []
    for index in range(citations):
        here = mentions[index::citations]
        sentences = [_sentence(chance, here[number] if number < len(here) else "") for number in range(5)]
        citation = f"[@{library.reference('source')}, p. {chance.randrange(1, 90)}]"
        if index % 4 == 1:
            entries = "\n".join(f"- {entry}" for entry in chance.sample(_ENTRIES, 3))
            found.append(f"{_wrapped([*sentences, 'Three things came of it:'])}\n\n{entries} {citation}")
        else:
            found.append(_wrapped([*sentences[:-1], f"{sentences[-1][:-1]} {citation}."]))
    return found


def _wrapped(sentences: list[str]) -> str:
    return textwrap.fill(" ".join(sentences), 110, break_long_words=False, break_on_hyphens=False)


def _link(library: Library) -> str:
    key = library.reference("case", "concept", "organisation")
    return f"[[{key}]]" if library.chance.random() < 0.5 else f"[[{key}|what {key.split('-')[0]} did]]"


def _sentence(chance: random.Random, mention: str) -> str:
    lead = (
        chance.choice((f"with {mention} ", f"after a visit to {mention} ", f"following {mention} ")) if mention else ""
    )
    verb = chance.choice(_VERBS)
    return (
        f"{chance.choice(_SUBJECTS)} {f'*{verb}*' if chance.random() < 0.05 else verb} {lead}{chance.choice(_TAILS)}."
    )


def _fields(texts: list[str], *names: str) -> str:
    """Spread paragraphs over text fields."""
    groups = ("\n\n".join(texts[at :: len(names)]) for at in range(len(names)))
    return "".join(f"{name}: |\n{textwrap.indent(group, '  ')}\n" for name, group in zip(names, groups, strict=True))


def _list(name: str, entries: list[str]) -> str:
    return f"{name}:\n" + "".join(f"  - {entry}\n" for entry in dict.fromkeys(entries))


def case(subject: Subject, library: Library) -> str:
    """Write a case: 8 references in fields, 4 links and 8 citations."""
    actors = "".join(
        f'  - who: {library.reference("organisation")}\n    does:\n      - takes-part\n    cite: "@{library.reference("source")}, p. 9"\n'
        for _ in range(2)
    )
    lists = _list("illustrates", [library.reference("concept") for _ in range(2)])
    related = f"related:\n  - case: {library.reference('case')}\n    how: Both began with a list of strengths.\n"
    sources = f"sources:\n  {library.reference('source')}: independent\n"
    head = f'title: "{subject.name}: what was done there"\nsummary: One place tries what others had tried before.\ntype: place\nas_told: 2018-11\nplaces:\n  - ES21\nlevels:\n  - regional\n'
    texts = _fields(
        paragraphs(library, 4, 8, NAMES), "context", "challenge", "approach", "results", "limits", "conditions"
    )
    return f"{head}{texts}actors:\n{actors}{lists}{related}{sources}blanks:\n  not_reported:\n    - timeline\n    - figures\n"


def concept(subject: Subject, library: Library) -> str:
    """Write a concept: 4 references in fields, 7 links and 9 citations."""
    head = f"term: {subject.name}\ndefinition: |\n  What people share before they agree [@{library.reference('source')}, p. 2].\n"
    texts = _fields(paragraphs(library, 7, 8, NAMES), "explanation", "in_practice", "where_authors_differ")
    return head + texts + _list("related", [library.reference("concept") for _ in range(4)])


def organisation(subject: Subject, library: Library) -> str:
    """Write an organisation: 2 citations in fields, 9 links and 9 citations in texts."""
    founded = f'founded:\n  date: 1998\n  cite: "@{library.reference("source")}, p. 4"\n'
    figure = f'figures:\n  - measure: members\n    value: around {library.chance.randrange(1, 90)}0\n    unit: companies\n    as_of: 2016\n    as_of_basis: source-date\n    cite: "@{library.reference("source")}, p. 9"\n'
    head = f"title: {subject.name}\ntype: cluster-organisation\nplace: ES21\n{founded}summary: |\n  A body that brings firms together.\n"
    return head + _fields(paragraphs(library, 9, 9, NAMES), "text") + figure


def source(subject: Subject, library: Library) -> str:
    """Write a source: 4 references in a field, 8 links and 8 citations."""
    head = f'type: report\ntitle: "{subject.name}: a study of places"\nauthor:\n  - family: {subject.name.split()[0]}\n    given: Ada\nissued: 2018-11\n'
    cited_by = _list("cited_by", [library.reference("source") for _ in range(4)])
    return head + cited_by + _fields(paragraphs(library, 8, 8, NAMES), "good_for", "limits", "doubts")


_WRITERS = {"case": case, "concept": concept, "organisation": organisation, "source": source}


def make_project(folder: Path, count: int, seed: int = 1) -> int:
    """Write a project of `count` records into `folder`, and tell how many of its references are misspelt."""
    chance = random.Random(seed)
    found = subjects(count, chance)
    total = len(found) * REFERENCES
    misspelt = frozenset(chance.sample(range(1, total + 1), total // RIGHT_FOR_ONE_MISSPELT))
    library = Library(chance, found, misspelt)
    shutil.copytree(Path(__file__).parents[1] / "data", folder / "data", dirs_exist_ok=True)
    sets = folder / "data" / "comparison-sets.csv"  # they name real cases
    sets.write_text(sets.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8", newline="\n")
    (folder / "mkdocs.yml").write_text("site_name: Benchmark\n", encoding="utf-8")
    for name in _FOLDERS.values():
        (folder / "content" / name).mkdir(parents=True, exist_ok=True)
    for subject in found:
        path = folder / "content" / _FOLDERS[subject.kind] / f"{subject.id}.yml"
        path.write_text(_WRITERS[subject.kind](subject, library), encoding="utf-8", newline="\n")
    return len(misspelt)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a project of generated records.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    make_project(arguments.folder, arguments.records, arguments.seed)
