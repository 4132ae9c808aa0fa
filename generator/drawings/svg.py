"""Sheet → SVG: inline for a page, where the styles of the site colour it, and as a file that stands alone.

Places are attributes and looks are classes: inline, a content security policy would refuse styles.
"""

from __future__ import annotations

from markupsafe import Markup

from generator.drawings.sheet import Box, Dot, Line, Shape, Sheet, Words
from generator.text.escaping import escape

# What a file of its own needs: no site's styles reach it.
_ALONE = Markup(
    "text{font-family:'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Helvetica,Arial,sans-serif;fill:#1a262d}"
    ".title{font-size:18px;font-weight:600}.name{font-size:15px;font-weight:600}.note{font-size:13px}.label,.credit{font-size:12.5px;fill:#4b5a63}"
    ".box{fill:#f6f4ef;stroke:#d8d3c7}.facet,.edge{fill:#fff;stroke:#3f7f99;stroke-width:1.5}.edge{stroke:#d8d3c7}.head-box{fill:#fff;stroke:#3f7f99;stroke-width:2}"
    ".line,.back,.faint,.strong{fill:none;stroke:#3f7f99;stroke-width:1.5}.back{stroke-dasharray:5 3}.faint{stroke:#3f7f99;stroke-width:1.5}"
    ".strong{stroke-width:3}.head,.filled,.stripe{fill:#3f7f99}.open{fill:#fff;stroke:#3f7f99;stroke-width:1.5}"
    ".number{fill:#fff;stroke:#3f7f99;stroke-width:1.5}"
)
_HEAD, _FOOT, _MARGIN = 34, 24, 16


def inline(sheet: Sheet, kind: str) -> Markup:
    """The drawing as a part of a page."""
    return Markup('<svg class="{}" viewBox="0 0 {} {}" focusable="false" aria-hidden="true">{}</svg>').format(
        kind, _number(sheet.width), _number(sheet.height), _shapes(sheet)
    )


def alone(sheet: Sheet, title: str, words: str, credit: str) -> str:
    """The drawing as a file: with its title above it, its words for a screen reader, and who is to be named below it."""
    height = sheet.height + _HEAD + _FOOT
    return str(
        Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="-{m} -{m} {} {}" role="img">'
            '<title>{}</title><style>{}</style><rect x="-{m}" y="-{m}" width="100%" height="100%" fill="#fff"/>'
            '<text class="title" x="0" y="16">{}</text><g transform="translate(0 {})">{}</g>'
            '<text class="credit" x="0" y="{}">{}</text></svg>\n'
        ).format(
            *[_number(sheet.width + 2 * _MARGIN), _number(height + 2 * _MARGIN)] * 2,
            escape(words),
            _ALONE,
            escape(title),
            _HEAD,
            _shapes(sheet),
            _number(height - 4),
            escape(credit),
            m=_MARGIN,
        )
    )


def _shapes(sheet: Sheet) -> Markup:
    return Markup().join(_shape(shape) for shape in sheet.shapes)


def _shape(shape: Shape) -> Markup:
    match shape:
        case Words():
            anchor = Markup(' text-anchor="{}"').format(shape.anchor) if shape.anchor != "start" else ""
            return Markup('<text class="{}" x="{}" y="{}"{}>{}</text>').format(
                shape.style.kind, _number(shape.x), _number(shape.y), anchor, escape(shape.text)
            )
        case Box():
            return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="4"/>').format(
                shape.kind, *map(_number, (shape.x, shape.y, shape.width, shape.height))
            )
        case Dot():
            return Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(
                shape.kind, *map(_number, (shape.x, shape.y, shape.radius))
            )
        case Line():
            places = "L".join(f"{_number(x)} {_number(y)}" for x, y in shape.points)
            return Markup('<path class="{}" d="M{}{}"/>').format(shape.kind, places, "Z" if shape.is_closed else "")


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
