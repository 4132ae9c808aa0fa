"""PNG, JPEG and WebP: the size in pixels, and the notes that cameras and programs leave, read from the blocks of the file.

Nothing is decoded: no picture is drawn here, and a file that claims a huge one costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

Name = bytes | int | str
Block = tuple[Name, bytes]
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PNG_NOTES: dict[Name, str] = {b"eXIf": "EXIF", b"tEXt": "text", b"zTXt": "text", b"iTXt": "XMP"}
_WEBP_NOTES: dict[Name, str] = {b"EXIF": "EXIF", b"XMP ": "XMP"}
_JPEG_NOTES: dict[Name, str] = {0xE1: "EXIF or XMP", 0xED: "IPTC", 0xFE: "a comment"}
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})


@dataclass(frozen=True, slots=True)
class Picture:
    """What an image of pixels tells of itself."""

    width: int
    height: int
    notes: tuple[str, ...]


def is_png(raw: bytes) -> bool:
    """Tell whether a file begins like a PNG image."""
    return raw.startswith(_PNG)


def is_jpeg(raw: bytes) -> bool:
    """Tell whether a file begins like a JPEG image."""
    return raw.startswith(_JPEG)


def is_webp(raw: bytes) -> bool:
    """Tell whether a file begins like a WebP image."""
    return raw[:4] == b"RIFF" and raw[8:12] == b"WEBP"


def picture(kind: str, raw: bytes) -> Picture | None:
    """Read the size and the kinds of notes; `None` where the blocks do not fit together."""
    blocks, size, known = _KINDS[kind]
    found = list(blocks(raw))
    if not found or found[-1][0] != "end":
        return None
    sides = next((sides for name, content in found if (sides := size(name, content))), None)
    notes = dict.fromkeys(known[name] for name, _ in found if name in known)
    return Picture(*sides, tuple(notes)) if sides and min(sides) > 0 else None


def _png(raw: bytes) -> Iterator[Block]:
    at = len(_PNG)
    while at + 12 <= len(raw):
        length, name = int.from_bytes(raw[at : at + 4], "big"), raw[at + 4 : at + 8]
        yield name, raw[at + 8 : at + 8 + length]
        at += 12 + length
        if name == b"IEND":
            yield from [("end", b"")] if at == len(raw) else []
            return


def _png_size(name: Name, content: bytes) -> tuple[int, int] | None:
    return _pair(content, 4, "big") if name == b"IHDR" and len(content) == 13 else None


def _jpeg(raw: bytes) -> Iterator[Block]:
    at = 2
    while at + 4 <= len(raw) and raw[at] == 0xFF:
        marker = raw[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(raw[at + 2 : at + 4], "big")
        yield marker, raw[at + 4 : at + 2 + length]
        at += 2 + length
        if marker == 0xDA:
            at = _after_scan(raw, at)
        if raw[at : at + 2] == b"\xff\xd9":
            yield from [("end", b"")] if at + 2 == len(raw) else []
            return


def _after_scan(raw: bytes, at: int) -> int:
    """Where the next block begins behind the picture itself, in which `FF 00` stands for `FF`."""
    while (at := raw.find(b"\xff", at)) >= 0:
        if at + 1 < len(raw) and raw[at + 1] not in {0x00, *range(0xD0, 0xD8)}:
            return at
        at += 2
    return len(raw)


def _jpeg_size(name: Name, content: bytes) -> tuple[int, int] | None:
    if name not in _FRAMES or len(content) < 5:
        return None
    height, width = _pair(content[1:], 2, "big")
    return width, height


def _webp(raw: bytes) -> Iterator[Block]:
    if int.from_bytes(raw[4:8], "little") + 8 != len(raw):
        return
    at = 12
    while at + 8 <= len(raw):
        name, length = raw[at : at + 4], int.from_bytes(raw[at + 4 : at + 8], "little")
        yield name, raw[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    if at == len(raw):
        yield "end", b""


def _webp_size(name: Name, content: bytes) -> tuple[int, int] | None:
    if name == b"VP8X" and len(content) >= 10:
        return int.from_bytes(content[4:7], "little") + 1, int.from_bytes(content[7:10], "little") + 1
    if name == b"VP8L" and len(content) >= 5:
        bits = int.from_bytes(content[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 " and content[3:6] == b"\x9d\x01\x2a":
        width, height = _pair(content[6:], 2, "little")
        return width & 0x3FFF, height & 0x3FFF
    return None


def _pair(content: bytes, size: int, order: str) -> tuple[int, int]:
    first, second = content[:size], content[size : 2 * size]
    return (
        (int.from_bytes(first, "big"), int.from_bytes(second, "big"))
        if order == "big"
        else (int.from_bytes(first, "little"), int.from_bytes(second, "little"))
    )


_KINDS: dict[
    str, tuple[Callable[[bytes], Iterator[Block]], Callable[[Name, bytes], tuple[int, int] | None], dict[Name, str]]
] = {
    "PNG": (_png, _png_size, _PNG_NOTES),
    "JPEG": (_jpeg, _jpeg_size, _JPEG_NOTES),
    "WebP": (_webp, _webp_size, _WEBP_NOTES),
}
