"""How regional strategies lay out what they put first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import ADDRESS, AS_TOLD, CASE, SOURCE, cites_in, told_in
from generator.comparisons.comparison import BLANKS, Column, Comparison, listed
from generator.comparisons.figures import figure_row
from generator.records import Case, Figure, Model, Organisation, Priorities

SIDES = Column("sides", "Sides of the scheme", "list", "The sides on which priorities stand, with what each holds.")
PRIORITIES = Column("priorities", "Priorities named", "list", "The priorities, after their group where there is one.")
COUNT = Column(
    "value", "How many", "quantity", "The number that a source states or we count.", sorted_by="number", opens="address"
)
COUNTED = Column("number", "Number", "number", "The same as a number.", is_shown=False)
_CITY = frozenset({"local", "metropolitan"})


def is_of_a_city(case: Case) -> bool:
    """Tell whether a case is first of all about a city: its first level is local or metropolitan."""
    return bool(case.levels) and case.levels[0] in _CITY


def laid_out(priorities: Priorities) -> dict[str, object]:
    """The cells that tell how priorities are laid out; of the text its first paragraph, the rest is for the case."""
    sides = (f"{axis.name}: {', '.join(axis.values)}" if axis.values else axis.name for axis in priorities.axes)
    names = (f"{one.tier}: {one.name}" if one.tier else one.name for one in priorities.values)
    return {
        "scheme": priorities.scheme,
        "sides": listed(sides) or BLANKS["not_applicable"],
        "priorities": listed(names),
        "text": " ".join((priorities.text or "").partition("\n\n")[0].split()),
        "source": priorities.cite,
    }


def counted(catalogue: Catalogue, record: Case | Organisation, measures: frozenset[str]) -> dict[str, object]:
    """The cells of the record's first figure of these measures; none where it has no such figure."""
    figure = next((one for one in record.figures if one.measure in measures and one.value), None)
    return _counted(catalogue, record, figure) if figure else {}


def _counted(catalogue: Catalogue, record: Case | Organisation, figure: Figure) -> dict[str, object]:
    row = figure_row(catalogue, record, figure)
    return {name: row[name] for name in ("value", "number", "address")}


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    told = {strategy.id: _case_of(catalogue, strategy) for strategy in _strategies(catalogue)}
    cases = [case for case in catalogue.cases if case.priorities and not is_of_a_city(case)]
    with_strategy = {case.id: key for key, case in told.items() if case}
    for case in cases:
        strategy = catalogue.records.get(with_strategy.get(case.id, ""))
        yield _row(catalogue, case, strategy if isinstance(strategy, Organisation) else None)
    for strategy in _strategies(catalogue):
        if told[strategy.id] not in cases:
            yield _row_without_priorities(catalogue, strategy, told[strategy.id])


def _strategies(catalogue: Catalogue) -> tuple[Organisation, ...]:
    """The programmes that are regional innovation strategies: a name of theirs begins with `RIS`."""
    return tuple(
        body
        for body in catalogue.organisations
        if body.type == "programme" and any(name.startswith("RIS") for name in body.names)
    )


def _case_of(catalogue: Catalogue, strategy: Organisation) -> Case | None:
    found = [case for case in catalogue.cases if strategy.place in case.places]
    return next((case for case in found if case.priorities), found[0] if found else None)


def _row(catalogue: Catalogue, case: Case, strategy: Organisation | None) -> dict[str, object]:
    assert case.priorities is not None
    measures = frozenset({"priorities"})
    number = counted(catalogue, case, measures) or (counted(catalogue, strategy, measures) if strategy else {})
    return {
        "strategy": strategy.id if strategy else case.id,
        "case": case.id,
        **laid_out(case.priorities),
        "value": BLANKS["not_reported"],
        **number,
        "as_told": case.as_told,
    }


def _row_without_priorities(catalogue: Catalogue, strategy: Organisation, case: Case | None) -> dict[str, object]:
    source = cites_in(strategy.summary)
    return {
        "strategy": strategy.id,
        "case": case.id if case else BLANKS["not_researched"],
        "scheme": _scheme(catalogue, strategy) or BLANKS["not_reported"],
        "sides": BLANKS["not_reported"],
        "priorities": BLANKS["not_reported"],
        "value": BLANKS["not_reported"],
        "text": " ".join(strategy.summary.split()),
        "as_told": case.as_told if case else told_in(catalogue, source),
        "source": source,
    }


def _scheme(catalogue: Catalogue, strategy: Organisation) -> str:
    """The form under which a model of schemes tells of the strategy; its parts have the ids of `data/schemes.csv`."""
    for model in catalogue.all_of(Model):
        for part in model.parts:
            if model.type == "scheme" and f"[[{strategy.id}" in (part.text or ""):
                return part.id
    return ""


PRIORITY_LAYOUTS = Comparison(
    id="priority-layouts",
    title="How regional strategies lay out their priorities",
    question="How do other regions set out what they put first?",
    caveat="What the papers print, which is seldom the whole strategy. Of South Moravia and Silesia one priority each "
    "is named, of Extremadura only the form of a drawing, of Skåne one aim. That a plain list is a form of its own is "
    "our reading.",
    group="strategies",
    columns=(
        Column("strategy", "Strategy", "record", "The strategy, or the region where it has no record of its own."),
        CASE,
        Column("scheme", "Form", "term", "The form in which priorities are laid out.", vocabulary="schemes"),
        SIDES,
        PRIORITIES,
        COUNT,
        COUNTED,
        Column("text", "What is told of it", "text", "How the priorities were set, or what else is told."),
        AS_TOLD,
        SOURCE,
        ADDRESS,
    ),
    rows=_rows,
)
