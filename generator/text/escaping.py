"""Text from strangers, of which no character means anything in Markdown, HTML or SVG."""

from __future__ import annotations

import re

from markupsafe import Markup

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&#|~^\"]|!$")  # a `!` at the end would make a picture of a link that follows


def escape(text: object) -> Markup:
    """Show `text` as it is, on one line: no character of it means anything in Markdown or HTML."""
    if isinstance(text, Markup):
        return text
    plain = " ".join(str(text).split())
    if not plain.isprintable():
        plain = "".join(character for character in plain if character.isprintable())
    return Markup(_SPECIAL.sub(lambda match: f"&#{ord(match[0])};", plain))  # noqa: S704 - this is the escaping
