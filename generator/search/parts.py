"""The index → files that a browser loads one by one: names first, then the words that are asked for, then texts.

Each is a classic script that tells the page what it holds, because a page in a folder cannot fetch anything else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from string import ascii_uppercase, digits

from generator.catalogue import Catalogue
from generator.pages import Page
from generator.search.alike import alike, group_postings
from generator.search.entries import Entry, entries
from generator.search.weights import postings
from generator.search.words import SOFT_WORDS, STOP_WORDS, normal

FOLDER = "assets/search"
_WORDS_BYTES = 16_000  # of one part, before it is compressed: a question loads one for each of its words
_GROUPS_BYTES = 2_000  # and one more for each that belongs to a group of words that mean the same
_TEXT_BYTES = 8_000  # and one for each of the results that it shows
_LONGEST_TEXT = 24_000
_LETTERS = digits + "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 4  # letters of a word that a slip may have hidden
_HEARD = 8  # the weight from which a word of a single page is more than said in passing

Postings = Mapping[str, tuple[tuple[int, int], ...]]


def search_files(pages: Iterable[Page], catalogue: Catalogue) -> Mapping[str, bytes]:
    """Every file of the search, by its path below the pages' folder."""
    found = entries(pages, catalogue)
    weighed = postings(found)
    groups = alike(catalogue)
    grouped = group_postings(groups, weighed)
    words = (*_parts(_lines(weighed), _WORDS_BYTES), *_parts(_lines(grouped), _GROUPS_BYTES))
    texts = tuple(_parts([_text(entry) for entry in found], _TEXT_BYTES))
    parts: dict[str, object] = {f"words-{at}": "\n".join(part) for at, part in enumerate(words)}
    parts |= {f"texts-{at}": [text.split("\n") for text in part] for at, part in enumerate(texts)}
    parts["spelling"] = _spelling(weighed)
    names = {
        "kinds": [[kind, "\n".join(map(_name, group))] for kind, group in groupby(found, key=lambda entry: entry.kind)],
        "words": [part[0].split(" ")[0] for part in words],
        "texts": [sum(len(part) for part in texts[:at]) for at in range(len(texts))],
        "stop": " ".join(sorted(STOP_WORDS)),
        "soft": " ".join(sorted(map(normal, SOFT_WORDS))),
        "alike": [" ".join(group) for group in groups],
    }
    digest = hashlib.sha256(json.dumps([names, parts]).encode()).hexdigest()[:8]
    return {
        f"{FOLDER}/{name}.js": _script(name, value)
        for name, value in {"names": names | {"of": digest}, **parts}.items()
    }


def _lines(weighed: Postings) -> list[str]:
    return [f"{word} {_postings(weighed[word])}" for word in sorted(weighed)]


def _script(name: str, value: object) -> bytes:
    content = json.dumps([name, value], ensure_ascii=False, separators=(",", ":"))
    return f'document.dispatchEvent(new CustomEvent("search-part",{{detail:{content}}}))\n'.encode()


def _name(entry: Entry) -> str:
    """Address, title and other names of a page, parted by tabs; of the address only what the kind does not tell."""
    inner = entry.address.strip("/").removeprefix(f"{entry.kind}/")
    return "\t".join((inner, entry.title, *entry.names))


def _text(entry: Entry) -> str:
    """The paragraphs among which passages are looked for: of a very long page the first ones."""
    text = "\n".join(entry.paragraphs)
    return text if len(text) <= _LONGEST_TEXT else text[: text.rindex("\n", 0, _LONGEST_TEXT)]


def _parts(lines: Sequence[str], size: int) -> Iterator[list[str]]:
    """Consecutive lines in parts of about a size."""
    part: list[str] = []
    room = size
    for line in lines:
        if part and len(line) > room:
            yield part
            part, room = [], size
        part.append(line)
        room -= len(line)
    if part:
        yield part


def _postings(places: Iterable[tuple[int, int]]) -> str:
    """`C5A`: on page 5 with weight 3, on the next one with weight 1. A letter and the step from the page before."""
    written, last = [], -1
    for number, weight in places:
        step = number - last
        written.append(ascii_uppercase[weight - 1] + (_base36(step) if step > 1 else ""))
        last = number
    return "".join(written)


def _base36(number: int) -> str:
    rest, digit = divmod(number, 36)
    return (_base36(rest) if rest else "") + _LETTERS[digit]


def _spelling(weighed: Postings) -> str:
    """The words among which a slip finds the right one: each as how many letters it shares with the one before, and the rest."""
    written, last = [], ""
    for word, places in weighed.items():
        if len(word) < _SHORTEST or not word.isalpha() or (len(places) == 1 and places[0][1] < _HEARD):
            continue
        shared = next(
            (at for at, (a, b) in enumerate(zip(word, last, strict=False)) if a != b), min(len(word), len(last))
        )
        shared = min(shared, 35)
        written.append(f"{_base36(shared).upper()}{word[shared:]}")
        last = word
    return "".join(written)
