"""Similar cases: what two cases share, weighed so that rare things count more, and said in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from types import MappingProxyType

from generator.catalogue import Catalogue, sort_key
from generator.records import Case

MOST_CASES, MOST_NAMED = 4, 3
LEAST_SHARED, LEAST_WEIGHT = 2, 0.5  # less says little about two cases
_PROPER = frozenset({"European"})
_TYPES = {"place": "the policy of one place", "pilot": "a pilot", "initiative": "an initiative"}
_NAMES = {
    "challenge": ("the trouble {}", "the troubles {}"),
    "instrument": ("the instrument {}", "the instruments {}"),
    "concept": ("the concept {}", "the concepts {}"),
    "domain": ("priorities in {}", "priorities in {}"),
    "level": ("the {} level", "the {} levels"),
    "type": ("being {}", "being {}"),
}


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that cases can share: its kind, a key of `_NAMES`, and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Similar:
    """Another case and what it shares with the one in question, what counts most first."""

    case: Case
    shared: tuple[Trait, ...]
    weight: float


def traits(case: Case) -> frozenset[Trait]:
    """Everything by which a case can be like another."""
    found = {
        "challenge": case.challenges,
        "instrument": [instrument.type for instrument in case.instruments],
        "concept": [bearing.concept for bearing in (*case.illustrates, *case.nuances, *case.contradicts)],
        "domain": [priority.domain for priority in case.priorities.values] if case.priorities else (),
        "level": case.levels,
        "type": [case.type],
    }
    return frozenset(Trait(kind, key) for kind, keys in found.items() for key in keys if key)


def similar_cases(catalogue: Catalogue, case: Case) -> tuple[Similar, ...]:
    """The cases that share most, without those to which the case leads already: related ones and its whole or parts.

    A shared thing weighs one, divided by the number of other cases that have it too: what two cases alone share weighs
    one, what five share a quarter.
    """
    own = sorted(traits(case), key=lambda trait: _rank(catalogue, trait))
    weights = _weights(catalogue, own)
    left_out = {case.id, case.part_of, *case.related_ids}
    near = sorted(
        (-weight, sort_key(other.name), key)
        for key, weight in weights.items()
        if weight >= LEAST_WEIGHT and key not in left_out and (other := catalogue.records[key])
    )
    others = (catalogue.records[key] for _, _, key in near)
    found = (
        Similar(other, tuple(trait for trait in own if trait in traits(other)), weights[other.id])
        for other in others
        if isinstance(other, Case) and other.part_of != case.id
    )
    return tuple(islice((one for one in found if len(one.shared) >= LEAST_SHARED), MOST_CASES))


def why_similar(catalogue: Catalogue, similar: Similar) -> str:
    """Why a case is similar: `Shares innovation vouchers and the regional level`, with the number of what is not named."""
    named = similar.shared[:MOST_NAMED]
    more = len(similar.shared) - len(named)
    parts = [_said(catalogue, kind, named) for kind in _NAMES if any(trait.kind == kind for trait in named)]
    parts += [f"{more} more"] if more else []
    return f"Shares {'; '.join(parts) if any(' and ' in part for part in parts) else _listed(parts)}."


@lru_cache(maxsize=2)
def _holders(catalogue: Catalogue) -> Mapping[Trait, tuple[str, ...]]:
    found: dict[Trait, list[str]] = {}
    for case in catalogue.cases:
        for trait in traits(case):
            found.setdefault(trait, []).append(case.id)
    return MappingProxyType({trait: tuple(ids) for trait, ids in found.items()})


def _weights(catalogue: Catalogue, own: Iterable[Trait]) -> Mapping[str, float]:
    """What each case shares with one that has these traits, weighed and added up."""
    holders = _holders(catalogue)
    found: dict[str, float] = {}
    for trait in own:
        ids = holders[trait]
        weight = 1 / (len(ids) - 1) if len(ids) > 1 else 0.0
        for key in ids:
            found[key] = found.get(key, 0.0) + weight
    return found


def _rank(catalogue: Catalogue, trait: Trait) -> tuple[int, int, str]:
    return (len(_holders(catalogue)[trait]), list(_NAMES).index(trait.kind), trait.id)


def _said(catalogue: Catalogue, kind: str, named: Iterable[Trait]) -> str:
    labels = [_label(catalogue, trait) for trait in named if trait.kind == kind]
    return _NAMES[kind][len(labels) > 1].format(_listed(labels))


def _label(catalogue: Catalogue, trait: Trait) -> str:
    """A shared thing inside a sentence; quoted where its own words could be taken for those of the sentence."""
    label = _words(catalogue, trait)
    return f"“{label}”" if trait.kind == "challenge" or " and " in label or "," in label else label


def _words(catalogue: Catalogue, trait: Trait) -> str:
    match trait.kind:
        case "challenge":
            return catalogue.row("challenges", trait.id).label
        case "concept":
            concept = catalogue.records.get(trait.id)
            return concept.name if concept else trait.id
        case "type":
            return _TYPES[trait.id]
        case _:
            return _inside(catalogue.row(f"{trait.kind}s", trait.id).label)


def _inside(label: str) -> str:
    """A label as it stands inside a sentence."""
    return label if label in _PROPER else label[:1].lower() + label[1:]


def _listed(words: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
