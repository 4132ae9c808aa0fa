"""Document → Record, or pydantic's complaints → Problems in our own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from generator.problems import Mend, Note, Place, Problem, Span
from generator.records import RECORD_TYPES, Part, Record
from generator.records.marks import Prose
from generator.records.synonyms import SYNONYMS
from generator.records.walk import field_names, marked, part_types
from generator.source import Document, without
from generator.source.events import Node, is_plain, quoted
from generator.text.fault import Fault
from generator.text.near import nearest
from generator.text.prose import faults_in_prose

Path = tuple[str | int, ...]
_YES = frozenset("yes y ja oui si sí sim true 1 on x".split())
_TOLD_AS_EMPTY = frozenset(
    {"string_too_short", "too_short"}
)  # also said of a list whose entries all have faults of their own
_NO = frozenset("no n nein non não false 0 off".split())


def validate(document: Document, kind: str, key: str) -> tuple[Record | None, tuple[Problem, ...]]:
    """Read a document as a record of `kind`; every fault is told, also inside texts of a record that has others."""
    record_type = RECORD_TYPES[kind]
    problems = [*_empty_values(document, record_type), *_given_id(document, record_type)]
    data = _without_nulls(document.data, record_type)
    empty = {problem.place for problem in problems}
    record = None
    try:
        record = record_type.model_validate(data | {"id": key})
    except ValidationError as error:
        problems += _faults(document, record_type, error, empty)
    problems += _faults_in_texts(document, record_type)
    return (None if problems else record), tuple(problems)


def _given_id(document: Document, record_type: type[Record]) -> Iterator[Problem]:
    """Find an `id` in the file: the name of the file is the id, so that the two can never differ."""
    if "id" in document.data:
        message = f"{_article(record_type.kind)} has no field `id`"
        yield Problem(
            document.place_of_key(("id",)),
            "unknown-field",
            message,
            help="delete the line: the name of the file is the id",
            mends=(without(document, ("id",)),),
        )


def _faults_in_texts(document: Document, record_type: type[Record]) -> Iterator[Problem]:
    for text in marked(record_type, document.data):
        if isinstance(text.mark, Prose):
            for fault in faults_in_prose(text.text):
                yield _told(document, text.path, fault)


def _told(document: Document, path: Path, fault: Fault) -> Problem:
    place = document.place_inside(path, fault.start, fault.end)
    good, node = fault.replacement, document.nodes.get(path)
    if good is None:
        mends = _moved_left(document, place, fault.further_in) if fault.further_in else ()
        return Problem(place, fault.code, fault.message, help=fault.help, mends=mends)
    if node and _is_whole(document, path, node, place) and "\n" not in good:
        written = good if is_plain(good) and node.style not in {'"', "'"} else quoted(good)
        advice = fault.help.replace(f"`{good}`", f"`{written}`") if node.style == "plain" else fault.help
        return Problem(place, fault.code, fault.message, help=advice, mends=(Mend(document.place(path), written),))
    margin = " " * (document.place_inside(path, 0, 1).span.column - 1) if node and node.style in {"|", ">"} else ""
    return Problem(
        place, fault.code, fault.message, help=fault.help, mends=(Mend(place, good.replace("\n", f"\n{margin}")),)
    )


def _is_whole(document: Document, path: Path, node: Node, place: Place) -> bool:
    """Tell whether a place is all of a value, which is then written anew with the quotes that it needs."""
    if node.style == "collection" or place != document.place_inside(path, 0, len(node.value)):
        return False
    return node.style not in {"|", ">"} or "\n" in node.value.strip()


def _moved_left(document: Document, place: Place, by: int) -> tuple[Mend, ...]:
    numbers = range(place.span.line, place.span.end_line + 1)
    return tuple(
        Mend(Place(place.path, Span(number, 1, number, by + 1)), "")
        for number in numbers
        if document.lines.line(number).startswith(" " * by)
    )


def _without_nulls(data: Any, part: type[Part] | None) -> Any:
    """Leave out what is empty, which is told already, except under a name that is no field."""
    if isinstance(data, Mapping):
        known, inner = (field_names(part), part_types(part)) if part else ({}, {})
        return {
            key: _without_nulls(value, inner.get(key))
            for key, value in data.items()
            if value is not None or (part and key not in known)
        }
    if isinstance(data, list):
        return [_without_nulls(value, part) for value in data if value is not None]
    return data


def _empty_values(document: Document, record_type: type[Part]) -> Iterator[Problem]:
    for path, value in _values(document.data, ()):
        if value is not None and not (isinstance(value, str) and not value.strip()) and value not in ([], {}):
            continue
        name = path[-1] if path else ""
        if isinstance(name, int):
            place = document.place(path)
            yield Problem(
                place,
                "empty-field",
                "this entry of the list is empty",
                help="fill it, or delete the line",
                mends=(without(document, path),),
            )
            continue
        field = _field_at(record_type, path)
        if field is None:
            continue
        if field.is_required():
            example = _example(field, str(name))
            yield Problem(
                document.place_of_key(path),
                "empty-field",
                f"`{name}` is empty",
                help=f"write `{name}: {example}`, with your own words: {field.description}",
                mends=(_filled(document, path, example),),
            )
        else:
            advice = "fill it or delete the line; a field that stays empty on purpose is named under `blanks`"
            yield Problem(
                document.place_of_key(path),
                "empty-field",
                f"`{name}` is empty",
                help=advice,
                mends=(without(document, path),),
            )


def _values(data: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield (*path, key), value
            yield from _values(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield (*path, index), value
            yield from _values(value, (*path, index))


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _filled(document: Document, path: Path, example: str) -> Mend:
    node = document.nodes[path]
    lines = document.lines
    written = lines.text[node.start : node.end].rstrip()
    if written:
        return lines.mend(node.start, node.start + len(written), example)
    at = lines.text.index(":", node.key_end or node.start) + 1
    return lines.mend(at, at, f" {example}")


def _faults(
    document: Document, record_type: type[Record], error: ValidationError, empty: set[Any]
) -> Iterator[Problem]:
    complaints = [complaint for complaint in error.errors(include_url=False) if complaint["loc"] != ("id",)]
    unknown = [complaint for complaint in complaints if complaint["type"] == "extra_forbidden"]
    renamed = {}
    for complaint in unknown:
        parent, name = tuple(complaint["loc"][:-1]), str(complaint["loc"][-1])
        part = _part_at(record_type, parent)
        present = _keys_at(document, parent)
        meant = _meant_field(part, name, present) if part else None
        if meant:
            renamed[*parent, meant] = name
    for complaint in complaints:
        path = _path_in(document, tuple(complaint["loc"]))
        if complaint["type"] == "missing":
            loc = tuple(complaint["loc"])
            if loc in renamed or document.place_of_key(loc) in empty:
                continue
            yield _missing(document, record_type, loc)
        elif complaint["type"] == "extra_forbidden":
            yield _unknown_field(document, record_type, tuple(complaint["loc"]), renamed)
        elif complaint["type"] not in _TOLD_AS_EMPTY and document.place_of_key(path) not in empty:
            yield _fault(document, record_type, path, complaint)


def _path_in(document: Document, loc: Path) -> Path:
    """The path of a complaint in the file: parts that the file does not have (union tags) are skipped."""
    path: Path = ()
    for part in loc:
        if (*path, part) in document.nodes:
            path = (*path, part)
    return path


def _part_at(record_type: type[Part], path: Path) -> type[Part] | None:
    part: type[Part] | None = record_type
    for name in path:
        if isinstance(name, str):
            part = part_types(part).get(name) if part else None
    return part


def _field_at(record_type: type[Part], path: Path) -> FieldInfo | None:
    names = [name for name in path if isinstance(name, str)]
    part = _part_at(record_type, tuple(names[:-1])) if names else None
    if part is None:
        return None
    name = field_names(part).get(names[-1])
    return part.model_fields[name] if name else None


def _keys_at(document: Document, path: Path) -> tuple[str, ...]:
    data = _at(document.data, path)
    return tuple(data) if isinstance(data, Mapping) else ()


def _meant_field(part: type[Part], name: str, present: tuple[str, ...]) -> str | None:
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


def _unknown_field(document: Document, record_type: type[Record], loc: Path, renamed: Mapping[Path, str]) -> Problem:
    parent, name = loc[:-1], str(loc[-1])
    part = _part_at(record_type, parent)
    place = document.place_of_key(loc)
    what = (
        _article(record_type.kind)
        if not parent
        else f"an entry of `{_field_name(parent)}`"
        if isinstance(parent[-1], int)
        else f"`{_field_name(parent)}`"
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


def _missing(document: Document, record_type: type[Record], loc: Path) -> Problem:
    parent, name = loc[:-1], str(loc[-1])
    field = _field_at(record_type, loc)
    description = field.description if field else ""
    example = (_cited(document) if name == "cite" else None) or (_example(field, name) if field else "...")
    what = (
        _article(record_type.kind)
        if not parent
        else f"this entry of `{_field_name(parent)}`"
        if isinstance(parent[-1], int)
        else f"`{_field_name(parent)}`"
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


def _fault(document: Document, record_type: type[Record], path: Path, complaint: Mapping[str, Any]) -> Problem:
    kind = complaint["type"]
    context = complaint.get("ctx") or {}
    if kind == "fault":
        return _told(document, path, context["fault"])
    explain = _EXPLAIN.get(kind, _any_other)
    return explain(document, record_type, path, complaint)


def _unknown_choice(document: Document, _: type[Record], path: Path, complaint: Mapping[str, Any]) -> Problem:
    choices = re.findall(r"'([^']+)'", str((complaint.get("ctx") or {}).get("expected", "")))
    given = complaint["input"]
    place = document.place(path)
    if not isinstance(given, str):
        return _wrong_form(document, path, "one word", f"write one of {_list(choices)}", choices[0])
    meant = nearest(given, choices)
    meant = meant or next((choice for choice in SYNONYMS.get(given.casefold(), ()) if choice in choices), None)
    if meant:
        return Problem(
            place,
            "unknown-choice",
            f"`{given}` is not one of the choices for `{_field_name(path)}`",
            help=f"did you mean `{meant}`? The choices are {_list(choices)}",
            mends=(Mend(place, meant),),
        )
    return Problem(
        place,
        "unknown-choice",
        f"`{given}` is not one of the choices for `{_field_name(path)}`",
        help=f"write {_list(choices)}",
        mends=(Mend(place, choices[0]),),
    )


def _text_expected(document: Document, record_type: type[Record], path: Path, complaint: Mapping[str, Any]) -> Problem:
    given = complaint["input"]
    node = document.nodes.get(path)
    raw = document.lines.text[node.start : node.end].rstrip() if node else ""
    nested = re.fullmatch(r"\[\[([a-z0-9-]+)\]\]", raw) or re.fullmatch(r"\[([a-z0-9-]+)\]", raw)
    if nested:
        whole = _enclosing_brackets(document, path)
        good = f"[{nested[1]}]" if whole else nested[1]
        place = whole or document.place(path)
        return Problem(
            place,
            "brackets-round-id",
            "a field takes the id without brackets; `[[...]]` is for links in texts",
            help=f"write `{good}`",
            mends=(Mend(place, good),),
        )
    if isinstance(given, bool):
        return _wrong_form(document, path, "text", f"put it in quotes: `{quoted(raw)}`", quoted(raw))
    if isinstance(given, Mapping) and len(given) == 1 and isinstance(only := next(iter(given.values())), str):
        return _wrong_form(document, path, "text, and here stands a field", f"write `{only}`", only)
    if isinstance(given, list) and given and all(isinstance(part, str) for part in given):
        joined = ", ".join(given)
        good = joined if is_plain(joined) else quoted(joined)
        return _wrong_form(
            document,
            path,
            "one text, not a list",
            f"write `{_field_name(path)}: {good}`" if len(good) < 100 else "write it as one text, without the dashes",
            good,
        )
    field = _field_at(record_type, path)
    return _wrong_form(document, path, "text", f"write it as text: {field.description if field else ''}", None)


def _enclosing_brackets(document: Document, path: Path) -> Any:
    """The place of `[[id]]` written where a list of ids is expected, if this is its inner bracket."""
    if not path or not isinstance(path[-1], int):
        return None
    node = document.nodes.get(path[:-1])
    raw = document.lines.text[node.start : node.end] if node else ""
    return document.lines.place(node.start, node.end) if node and re.fullmatch(r"\[\[[a-z0-9-]+\]\]", raw) else None


def _list_expected(document: Document, record_type: type[Record], path: Path, complaint: Mapping[str, Any]) -> Problem:
    given = complaint["input"]
    field = _field_at(record_type, path)
    inner = _part_at(record_type, path)
    name = _field_name(path)
    node = document.nodes.get(path)
    if isinstance(given, str) and inner is None and node:
        ids = [part.strip() for part in re.split(r"[,;]", given)]
        if all(re.fullmatch(r"[\w-]+", part) for part in ids):
            good = f"[{', '.join(ids)}]"
        else:
            good = f"[{given if is_plain(given) and ',' not in given and '[' not in given and ']' not in given else quoted(given.strip())}]"
        return _wrong_form(
            document,
            path,
            "a list",
            f"write `{name}: {good}`" if len(good) < 100 else "put a line with `- ` in front of each entry",
            good,
        )
    if isinstance(given, Mapping) and node and inner is not None and document.lines.text[node.start] != "{":
        return Problem(
            document.place(path),
            "wrong-form",
            f"`{name}` is a list, and its entry lacks the `- `",
            help="put `- ` in front of the first field, and two more spaces in front of the others",
            mends=_as_entry(document, path),
        )
    return _wrong_form(
        document, path, "a list", f"put `- ` in front of each entry: {field.description if field else ''}", None
    )


def _as_entry(document: Document, path: Path) -> tuple[Mend, ...]:
    node = document.nodes[path]
    lines = document.lines
    raw = lines.text[node.start : node.end].rstrip()
    column = lines.place(node.start).span.column - 1
    first, *rest = raw.split("\n")
    good = "\n".join([f"- {first}", *(f"  {line}" if line.strip() else line for line in rest)])
    return (lines.mend(node.start, node.start + len(raw), good),) if column >= 0 else ()


def _fields_expected(
    document: Document, record_type: type[Record], path: Path, complaint: Mapping[str, Any]
) -> Problem:
    inner = _part_at(record_type, path)
    name = _field_name(path)
    given = complaint["input"]
    place = document.place(path)
    if inner is not None and inner.short_for and isinstance(given, list):
        return _text_expected(document, record_type, path, complaint)
    if isinstance(given, list) and inner is not None and len(given) == 1:
        return Problem(
            place,
            "wrong-form",
            f"`{name}` is no list",
            help="take away the `- ` and write its fields below each other",
            mends=(),
        )
    if inner is None:
        return _wrong_form(document, path, "fields", "write its fields below each other", None)
    needed = [
        field for field, python in field_names(inner).items() if inner.model_fields[python].is_required()
    ] or list(field_names(inner))[:1]
    if isinstance(given, str) and "who" in field_names(inner):
        needed = ["who", *needed]
    values = {field: _example(_info(inner, field), field) for field in needed}
    if isinstance(given, str):
        values[needed[0]] = given if is_plain(given) else quoted(given)
    good = ", ".join(f"{field}: {value}" for field, value in values.items())
    what = f"an entry of `{name}`" if path and isinstance(path[-1], int) else f"`{name}`"
    return Problem(
        place,
        "wrong-form",
        f"{what} has fields, and here stands only a text",
        help=f"write `{{{good}}}`, with your own values",
        mends=(Mend(place, f"{{{good}}}"),),
    )


def _info(part: type[Part], field: str) -> FieldInfo:
    return part.model_fields[field_names(part)[field]]


def _mapping_expected(
    document: Document, record_type: type[Record], path: Path, complaint: Mapping[str, Any]
) -> Problem:
    given = complaint["input"]
    ids = (
        [given]
        if isinstance(given, str)
        else [part for part in given if isinstance(part, str)]
        if isinstance(given, list)
        else []
    )
    field = _field_at(record_type, path)
    if not ids:
        return _wrong_form(
            document,
            path,
            "a list of ids with a word each",
            f"write `{{keller-2018: independent}}`: {field.description if field else ''}",
            None,
        )
    good = "{" + ", ".join(f"{key.strip('[]@ ')}: independent" for key in ids) + "}"
    return _wrong_form(
        document,
        path,
        "ids, each with a word",
        f"write `{good}`, with `involved`, `independent`, `evaluation` or `replication` for each",
        good,
    )


def _truth_expected(document: Document, _: type[Record], path: Path, complaint: Mapping[str, Any]) -> Problem:
    word = str(complaint["input"]).casefold()
    good = "true" if word in _YES else "false" if word in _NO else None
    return _wrong_form(
        document, path, "`true` or `false`", f"write `{good}`" if good else "write `true` or `false`", good or "true"
    )


def _count_expected(document: Document, _: type[Record], path: Path, complaint: Mapping[str, Any]) -> Problem:
    written = str(complaint["input"]).strip()
    digits = re.findall(r"\d+", written)
    hours = re.fullmatch(r"(\d+)\s*(?:h|hours?)\.?\s*(\d*)\s*(?:m|min|minutes)?\.?", written)
    good = (
        str(int(hours[1]) * 60 + int(hours[2] or 0))
        if hours
        else digits[0].lstrip("0") or "1"
        if len(digits) == 1
        else None
    )
    return _wrong_form(
        document,
        path,
        "a whole number from 1 up",
        f"write `{good}`" if good else "write digits only, such as `15`",
        good,
    )


def _any_other(document: Document, record_type: type[Record], path: Path, complaint: Mapping[str, Any]) -> Problem:
    field = _field_at(record_type, path)
    return Problem(
        document.place(path),
        "bad-value",
        f"this value does not fit `{_field_name(path)}`",
        help=field.description or "" if field else "look the field up in the field reference",
        notes=(Note(f"here stands {type(complaint['input']).__name__}"),),
    )


def _wrong_form(document: Document, path: Path, expected: str, advice: str, good: str | None) -> Problem:
    place = document.place(path)
    mends: tuple[Mend, ...] = ()
    node = document.nodes.get(path)
    if good is not None and node:
        raw = document.lines.text[node.start : node.end].rstrip()
        start = node.start
        lead = document.lines.text.rfind(":", node.key_end or 0, start) if node.key_end else start
        if lead >= 0 and document.lines.text[lead:start].strip(": ") == "" and "\n" in document.lines.text[lead:start]:
            mends = (document.lines.mend(lead, node.start + len(raw), f": {good}"),)
        else:
            mends = (document.lines.mend(start, start + len(raw), good),)
    return Problem(place, "wrong-form", f"`{_field_name(path)}` takes {expected}", help=advice, mends=mends)


_EXPLAIN = {
    "literal_error": _unknown_choice,
    "string_type": _text_expected,
    "tuple_type": _list_expected,
    "model_type": _fields_expected,
    "model_attributes_type": _fields_expected,
    "dict_type": _mapping_expected,
    "bool_type": _truth_expected,
    "bool_parsing": _truth_expected,
    "int_type": _count_expected,
    "int_parsing": _count_expected,
    "int_from_float": _count_expected,
    "greater_than_equal": _count_expected,
    "less_than_equal": _count_expected,
}


def _field_name(path: Path) -> str:
    return next((name for name in reversed(path) if isinstance(name, str)), "the record")


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _list(choices: list[str]) -> str:
    return ", ".join(f"`{choice}`" for choice in choices)


def _example(field: FieldInfo | None, name: str) -> str:
    """A value that the field accepts, so that what `help` says can be pasted."""
    from generator.records.examples import example  # noqa: PLC0415 - only where something is missing

    return example(field, name) if field else "..."


__all__ = ["get_args", "validate"]
