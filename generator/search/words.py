"""The words of a text as they are compared: `generator/front/search-words.js` takes a question apart in the same way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

STOP_WORDS = frozenset(
    (
        "a about above after again against all also am an and any anything are as at be because been before being below "
        "between both but by can could define definition did do does doing down during each every few find for from "
        "further get got had happen happened happens has have having he her here hers him his how i if in into is it its just like many may "
        "me mean meaning means might more most much must my no nor not nothing of off on once only or other our ours out over "
        "own per rather same shall she should show so some something such tell than that the their them then there these they "
        "this those through to too under until up us very was we were what when where whether which while who whom "
        "whose why will with would you your"
    ).split()
)
# Words of a question that say little about what is asked for; they count less.
SOFT_WORDS = frozenset(
    (
        "become best better big call called come concept example explain explanation far give good great help "
        "information keep kind know known learn look make mine need new page put read real really say see sort take term "
        "thing try type understand use useful used want way well word work"
    ).split()
)
# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i", "’": "'"}
)
_TRANSLITERATED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_WITH_UMLAUT = re.compile(r"[^\W_]*[äöüåø][^\W_]*")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_POSSESSIVE = re.compile(r"'s\b")
_INITIALS = re.compile(r"\b([a-z])&([a-z])\b")
_SPELLINGS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"ies$", "y"),
        (r"(s|sh|ch|x|z)es$", r"\1e"),
        (r"([^sui])s$", r"\1"),
        (r"([sxz]|sh|ch)e$", r"\1"),
        (r"(?<=..)our(?=(?:ed|ing|al|able|hood|less|ful|ism|ist)?$)", "or"),
        (r"iz(?=(?:e|ed|er|ing|ation|ational)?$)", "is"),
        (r"yz(?=(?:e|ed|er|ing)?$)", "ys"),
        (r"mme$", "m"),
        (r"logue$", "log"),
        (r"([bcdft])re$", r"\1er"),
        (r"enc$", "ens"),
        (r"ence$", "ens"),
        (r"ll(?=(?:ed|ing|er|or)$)", "l"),
        (r"ageing$", "aging"),
        (r"dgement$", "dgment"),
    )
)
# Endings that make other words of the same family.
_ENDINGS = re.compile(
    r"(?:ational|ability|able|ably|ation|ator|ating|ated|ate|ement|ment|ity|ively|ive|ing|edly|ed|er|or|ially|ial|ally|al|ly|ion|ens|ant|ent"
    r"|ism|ist|ic|ian|is|y|i|e)$"
)
SHORTEST_STEM = 4  # letters


def folded(text: str) -> str:
    """A text in lower case and without accents."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(character for character in plain if unicodedata.category(character)[0] != "M")


@lru_cache(maxsize=1 << 17)
def normal(word: str) -> str:
    """A folded word without its plural and in one spelling, British or American; not a stem that means something else."""
    if len(word) < 4 or not word.isalpha():
        return word
    for pattern, instead in _SPELLINGS:
        word = pattern.sub(instead, word)
    return word


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """What a normal word has in common with others of its family: `calculate`, `calculation`."""
    for _ in range(2):
        shorter = _ENDINGS.sub("", word, count=1)
        if len(shorter) < SHORTEST_STEM:
            break
        word = shorter
    return word


def words(text: str) -> Iterator[str]:
    """Every word of a text that tells something, with the other ways in which people write it."""
    plain = unicodedata.normalize("NFC", text.lower())
    others = " ".join(_WITH_UMLAUT.findall(plain)).translate(_TRANSLITERATED)
    yield from (normal(word) for spelling in (plain, others) for word in _joined(spelling) if word not in STOP_WORDS)


def _joined(text: str) -> Iterator[str]:
    """Words, and those parted by a hyphen also as one: `start-up` is `start`, `up` and `startup`."""
    plain = _INITIALS.sub(r"\1\2", _POSSESSIVE.sub("", folded(text)))
    for match in _WORD.finditer(plain):
        parts = match[0].split("-")
        yield from (part for part in parts if len(part) > 1 or part.isdigit())
        if len(parts) == 2 and len(match[0]) > 4:
            yield "".join(parts)
