"""idle-link: the words of a link do not say where it leads.

Who cannot see the page goes from link to link and hears their words alone, without the sentence around them: "here, here,
read more". An address read aloud is no better.

    links: [{text: Click here, url: "https://gaia.es"}]                     # wrong
    links: [{text: GAIA's own pages, url: "https://gaia.es"}]               # right

    The alliance is promoted by GAIA ([[gaia|read more]]).                  # wrong
    The alliance is promoted by [[gaia|the Basque electronics cluster]].    # right
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Problem
from generator.records.marks import Line, Prose
from generator.records.walk import Marked
from generator.text.prose import links

CODE = "idle-link"
_IDLE = frozenset(
    words.strip()
    for words in """
    click, click here, click on this link, click this link, continue, continue reading, details, download, find out more,
    follow this link, further details, further information, go, go here, here, info, information, learn more, link, more,
    more details, more here, more info, more information, on this page, page, read, read here, read more, read on, see,
    see here, see more, see this page, site, that link, that page, the link, the page, the site, the website, there, this,
    this link, this one, this page, this site, this website, url, visit, visit site, visit this page, visit website,
    web page, web site, webpage, website
    """.split(",")
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_WEB = re.compile(r"(?<![!\[])\[(?P<words>[^\[\]]+)\]\((?!\s*\))")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find links to records and to other sites whose words would fit any link."""
    for entry, text in catalogue.texts(Prose):
        if "[" in text.text:
            yield from _in_prose(entry, text)
    for entry, text in catalogue.texts(Line):
        if text.path[0] == "links" and is_idle(text.text):
            yield _problem(entry, text, (0, len(text.text)), text.text)


def is_idle(words: str) -> bool:
    """Tell whether words would fit any link: they name nothing, or are an address."""
    plain = " ".join(re.sub(r"[^\w\s:/.-]", " ", words).split()).strip(" .:-").casefold()
    return plain in _IDLE or _ADDRESS.fullmatch(words.strip()) is not None


def _in_prose(entry: Entry, text: Marked) -> Iterator[Problem]:
    for link in links(text.text):
        if link.words and not link.off and is_idle(link.words):
            yield _problem(entry, text, (link.start, link.end), link.words, f"[[{link.target}]]")
    for match in _WEB.finditer(text.text):
        if is_idle(match["words"]):
            yield _problem(entry, text, match.span("words"), match["words"])


def _problem(entry: Entry, text: Marked, span: tuple[int, int], words: str, good: str = "") -> Problem:
    advice = "write what the reader will find there, as in `the cluster's own pages`"
    if good:
        advice = f"write `{good}`, which shows the name of the record, or say with words of your own what it is"
    return Problem(
        entry.place(text.path, *span),
        CODE,
        f"`{words}` does not say where the link leads",
        help=advice,
        severity="warning",
        mends=entry.mend(text.path, good, *span) if good else (),
    )
