"""A record for programs: `index.json` beside its page, with what the page computes: evidence, completeness, neighbours, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.downloads.cells import Context
from generator.downloads.figures import figure_as_json
from generator.evidence import LABELS, completeness, evidence_level
from generator.pages.references import how_to_cite
from generator.pages.told import LICENCE
from generator.records import Case, Figure, Part, Record
from generator.records.walk import field_names


def records_as_json(context: Context) -> dict[str, dict[str, Any]]:
    """Every record by its id: as written, under `record`, and beside it what is worked out from it and from others."""
    catalogue = context.catalogue
    ways = _Ways(context, _turned(catalogue.backlinks), _turned(catalogue.citing))
    return {key: _as_json(context, record, ways) for key, record in catalogue.records.items()}


def _as_json(context: Context, record: Record, ways: _Ways) -> dict[str, Any]:
    catalogue, settings = context.catalogue, context.settings
    counted = completeness(record)
    own = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return {
        "id": record.id,
        "kind": record.kind,
        "name": record.name,
        "address": settings.absolute(record.address),
        "licence": LICENCE,
        "cite": how_to_cite(record, settings),
        **_evidence(record),
        "completeness": {
            "filled": counted.filled,
            "blank": counted.blank,
            "not_written": list(counted.unwritten),
            "total": counted.total,
        },
        "neighbours": ways.of(record),
        "figures": [figure_as_json(catalogue, settings, record, figure) for figure in figures_of(record)],
        "record": own,
    }


def figures_of(part: Part) -> Iterator[Figure]:
    """Every figure inside a record, in the order of its fields."""
    for name in field_names(type(part)).values():
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Figure):
                yield one
            elif isinstance(one, Part):
                yield from figures_of(one)


def _evidence(record: Record) -> dict[str, Any]:
    if not isinstance(record, Case):
        return {}
    level = evidence_level(record)
    return {"evidence": {"level": level, "label": LABELS[level]}}


@dataclass(frozen=True, slots=True)
class _Ways:
    """Where records lead and what leads to them, by address."""

    context: Context
    links: Mapping[str, set[str]]
    works: Mapping[str, set[str]]

    def of(self, record: Record) -> dict[str, Any]:
        """The neighbours of a record, in the list of its kind and by links."""
        catalogue = self.context.catalogue
        before, after = catalogue.neighbours[record.id]
        return {
            "before": self._address(before),
            "after": self._address(after),
            "links_to": self._addresses(self.links.get(record.id, ())),
            "linked_from": self._addresses(catalogue.backlinks.get(record.id, ())),
            "works": self._addresses(self.works.get(record.id, ())),
        }

    def _addresses(self, keys: Iterable[str]) -> list[str]:
        return sorted(found for key in keys if (found := self._address(key)))

    def _address(self, key: str) -> str | None:
        record = self.context.catalogue.records.get(key)
        return self.context.settings.absolute(record.address) if record else None


def _turned(pointing: Mapping[str, Iterable[str]]) -> Mapping[str, set[str]]:
    """Who points at what, from what is pointed at by whom."""
    found: dict[str, set[str]] = {}
    for target, ids in pointing.items():
        for key in ids:
            found.setdefault(key, set()).add(target)
    return found
