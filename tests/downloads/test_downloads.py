"""The files of the downloads, each read back by the library that people use for it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
import rdflib
import yaml
from building import BASE, SAMPLE
from rdflib.namespace import DCAT, RDF, SKOS

from generator.catalogue import Catalogue
from generator.comparisons import COMPARISONS
from generator.downloads.bundle import ARCHIVE, ENTRY, PACKAGE, README, VOCABULARY, WORKBOOK, Bundle, bundle
from generator.downloads.cells import Context
from generator.downloads.formats import as_csv, as_json
from generator.downloads.sheet import Field, Sheet
from generator.downloads.skos import as_skos
from generator.downloads.workbook import as_xlsx
from generator.load import load
from generator.pages import Settings
from generator.pages.concept import ConceptPage
from generator.records import RECORD_TYPES

DAY = (2026, 11, 21)
SETTINGS = Settings("Casebook", BASE)
TRAPS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "plain", "<b>&</b>", "one\ntwo", 'a "b", c')


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory, project_of: Callable[[Path, Path | None], Path]) -> Catalogue:
    return load(project_of(tmp_path_factory.mktemp("downloads") / "project", SAMPLE / "content")).catalogue


@pytest.fixture(scope="module")
def made(catalogue: Catalogue) -> Bundle:
    return bundle(Context(catalogue, SETTINGS), DAY)


@pytest.fixture
def traps() -> Sheet:
    """A sheet of texts that a program could take for something else."""
    fields = (Field("text", "Text", "A text."), Field("number", "Number", "A number.", "number"))
    return Sheet("traps", "Traps", "Texts.", "tables", fields, tuple((trap, at) for at, trap in enumerate(TRAPS)))


def test_every_file_is_the_same_to_the_byte_when_made_again(catalogue: Catalogue, made: Bundle) -> None:
    again = bundle(Context(catalogue, SETTINGS), DAY)

    assert {name for name, file in made.files.items() if again.files[name] != file} == set()


def test_no_file_tells_the_time_at_which_it_was_made(made: Bundle) -> None:
    archive = zipfile.ZipFile(io.BytesIO(made.files[ARCHIVE]))
    book = zipfile.ZipFile(io.BytesIO(made.files[WORKBOOK]))

    assert {entry.date_time for entry in archive.infolist()} == {(*DAY, 0, 0, 0)}
    assert {entry.date_time[0] for entry in book.infolist()} == {1980}
    assert b"2026-11-21T00:00:00Z" in book.read("docProps/core.xml")


def test_another_day_makes_another_archive(catalogue: Catalogue, made: Bundle) -> None:
    other = bundle(Context(catalogue, SETTINGS), (2026, 11, 22))

    assert other.files[ARCHIVE] != made.files[ARCHIVE]


def test_pandas_reads_every_csv_as_it_was_written(made: Bundle) -> None:
    for sheet in made.sheets:
        texts = {field.name: "string" for field in sheet.fields if field.type == "string"}
        read = pd.read_csv(
            io.BytesIO(made.files[f"{sheet.name}.csv"]), dtype=texts, keep_default_na=False, na_values=[""]
        )

        assert tuple(read.columns) == sheet.header, sheet.name
        assert len(read) == len(sheet.rows), sheet.name
        for name, written in zip(sheet.header, zip(*sheet.rows, strict=True), strict=False):
            found = [None if pd.isna(cell) else cell for cell in read[name]]
            assert [_bare(cell) for cell in found] == list(written), f"{sheet.name}: {name}"


def test_openpyxl_reads_the_same_cells_from_the_workbook(made: Bundle) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made.files[WORKBOOK]))

    for sheet in made.sheets:
        header, *rows = book[sheet.name].iter_rows(values_only=True)
        assert header == sheet.header, sheet.name
        assert rows == list(sheet.rows), sheet.name
    assert {name for (name, *_) in book["Columns"].iter_rows(min_row=2, values_only=True)} == {
        sheet.name for sheet in made.sheets
    }


def test_a_text_that_looks_like_a_formula_stays_a_text(traps: Sheet) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx("Traps", [traps], [], DAY)))
    cells = [row[0] for row in book["traps"].iter_rows(min_row=2)]

    assert [cell.value for cell in cells] == list(TRAPS)
    assert {cell.data_type for cell in cells} == {"s"}
    assert [row["text"] for row in json.loads(as_json(traps))] == list(TRAPS)
    assert not [row for row in csv.reader(io.StringIO(as_csv(traps))) if row[0].startswith(tuple("=+-@\t"))]


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so(traps: Sheet) -> None:
    long = replace(traps, rows=(("a" * 40_000, 1),))
    cell = openpyxl.load_workbook(io.BytesIO(as_xlsx("Long", [long], [], DAY)))["traps"]["A2"].value

    assert len(cell) == 32_767
    assert cell.endswith("(the whole text stands in the CSV)")


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.id)
def test_a_comparison_says_the_same_in_all_three_forms(made: Bundle, catalogue: Catalogue, comparison: Any) -> None:
    rows = json.loads(made.files[f"{comparison.id}.json"])
    book = openpyxl.load_workbook(io.BytesIO(made.files[f"{comparison.id}.xlsx"]))
    header, *cells = book[comparison.id].iter_rows(values_only=True)

    assert len(rows) == len(comparison.frame(catalogue))
    assert [tuple(row.values()) for row in rows] == cells
    assert {column.id for column in comparison.columns} <= set(header)


@pytest.mark.filterwarnings("ignore")  # what the library warns of is its own
def test_frictionless_finds_no_fault_with_the_package(made: Bundle, tmp_path: Path) -> None:
    import frictionless  # noqa: PLC0415 - slow to load

    _write(tmp_path, made.files)
    report = frictionless.validate(tmp_path / PACKAGE)

    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] == len(made.sheets)


@pytest.mark.filterwarnings("ignore")
def test_frictionless_sees_a_cell_of_the_wrong_type(made: Bundle, tmp_path: Path) -> None:
    import frictionless  # noqa: PLC0415

    places = made.files["places.csv"].decode()
    _write(tmp_path, {**made.files, "places.csv": places.replace(",43.", ",north of 43.", 1).encode()})

    assert not frictionless.validate(tmp_path / PACKAGE).valid


def test_the_package_names_its_licence_its_works_and_its_citation(made: Bundle, catalogue: Catalogue) -> None:
    package = json.loads(made.files[PACKAGE])

    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert len(package["sources"]) == len(catalogue.sources)
    assert f"{BASE}data/" in package["citation"]
    assert all(
        field["description"] and field["title"]
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
    )


def test_the_archive_holds_every_file_in_order_and_a_readme_that_names_each_table(made: Bundle) -> None:
    archive = zipfile.ZipFile(io.BytesIO(made.files[ARCHIVE]))
    names = archive.namelist()
    readme = archive.read(f"casebook-2026-11-21/{README}").decode()

    assert names == sorted(f"casebook-2026-11-21/{name}" for name in made.files.keys() - {ARCHIVE, ENTRY})
    assert [sheet.name for sheet in made.sheets if f"{sheet.name}.csv" not in readme] == []


def test_rdflib_reads_every_concept_with_its_names(made: Bundle, catalogue: Catalogue) -> None:
    graph = rdflib.Graph().parse(data=made.files[VOCABULARY], format="turtle")

    assert {str(concept) for concept in graph.subjects(RDF.type, SKOS.Concept)} == {
        f"{BASE}concepts/{concept.id}/" for concept in catalogue.concepts
    }
    for concept in catalogue.concepts:
        address = rdflib.URIRef(f"{BASE}concepts/{concept.id}/")
        assert str(graph.value(address, SKOS.prefLabel)) == concept.term
        assert {str(name) for name in graph.objects(address, SKOS.altLabel)} == set(concept.names) - {concept.term}
        assert graph.value(address, SKOS.definition)


def test_no_concept_is_a_neighbour_of_what_is_wider(make_concept: Callable[..., Any]) -> None:
    concepts = [
        make_concept(id="a", term="a", broader=["b"], related=["c", "d"]),
        make_concept(id="b", term="b", broader=["c"]),
        make_concept(id="c", term="c", related=["a"]),
        make_concept(id="d", term='d "}', exact_matches=["https://example.org/d"]),
    ]
    graph = rdflib.Graph().parse(data=as_skos(Context(Catalogue.of(concepts), SETTINGS)), format="turtle")

    assert [str(found)[-2:] for found in graph.objects(None, SKOS.related)] == ["d/"]
    assert [str(found) for found in graph.objects(None, SKOS.exactMatch)] == ["https://example.org/d"]
    assert rdflib.Literal('d "}', lang="en") in set(graph.objects(None, SKOS.prefLabel))


def test_every_file_that_the_catalogue_entry_names_is_there(made: Bundle) -> None:
    graph = rdflib.Graph().parse(data=made.files[ENTRY], format="turtle")
    dataset = graph.value(None, RDF.type, DCAT.Dataset)

    named = {str(address).removeprefix(f"{BASE}data/") for address in graph.objects(None, DCAT.downloadURL)}
    assert named
    assert named <= set(made.files)
    assert len(set(graph.objects(dataset, DCAT.distribution))) == len(named)


def test_every_record_can_be_made_again_from_its_json(made: Bundle, catalogue: Catalogue) -> None:
    for record in catalogue.records.values():
        told = json.loads(made.records[record.id])
        assert type(record).model_validate(told["record"] | {"id": record.id}) == record
        assert told["address"] == f"{BASE}{record.address.strip('/')}/"


def test_the_records_of_a_kind_are_those_beside_their_pages(made: Bundle, catalogue: Catalogue) -> None:
    for record_type in RECORD_TYPES.values():
        told = json.loads(made.files[f"{record_type.folder}.json"])
        assert told == [json.loads(made.records[record.id]) for record in catalogue.all_of(record_type)]


def test_no_name_of_a_record_ends_the_script_that_tells_it_to_programs(make_concept: Callable[..., Any]) -> None:
    name = '</script><script>alert("1")</script> &amp; {{ 7 }} \u2028'
    catalogue = Catalogue.of([make_concept(term=name)])
    (page,) = ConceptPage(catalogue, catalogue.concepts[0], SETTINGS).pages()
    head = yaml.safe_load(page.markdown.split("---")[1])

    assert not set("<>&") & set(head["told"])
    assert json.loads(head["told"])["name"].casefold() == " ".join(name.split()).casefold()


def test_the_number_of_a_figure_is_computed_from_its_scale_and_range(catalogue: Catalogue) -> None:
    bodies = [
        replace_figures(next(iter(catalogue.organisations)), value="around 4.6", scale="million", unit="EUR"),
    ]
    made = bundle(Context(Catalogue.of(bodies, catalogue.tables), SETTINGS), DAY)
    figure = json.loads(made.records[bodies[0].id])["figures"][0]

    assert figure["printed"] == "around EUR 4.6 million"
    assert figure["number"] == 4_600_000
    assert figure["qualifier"] == "around"


def replace_figures(body: Any, **fields: str) -> Any:
    """The body with one figure."""
    figure = {"measure": "members", "value": "5", "unit": "members", "as_of": "2016", "as_of_basis": "stated"}
    figure |= {"cite": "@keller-2018, p. 1", **fields}
    own = body.model_dump(by_alias=True, exclude_unset=True) | {"id": body.id, "figures": [figure]}
    return type(body).model_validate(own)


def _bare(cell: Any) -> Any:
    """A cell without the sign that keeps spreadsheets from running it."""
    is_kept = isinstance(cell, str) and cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r")
    return cell[1:] if is_kept else cell


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, file in files.items():
        (folder / name).write_bytes(file)
