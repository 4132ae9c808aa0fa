"""The field reference: every field of every kind of record, and how its value is written, as Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from generator.grammars import grammars, table
from generator.records import KINDS, RECORD_TYPES
from generator.records.base import Part, Record
from generator.records.forms import (
    Choice,
    Count,
    Field,
    Form,
    Group,
    Keyed,
    ListOf,
    Need,
    ShortName,
    Text,
    Truth,
    fields,
    groups,
)
from generator.records.marks import (
    Address,
    Cite,
    Date,
    File,
    Language,
    Line,
    Mark,
    PlaceCode,
    Prose,
    Quantity,
    Reference,
    SiteAddress,
    Term,
)

NEEDS: Mapping[Need, str] = MappingProxyType(
    {"required": "needed", "fill-or-blank": "needed, or [blank](#form-blank)", "optional": "optional"}
)
_HEADER = ("Field", "What it is", "Needed?", "Form")
_SHARED = "shared-groups"
_OF_MARK: Mapping[type[Mark], str] = MappingProxyType({
    PlaceCode: "[code of a place](#form-place)",
    Cite: "[citation](#form-citation)",
    Address: "web address, beginning with `https://`",
    SiteAddress: "address of this site, such as `/cases/fribourg/`",
    Language: "code of a language, such as `fr`",
    File: "name of a file in `content/images/`",
})  # fmt: skip
_INTRODUCTION = f"""\
# Field reference

What every record may say, kind by kind. A field is *needed*, or to be filled *or named under* [blanks](#form-blank), or *optional*.
The [layout of a record](#form-record) and the forms of values stand first; fields that several kinds share stand
[at the end](#{_SHARED}).
"""


def field_reference() -> str:
    """Write the whole page; its links lead to its own anchors only."""
    counts = Counter(part for record_type in RECORD_TYPES.values() for part in groups(record_type))
    shared = [part for part in counts if counts[part] > 1]
    sections = [
        _kind(record_type, [part for part in groups(record_type) if counts[part] == 1])
        for record_type in RECORD_TYPES.values()
    ]
    common = f"## Groups that several kinds share {{#{_SHARED}}}\n\n" + "\n\n".join(map(_group, shared))
    return "\n".join((_INTRODUCTION, grammars(), "\n\n".join([*sections, common]))) + "\n"


def anchor(part: type[Part]) -> str:
    """The anchor of a kind or group: its name in lower case, its words joined by hyphens."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", part.__name__).lower()


def _kind(record_type: type[Record], parts: list[type[Part]]) -> str:
    heading = f"## {record_type.kind.capitalize()} {{#{anchor(record_type)}}}"
    home = f"{_about(record_type)} The file stands in `content/{record_type.folder}/`."
    return "\n\n".join([heading, home, _fields(record_type), *map(_group, parts)])


def _group(part: type[Part]) -> str:
    return "\n\n".join((f"### {_words(part).capitalize()} {{#{anchor(part)}}}", _about(part), _fields(part)))


def _words(part: type[Part]) -> str:
    return anchor(part).replace("-", " ")


def _about(part: type[Part]) -> str:
    return as_cell((part.__doc__ or "").split("\n")[0])


def _fields(part: type[Part]) -> str:
    """The table, in a frame by which small windows show each field as a card."""
    return f'<div class="fields" markdown>\n\n{table(_HEADER, map(_row, fields(part)))}\n\n</div>'


def _row(field: Field) -> tuple[str, ...]:
    return (f"`{field.name}`", as_cell(field.description), NEEDS[field.need], _form(field.form))


def _form(form: Form) -> str:  # noqa: PLR0911 - one line a form
    match form:
        case Text(mark):
            return _mark(mark)
        case ShortName():
            return "[short name](#form-id)"
        case Choice(words):
            return _or([f"`{word}`" for word in words])
        case Truth():
            return "`true` or `false`"
        case Count(least, most):
            return f"whole number, {least} to {most}"
        case ListOf(each):
            return f"list; each entry: {_form(each)}"
        case Keyed(key, value):
            return f"one line each: {_form(key)}, a colon, and {_form(value)}"
        case Group(part, or_text):
            return (
                f"{_form(fields(part)[0].form)}, or " if or_text else ""
            ) + f"fields of [{_words(part)}](#{anchor(part)})"


def _mark(mark: Mark) -> str:  # noqa: PLR0911 - one line a mark
    match mark:
        case Line(most):
            return f"one line, at most {most} characters"
        case Prose(most):
            return "[text](#form-text)" + (f", at most {most} characters" if most < Prose().most else "")
        case Reference(kinds):
            return (
                "id of any record"
                if kinds == KINDS
                else f"id of {_or([f'{_article(kind)} [{kind}](#{kind})' for kind in kinds])}"
            )
        case Term(vocabulary):
            return f"[word](#form-word) of `data/{vocabulary}.csv`"
        case Date(interval):
            return "[date](#form-date) or interval" if interval else "[date](#form-date)"
        case Quantity(blank):
            return "[number](#form-number)" if blank else "[number](#form-number), never `not reported`"
        case _:
            return _OF_MARK[type(mark)]


def _or(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def as_cell(text: str) -> str:
    """Words as Markdown that fits into a cell: signs are escaped, except in code, where only a pipe has a meaning."""
    pieces = re.split(r"(`[^`]*`)", text)
    return "".join(
        _code(piece) if piece.startswith("`") else re.sub(r"([|\[\]*_{}])", r"\\\1", piece).replace("<", "&lt;")
        for piece in pieces
    )


def _code(piece: str) -> str:
    """Code as it is; with a pipe in it, as HTML, because builders do not agree on how to write one in a cell."""
    return f"<code>{escape(piece[1:-1]).replace('|', '&#124;')}</code>" if "|" in piece else piece
