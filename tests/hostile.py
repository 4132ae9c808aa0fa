"""Texts that strangers could send to harm the site or its readers, and records of which every field holds one.

The texts stand by kind, so that a missing kind is seen. Records are filled by walking their types: a field that is added
later is tried as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.records import Part, Record
from generator.records.examples import example_of
from generator.records.forms import Form, Group, Keyed, ListOf, fields, form_of
from generator.source.events import parse

Steps = tuple[str | int, ...]

RUN = "window.ran=1"
HOSTILE: Mapping[str, tuple[str, ...]] = {
    "scripts": (
        f"<script>{RUN}</script>",
        f"</script><script>{RUN}</script>",
        "<ScRiPt src=//elsewhere.example/x.js></sCrIpT>",
        f'"><script>{RUN}</script>',
        f"</title><script>{RUN}</script>",
        f"<script\n>{RUN}</script\n>",
        f"<<script>{RUN}//<</script>",
        f"</textarea></style></noscript><script>{RUN}</script>",
    ),
    "handlers": (
        f"<img src=x onerror={RUN}>",
        f"<svg onload={RUN}>",
        f"<details open ontoggle={RUN}>",
        f"<body/onpageshow={RUN}>",
        f"' onmouseover='{RUN}",
        f'" autofocus onfocus="{RUN}',
        f"` onclick=`{RUN}",
        f"<a href=x onclick\n=\n{RUN}>x</a>",
        f"<img src=x onerror={RUN}//",
    ),
    "links": (
        f"[x](javascript:{RUN})",
        f"[x](JaVaScRiPt:{RUN})",
        f"[x](java\tscript:{RUN})",
        f"[x](javascript&#58;{RUN})",
        f"[x](<javascript:{RUN}>)",
        f"[x](&#106;avascript:{RUN})",
        f"[x](data:text/html,<script>{RUN}</script>)",
        "[x](data:image/svg+xml;base64,PHN2Zz4=)",
        f"[x](vbscript:{RUN})",
        "[x](//elsewhere.example/x)",
        "[x](\\\\elsewhere.example\\x)",
        "[x](https://casebook.example@elsewhere.example/)",
        f'[x](https://elsewhere.example/ "x" onclick="{RUN}")',
        f'<a href="javascript:{RUN}">x</a>',
        f"<javascript:{RUN}>",
        "<https://elsewhere.example/>",
        f"[r]: javascript:{RUN}\n\n[x][r]",
        f"[x]\n\n[x]: javascript:{RUN} 'title'",
        "file:///etc/passwd [x](file:///etc/passwd)",
    ),
    "pictures": (
        "![x](https://elsewhere.example/x.png)",
        f'![x](x){{: onerror="{RUN}"}}',
        "![x][r]\n\n[r]: https://elsewhere.example/x.png",
        "<img src=https://elsewhere.example/x.png>",
        "<image href=https://elsewhere.example/x.png>",
    ),
    "svg": (
        f"<svg><script>{RUN}</script></svg>",
        f'<svg><a xlink:href="javascript:{RUN}"><text y="9">x</text></a></svg>',
        f'<svg><animate onbegin="{RUN}" attributeName="x"/></svg>',
        f"<svg><foreignObject><iframe srcdoc='<script>{RUN}</script>'/></foreignObject></svg>",
        '<svg><use href="https://elsewhere.example/x.svg#x"/></svg>',
    ),
    "mathml": (
        f'<math><mi xlink:href="javascript:{RUN}">x</mi></math>',
        f"<math><annotation-xml encoding='text/html'><img src=x onerror={RUN}></annotation-xml></math>",
    ),
    "elements": (
        f'<iframe src="javascript:{RUN}"></iframe>',
        f'<object data="data:text/html,<script>{RUN}</script>"></object>',
        "<embed src=//elsewhere.example/x>",
        "<form action=//elsewhere.example/><input name=x><button>x</button></form>",
        "<style>@import url(//elsewhere.example/x.css)</style>",
        "<link rel=stylesheet href=//elsewhere.example/x.css>",
        "<meta http-equiv=refresh content='0;url=//elsewhere.example/'>",
        "<base href=//elsewhere.example/>",
        "<template><p>x</template>",
        "<plaintext>",
        "</div></article></main></body></html>",
        "<p style='position:fixed;inset:0'>x</p>",
        "<b>bold</b>",
        "<h1>Heading</h1>",
        "<?php echo 1 ?>",
        "<!DOCTYPE html>",
    ),
    "attribute lists": (
        f'{{: onclick="{RUN}" }}',
        f'{{onclick="{RUN}"}}',
        "{: #evil .md-header }",
        f'*x*{{: onmouseover="{RUN}" }}',
        f'[x](https://elsewhere.example/){{: onclick="{RUN}" }}',
        "{: style='position:fixed' }",
        "{#top}",
    ),
    "braces of templates": (
        "{{ 7*7 }}",
        "{% raw %}{% include 'x' %}",
        "{# comment #}",
        "<# comment #>",
        "{{ config.__class__.__mro__ }}",
        "${7*7} #{7*7}",
        "{%",
        "}}",
    ),
    "snippets": (
        '--8<-- "/etc/passwd"',
        '-8<- "/etc/passwd"',
        "--8<--\n/etc/passwd\n--8<--",
        "::: generator",
        "{!/etc/passwd!}",
        "[TOC]",
        "[[toc]]",
    ),
    "footnotes": ("[^1]\n\n[^1]: note", "x[^1]", "x^[note]"),
    "abbreviations": ("*[HTML]: abbreviation", f"x\n\n*[x]: <script>{RUN}</script>"),
    "front matter": (
        "\n---\ntitle: x\n---\n",
        "x\n---\ntemplate: evil.html\n---",
        "---",
        "...",
        f'x"\ntold: </script><script>{RUN}</script>',
    ),
    "comments": ("<!-- x", "--> x", "<!--><script>", "<!-- md:option x -->", "<![CDATA[ x ]]>", "]]>", "--!>"),
    "entities": (
        f"&lt;script&gt;{RUN}&lt;/script&gt;",
        f"&#60;script&#62;{RUN}",
        f"&#x3c;img src=x onerror={RUN}&#x3e;",
        "&amp;lt;b&amp;gt;",
        "&Tab;&NewLine;&colon;&lpar;",
        "&#0;&#1;",
    ),
    "headings": ("\n# Heading {#evil onclick=1}\n", "Heading\n=======", "Heading\n---", "\n## x\n"),
    "tables": ("| a | b |\n|---|---|\n| <script> | x |", "a|b\n-|-\n1|2", "x | y ||"),
    "code": (
        "`<script>`",
        "``` {.html onclick=1}\n<script>\n```",
        "~~~\nx\n~~~",
        "    <script>x</script>",
        '```mermaid\ngraph LR; A-->B; click A "javascript:1"\n```',
        "`` x ` x ``",
    ),
    "blocks": (
        f'<div markdown="1">\n<script>{RUN}</script>\n</div>',
        '<div markdown="block">\n# Heading\n</div>',
        "!!! danger\n    x",
        "??? note\n    x",
        "/// details\nx\n///",
        "> quotation",
        "term\n:   definition",
        "x\n***\nx",
        '=== "Tab"\n    x',
    ),
    "stages of Markdown": (
        "\x02wzxhzdk:0\x03",
        "\x02klzzwxh:0000\x03",
        "\x02amp\x03lt;",
        "wzxhzdk:0",
        "klzzwxh:0000",
        "\x02sub-0\x03",
    ),
    "control characters": ("\x00", "x\x07\x08\x1b[31mx", "\x7f\x9f", "x\u2028y\u2029z", "\ufffe\uffff", "\x0b\x0c\x85"),
    "unseen and turned": (
        "\u202eevil\u202c",
        "\u2066evil\u2069",
        "zero\u200bwidth\u200d\u2060\ufeff",
        "soft\u00adhyphen",
        "tag\U000e0041\U000e0042",
        "filler\u3164\u115f\uffa0",
        "braille\u2800blank",
        "selector\ufe0f\U000e0100",
        "private\ue000\U000f0000",
        "unassigned\u0378\U0001fbff",
        "music\U0001d173",
        "z\u0336\u0337\u0338\u0339\u033a\u0340\u0341\u0342\u0343\u0344\u0345\u0346",
    ),
    "halves": ("\\ud800", "\\x3cscript\\x3e", "\\u003cscript\\u003e", "%3Cscript%3E", "\\<script\\>", "\\"),
    "long words": ("x" * 3000, "(" * 300, "[" * 300, "*" * 400, "&" * 300, "<" * 300, "[[" * 60, "[@" * 60, "\u0e49" * 200),
    "formulas": (
        "=1+1",
        '=HYPERLINK("https://elsewhere.example/","x")',
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)",
        "\t=1+1",
        '",=1+1,"',
        "x\n=1+1",
        "\uff1d1+1",
    ),
    "paths": ("../../../etc/passwd", "..\\..\\x", "/etc/passwd", "C:\\x", "x/../../y", "CON", "%2e%2e%2f"),
    "names in programs": ("__proto__", "constructor", "toString", "</script>", "'; drop table x; --", "${x}", "\\", "undefined"),
    "notation of ours": (
        "[[nowhere]]",
        "[[fribourg|<script>]]",
        "[[!fribourg",
        "[@nowhere-2000, p. 1]",
        f"[@keller-2018, p. <script>{RUN}</script>]",
        f'[@keller-2018, p. 1" onclick={RUN}]',
        "[[fribourg|x](javascript:1)]]",
        "[@",
        "]]",
    ),
    "mixtures": (
        f"*[x](javascript:{RUN})* **<b>** `<script>` {{{{ x }}}} [^1] | a |",
        f"\u202e<script>{RUN}</script>{{: onclick=1 }}\x02",
        f"- x\n- <img src=x onerror={RUN}>\n\n1. [x](javascript:{RUN})",
        "**[x](data:text/html,x)**{: .x }\n\n\n---\n\n# x",
        f'[x](https://elsewhere.example/"onmouseover={RUN})',
        f"https://elsewhere.example/?x=<script>{RUN}</script>",
    ),
}  # fmt: skip
# What stands where a web address is expected.
ADDRESSES: tuple[str, ...] = (
    f"javascript:{RUN}",
    f"JAVASCRIPT:{RUN}",
    f" javascript:{RUN}",
    f"java\nscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    "//elsewhere.example/x.y",
    f'https://elsewhere.example/"onmouseover="{RUN}',
    f"https://elsewhere.example/' onclick='{RUN}",
    f"https://elsewhere.example/><script>{RUN}</script>",
    "https://elsewhere.example/)[x](javascript:1)",
    "https://elsewhere.example/{: onclick=1 }",
    "https://casebook.example@elsewhere.example/",
    "https://user:secret@elsewhere.example/",
    "https://elsewhere.example\\@casebook.example/x.y",
    "https://elsewhere.example/\u202egpj.exe",
    "https://\u0441asebook.example/",
    "file:///etc/passwd.txt",
    "blob:https://elsewhere.example/x",
    "https:javascript.example",
)
KINDS: Mapping[str, tuple[str, ...]] = {**HOSTILE, "addresses": ADDRESSES}
# How a text comes into a field beside the words that belong there.
PLACINGS: tuple[Callable[[str, str], str], ...] = (
    lambda right, text: f"{right} {text}",
    lambda right, text: f"{text} {right}",
    lambda _, text: text,
    lambda right, text: f"{right}\n\n{text}\n\n{right}",
)


def filled(record_type: type[Record]) -> dict[str, Any]:
    """The data of a record of which every field is filled, as its file would say it; lists have one entry."""
    return {field.name: _fill(field.form, field.name) for field in fields(record_type)}


def _fill(form: Form, name: str) -> Any:
    if isinstance(form, ListOf):
        return [_fill(form.each, name)]
    if isinstance(form, Group):
        return {field.name: _fill(field.form, field.name) for field in fields(form.part)}
    if isinstance(form, Keyed):
        return {_fill(form.key, name): _fill(form.value, name)}
    return parse(example_of(form, name))[0]


def leaves(data: Any, path: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Every value below `data` that holds no others, with its path."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if inner is None:
        yield path, data
        return
    for key, value in inner:
        yield from leaves(value, (*path, key))


def poison(value: Any, change: Callable[[str, Form], str]) -> Any:
    """A record or part of one, past the check, of which every text but its id and the keys of a mapping is changed."""
    if not isinstance(value, Part):
        return value
    changed = {}
    for name, info in type(value).model_fields.items():
        if not info.exclude:
            changed[name] = _changed(getattr(value, name), form_of(info), change)
    return value.model_copy(update=changed)


def _changed(value: Any, form: Form, change: Callable[[str, Form], str]) -> Any:
    if isinstance(value, Part):
        return poison(value, change)
    if isinstance(value, str):
        return change(value, form)
    if isinstance(value, tuple) and isinstance(form, ListOf):
        return tuple(_changed(one, form.each, change) for one in value)
    if isinstance(value, dict) and isinstance(form, Keyed):
        return {key: _changed(one, form.value, change) for key, one in value.items()}
    return value


def as_file(data: Mapping[str, Any], *, escaped: bool) -> tuple[str, dict[Steps, tuple[int, int]]]:
    """Data as YAML, and the first and last line of each value by its path.

    Odd characters stand as they are, or `escaped`, as YAML allows in double quotes.
    """
    lines: list[str] = []
    places: dict[Steps, tuple[int, int]] = {}
    _write(data, (), 0, lines, places, escaped=escaped)
    return "\n".join(lines) + "\n", places


def _write(
    data: Any, path: Steps, depth: int, lines: list[str], places: dict[Steps, tuple[int, int]], *, escaped: bool
) -> None:
    margin = "  " * depth
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        lead = f"{margin}{_quoted(str(key), escaped=escaped)}:" if isinstance(data, dict) else f"{margin}-"
        if isinstance(value, dict | list):
            lines.append(lead)
            _write(value, (*path, key), depth + 1, lines, places, escaped=escaped)
            continue
        first = len(lines) + 1
        written = _scalar(value, margin, escaped=escaped)
        lines.extend(f"{lead} {written}".split("\n"))
        places[*path, key] = (first, len(lines))


def _scalar(value: Any, margin: str, *, escaped: bool) -> str:
    if not isinstance(value, str):
        return {True: "true", False: "false", None: "null"}.get(value, str(value))
    if "\n" not in value or escaped:
        return _quoted(value, escaped=escaped)
    inner = f"\n{margin}    "
    return f"|4-{inner}{value.replace(chr(10), inner)}"


def _quoted(text: str, *, escaped: bool) -> str:
    if re.fullmatch(r"[A-Za-z][\w-]*", text):
        return text
    if escaped:
        return '"' + "".join(_escape(one) for one in text) + '"'
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _escape(one: str) -> str:
    if one in '\\"':
        return f"\\{one}"
    return one if " " <= one <= "~" else f"\\x{ord(one):02x}" if ord(one) < 256 else f"\\U{ord(one):08x}"
