"""Page (uri, Markdown), the settings that pages need, and the Jinja environment, which escapes all that is not ours."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.text.escaping import escape as escape  # noqa: PLC0414 - pages take it from here

_EXTRA = ("form_url", "operator", "contact", "enforcement", "enforcement_url")
WEB = re.compile(r"https?://[^/?#@]+(?:[/?#]|$)|mailto:", re.IGNORECASE)
_AT_START = re.compile(r"(?P<sign>[-+:!=?/%@.])|(?P<digits>\d+)(?P<dot>[.)])")
_ANCHOR = re.compile(r"\{(?::[ ])?#([a-z0-9][a-z0-9-]*)")
_PROMISED = re.compile(r"\{#([a-z0-9][a-z0-9-]*)")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the pages must know of the site.

    Its name; its public address with a slash at the end, or none; and the address of the repository's forms, in which
    `{form}` stands for `mistake` or `case` and `{page}` for a page of the site, or none. The accessibility statement names
    who runs the site, an address to write to, and the body that takes complaints with its web address; each may be empty.
    """

    site_name: str = "Casebook"
    site_url: str = ""
    form_url: str = ""
    operator: str = ""
    contact: str = ""
    enforcement: str = ""
    enforcement_url: str = ""

    @staticmethod
    def of(config: Any) -> Settings:
        """Take them from MkDocs' settings."""
        more = {name: str(config.extra.get(name) or "") for name in _EXTRA}
        return Settings(config.site_name, config.site_url or "", **more)

    def absolute(self, address: str) -> str:
        """The public address of a page; its address on the site where no public one is configured."""
        return f"{self.site_url.rstrip('/')}{address}" if self.site_url else address

    def form(self, name: str, address: str = "") -> str:
        """The address of a form, with the page filled in; empty where no forms are configured."""
        page = quote(self.absolute(address), safe="") if address else ""
        return self.form_url.replace("{form}", name).replace("{page}", page)


@dataclass(frozen=True)
class Page:
    """A page as Markdown: where it goes below the pages' folder, its title, the record that it shows, and whether its address stays.

    `beside` are files at its address, each with its name and its text, or its bytes where it is no text; `assets` are
    files that its scripts ask for, each with its path on the site, which nobody links.
    """

    uri: str
    title: str
    markdown: str
    record_path: str = ""
    is_promised: bool = True
    beside: tuple[tuple[str, str | bytes], ...] = ()
    assets: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """The address of the page on the site."""
        return address_of(self.uri)

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """Every anchor on the page, in order."""
        return tuple(dict.fromkeys(_ANCHOR.findall(self.markdown)))

    @cached_property
    def promised(self) -> tuple[str, ...]:
        """The anchors that stay: those of sections and figures; an entry of the list of sources may go."""
        return tuple(dict.fromkeys(_PROMISED.findall(self.markdown))) if self.is_promised else ()


def address_of(uri: str) -> str:
    """`cases/fribourg.md` → `/cases/fribourg/`."""
    stem = uri.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"/{stem}/" if stem else "/"


def uri_of(address: str) -> str:
    """`/cases/fribourg/` → `cases/fribourg.md`; the index of a section stands in its folder."""
    inner = address.strip("/")
    if not inner:
        return "index.md"
    return f"{inner}.md" if "/" in inner or inner == "contribute" else f"{inner}/index.md"


@lru_cache(maxsize=1 << 14)
def relative(start: str, target: str) -> str:
    """The way from one page's file to another's, as MkDocs wants it."""
    return posixpath.relpath(target, posixpath.dirname(start) or ".")


def at_start(text: str) -> Markup:
    """Keep the first characters of a paragraph from beginning a list, a heading or a block."""
    match = _AT_START.match(text)
    if not match:
        return Markup(text)  # noqa: S704 - escaped before
    if match["sign"]:
        return Markup(f"&#{ord(text[0])};{text[1:]}")  # noqa: S704
    return Markup(f"{match['digits']}&#{ord(match['dot'])};{text[match.end() :]}")  # noqa: S704


def web_address(url: str) -> Markup:
    """A web address with every character encoded that could end it in Markdown; what is not ASCII is left out.

    What is none leads to the top of the page: only pages of the web and mail are opened, and no address hides its host.
    """
    kept = "".join(character for character in url if character.isascii() and not character.isspace())
    if not WEB.match(kept):
        return Markup("#top")
    return Markup("".join(c if c.isalnum() or c in "-._~:/?#@!$&'(),;=%+" else f"%{ord(c):02X}" for c in kept))  # noqa: S704


def front_matter(
    title: str,
    *,
    is_searched: bool = True,
    styles: tuple[str, ...] = (),
    scripts: tuple[str, ...] = (),
    told: Mapping[str, object] | None = None,
    **more: str,
) -> Markup:
    """The page's title and settings for the theme, quoted, and escaped for themes that print them as they are.

    `styles` and `scripts` are those that this page alone needs, by their names in `PAGE_STYLES` and `PAGE_SCRIPTS` of
    `generator.front`; `told` is what the page tells to programs, in the terms of schema.org.
    """
    values = {"title": title, **more}
    lines = [f"{key}: {json.dumps(_for_html(value), ensure_ascii=False)}" for key, value in values.items() if value]
    lines += [f"{name}: {json.dumps(files)}" for name, files in (("styles", styles), ("scripts", scripts)) if files]
    lines += [_told(told)] if told else []
    hidden = [] if is_searched else ["search:", "  exclude: true"]
    return Markup("\n".join(["---", *lines, *hidden, "---"]))  # noqa: S704


def with_told(markdown: str, told: Mapping[str, object]) -> str:
    """A page that tells this to programs; its front matter, where it has one, has no `told` yet."""
    head = f"---\n{_told(told)}\n"
    return head + (markdown.removeprefix("---\n") if markdown.startswith("---\n") else f"---\n\n{markdown}")


def _told(told: Mapping[str, object]) -> str:
    return f"told: {json.dumps(_in_a_script(told), ensure_ascii=False)}"


def _in_a_script(value: object) -> str:
    """JSON of which no sign can end the script in which it stands."""
    text = json.dumps(value, separators=(",", ":"))
    return re.sub(r"[<>&]", lambda match: f"\\u{ord(match[0]):04x}", text)


def _for_html(text: str) -> str:
    plain = "".join(character for character in " ".join(text.split()) if character.isprintable())
    return re.sub(r"[<>&\"'{}`]", lambda match: f"&#{ord(match[0])};", plain)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates; every value is escaped unless it is Markup already."""
    made = Environment(
        loader=PackageLoader("generator", "templates"),
        autoescape=True,  # keeps what macros return as Markup; `finalize` has escaped every value for Markdown before
        finalize=escape,
        comment_start_string="<#",  # `{#` begins an anchor in Markdown
        comment_end_string="#>",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["at_start"] = lambda text: at_start(str(escape(text)))
    return made


def render(template: str, **values: object) -> str:
    """Fill a template; more than one empty line in a row becomes one."""
    text = environment().get_template(template).render(**values)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
