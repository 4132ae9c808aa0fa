"""What the property tests draw: YAML texts in every style, records made from the model, and damaged files."""

from __future__ import annotations

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from hypothesis import strategies as st

from generator.records import Part
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
from generator.records.walk import field_names

Strategy = st.SearchStrategy[Any]

CHARACTERS = st.characters(
    codec="utf-8",
    exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"],
    exclude_characters="\u2028\u2029\ufeff",
)
TEXTS = st.text(st.one_of(st.sampled_from("aé \n:#-'\"[]{}|>%@`\\,?!&*"), CHARACTERS), max_size=40)
YAML_PIECES = st.lists(
    st.sampled_from(
        [
            "a",
            "key",
            ": ",
            ":",
            "- ",
            "-",
            "\n",
            "\n  ",
            "\n    ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "'",
            '"',
            "|\n",
            ">-\n",
            "#",
            " # no",
            "&a ",
            "*a",
            "!x ",
            "? ",
            "é",
            "\\",
            "%",
            "@",
            "`",
            "  ",
            "\t",
            "~",
            "---\n",
            "...",
            "0",
        ]
    ),
    max_size=25,
).map("".join)
STYLES = st.fixed_dictionaries(
    {
        "style": st.sampled_from([None, "'", '"', "|", ">"]),
        "default_flow_style": st.booleans(),
        "allow_unicode": st.booleans(),
        "width": st.sampled_from([40, 120]),
        "indent": st.sampled_from([2, 4]),
        "sort_keys": st.just(value=False),
    }
)
DATA = st.dictionaries(
    TEXTS,
    st.recursive(
        TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=6
    ),
    min_size=1,
    max_size=4,
)


def as_yaml(data: object, style: str | None, **options: Any) -> str:
    """Write data as YAML in one of many ways; numbers and truth stay plain."""

    class Dumper(yaml.SafeDumper):
        pass

    Dumper.add_representer(
        str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
    )
    return str(yaml.dump(data, Dumper=Dumper, **options))


YAML_TEXTS = st.builds(lambda data, styles: as_yaml(data, **styles), DATA, STYLES)

SLUGS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
WORDS = st.lists(
    st.sampled_from('cluster region firms Ñandú œuvre 2016 plan, of the "old" it\'s A–B 20% (new) C++ a:b'.split()),
    min_size=1,
    max_size=8,
).map(" ".join)
LOCATORS = st.sampled_from(
    ["", ", p. 9", ", sec. 2", ", note iv", ", table B1", ", fig. 5", ", box p. 6", ", fn. 3", ", p. 4-7"]
)
CITATIONS = st.builds(
    "@{}-2016{}{}".format, SLUGS, LOCATORS, st.just("") | st.builds(", in @{}-2018{}".format, SLUGS, LOCATORS)
)
CITES = st.lists(CITATIONS, min_size=1, max_size=3).map("; ".join)
NOTATIONS = st.one_of(
    SLUGS.map("[[{}]]".format), st.builds("[[{}|some words]]".format, SLUGS), CITES.map("[{}]".format), st.just("*so*")
)
SENTENCES = st.lists(WORDS | NOTATIONS, min_size=1, max_size=5).map(lambda parts: f"So {' '.join(parts)}.")
PROSE = st.lists(SENTENCES, min_size=1, max_size=2).map("\n\n".join)
DAYS = st.builds("{:04}-{:02}-{:02}".format, st.integers(1000, 2999), st.integers(1, 12), st.integers(1, 28)).flatmap(
    lambda day: st.sampled_from([day, day[:7], day[:4]])
)
INTERVALS = st.tuples(DAYS, DAYS).map(sorted).map("/".join)
NUMBERS = st.decimals(0, 10**6, places=2).map(lambda number: f"{number.normalize():f}")
RANGES = st.tuples(st.integers(0, 50), st.integers(51, 99)).map(lambda ends: f"{ends[0]} to {ends[1]}")
QUANTITIES = st.one_of(NUMBERS, RANGES, NUMBERS.map("around {}".format), NUMBERS.map("more than {}".format))


