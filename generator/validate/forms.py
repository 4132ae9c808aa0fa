"""Values of another form than their field takes: one explanation for each kind of pydantic's complaints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.problems import Mend, Note, Problem
from generator.records import Record
from generator.records.synonyms import SYNONYMS
from generator.records.walk import field_names
from generator.source import Document
from generator.source.events import is_plain, quoted
from generator.text.near import nearest
from generator.validate.lookup import Path, example_of, field_at, field_name, info_of, listed, part_at
from generator.validate.texts import told

_YES = frozenset("yes y ja oui si sí sim true 1 on x".split())


_NO = frozenset("no n nein non não false 0 off".split())


def fault_in_form(document: Document, record_type: type[Record], path: Path, complaint: Mapping[str, Any]) -> Problem:
    """Explain a value of another form than its field takes."""
    kind = complaint["type"]
    context = complaint.get("ctx") or {}
    if kind == "fault":
        return told(document, path, context["fault"])
    explain = _EXPLAIN.get(kind, _any_other)
    return explain(document, record_type, path, complaint)


def _unknown_choice(document: Document, _: type[Record], path: Path, complaint: Mapping[str, Any]) -> Problem:
    choices = re.findall(r"'([^']+)'", str((complaint.get("ctx") or {}).get("expected", "")))
    given = complaint["input"]
    place = document.place(path)
    if not isinstance(given, str):
        return _wrong_form(document, path, "one word", f"write one of {listed(choices)}", choices[0])
    meant = nearest(given, choices)
    meant = meant or next((choice for choice in SYNONYMS.get(given.casefold(), ()) if choice in choices), None)
    if meant:
        return Problem(
            place,
            "unknown-choice",
            f"`{given}` is not one of the choices for `{field_name(path)}`",
            help=f"did you mean `{meant}`? The choices are {listed(choices)}",
            mends=(Mend(place, meant),),
        )
    return Problem(
        place,
        "unknown-choice",
        f"`{given}` is not one of the choices for `{field_name(path)}`",
        help=f"write {listed(choices)}",
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
            f"write `{field_name(path)}: {good}`" if len(good) < 100 else "write it as one text, without the dashes",
            good,
        )
    field = field_at(record_type, path)
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
    field = field_at(record_type, path)
    inner = part_at(record_type, path)
    name = field_name(path)
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
    inner = part_at(record_type, path)
    name = field_name(path)
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
    values = {field: example_of(info_of(inner, field), field) for field in needed}
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
    field = field_at(record_type, path)
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
    field = field_at(record_type, path)
    return Problem(
        document.place(path),
        "bad-value",
        f"this value does not fit `{field_name(path)}`",
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
    return Problem(place, "wrong-form", f"`{field_name(path)}` takes {expected}", help=advice, mends=mends)


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
