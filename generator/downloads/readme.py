"""The README of the archive: what is in it, how to read it, how to cite it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.downloads.about import About
from generator.downloads.sheet import Sheet

_TEXT = """\
{title}
{line}

{text}

How to cite: {cite}
Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
Each figure belongs to the work that it cites.

What is what
------------
  casebook.xlsx       every table below as a sheet, and what each column means
  datapackage.json    the same meanings for programs (Data Package)
  concepts.ttl        the concepts as a vocabulary (SKOS, in Turtle)
  *.csv               UTF-8, commas, one line of column names
  *.json              comparisons row by row; records whole, with what is worked out from them

How to read it
--------------
- An empty cell means that nobody has told it. The columns blanks_... of a record say which fields are empty on purpose.
- A figure has a printed form and, in `number`, a number in its unit: "EUR 4.6 million" is 4600000.
- `as_of` is the date for which a figure holds; `basis` or `as_of_basis` says how the date is known.
- Dates are EDTF: 2016, 2016-11, 2016-11-21, or 2016-04/2020-03 for a span. Read them as text.
- A column that ends in _name holds what the pages show for the key before it; _works holds ids of works.
- In CSV a text that begins with = + - or @ has a ' before it, so that no spreadsheet runs it. In JSON and XLSX it stands
  as it is.

The CSV files
-------------
"""


def readme(sheets: Sequence[Sheet], about: About) -> str:
    """The whole text."""
    head = _TEXT.format(title=about.title, line="=" * len(about.title), text=about.text, cite=about.cite)
    return head + "".join(f"  {f'{sheet.name}.csv':<36}{sheet.title}\n" for sheet in sheets)
