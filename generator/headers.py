"""What hosts that read a file `_headers` (Netlify, Cloudflare Pages) send with each answer: the pages' own policy, and who may frame them.

The policy stands in the theme's `partials/policy.html` alone; here it is read from there. Such hosts join the values of
all rules that fit an address, and a browser then obeys the strictest: so exactly one rule with a policy fits each page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from generator.pages import Page

NAME = "_headers"
MOST_RULES = 100  # Cloudflare reads no more
_EVERYWHERE = (
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: no-referrer",
    "Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy: same-origin",
)
_PICTURES = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
_OWN_FRAMES = "; frame-ancestors 'self'"
_FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)


def headers(pages: Iterable[Page]) -> bytes:
    """Write the file for these pages; those that stand alone in frames elsewhere may be framed by anybody.

    Raises ValueError where pages of one form differ in what they need, so that no rule could be right for all.
    """
    rules = {"/404.html": policy() + _OWN_FRAMES, "/images/*": _PICTURES}
    for page in pages:
        for form in (_form(page.address), f"{_form(page.address)}index.html"):
            if rules.setdefault(form, policy_of(page)) != policy_of(page):
                raise ValueError(f"pages like {form} need more than one policy: {page.address}")
    if len(rules) >= MOST_RULES:
        raise ValueError(f"{len(rules) + 1} rules are more than hosts read")
    lines = ["/*", *(f"  {line}" for line in _EVERYWHERE)]
    for form in sorted(rules):
        lines += [form, f"  Content-Security-Policy: {rules[form]}"]
    return ("\n".join(lines) + "\n").encode()


def policy_of(page: Page) -> str:
    """The policy of a page, with who may frame it."""
    front = _FRONT.match(page.markdown)
    head = front[1] if front else ""
    scripts = re.search(r"^scripts: (\[.*\])$", head, re.MULTILINE)
    is_bare = re.search(r'^template: "embed.html"$', head, re.MULTILINE)
    own = policy(draws="charts" in (json.loads(scripts[1]) if scripts else ()))
    return own if is_bare else own + _OWN_FRAMES


@cache
def policy(*, draws: bool = False) -> str:
    """The policy as the theme writes it into a page, which may draw charts."""
    text = (files("generator") / "theme" / "partials" / "policy.html").read_text(encoding="utf-8")
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    if found is None:
        raise ValueError("the theme has no policy")
    return re.sub(r"\{% if .*? %\}(.*?)\{% endif %\}", r"\1" if draws else "", found[1])


def _form(address: str) -> str:
    """The form of an address: its first folder and its depth; a page for frames keeps its last part, `embed`."""
    first, *more = [part for part in address.split("/") if part] or [""]
    shown = [part if part == "embed" and at else f":part{at}" for at, part in enumerate(more, 1)]
    return "/" if not first else f"/{'/'.join([first, *shown])}/"
