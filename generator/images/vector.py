"""SVG: an allow-list of elements, attributes and addresses, read by Expat with no document type, so that nothing unfolds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers.expat import ExpatError, ParserCreate

from generator.images.fault import ImageFault

_SPACE = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_ELEMENTS = frozenset(
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc style image switch"
    " linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer feComposite"
    " feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR"
    " feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence".split()
)
_ATTRIBUTE = re.compile(r"(?!on)[a-z][A-Za-z0-9-]*|data-[\w-]+|aria-[a-z]+")
_OWN = re.compile(r"#[\w.:-]+|data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=\s]*")
_URL = re.compile(
    r"url\(\s*['\"]?(?!#)|@import|@font-face|expression\(|javascript:|\\|image-set\(|src\(", re.IGNORECASE
)
_ADVICE = "export it as a plain, optimised SVG without scripts and links, or save it as a PNG image"


class _Refused(Exception):  # noqa: N818 - it ends the reading of one file and never leaves this module
    pass


def is_svg(raw: bytes) -> bool:
    """Tell whether a file is text that begins like XML or SVG."""
    return bool(re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE\s+svg|svg[\s>])", raw)) and b"<svg" in raw


def faults_in_svg(raw: bytes) -> Iterator[ImageFault]:
    """Say what an SVG image holds that could run, lead elsewhere or tell of its maker."""
    reader = _Reader()
    try:
        reader.parse(raw)
    except _Refused as found:
        yield ImageFault(
            "image-runs", f"the SVG image holds {found}, and only shapes, text and colours may stand in it", _ADVICE
        )
    except (ExpatError, LookupError, ValueError):
        yield ImageFault(
            "image-type", "this SVG image is damaged or cut off", "save it again with the program that made it"
        )


class _Reader:
    """Expat with handlers that refuse; what it knows is the element that it stands in."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.style: list[str] = []
        parser = ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = lambda *_: self._refuse("a document type")
        parser.ProcessingInstructionHandler = lambda name, _: self._refuse(f"an instruction (`{name}`)")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = lambda text: self.style.append(text) if self.open[-1:] == ["style"] else None
        self.parser = parser

    def parse(self, raw: bytes) -> None:
        self.parser.Parse(raw, True)  # noqa: FBT003 - Expat's own interface

    def _refuse(self, what: str) -> None:
        raise _Refused(what)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if space != _SPACE or local not in _ELEMENTS or (not self.open and local != "svg"):
            self._refuse(f"`<{local}>`")
        self.open.append(local)
        for key, value in attributes.items():
            self._attribute(key, value)

    def _attribute(self, key: str, value: str) -> None:
        space, _, local = key.rpartition(" ")
        if space not in {"", _XLINK, _XML} or not _ATTRIBUTE.fullmatch(local):
            self._refuse(f"`{local}`")
        if local in {"href", "src"} and not _OWN.fullmatch(value.strip()):
            self._refuse(f"a link to `{value[:40]}`")
        if local == "base" or _URL.search(value):
            self._refuse(f"`{local}` with an address")

    def _end(self, _: str) -> None:
        if self.open.pop() == "style" and _URL.search("".join(self.style)):
            self._refuse("a style with an address")
