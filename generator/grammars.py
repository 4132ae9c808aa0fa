"""Grammars: how values are written, told for people who have never seen YAML; each example is of the parsers' own kind."""

from __future__ import annotations

from collections.abc import Iterable

from generator.records.base import REASONS, Blanks
from generator.records.forms import fields
from generator.text.citations import LOCATORS
from generator.text.dates import words
from generator.text.quantities import NOT_REPORTED, QUALIFIERS

DATES = ("2016", "2016-11", "2016-11-21", "2016-04/2020-03")
NUMBERS = ("267", "4.6", *(f"{qualifier} 100" for qualifier in QUALIFIERS), "10 to 45", NOT_REPORTED)
CITATIONS = (
    ("@rivas-2016, p. 9", "page 9 of a work that was read"),
    ("@rivas-2016, p. 3, fn. 1", "footnote 1 on page 3"),
    ("@rivas-2016, p. 9; @keller-2018, note iv", "two places"),
    ("@foray-2017, p. 98, in @keller-2018, p. 7", "a work that was only read about, in another one"),
)
LINKS = (
    ("[[gaia]]", "a link that shows the name of the record"),
    ("[[gaia|the IT cluster]]", "a link that shows words of your own"),
    ("[[!cluster]]", "the name without a link, where it would be linked by itself"),
    ("[the plan](https://www.example.org/plan)", "a link to another web site"),
)
SHAPES = '''    title: "Canton of Fribourg: bio-based inputs for plastics"
    type: pilot
    levels:
      - regional
      - local
    summary: |
      A canton without a formal strategy found a field of its own
      [@keller-2018, p. 13].

      An empty line parts two paragraphs.
    actors:
      - who: swiss-plastics-cluster
        does:
          - takes-part
        cite: "@keller-2018, p. 13"
      - group: policymakers
        does:
          - takes-part
        cite: "@keller-2018, p. 13"'''
BLANKS = """    blanks:
      not_reported:
        - results
        - workshops.date
      not_researched:
        - images"""


def grammars() -> str:
    """The sections on layout, ids, words, places, texts, links, citations, dates, numbers and blanks, in Markdown."""
    sections = (_layout, _ids, _texts, _citations, _dates, _numbers, _blanks)
    return "\n\n".join(section() for section in sections) + "\n"


def table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown; the cells are Markdown already."""
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _layout() -> str:
    return f"""\
## How a record is written {{#form-record}}

A record is a plain text file. Each field is its name, a colon, a space and its value:

{SHAPES}

- The fields of a record begin at the start of the line. What belongs to a field begins two spaces further in. Use spaces, never tabs.
- A **list** has one line for each entry, with a dash and a space in front.
- A **text** begins on the line below a `|`, and each of its lines begins with two spaces more than the name of the field.
- A **group** has fields of its own. In a list of groups the dash stands before the first field of each entry.
- Put a value in straight quotes, `"like this"`, where it holds a colon and a space, holds a space and a `#`, or begins with a sign
  such as `[`, `@`, `*`, `&` or `#`. In a text below `|` no quotes are needed.
- A line that begins with `#` is a comment, which the site never shows."""


def _ids() -> str:
    return """\
## Ids, words and places {#form-id}

An **id** is a short name in lower-case letters without accents, digits and hyphens, such as `critical-mass`. The id of a record is the
name of its file without `.yml`, and no two records have the same, whatever their kind.

### Words of tables {#form-word}

Some fields take a word from a table in the folder `data/`, so that records can be compared. The table says what each word means. A word
that is missing can be added there as a new line.

### Codes of places {#form-place}

A place is named by a code from the first column of `data/places.csv`: the code of a region in the European Union's classification NUTS,
such as `ES21`, or country and name, such as `fr-bordeaux-metropole`, where no such region fits."""


def _texts() -> str:
    found = "\n".join(f"- `{link}` is {meaning}." for link, meaning in LINKS)
    return f"""\
## Texts {{#form-text}}

A text holds paragraphs, lists, `*emphasis*`, `**strong words**`, citations and links. Headings, tables, code, images, HTML and footnotes
are refused: pages make their own.

### Links {{#form-link}}

{found}

The first mention of a concept in each section becomes a link by itself. A body or another case needs one link in each record that names it."""


def _citations() -> str:
    found = table(("written", "means"), ((f"`{citation}`", meaning) for citation, meaning in CITATIONS))
    locators = ", ".join(f"`{locator}`" for locator in LOCATORS)
    return f"""\
## Citations {{#form-citation}}

A citation names the id of a source and says where in the work the statement stands. What tells the place is one of {locators}.

{found}

In a text a citation stands in square brackets, as in `[@rivas-2016, p. 9]`. In a field it stands in straight quotes without brackets,
as in `cite: "@rivas-2016, p. 9"`."""


def _dates() -> str:
    return f"""\
## Dates {{#form-date}}

The year stands first, and a date is no more exact than its source. An interval has a slash between its ends.

{table(("written", "means"), ((f"`{date}`", words(date)) for date in DATES))}"""


def _numbers() -> str:
    return f"""\
## Numbers {{#form-number}}

Numbers are written in digits, without marks between thousands and with a point before decimals, and keep the qualifier of their source.
The unit stands in a field of its own.

These are all forms: {", ".join(f"`{number}`" for number in NUMBERS)}."""


def _blanks() -> str:
    rows = ((f"`{reason.name}`", reason.description) for reason in fields(Blanks) if reason.name in REASONS)
    return f"""\
## Blanks {{#form-blank}}

A field that stays empty on purpose is named under `blanks`, with the reason. A field is filled or blank, never both; one that is neither
counts as not written yet.

{table(("reason", "means"), rows)}

{BLANKS}

`workshops.date` stands for the date of every workshop that has none."""
