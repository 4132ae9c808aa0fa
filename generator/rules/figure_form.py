"""figure-form: a figure lacks what makes it comparable, or says two things at once.

A figure has either one `value` or `parts` with their `whole`; money says whether it is paid `once` or every `year`;
a count is a whole number; the unit fits what is measured; a value lies inside its own range.

    - {measure: public-money, value: 1.5, unit: EUR, scale: million}               # wrong: once, or every year?
    - {measure: public-money, value: 1.5, unit: EUR, scale: million, per: year}    # right
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, Entry
from generator.problems import Mend, Problem
from generator.records import FACTOR, Figure
from generator.records.walk import Path
from generator.rules.figures import figures
from generator.text.quantities import quantity

CODE = "figure-form"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find figures that cannot be read in one way only."""
    for entry, path, figure in figures(catalogue):
        yield from _value_or_parts(entry, path, figure)
        yield from _unit(catalogue, entry, path, figure)
        yield from _range(entry, path, figure)


def _value_or_parts(entry: Entry, path: Path, figure: Figure) -> Iterator[Problem]:
    if figure.value is None and not figure.parts:
        yield _lacks(entry, path, "the figure has neither `value` nor `parts`", "value: not reported")
    if figure.value is not None and figure.parts:
        yield Problem(
            entry.place_of_key((*path, "value")),
            CODE,
            "the figure has both `value` and `parts`",
            help="write the total as `whole`, and delete `value`",
            mends=_renamed(entry, (*path, "value"), "whole") if figure.whole is None else (),
        )
    if figure.parts and figure.whole is None and figure.value is None:
        yield _lacks(entry, path, "the figure has `parts` and no `whole`", "whole: 100")
    if figure.about and figure.of:
        yield Problem(
            entry.place_of_key((*path, "about")),
            CODE,
            "the figure has both `about` and `of`",
            help="keep `of` where it describes a record, else `about`",
        )


def _unit(catalogue: Catalogue, entry: Entry, path: Path, figure: Figure) -> Iterator[Problem]:
    measure, unit = (
        catalogue.tables.get("measures", {}).get(figure.measure),
        catalogue.tables.get("units", {}).get(figure.unit),
    )
    if measure is None or unit is None:
        return
    family = measure.cells["family"]
    if family not in unit.cells["families"].split():
        fitting = [key for key, row in catalogue.tables["units"].items() if family in row.cells["families"].split()]
        place = entry.place((*path, "unit"))
        yield Problem(
            place,
            CODE,
            f"`{figure.unit}` is no unit of `{figure.measure}`",
            help="write " + " or ".join(f"`{key}`" for key in fitting),
            mends=(Mend(place, fitting[0]),) if fitting and entry.document else (),
        )
    if family == "money" and figure.per is None:
        yield _lacks(entry, path, "the figure is money, and does not say for how long", "per: once", " or `per: year`")
    value = quantity(figure.value or "")
    if measure.cells["number"] == "integer" and value.low is not None and value.high is not None:
        for number in {value.low, value.high}:
            if (number * FACTOR[figure.scale]) % 1:
                yield Problem(
                    entry.place((*path, "value")),
                    CODE,
                    f"`{figure.measure}` counts whole things, and `{figure.value}` is a fraction",
                    help="write a whole number; thousands have no mark, as in `22000`",
                )
                break


def _range(entry: Entry, path: Path, figure: Figure) -> Iterator[Problem]:
    pairs = [((*path, "range"), figure.value, figure.range)]
    pairs += [((*path, "parts", index, "range"), part.value, part.range) for index, part in enumerate(figure.parts)]
    for where, written, spread in pairs:
        value, span = quantity(written or ""), quantity(spread or "")
        if value.low is None or value.high is None or span.low is None or span.high is None:
            continue
        if not span.low <= value.low <= value.high <= span.high:
            low, high = min(span.low, value.low), max(span.high, value.high)
            place = entry.place(where)
            good = f"{low} to {high}"
            yield Problem(
                place,
                CODE,
                f"the value `{written}` lies outside its range `{spread}`",
                help=f"write a range that holds it, such as `{good}`",
                mends=(Mend(place, good),) if entry.document else (),
            )


def _lacks(entry: Entry, path: Path, message: str, line: str, more: str = "") -> Problem:
    place = entry.place(path)
    mends: tuple[Mend, ...] = ()
    if entry.document:
        node = entry.document.nodes[path]
        start = entry.document.lines.place(node.start)
        flow = entry.document.lines.text[node.start] == "{"
        at = node.start + 1 if flow else node.start
        text = f"{line}, " if flow else f"{line}\n{' ' * (start.span.column - 1)}"
        mends = (entry.document.lines.mend(at, at, text),)
    return Problem(place, CODE, message, help=f"add `{line}`{more}", mends=mends)


def _renamed(entry: Entry, path: Path, name: str) -> tuple[Mend, ...]:
    return (Mend(entry.place_of_key(path), name),) if entry.document else ()
