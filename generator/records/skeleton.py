"""Skeleton: a new record as text, with what each field means beside it; made for people who have never seen YAML."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Literal

from generator.records.base import REASONS, Blanks, Part, Record
from generator.records.examples import example_of
from generator.records.forms import (
    Field,
    Form,
    Group,
    Keyed,
    ListOf,
    ShortName,
    Text,
    blankable,
    fields,
    inner_part,
    table_of,
)
from generator.records.marks import Line, Prose, Term

STAND_IN = "TODO"
_WIDTH = 110
_WAITS = "\0"  # stands where a line inside a group in use is one that waits, until its `#` can go to its start
_HOW = (
    "Lines that begin with `#` and a space explain. The site never shows them, and you may delete them.",
    "Write your words behind the colon. A text begins on the line below its `|`, every line of it after two spaces; an empty line parts two paragraphs.",
    "A list has one `- ` line for each entry.",
    f"Further down, fields wait behind a `#`. To use one, delete the `#` at the start of each of its lines, and put your own words in place of the example and of `{STAND_IN}`. An entry with several fields may be copied for the next one, and its optional lines may be deleted.",
    'Put a value in quotes, "like this", where it holds a colon and a space, or begins with a sign such as `[`, `@`, `#` or `*`.',
    "In texts, `[@rivas-2016, p. 9]` says where a statement stands, and `[[gaia]]` links to the record with the id `gaia`.",
)
_PARTS = (
    ("required", "Needed"),
    ("fill-or-blank", "Fill these, or name them under `blanks` further down, with the reason why not"),
    ("optional", "Only where it fits; otherwise leave it as it is"),
)


def skeleton(record_type: type[Record], words: Mapping[str, Sequence[str]]) -> str:
    """Write the skeleton of a record; `words` are the words of each vocabulary, and the codes of `places`."""
    about = (record_type.__doc__ or "").split("\n")[0]
    lines = [
        f"# yaml-language-server: $schema=../../schema/{record_type.kind}.json",
        *_comment(f"{record_type.kind.capitalize()}: {about[0].lower()}{about[1:]}"),
        "#",
    ]
    for advice in _HOW:
        lines += _comment(advice)
    writer = _Writer(record_type, words)
    for need, heading in _PARTS:
        found = list(writer.part(need))
        if found:
            lines += ["", "#", *_comment(f"{heading}:"), "#", *found]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)]


Mode = Literal["live", "waiting", "bare"]


class _Writer:
    """Writes the fields of one record: `live` ones are to be filled, others wait; `bare` ones are told elsewhere."""

    def __init__(self, record_type: type[Record], words: Mapping[str, Sequence[str]]) -> None:
        self.record_type = record_type
        self.words = dict(words)
        self.homes = {part: field.name for field in reversed(fields(record_type)) if (part := inner_part(field.form))}

    def part(self, need: str) -> Iterator[str]:
        """The lines of all fields with this need, with a `#` before each line that waits."""
        for field in fields(self.record_type):
            if field.need == need:
                mode: Mode = "live" if need == "required" else "waiting"
                yield from ("", *self.meaning(field, mode))
                for line in self.lines(field, mode):
                    waits = mode == "waiting" or _WAITS in line
                    yield f"#{line.replace(_WAITS, '')}" if waits else line

    def meaning(self, field: Field, mode: Mode, lead: str = "") -> Iterator[str]:
        """What a field means, an example where its value does not show one, and the words to choose from."""
        yield from _comment(f"{lead}{field.description}")
        leaf = field.form.each if isinstance(field.form, ListOf) else field.form
        example = example_of(leaf, field.name).strip("{}")
        if mode == "live" and _wants_example(leaf) and example.strip('"') not in field.description:
            yield f"# For example: {example}"
        if isinstance(leaf, Group) and leaf.or_text:
            for inner in fields(leaf.part):
                yield from _comment(f"`{inner.name}`: {inner.description}")
        table = table_of(leaf)
        words = self.words.pop(table, ())
        if words:
            yield from _comment(f"{'The codes so far' if table == 'places' else 'The words'}: {', '.join(words)}")

    def lines(self, field: Field, mode: Mode) -> Iterator[str]:
        """The field itself, with an example or the place for its value."""
        form, name = field.form, field.name
        if isinstance(form, ListOf):
            yield f"{name}:"
            yield from self.entry(form.each, name, mode)
        elif isinstance(form, Group):
            yield f"{name}:"
            yield from (f"  {line}" for line in self.group(form.part, name, mode))
        elif isinstance(form, Keyed):
            yield from (f"{name}:", f"  {_value(form, name, mode).strip('{}')}")
        elif _is_prose(form):
            yield from (f"{name}: |", f"  {_value(form, name, mode)}")
        else:
            yield f"{name}: {_value(form, name, mode)}"

    def entry(self, form: Form, name: str, mode: Mode) -> Iterator[str]:
        """One entry of a list; where a text may stand for a group, the text."""
        if isinstance(form, Group) and form.or_text:
            form = fields(form.part)[0].form
        if isinstance(form, Group):
            is_begun = False
            for line in self.group(form.part, name, mode):
                begins = not is_begun and line[0] not in {"#", " "}
                yield f"  - {line}" if begins else f"    {line}" if is_begun else f"  {line}"
                is_begun = is_begun or begins
        elif _is_prose(form):
            yield from ("  - |", f"    {_value(form, name, mode)}")
        else:
            yield f"  - {_value(form, name, mode)}"

    def group(self, part: type[Part], name: str, mode: Mode) -> Iterator[str]:
        """The fields of a group; without their meaning where the record tells it elsewhere."""
        if part is Blanks:
            yield from self.blanks()
            return
        home = self.homes.get(part, name)
        if home != name and mode != "bare":
            yield f"# `{home}` in this file tells what these fields mean."
        mode = mode if home == name else "bare"
        for field in fields(part):
            is_needed = field.need == "required"
            if mode != "bare":
                yield from self.meaning(field, mode if is_needed else "waiting", "" if is_needed else "Optional. ")
            waits = mode == "live" and not is_needed
            yield from (
                (f"{_WAITS}{line}" for line in self.lines(field, "waiting")) if waits else self.lines(field, mode)
            )

    def blanks(self) -> Iterator[str]:
        """The three reasons, each with one field as an example."""
        choices = blankable(self.record_type)
        plain, inner = ([name for name in choices if ("." in name) is dotted] for dotted in (False, True))
        yield from _comment(
            f"What these lists may name: {', '.join(plain)}"
            + (f"; also fields of entries, such as {inner[-1]}" if inner else "")
        )
        names = [field.name for field in fields(self.record_type) if field.need == "fill-or-blank"]
        names = names if len(names) >= len(REASONS) else plain
        examples = dict.fromkeys(
            names[position * (len(names) - 1) // (len(REASONS) - 1)] for position in range(len(REASONS))
        )
        for reason, name in zip_longest(fields(Blanks), examples):
            yield from (
                (*_comment(reason.description), f"{reason.name}:", f"  - {name}")
                if name
                else _comment(f"`{reason.name}`: {reason.description}")
            )


def _is_prose(form: Form) -> bool:
    return isinstance(form, Text) and isinstance(form.mark, Prose)


def _wants_example(form: Form) -> bool:
    """Tell whether a value has a form that words alone do not show."""
    return isinstance(form, ShortName | Keyed) or (
        isinstance(form, Text) and not isinstance(form.mark, Prose | Line | Term)
    )


def _value(form: Form, name: str, mode: Mode) -> str:
    if mode == "live":
        return ""
    is_words = isinstance(form, Group) or (isinstance(form, Text) and isinstance(form.mark, Prose | Line))
    return STAND_IN if is_words else example_of(form, name)
