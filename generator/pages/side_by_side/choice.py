"""/compare/: any two to six cases, chosen by the reader; the ready-made sets for whoever has no script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.pages.base import Page, front_matter, render
from generator.pages.case_opening import countries
from generator.pages.case_sets import FEWEST, FOLDER, MOST, case_sets
from generator.pages.prose import Writer, page_uri
from generator.pages.side_by_side.cell import Cell, as_html
from generator.pages.side_by_side.column import CaseColumn
from generator.pages.side_by_side.fields import cells, fields
from generator.pages.side_by_side.sets import JUMPS, entry
from generator.records import Case

ASSETS = f"assets/{FOLDER}"


class ChoicePage:
    """What the template asks for, and the scripts with the cases, which a browser loads one by one as they are chosen."""

    uri = f"{FOLDER}/index.md"
    title = "Compare cases"

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.sets = tuple(case_sets(catalogue))
        self.writer = Writer(catalogue, self.uri, cites=False)

    def page(self) -> Page:
        """Fill the template."""
        return Page(self.uri, self.title, render("compare.md.jinja", page=self), assets=tuple(self._scripts()))

    @property
    def front_matter(self) -> Markup:
        """Title and description for the theme."""
        return front_matter(
            self.title,
            description="Any two to six cases side by side, field by field.",
            styles=("compare",),
            scripts=(f"{FOLDER}/cases", "comparing", "compare"),
        )

    def _scripts(self) -> Iterator[tuple[str, str]]:
        listed = {
            "fewest": FEWEST,
            "most": MOST,
            "rows": [[field.id, field.label] for field in fields(self.catalogue)],
            "jumps": JUMPS,
            "cases": [_listed(self.catalogue, case) for case in self.catalogue.cases],
        }
        yield f"{ASSETS}/cases.js", f"window.casebookCases = {_as_json(listed)};\n"
        for case in self.catalogue.cases:
            told = _as_json(self._told(case))
            yield f"{ASSETS}/{case.id}.js", f'window.casebookCases.told["{case.id}"] = {told};\n'

    def _told(self, case: Case) -> dict[str, Any]:
        """All that a case says, ready to be put into a table."""
        writer = Writer(self.catalogue, self.uri)
        column = CaseColumn(self.catalogue, case, writer)
        figures = [[one.key, one.label, as_html(one.line), as_html(one.other_line)] for one in column.measured]
        return {
            "cells": {name: _cell(cell) for name, cell in cells(column).items()},
            "figures": [[key, label, _inline(line), _inline(other)] for key, label, line, other in figures],
            "lacks": [_cell(column.lacks(other=other)) for other in (False, True)],
            "sources": {work.id: _inline(as_html(entry(self.catalogue, writer, work))) for work in writer.sources()},
        }


def _listed(catalogue: Catalogue, case: Case) -> dict[str, str]:
    """What the list of all cases says of one."""
    name = catalogue.short_name(case)
    column = CaseColumn(catalogue, case, Writer(catalogue, ChoicePage.uri))
    return {
        "id": case.id,
        "name": name,
        "title": case.title,
        "where": ", ".join(countries(catalogue, case.places)),
        "told": column.told,
        "as_told": case.as_told,
        "way": f"../{page_uri(case).removesuffix('.md')}/",
    }


def _cell(cell: Cell) -> dict[str, Any]:
    found: dict[str, Any] = {"html": as_html(cell.text)}
    if cell.terms:
        found["terms"] = dict(cell.terms)
    if cell.is_blank:
        found["blank"] = True
    return found


def _inline(html: str) -> str:
    return html.removeprefix("<p>").removesuffix("</p>")


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
