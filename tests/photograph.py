"""Photographs one page of each kind of the built site, so that whoever changes a template sees what became of it.

    python -m generator build
    python tests/photograph.py [--only cases/fribourg] [--out pictures]

Each page is taken at three widths in both palettes, and as it prints; `index.html` in the folder shows them side by side.
`--readme` takes the README's picture instead: the first screen of a case.
"""
# ruff: noqa: T201 - a script

from __future__ import annotations

import argparse
import base64
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from browsing import browser, chromium, served
from building import ROOT
from kinds import chosen, one_of_each

WIDTHS = (380, 768, 1280)
PALETTES = ("light", "dark")
TALLEST = 6000  # pixels: what stands further down looks like what stands above
SHEETS = 4  # of paper
README = ROOT / ".github" / "picture.webp"
README_BYTES = 150_000
Shots = dict[str, list[Path]]


def photograph(site: Path, pages: Sequence[str], out: Path) -> dict[str, Shots]:
    """Take all pictures of these pages; gives the files by page and by what each shows."""
    out.mkdir(parents=True, exist_ok=True)
    with browser() as started, served(site) as server:
        return {page: dict(_shots(started, server + page, out / _name(page))) for page in pages}


def _shots(started: Any, address: str, stem: Path) -> Iterator[tuple[str, list[Path]]]:
    for palette in PALETTES:
        with started.new_context(color_scheme=palette, reduced_motion="reduce") as context:
            page = context.new_page()
            page.goto(address)
            for width in WIDTHS:
                yield f"{width} {palette}", [_screen(page, width, stem.with_name(f"{stem.name}-{width}-{palette}.png"))]
            if palette == "dark":  # paper is white, which the dark palette forgets more easily
                yield "print", list(_print(page, stem.with_name(f"{stem.name}-print")))


def _screen(page: Any, width: int, file: Path) -> Path:
    """The whole page in a window of this width, up to a height."""
    page.set_viewport_size({"width": width, "height": 800})
    height = page.evaluate("document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
    page.screenshot(path=file, full_page=True, clip=clip)
    return file


def _print(page: Any, stem: Path) -> Iterator[Path]:
    """The sheets of paper, where Poppler is there to show a PDF; else the page with its styles for print."""
    pdf = stem.with_suffix(".pdf")
    page.pdf(path=pdf, format="A4", prefer_css_page_size=True)
    if shutil.which("pdftoppm"):
        for old in stem.parent.glob(f"{stem.name}-*.png"):
            old.unlink()
        subprocess.run(["pdftoppm", "-png", "-r", "60", "-l", str(SHEETS), pdf, stem], check=True)
        yield from sorted(stem.parent.glob(f"{stem.name}-*.png"))
        return
    page.emulate_media(media="print")
    yield _screen(page, 794, stem.with_suffix(".png"))


def write_index(out: Path, shots: dict[str, Shots]) -> Path:
    """A page that shows all pictures, one line for each page of the site."""
    rows = "".join(
        f"<h2>{escape(page)}</h2><div>{''.join(_column(title, files) for title, files in by_title.items())}</div>"
        for page, by_title in shots.items()
    )
    style = (
        "body{font:16px sans-serif;background:#999}div{display:flex;gap:12px;align-items:start;overflow-x:auto}"
        "figure{margin:0;flex:none}img{display:block;max-width:480px;margin-bottom:6px}"
    )
    index = out / "index.html"
    page = f'<!doctype html><meta charset="utf-8"><title>Pictures</title><style>{style}</style>{rows}\n'
    index.write_text(page, encoding="utf-8", newline="\n")
    return index


def _column(title: str, files: list[Path]) -> str:
    images = "".join(f'<a href="{file.name}"><img src="{file.name}" alt="" loading="lazy"></a>' for file in files)
    return f"<figure><figcaption>{escape(title)}</figcaption>{images}</figure>"


def photograph_for_readme(site: Path, address: str) -> None:
    """Take the first screen of a page, light, 1280 by 800, without loss where that is not too much."""
    screen = {"width": 1280, "height": 800}
    with browser() as started, served(site) as server:
        page = started.new_page(viewport=screen, color_scheme="light", reduced_motion="reduce")
        page.goto(server + address)
        pictures = (_webp(page, quality) for quality in (100, 90, 80))  # 100 loses nothing
        small = next((picture for picture in pictures if len(picture) <= README_BYTES), None)
    if small is None:
        sys.exit(f"the README's picture may have {README_BYTES:,} bytes: take another page with --only")
    README.write_bytes(small)
    print(f"{README.relative_to(ROOT)}: {address}, {len(small):,} bytes")


def _webp(page: Any, quality: int) -> bytes:
    """What the window shows; Chromium's PNG would be half as large again."""
    shot = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": quality})
    return base64.b64decode(shot["data"])


def _name(address: str) -> str:
    return address.strip("/").replace("/", "-").removesuffix(".html") or "home"


def main() -> None:
    """Read the arguments, take the pictures, say where they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    parser.add_argument("--only", help="pages whose address begins so, as in cases/fribourg")
    parser.add_argument("--out", type=Path, default=ROOT / "pictures", help="the folder for the pictures")
    parser.add_argument("--readme", action="store_true", help="take the README's picture and nothing else")
    arguments = parser.parse_args()
    if chromium() is None:
        sys.exit("no browser: install Chromium, on Debian with `apt-get install chromium`")
    pages = chosen(arguments.site, arguments.only)
    if arguments.readme:
        photograph_for_readme(arguments.site, pages[0] if arguments.only else one_of_each(arguments.site)["/cases/*/"])
        return
    start = time.perf_counter()
    index = write_index(arguments.out, photograph(arguments.site, pages, arguments.out))
    print(f"{len(pages)} pages in {time.perf_counter() - start:.0f} seconds: open {index}")


if __name__ == "__main__":
    main()
