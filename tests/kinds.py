"""The kinds of pages that a built site has: found in the site itself, so that a kind added later is looked at as well."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from building import ROOT


def addresses(site: Path) -> list[str]:
    """The address of every page of a built site, from its root on, as a browser asks for it."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted("/" + name.removesuffix("index.html") for name in found)


def file_of(site: Path, address: str) -> Path:
    """The file behind an address of a built site."""
    path = site / address.lstrip("/")
    return path / "index.html" if address.endswith("/") else path


def one_of_each(site: Path) -> dict[str, str]:
    """The largest page of each kind, because most can go wrong there; kinds read like `/cases/*/`."""
    listed = in_navigation((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    by_size = sorted(addresses(site), key=lambda address: (file_of(site, address).stat().st_size, address))
    largest = {kind_of(address, listed): address for address in by_size}
    return dict(sorted(largest.items()))


def chosen(site: Path, only: str | None) -> list[str]:
    """For the scripts: one page of each kind, or all whose address begins with these words."""
    if not file_of(site, "/").is_file():
        sys.exit(f"there is no site in {site}: build it first, with `python -m generator build`")
    if only is None:
        return list(one_of_each(site).values())
    found = [address for address in addresses(site) if address.startswith(f"/{only.strip('/')}")]
    return found or sys.exit(f"no address of the site begins with /{only.strip('/')}")


def kind_of(address: str, listed: frozenset[str]) -> str:
    """The kind of a page: its own where the navigation lists it, else that of everything as deep in the same folder."""
    parts = address.strip("/").split("/")
    if address in listed or len(parts) == 1:
        return address
    folder = next(n for n in range(len(parts) - 1, 0, -1) if n == 1 or f"/{'/'.join(parts[:n])}/" in listed)
    return f"/{'/'.join([*parts[:folder], *('*' for _ in parts[folder:])])}/"


def in_navigation(settings: str) -> frozenset[str]:
    """The addresses of the pages that MkDocs' settings list in the navigation, where records never stand."""
    block = re.search(r"^nav:\n((?:[ #].*\n|\n)+)", settings, re.MULTILINE)
    assert block, "mkdocs.yml has no navigation"
    return frozenset(
        f"/{name}/".replace("/index/", "/") for name in re.findall(r"([\w/-]+)\.md$", block[1], re.MULTILINE)
    )
