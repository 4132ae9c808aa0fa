"""Statements as Turtle, sorted and escaped, so that the same statements give the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

_NOT_IN_AN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
Statements = Mapping[str, Iterable[tuple[str, str]]]


def turtle(prefixes: Mapping[str, str], statements: Statements) -> str:
    """Write what is said of each subject: pairs of a predicate and an object, both as Turtle already."""
    head = [f"@prefix {name}: {iri(address)} ." for name, address in sorted(prefixes.items())]
    blocks = [_block(subject, sorted(set(said))) for subject, said in sorted(statements.items())]
    return "\n".join(head) + "\n\n" + "\n\n".join(blocks) + "\n"


def iri(address: str) -> str:
    """An address; what may not stand in one is encoded."""
    return "<" + _NOT_IN_AN_IRI.sub(lambda match: f"%{ord(match[0]):02X}", address) + ">"


def literal(text: str, mark: str = "") -> str:
    """A text, with its language as `@en` or its type as `^^xsd:date`; JSON's escapes are Turtle's as well."""
    plain = text.encode("utf-8", "replace").decode()
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007F") + mark


def _block(subject: str, said: list[tuple[str, str]]) -> str:
    lines = " ;\n    ".join(f"{predicate} {value}" for predicate, value in said)
    return f"{subject}\n    {lines} ."
