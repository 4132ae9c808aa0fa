"""What is measured of the site: a point of the promise, its measures, and the figures that a run of the tests gave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Joined = Literal["sum", "largest", "smallest"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of the page about quality.

    `what` says in a reader's words what is counted, in `unit`; the figure keeps `at_most` or `at_least`, or neither
    where it is only told, as times are. Where several parts of a run note the measure, `joined` says which figure
    counts. `every_page` asks that it was taken of every page of the site. `repeat` is the command that takes it again,
    and `caught` the test that seeds a fault of its kind and sees it caught.
    """

    id: str
    what: str
    repeat: str
    caught: str = ""
    unit: str = ""
    at_most: float | None = None
    at_least: float | None = None
    joined: Joined = "sum"
    every_page: bool = False

    @property
    def is_gated(self) -> bool:
        """Tell a figure that must keep a limit from one that is only told."""
        return self.at_most is not None or self.at_least is not None

    @property
    def limit(self) -> str:
        """The limit in words; empty where there is none."""
        if self.at_most is not None:
            return "none" if self.at_most == 0 else f"at most {printed(self.at_most)}"
        return f"at least {printed(self.at_least)}" if self.at_least is not None else ""

    def told(self, figure: Figure) -> str:
        """The figure in words: `none of 523 pages`, `no messages on 523 pages`, or `61,500 bytes (523 looked at)`."""
        value = "none" if figure.value == 0 and self.at_least is None else printed(figure.value)
        if self.joined != "sum" or figure.of is None:
            looked = f" ({printed(figure.of)} looked at)" if figure.of is not None else ""
            return f"{value} {self.unit}{looked}"
        if self.every_page and self.unit != "pages":
            return f"{'no' if value == 'none' else value} {self.unit} on {printed(figure.of)} pages"
        return f"{value} of {printed(figure.of)} {self.unit}"

    def keeps(self, value: float) -> bool:
        """Tell whether a figure is within the limit."""
        return (self.at_most is None or value <= self.at_most) and (self.at_least is None or value >= self.at_least)


@dataclass(frozen=True, slots=True)
class Point:
    """One of the points of which the page tells: what is promised, and what is measured of it."""

    id: str
    title: str
    promise: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """What a run found: the value, of how many things looked at, on which day, and with which tools."""

    measure: str
    value: float
    of: int | None
    on: str
    tools: tuple[str, ...]


def joined(notes: Iterable[Mapping[str, object]], measures: Mapping[str, Measure], on: str) -> Mapping[str, Figure]:
    """Join what the tests noted into one figure a measure; notes of an unknown measure raise KeyError."""
    found: dict[str, Figure] = {}
    for note in notes:
        name, value, of = str(note["measure"]), float(str(note["value"])), note["of"]
        tools = tuple(map(str, note["tools"])) if isinstance(note["tools"], list) else ()
        part = Figure(name, value, int(str(of)) if of is not None else None, on, tools)
        how = measures[name].joined
        found[name] = _both(found[name], part, how) if name in found else part
    return found


def _both(one: Figure, other: Figure, how: Joined) -> Figure:
    value = {"sum": one.value + other.value, "largest": max(one.value, other.value)}.get(
        how, min(one.value, other.value)
    )
    of = None if one.of is None or other.of is None else one.of + other.of
    return Figure(one.measure, value, of, one.on, tuple(dict.fromkeys((*one.tools, *other.tools))))


def shortfalls(figures: Mapping[str, Figure], measures: Iterable[Measure], pages: int) -> list[str]:
    """Every measure that is missing, that looked at nothing or not at every page, or that is out of its limit; in words."""
    found = []
    for measure in measures:
        figure = figures.get(measure.id)
        if figure is None and not measure.is_gated:
            continue
        if figure is None:
            found.append(f"{measure.id}: not measured; run `{measure.repeat}`")
        elif not measure.keeps(figure.value):
            found.append(
                f"{measure.id}: {printed(figure.value)} {measure.unit}".rstrip() + f", wanted: {measure.limit}"
            )
        elif figure.of == 0:
            found.append(f"{measure.id}: looked at nothing")
        elif measure.every_page and figure.of != pages:
            found.append(f"{measure.id}: looked at {figure.of} of {pages} pages")
    return found


def printed(value: float) -> str:
    """A figure as pages print it: with commas, and without a needless point."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")
