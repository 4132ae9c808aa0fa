"""The downloads of the real site against its pages as served: what a file says stands on the page that it names."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from building import BASE

from generator.downloads.bundle import FORMS
from generator.text.dates import words

MOST = 500  # bytes, compressed, that what a page tells to programs may add to it
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def records(real_site: Path) -> list[dict[str, Any]]:
    """Every record of the site, from the file beside its page."""
    every = [json.loads(path.read_bytes()) for path in sorted(real_site.glob("*/*/index.json"))]
    return [told for told in every if "record" in told]


def test_every_page_of_a_record_has_its_json_beside_it(real_site: Path, records: list[dict[str, Any]]) -> None:
    kinds = ("cases", "concepts", "organisations", "models", "sources", "courses")
    pages = {path.parent for kind in kinds for path in (real_site / kind).glob("*/index.html")}

    assert len(records) > 300
    assert {_file(real_site, record["address"]).parent for record in records} == pages


def test_every_figure_of_the_json_stands_in_its_page_in_its_printed_form(
    real_site: Path, records: list[dict[str, Any]]
) -> None:
    missing = []
    for figure in (figure for record in records for figure in record["figures"]):
        told = _place(real_site, figure["address"])
        missing += [
            f"{figure['address']}: {said}"
            for said in (*_printed(figure), words(figure["as_of"]), figure["source"].split(",")[0])
            if said not in told
        ]

    assert sum(len(record["figures"]) for record in records) > 60
    assert missing == []


def test_a_figure_has_all_that_makes_it_comparable(records: list[dict[str, Any]]) -> None:
    needed = {"label", "unit", "as_of", "as_of_basis", "cite", "source", "address"}
    for figure in (figure for record in records for figure in record["figures"]):
        assert needed <= set(figure), figure["address"]
        for one in figure.get("parts", [figure]):
            assert ("number" in one) == ("not reported" not in one["printed"]), figure["address"]


def test_every_neighbour_is_a_page(real_site: Path, records: list[dict[str, Any]]) -> None:
    for record in records:
        near = record["neighbours"]
        for address in (*near["links_to"], *near["linked_from"], *near["works"], near["before"], near["after"]):
            assert address is None or _file(real_site, address).is_file(), f"{record['address']}: {address}"


def test_every_page_of_a_record_tells_programs_what_it_is(real_site: Path, records: list[dict[str, Any]]) -> None:
    for record in records:
        html = _file(real_site, record["address"]).read_text(encoding="utf-8")
        (script,) = _SCRIPT.findall(html)
        told = json.loads(script)
        assert (told["@context"], told["@id"]) == ("https://schema.org", record["address"])
        assert told["name"].casefold() == record["name"].casefold()
        without = html.replace(f'<script type="application/ld+json">{script}</script>', "")
        assert _weight(html) - _weight(without) <= MOST, record["address"]


def test_every_page_tells_programs_what_it_is_in_the_page_and_beside_it(real_site: Path) -> None:
    pages = [path for path in sorted(real_site.rglob("index.html")) if path.parent.name != "embed"]
    for path in pages:
        (told,) = map(json.loads, _SCRIPT.findall(path.read_text(encoding="utf-8")))
        beside = json.loads((path.parent / "index.json").read_bytes())
        name = path.parent.relative_to(real_site).as_posix()
        assert told["@type"], name
        assert beside["address"] == BASE + (f"{name}/" if name != "." else ""), name
        assert all(_file(real_site, address).is_file() for address in beside.get("leads_to", ())), name

    assert len(pages) > 450


def test_a_table_and_its_chart_carry_the_rows_of_the_data(real_site: Path) -> None:
    rows = json.loads((real_site / "data" / "cluster-sizes.json").read_bytes())
    beside = {
        kind: json.loads((real_site / kind / "cluster-sizes" / "index.json").read_bytes())
        for kind in ("tables", "charts")
    }

    assert {kind: told["kind"] for kind, told in beside.items()} == {"tables": "table", "charts": "chart"}
    assert beside["tables"]["rows"] == beside["charts"]["rows"] == rows


def test_the_data_page_is_told_as_a_data_set_whose_files_are_there(real_site: Path) -> None:
    html = (real_site / "data" / "index.html").read_text(encoding="utf-8")
    told = json.loads(_SCRIPT.findall(html)[0])

    assert told["@type"] == "Dataset"
    assert len(told["distribution"]) == len(FORMS)
    assert all((real_site / one["contentUrl"].removeprefix(BASE)).is_file() for one in told["distribution"])


def test_the_data_page_names_every_file_and_its_size(real_site: Path) -> None:
    html = unescape((real_site / "data" / "index.html").read_text(encoding="utf-8"))
    listed = dict(re.findall(r'href="([\w.-]+)">[^<]+</a>(?:</strong>)? \(([^)]+)\)', html))
    files = {path.name: path.stat().st_size for path in (real_site / "data").iterdir() if path.is_file()}

    assert files.keys() - listed.keys() == {"index.html", "index.json", "README.txt"}
    for name, said in listed.items():
        number, unit = said.split("\u00a0")
        factor = {"bytes": 1, "KB": 1_000, "MB": 1_000_000}[unit]
        assert float(number) * factor == pytest.approx(files[name], abs=0.51 * factor), name


def test_every_column_of_the_package_is_explained_on_a_page(real_site: Path) -> None:
    package = json.loads((real_site / "data" / "datapackage.json").read_bytes())
    pages = "".join(_words(path.read_text("utf-8")) for path in sorted((real_site / "data").glob("*/index.html")))

    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert f" {field['name']} " in pages.replace(",", " "), f"{resource['name']}: {field['name']}"
            is_second = field["description"].startswith(("What pages show for", "The ids of the works in"))
            assert is_second or " ".join(field["description"].replace("`", " ").split()) in pages, field["description"]


def test_the_table_beside_its_page_is_the_one_in_the_data(real_site: Path) -> None:
    for path in sorted((real_site / "tables").glob("*/*.csv")):
        assert path.read_bytes() == (real_site / "data" / path.name).read_bytes()


def _printed(figure: dict[str, Any]) -> Iterator[str]:
    yield from (one["printed"] for one in (figure, *figure.get("parts", ())) if "printed" in one)


def _file(site: Path, address: str) -> Path:
    return site / address.partition("#")[0].removeprefix(BASE) / "index.html"


def _place(site: Path, address: str) -> str:
    """The words of the page from an anchor to the end of its table, or of its section."""
    html = _file(site, address).read_text(encoding="utf-8")
    anchor = address.partition("#")[2]
    _, found, rest = html.partition(f'id="{anchor}"')
    assert found, address
    if not anchor.startswith("figure-"):
        return _words(rest.split("<h2", 1)[0])
    table = rest.split("</table>", 1)[0]
    return _words(re.split(r'id="figure-', table, maxsplit=1)[0])


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def _weight(html: str) -> int:
    return len(gzip.compress(html.encode(), 9, mtime=0))
