"""The pages of the downloads: what there is, how large it is, how to cite it, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.downloads.bundle import ENTRY, FORMS, Bundle
from generator.downloads.sheet import Field, Group, Sheet
from generator.pages import Page
from generator.pages.base import escape, front_matter, relative, render, uri_of
from generator.pages.told import LICENCE

URI = "data/index.md"
_COLUMNS: Mapping[str, tuple[str, tuple[Group, ...]]] = {
    "columns-of-tables": ("What the columns of the tables mean", ("tables", "words")),
    "columns-of-records": ("What the columns of the records mean", ("records",)),
    "columns-of-parts": ("What the columns of parts of records mean", ("parts",)),
}
_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
_KILO = 1000


@dataclass(frozen=True, slots=True)
class File:
    """A file that can be taken: its words, the way to it, and its size in words."""

    words: str
    way: Markup
    size: Markup


@dataclass(frozen=True, slots=True)
class Column:
    """One or two columns in one line: a key, and the name that stands behind it."""

    names: tuple[str, ...]
    field: Field

    @property
    def shown(self) -> Markup:
        """The names as code."""
        return Markup(", ").join(_code(name) for name in self.names)

    @property
    def meaning(self) -> Markup:
        """What the first column means, with its code as code."""
        return with_code(self.field.description)

    @property
    def type(self) -> str:
        """What its cells are, in plain words."""
        return _TYPES[self.field.type]


def data_pages(made: Bundle) -> Iterator[Page]:
    """The page of all files, with the files beside it, and the pages that explain columns."""
    page = DataPage(made)
    yield Page(URI, "Data", render("data.md.jinja", page=page), beside=tuple(made.files.items()))
    for name, (title, groups) in _COLUMNS.items():
        sheets = [sheet for sheet in made.sheets if sheet.group in groups]
        columns = ColumnsPage(f"data/{name}.md", title, tuple(sheets))
        yield Page(columns.uri, title, render("columns.md.jinja", page=columns))


class DataPage:
    """What the template of the data page asks for."""

    def __init__(self, made: Bundle) -> None:
        self.made, self.about = made, made.about

    @property
    def front_matter(self) -> Markup:
        """The title for the theme, and the data set in the terms of schema.org."""
        absolute = self.about.settings.absolute
        told = {
            "@context": "https://schema.org",
            "@type": "Dataset",
            "@id": self.about.home,
            "name": self.about.title,
            "description": self.about.text,
            "license": LICENCE,
            "creator": {"@type": "Organization", "name": self.about.settings.site_name},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": media,
                    "contentUrl": absolute(f"/data/{name}"),
                }
                for name, media, _ in FORMS
            ],
        }
        return front_matter("Data", description=self.about.text, told=told)

    @property
    def whole(self) -> tuple[tuple[File, str], ...]:
        """The files that hold everything, each with what it is."""
        named = [(name, words) for name, _, words in FORMS]
        return tuple(
            (self._file(name, name), words)
            for name, words in [*named, (ENTRY, "The entry for data catalogues, as DCAT-AP in Turtle")]
        )

    def sheets(self, group: Group) -> tuple[Sheet, ...]:
        """The sheets of a group."""
        return tuple(sheet for sheet in self.made.sheets if sheet.group == group)

    def description(self, sheet: Sheet) -> Markup:
        """What a sheet holds, in a sentence."""
        return with_code(sheet.description)

    def files(self, sheet: Sheet) -> tuple[File, ...]:
        """The forms in which a sheet comes."""
        forms = ((f"{sheet.name}.{ending}", ending.upper()) for ending in ("csv", "json", "xlsx"))
        return tuple(self._file(name, words) for name, words in forms if name in self.made.files)

    def title(self, sheet: Sheet) -> Markup:
        """The title of a sheet, with the way to its page where it has one."""
        if not sheet.about:
            return escape(sheet.title)
        return Markup("[%s](%s)") % (escape(sheet.title), relative(URI, uri_of(sheet.about)))

    def meaning(self, sheet: Sheet) -> Markup:
        """The way to what the columns of a sheet mean."""
        name = next(name for name, (_, groups) in _COLUMNS.items() if sheet.group in groups)
        return Markup("[%s&nbsp;columns](%s.md#%s)") % (len(sheet.fields), name, sheet.name)

    def _file(self, name: str, words: str) -> File:
        return File(words, Markup(name), size(len(self.made.files[name])))  # noqa: S704 - made of ids


class ColumnsPage:
    """What the template of a page of columns asks for."""

    def __init__(self, uri: str, title: str, sheets: tuple[Sheet, ...]) -> None:
        self.uri, self.title, self.sheets = uri, title, sheets

    @property
    def front_matter(self) -> Markup:
        """The title for the theme."""
        return front_matter(self.title, is_searched=False)

    def description(self, sheet: Sheet) -> Markup:
        """What a sheet holds, in a sentence."""
        return with_code(sheet.description)

    def columns(self, sheet: Sheet) -> tuple[Column, ...]:
        """The columns of a sheet, a name with the key before it."""
        found: list[Column] = []
        for field in sheet.fields:
            last = found[-1] if found else None
            if last and field.name in {f"{last.names[0]}_name", f"{last.names[0]}_works"}:
                found[-1] = Column((*last.names, field.name), last.field)
            else:
                found.append(Column((field.name,), field))
        return tuple(found)


def size(number: int) -> Markup:
    """A size as people read it: `12 KB`, `1.4 MB`."""
    if number < _KILO:
        return Markup("%s&nbsp;bytes") % number
    if number < _KILO**2 - _KILO // 2:
        return Markup("%.0f&nbsp;KB") % (number / _KILO)
    return Markup("%.1f&nbsp;MB") % (number / _KILO**2)


def with_code(text: str) -> Markup:
    """A description, with what stands between backticks as code."""
    pieces = text.split("`")
    return Markup().join(_code(piece) if at % 2 else _spaced(piece) for at, piece in enumerate(pieces))


def _code(text: str) -> Markup:
    return Markup("<code>%s</code>") % escape(text)


def _spaced(text: str) -> Markup:
    """Escape a piece between two others, and keep its blanks."""
    lead, tail = " " * text.startswith(" "), " " * (text.endswith(" ") and bool(text.strip()))
    return Markup("%s%s%s") % (lead, escape(text), tail)
