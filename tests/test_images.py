"""Images come from strangers too: what a file holds decides, and only what is plain and small reaches the site."""

from __future__ import annotations

import struct
import time
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.images import MOST_BYTES, faults_in_image
from generator.load import load
from generator.pages import Settings
from generator.project import Project
from generator.publish import publish

SPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
LIMIT = 2  # seconds, against hanging


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width: int = 2, height: int = 2, *more: bytes) -> bytes:
    """A PNG image, with more blocks before the picture."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rows = zlib.compress((b"\0" + b"\x33\x66\x99" * 2) * 2)
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 2, height: int = 2, *more: tuple[int, bytes]) -> bytes:
    """The blocks of a JPEG image, with more blocks before the picture."""
    frame = (0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    blocks = [(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"), *more, frame, (0xDA, b"\x01\x01\x00\x00\x3f\x00")]
    written = b"".join(bytes([0xFF, name]) + struct.pack(">H", len(content) + 2) + content for name, content in blocks)
    return b"\xff\xd8" + written + b"\x12\xff\x00\x34\xff\xd9"


def webp(width: int = 2, height: int = 2, *more: tuple[bytes, bytes]) -> bytes:
    """The blocks of a WebP image, with more blocks behind the picture."""
    bits = (width - 1) | (height - 1) << 14
    blocks = [(b"VP8L", b"\x2f" + bits.to_bytes(4, "little") + b"\0"), *more]
    written = b"".join(name + struct.pack("<I", len(one)) + one + b"\0" * (len(one) % 2) for name, one in blocks)
    return b"RIFF" + struct.pack("<I", len(written) + 4) + b"WEBP" + written


def svg(inside: str = '<rect width="9" height="9"/>', attributes: str = "") -> bytes:
    return f'<svg {SPACE} viewBox="0 0 9 9" {attributes}>{inside}</svg>'.encode()


def codes(name: str, raw: bytes) -> list[str]:
    return [fault.code for fault in faults_in_image(name, raw)]


GOOD: Mapping[str, bytes] = {
    "a.png": png(), "a.jpg": jpeg(), "a.jpeg": jpeg(4000, 3000), "a.webp": webp(),
    "a.svg": svg('<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><style>.a{fill:url(#g)}</style>'
                 '<g fill="url(#g)"><use href="#g"/><use xlink:href="#g"/><text x="1" style="fill:red">x</text><title>x</title></g>'),
}  # fmt: skip
RUNS: tuple[bytes, ...] = (
    *(svg(inside) for inside in (
        "<script>x</script>", "<script href='x.js'/>", '<rect onclick="x"/>', '<rect OnClick="x"/>', '<a href="javascript:x"><text>x</text></a>',
        "<foreignObject><p/></foreignObject>", '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/></foreignObject>',
        '<image href="https://elsewhere.example/x.png"/>', '<image xlink:href="//elsewhere.example/x.png"/>', '<use href="x.svg#x"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zz4="/>', '<use href="data:text/html,x"/>', '<animate attributeName="href" to="javascript:x"/>',
        '<set attributeName="onclick" to="x"/>', '<rect style="fill:url(https://elsewhere.example/x)"/>', '<rect fill="url(//elsewhere.example/x)"/>',
        "<style>@import 'https://elsewhere.example/x.css';</style>", "<style>.a{background:url(x.png)}</style>", "<style>.a{fill:u\\72l(x)}</style>",
        "<style><![CDATA[@import 'x';]]></style>", '<h:script xmlns:h="http://www.w3.org/1999/xhtml">x</h:script>', "<metadata>x</metadata>",
        '<handler xmlns="http://www.w3.org/2000/svg">x</handler>', '<rect xmlns:e="http://www.w3.org/2001/xml-events" e:event="x"/>',
        '<filter><feImage href="x"/></filter>', '<g xml:base="https://elsewhere.example/"/>', "<video/>", "<iframe/>",
    )),
    svg(attributes='onload="x"'),
    b'<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?>' + svg(),
    b"<!DOCTYPE svg [<!ENTITY x 'y'>]>" + svg("<text>&x;</text>"),
    b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>" + svg(),
    b"<!DOCTYPE svg [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]>" + svg(),
    b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>',
)  # fmt: skip
NOTES: Mapping[str, bytes] = {
    "exif.png": png(2, 2, chunk(b"eXIf", b"II*\0")), "text.png": png(2, 2, chunk(b"tEXt", b"Author\0x")), "xmp.png": png(2, 2, chunk(b"iTXt", b"XML:com.adobe.xmp\0")),
    "exif.jpg": jpeg(2, 2, (0xE1, b"Exif\0\0II*\0")), "xmp.jpg": jpeg(2, 2, (0xE1, b"http://ns.adobe.com/xap/1.0/\0")), "iptc.jpg": jpeg(2, 2, (0xED, b"Photoshop 3.0\0")),
    "comment.jpg": jpeg(2, 2, (0xFE, b"48.1, 11.5")), "exif.webp": webp(2, 2, (b"EXIF", b"II*\0")), "xmp.webp": webp(2, 2, (b"XMP ", b"<x/>")),
}  # fmt: skip


@pytest.mark.parametrize("name", list(GOOD))
def test_a_plain_image_has_no_fault(name: str) -> None:
    assert codes(name, GOOD[name]) == []


@pytest.mark.parametrize("raw", list(RUNS), ids=range(len(RUNS)))
def test_an_svg_image_that_could_run_or_lead_elsewhere_is_refused(raw: bytes) -> None:
    assert codes("a.svg", raw) == ["image-runs"]


@pytest.mark.parametrize("name", list(NOTES))
def test_notes_that_can_tell_a_place_are_refused(name: str) -> None:
    assert codes(name, NOTES[name]) == ["image-notes"]


@pytest.mark.parametrize("kind", list(GOOD))
def test_what_is_behind_the_picture_or_missing_from_it_is_refused(kind: str) -> None:
    assert codes(kind, GOOD[kind] + b"<script>x</script>") in (["image-type"], ["image-runs"])
    assert codes(kind, GOOD[kind][:-3]) == ["image-type"]


def test_what_a_file_holds_decides_and_not_its_name() -> None:
    others = [(name, raw) for name in GOOD for other, raw in GOOD.items() if other[2:4] != name[2:4]]

    assert {code for name, raw in others for code in codes(name, raw)} == {"image-type"}
    for raw in (b"", b"MZ", b"<html><script>x</script></html>", b"GIF89a", b"%PDF-1.4", b"\0" * 99):
        assert [codes(name, raw) for name in GOOD] == [["image-type"]] * len(GOOD)


def test_an_image_with_too_many_pixels_is_refused_without_drawing_it() -> None:
    assert (
        codes("a.png", png(4001, 2))
        == codes("a.jpg", jpeg(2, 65_535))
        == codes("a.webp", webp(16_000, 2))
        == ["image-size"]
    )
    assert codes("a.png", png(2**31 - 1, 2**31 - 1)) == ["image-size"]


def test_a_bomb_of_entities_or_depth_does_not_hang() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE svg [<!ENTITY a0 "ha">{laughs}]>'.encode() + svg("<text>&a11;</text>")
    deep = svg("<g>" * 60_000 + "</g>" * 60_000)
    begun = time.monotonic()

    assert codes("a.svg", bomb) == ["image-runs"]
    assert codes("a.svg", deep) == []
    assert time.monotonic() - begun < LIMIT * 10


def test_only_images_that_a_record_shows_reach_the_site(sample_project: Path) -> None:
    folder = sample_project / "content" / "images"
    folder.mkdir()
    for name, raw in {
        "shown.png": png(),
        "spare.png": png(),
        "page.html": b"<script>x</script>",
        "bad.svg": RUNS[0],
    }.items():
        (folder / name).write_bytes(raw)
    case = sample_project / "content" / "cases" / "fribourg.yml"
    shown = "".join(
        f"  - {{file: {name}, alt: A house, credit: Ann, licence: CC0}}\n" for name in ("shown.png", "bad.svg")
    )
    text = case.read_text(encoding="utf-8").replace("  not_researched:\n    - images\n", "")
    case.write_text(f"{text}images:\n{shown}", encoding="utf-8")
    (sample_project / "docs").mkdir()
    (sample_project / "data" / "addresses.csv").unlink()

    loaded = load(sample_project)
    assert publish(Project(sample_project), loaded.catalogue, Settings()).problems == ()

    assert [file.name for file in (sample_project / "build" / "docs" / "images").iterdir()] == ["shown.png"]
    assert {problem.place.path for problem in loaded.errors} == {"content/images/bad.svg", "content/images/page.html"}


@pytest.mark.parametrize(
    "name",
    [
        "../x.png",
        ".hidden.png",
        "x.png.html",
        "x.gif",
        "x.svgz",
        "X.PNG",
        "a b.png",
        "<script>.png",
        "x\u202egnp.svg",
        "-x.png",
        "con.exe",
        "x;y.png",
    ],
)
def test_a_hostile_name_of_an_image_is_reported(sample_project: Path, name: str) -> None:
    folder = sample_project / "content" / "images"
    folder.mkdir()
    (folder / name).write_bytes(png())

    found = [problem for problem in load(sample_project).errors if problem.place.path.startswith("content/")]

    assert {problem.code for problem in found} <= {"bad-image-name", "astray-file"}
    assert len(found) == 1


def test_a_huge_image_is_reported_and_not_opened(sample_project: Path) -> None:
    folder = sample_project / "content" / "images"
    folder.mkdir()
    (folder / "x.png").write_bytes(png() + b"\0" * MOST_BYTES)

    assert [problem.code for problem in load(sample_project).errors] == ["too-large"]


def test_an_element_on_the_list_that_should_not_be_there_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.images.vector._ELEMENTS", frozenset({"svg", "script"}))

    assert codes("a.svg", RUNS[0]) == []
