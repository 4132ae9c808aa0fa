"""Bundle: every file of the downloads, made once from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.downloads.about import About
from generator.downloads.archive import as_zip
from generator.downloads.cells import Context
from generator.downloads.comparisons import comparison_sheets
from generator.downloads.dcat import as_dcat
from generator.downloads.formats import as_csv, as_json, json_text
from generator.downloads.package import data_package
from generator.downloads.readme import readme
from generator.downloads.record import records_as_json
from generator.downloads.records import part_sheets, record_sheets
from generator.downloads.sheet import Sheet
from generator.downloads.skos import as_skos
from generator.downloads.words import word_sheets
from generator.downloads.workbook import as_xlsx
from generator.records import RECORD_TYPES

ARCHIVE, WORKBOOK, PACKAGE = "casebook.zip", "casebook.xlsx", "datapackage.json"
VOCABULARY, ENTRY, README = "concepts.ttl", "catalogue.ttl", "README.txt"
FORMS = (
    (ARCHIVE, "application/zip", "Everything in one archive"),
    (WORKBOOK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Everything in one workbook"),
    (PACKAGE, "application/json", "The Data Package: what every CSV file holds, column by column, for programs"),
    (VOCABULARY, "text/turtle", "The concepts as a vocabulary (SKOS, in Turtle)"),
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files by name, the sheets from which they are made, and each record as JSON by its id."""

    about: About
    files: Mapping[str, bytes]
    sheets: tuple[Sheet, ...]
    records: Mapping[str, str]


def bundle(context: Context, day: tuple[int, int, int]) -> Bundle:
    """Make every file as of the day of the newest check."""
    about = About(context.settings, day)
    words = word_sheets(context.catalogue)
    sheets = (*comparison_sheets(context), *record_sheets(context), *part_sheets(context), *words)
    records = records_as_json(context)
    files = {
        **dict(_of_sheets(sheets, about)),
        **dict(_of_kinds(context, records)),
        WORKBOOK: as_xlsx(about.title, sheets, _notes(about), day),
        PACKAGE: json_text(data_package(context.catalogue, sheets, about)).encode(),
        VOCABULARY: as_skos(context).encode(),
        README: readme(sheets, about).encode(),
    }
    files[ARCHIVE] = as_zip(f"casebook-{about.version}", files, day)
    files[ENTRY] = as_dcat(FORMS, about).encode()
    return Bundle(about, files, sheets, {key: json_text(record) for key, record in records.items()})


def _of_sheets(sheets: Sequence[Sheet], about: About) -> Iterator[tuple[str, bytes]]:
    """Every sheet as CSV; a comparison, which people open alone, in all three forms."""
    for sheet in sheets:
        yield f"{sheet.name}.csv", as_csv(sheet).encode()
        if sheet.group == "tables":
            yield f"{sheet.name}.json", as_json(sheet).encode()
            notes = [sheet.description, *_notes(about)]
            yield f"{sheet.name}.xlsx", as_xlsx(sheet.title, [sheet], notes, about.day)


def _of_kinds(context: Context, records: Mapping[str, object]) -> Iterator[tuple[str, bytes]]:
    """The records of each kind, whole."""
    for record_type in RECORD_TYPES.values():
        found = [records[record.id] for record in context.catalogue.all_of(record_type)]
        yield f"{record_type.folder}.json", json_text(found).encode()


def _notes(about: About) -> list[str]:
    return [
        about.text,
        f"Cite it as: {about.cite}",
        "Licence: CC BY 4.0. Each figure belongs to the work that it cites.",
    ]
