"""Fields that are unknown or missing: what was meant, and what to add."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.problems import Mend, Problem
from generator.records import Part, Record
from generator.records.base import article
from generator.records.synonyms import SYNONYMS
from generator.records.walk import field_names, part_types
from generator.source import Document, without
from generator.text.near import nearest
from generator.validate.lookup import Path, example_of, field_at, field_name, part_at


def given_id(document: Document, record_type: type[Record]) -> Iterator[Problem]:
    """Find an `id` in the file: the name of the file is the id, so that the two can never differ."""
    if "id" in document.data:
        message = f"{article(record_type.kind)} has no field `id`"
        yield Problem(
            document.place_of_key(("id",)),
            "unknown-field",
            message,
            help="delete the line: the name of the file is the id",
            mends=(without(document, ("id",)),),
        )


def meant_field(part: type[Part], name: str, present: tuple[str, ...]) -> str | None:
    """The field that an unknown name most likely means, among those that are not given yet."""
    fields = field_names(part)
    free = [field for field in fields if field not in present]
    plain = re.sub(r"[\s-]+", "_", name.casefold())
    for candidate in (name, plain):
        if candidate in free:
            return candidate
    for meant in SYNONYMS.get(plain, ()):
        if meant in free:
            return meant
    return nearest(plain, free)


def unknown_field(document: Document, record_type: type[Record], loc: Path, renamed: Mapping[Path, str]) -> Problem:
    """Explain a field that its group does not have."""
    parent, name = loc[:-1], str(loc[-1])
    part = part_at(record_type, parent)
    place = document.place_of_key(loc)
    what = (
        article(record_type.kind)
        if not parent
        else f"an entry of `{field_name(parent)}`"
        if isinstance(parent[-1], int)
        else f"`{field_name(parent)}`"
    )
    message = f"{what} has no field `{name}`"
    if re.fullmatch(r"\d{3}", name) and document.nodes[loc].style == "plain" and not document.nodes[loc].value:
        return _split_thousands(document, loc)
    meant = next((target[-1] for target, given in renamed.items() if target[:-1] == parent and given == name), None)
    if meant:
        return Problem(
            place, "unknown-field", message, help=f"did you mean `{meant}`?", mends=(Mend(place, str(meant)),)
        )
    above = _home_of(record_type, part, name)
    if above:
        return Problem(
            place, "unknown-field", message, help=f"delete it here; {above}", mends=(without(document, loc),)
        )
    fields = ", ".join(f"`{field}`" for field in sorted(field_names(part))) if part else ""
    return Problem(
        place,
        "unknown-field",
        message,
        help=f"delete the entry, or use one of its fields: {fields}",
        mends=(without(document, loc),),
    )


def _home_of(record_type: type[Record], part: type[Part] | None, name: str) -> str:
    """Where a field that stands in the wrong group belongs."""
    if part is not record_type and name in field_names(record_type):
        return f"`{name}` is a field of the record itself and begins at the start of a line"
    owners = [field for field, inner in part_types(record_type).items() if name in field_names(inner)]
    return f"`{name}` belongs to an entry of `{owners[0]}`" if len(owners) == 1 else ""


def _split_thousands(document: Document, loc: Path) -> Problem:
    """Explain `{value: 70,000}`, which YAML reads as 70 and a field `000`."""
    node = document.nodes[loc]
    lines = document.lines
    before = re.search(r"\d+\s*,\s*$", lines.text[: node.key_start])
    start = before.start() if before else node.key_start or node.start
    digits = re.sub(r"\D", "", lines.text[start : node.key_end])
    return Problem(
        lines.place(start, node.key_end),
        "thousands-mark",
        f"`{lines.text[start : node.key_end]}` has a mark between thousands",
        help=f"write digits only: `{digits}`",
        mends=(lines.mend(start, node.key_end or start, digits),),
    )


def missing_field(document: Document, record_type: type[Record], loc: Path) -> Problem:
    """Explain a field that is needed and not there, with a line to add."""
    parent, name = loc[:-1], str(loc[-1])
    field = field_at(record_type, loc)
    description = field.description if field else ""
    example = (_cited(document) if name == "cite" else None) or (example_of(field, name) if field else "...")
    what = (
        article(record_type.kind)
        if not parent
        else f"this entry of `{field_name(parent)}`"
        if isinstance(parent[-1], int)
        else f"`{field_name(parent)}`"
    )
    lines = document.lines
    if not parent:
        first = (
            min(
                node.key_start for path, node in document.nodes.items() if len(path) == 1 and node.key_start is not None
            )
            if document.nodes.keys() - {()}
            else 0
        )
        place = lines.place(first, first + len(lines.line(lines.number(first))))
        mends: tuple[Mend, ...] = (lines.mend(first, first, f"{name}: {example}\n"),)
    else:
        place = document.place(parent)
        mends = _inserted(document, parent, name, example)
    return Problem(
        place,
        "missing-field",
        f"{what} lacks `{name}`",
        help=f"add `{name}: {example}`, with your own value: {description}",
        mends=mends,
    )


def _cited(document: Document) -> str | None:
    """A citation that the record itself has, which is likelier than any example."""
    match = re.search(r'"(@[a-z0-9-]+, (?:p\.|note|sec\.) \w+)"', document.lines.text)
    return match[0] if match else None


def _inserted(document: Document, parent: Path, name: str, example: str) -> tuple[Mend, ...]:
    node = document.nodes.get(parent)
    if node is None or node.style != "collection":
        return ()
    lines = document.lines
    written = lines.text[node.start : node.start + 1]
    if written == "{":
        return (lines.mend(node.start + 1, node.start + 1, f"{name}: {example}, "),)
    column = lines.place(node.start).span.column - 1
    return (lines.mend(node.start, node.start, f"{name}: {example}\n{' ' * column}"),)
