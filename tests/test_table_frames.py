"""Each table of a page stands in a frame in which it scrolls; one with a class has a place of its own."""

from __future__ import annotations

import re

import markdown
import pytest

EXTENSIONS = ["generator.captions", "generator.table_frames", "attr_list", "md_in_html", "tables"]
PIPES = "| a | b |\n|---|---|\n| c | d |\n"
HTML = "<table{}>\n<tbody markdown>\n<tr markdown>\n<td markdown>*c*</td>\n</tr>\n</tbody>\n</table>\n"
FRAMED = r'<div class="table-frame">\s*<table[ >].*?</table>\s*</div>'


def shown(text: str) -> str:
    html: str = markdown.markdown(text, extensions=EXTENSIONS)
    return html


@pytest.mark.parametrize(
    "text",
    [
        PIPES,
        f'<div class="figures" markdown>\n\n{PIPES}\n</div>',
        HTML.format(" markdown"),
        f'<div class="comparison" markdown>\n{HTML.format(" markdown")}</div>',
    ],
    ids=["alone", "in a block", "as HTML", "as HTML in a block"],
)
def test_a_table_stands_in_a_frame(text: str) -> None:
    html = shown(text)

    assert len(re.findall(FRAMED, html, re.DOTALL)) == html.count("<table") == html.count("table-frame") == 1


def test_tables_and_texts_keep_their_order() -> None:
    html = shown(f"one\n\n{PIPES}\ntwo\n\n{PIPES.replace('c', 'e')}\nthree")

    assert re.findall(r"one|two|three|table-frame|<td>[ce]", html) == [
        "one",
        "table-frame",
        "<td>c",
        "two",
        "table-frame",
        "<td>e",
        "three",
    ]


def test_a_table_with_a_class_stands_alone() -> None:
    assert "table-frame" not in shown(HTML.format(' class="cases" markdown'))