def of_mark(mark: Mark) -> Strategy:
    """Texts that a mark accepts."""
    simple: dict[type, Strategy] = {
        Reference: SLUGS, Term: SLUGS, Cite: CITES, Line: WORDS, PlaceCode: st.sampled_from(["ES21", "CH022", "fr-toulouse"]),
        Address: st.builds("https://{}.org/{}".format, SLUGS, SLUGS), SiteAddress: SLUGS.map("/cases/{}/".format),
        Language: st.sampled_from(["fr", "eu", "de-AT"]), File: SLUGS.map("{}.jpg".format),
    }  # fmt: skip
    match mark:
        case Prose(most):
            return PROSE.filter(lambda text: len(text) <= most)
        case Date(interval):
            return DAYS | INTERVALS if interval else DAYS
        case Quantity(blank):
            return QUANTITIES | st.just("not reported") if blank else QUANTITIES
        case _:
            return simple[type(mark)]


def of_type(annotation: Any, metadata: tuple[Any, ...] = ()) -> Strategy:  # noqa: PLR0911 - one line a form
    """Values that a field of the model accepts."""
    if get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        return of_type(annotation, (*metadata, *more))
    mark = next((found for found in reversed(metadata) if isinstance(found, Mark)), None)
    origin = get_origin(annotation)
    if origin in {Union, types.UnionType}:
        return of_type(next(part for part in get_args(annotation) if part is not type(None)), metadata)
    if origin is tuple:
        return st.lists(of_type(get_args(annotation)[0]), min_size=1, max_size=2)
    if origin is dict:
        return st.dictionaries(*map(of_type, get_args(annotation)), min_size=1, max_size=2)
    if origin is Literal:
        return st.sampled_from(get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return of_part(annotation)
    if annotation is str:
        return of_mark(mark) if mark else SLUGS
    return {bool: st.booleans(), int: st.integers(1, 90)}[annotation]


def of_part(part: type[Part]) -> Strategy:
    """Groups of fields, with every field that is needed and some of the others, in any order."""
    fields = {name: part.model_fields[python] for name, python in field_names(part).items()}
    values = {
        name: st.deferred(lambda field=field: of_type(field.annotation, tuple(field.metadata)))  # type: ignore[misc]
        for name, field in fields.items()
    }
    needed = {name: values[name] for name, field in fields.items() if field.is_required()}
    spare = {name: value for name, value in values.items() if name not in needed}
    chosen = (
        st.lists(st.sampled_from(sorted(spare)), min_size=not needed, max_size=3, unique=True) if spare else st.just([])
    )
    drawn = chosen.flatmap(lambda names: st.fixed_dictionaries(needed | {name: spare[name] for name in names}))
    return drawn.flatmap(lambda data: st.permutations(list(data.items())).map(dict))


SLIPS = (
    "",
    " ",
    "  ",
    "\n",
    "\t",
    ":",
    "- ",
    "#",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "|",
    ">",
    "&",
    "*",
    "!",
    "@",
    "[[",
    "]]",
    "[@",
    "’",
    "é",
    "\u00a0",
    "\u200b",
    "\x07",
    "\r",
    "null",
    "70,000",
    "<b>",
    "```",
    "..",
    "TODO",
    "=",
    "%",
)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """Damage a file as people and programs do: cut, paste, double, swap, shift."""
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.sampled_from([0, 0, 1, 2, 7, 60]))
        text = text[:at] + draw(st.sampled_from(SLIPS)) + text[at + cut :]
        if draw(st.integers(0, 3)) == 0:
            lines = text.split("\n")
            one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
            lines[one] = draw(
                st.sampled_from([lines[other], f" {lines[one]}", lines[one].lstrip(), f"{lines[one]}\n{lines[one]}"])
            )
            text = "\n".join(lines)
    return text
