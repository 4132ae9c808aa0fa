"""Bytes of an image → what is wrong with it: its type, its size, what it tells of its maker, what it could run."""

from __future__ import annotations

from collections.abc import Iterator

from generator.images.fault import ImageFault
from generator.images.pixels import is_jpeg, is_png, is_webp, picture
from generator.images.vector import faults_in_svg, is_svg

MOST_BYTES = 512 * 1024
MOST_SIDE = 4000
_TYPES = (
    ("PNG", is_png, ("png",)),
    ("JPEG", is_jpeg, ("jpg", "jpeg")),
    ("WebP", is_webp, ("webp",)),
    ("SVG", is_svg, ("svg",)),
)


def faults_in_image(name: str, raw: bytes) -> Iterator[ImageFault]:
    """Say what is wrong with the image file `name`; the first thing that is wrong ends the search."""
    kind = next((kind for kind, fits, _ in _TYPES if fits(raw)), None)
    endings = next((endings for one, _, endings in _TYPES if one == kind), ())
    stem, _, ending = name.rpartition(".")
    if kind is None or ending not in endings:
        yield _wrong_type(stem, ending, kind, endings)
    elif kind == "SVG":
        yield from faults_in_svg(raw)
    else:
        yield from _faults_in_picture(kind, raw)


def _wrong_type(stem: str, ending: str, kind: str | None, endings: tuple[str, ...]) -> ImageFault:
    if kind is None:
        advice = "save it as a PNG, JPEG, WebP or SVG image with the program that made it; a new name is not enough"
        return ImageFault(
            "image-type", f"the name ends with `.{ending}`, and what stands in the file is no such image", advice
        )
    message = f"the name ends with `.{ending}`, and the file holds a {kind} image"
    return ImageFault("image-type", message, f"rename it to `{stem}.{endings[0]}`, and write that in the record")


def _faults_in_picture(kind: str, raw: bytes) -> Iterator[ImageFault]:
    found = picture(kind, raw)
    if found is None:
        yield ImageFault(
            "image-type", f"this {kind} image is damaged or cut off", "save it again with the program that made it"
        )
        return
    if max(found.width, found.height) > MOST_SIDE:
        message = f"the image has {found.width} times {found.height} pixels, and {MOST_SIDE} are the most on a side"
        yield ImageFault("image-size", message, f"scale it down; {MOST_SIDE // 2} pixels are plenty for a page")
    if found.notes:
        advice = "save it without metadata: most programs ask when they export for the web; a copy made by a screenshot has none either"
        message = f"the image holds notes ({', '.join(found.notes)}), which can tell where and by whom it was taken"
        yield ImageFault("image-notes", message, advice)


__all__ = ["MOST_BYTES", "MOST_SIDE", "ImageFault", "faults_in_image"]
