"""How the files of `tests/expected/comparisons/` are read: where our tables hold what the papers name, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Where:
    """Where the table holds what the papers put in a column: in a column of ours, or in the list beside the table."""

    column: str
    only: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """How a typed file is read: which table of ours it checks, the column that names rows, and its columns."""

    table: str
    key: str
    columns: Mapping[str, Where]


FIGURE = "value"
SPREAD = "spread"
BESIDE = "beside"
CITIES = {
    "Zurich": "ch-zurich", "Stockholm": "se-stockholm", "Oxford": "gb-oxford", "London": "gb-london",
    "Brighton": "gb-brighton", "Frankfurt/Main": "de-frankfurt", "Berlin": "DE3", "Munich": "de-munich",
    "Stuttgart": "de-stuttgart", "Athens": "gr-athens", "Katowice": "pl-katowice", "Naples": "it-naples",
    "Marseille": "fr-marseille", "Valencia": "es-valencia", "Antwerpen": "be-antwerp", "Sevilla": "es-seville",
}  # fmt: skip
REGIONS = {
    "Upper Austria": "AT31", "Salzburg": "AT32", "Canton of Fribourg": "CH022", "Baden-Württemberg": "DE1",
    "Bavaria": "DE2", "Franche-Comté": "FRC", "Piedmont": "ITC1", "Lombardy": "ITC4", "Trentino": "ITH2",
    "Veneto": "ITH3", "Slovenia": "SI",
}  # fmt: skip
ROLES = (
    "finances",
    "staffs",
    "provides-space",
    "sits-on-board",
    "animates",
    "brands",
    "leads",
    "coordinates",
    "promotes",
    "backs",
)


def figures(**measures: str) -> dict[str, Where]:
    """Columns of a table of figures: what the papers count, by our measure."""
    return {name.replace("_", " "): Where(FIGURE, {"measure": measure}) for name, measure in measures.items()}


def same(column: str, *names: str) -> dict[str, Where]:
    """Several columns of the papers that stand in one of ours."""
    return dict.fromkeys(names, Where(column))


READINGS = {
    "cluster-sizes": Reading(
        "cluster-sizes",
        "record",
        {**figures(members="members", companies_among_the_members="firms"), "as of": Where("as_of")},
    ),
    "association-funding": Reading(
        "association-funding",
        "part",
        {"average share of budget": Where(FIGURE), "range of share": Where(SPREAD), "form": Where("form"), "activity": Where(BESIDE)},
    ),
    "priority-schemes-by-case": Reading(
        "priority-layouts",
        "strategy",
        {
            **same(FIGURE, "number of big themes", "number of priorities"),
            **same("sides", "axis", "generic knowledge domain"),
            **same("scheme", "drawn as"),
            **same("priorities", "big theme", "niche (example)", "priority", "priority (the one drawn)", "priority (one of several)"),
            **same("text", "trait of the big themes", "trait of the niches", "aim"),
        },
    ),
    "roles-by-level": Reading(
        "roles-by-level", "body", {role: Where(role) for role in ROLES}
    ),
    "transformative-activities": Reading(
        "transformative-activities",
        "case",
        {name: Where(name) for name in ("regions", "resources", "opportunities", "capacities", "actions")},
    ),
    "alpine-regions": Reading(
        "alpine-regions",
        "region",
        {
            "regional": Where("pilots", {"kind": "regional"}),
            "cross-regional": Where("pilots", {"kind": "cross-regional"}),
            "none told": Where("kind", {"kind": "none told"}),
        },
    ),
    "alpine-project-in-numbers": Reading(
        "alpine-project-in-numbers",
        "record",
        {
            **figures(
                partners="project-partners", regions="regions", observers="observers", pilot_clusters="pilot-clusters",
                surveyed_cluster_initiatives="cluster-initiatives", members_of_the_surveyed_cluster_initiatives="members",
                cluster_workshops="workshops", rounds_of_the_action_development_workshop="workshop-rounds",
                cross_regional_pilots="cross-regional-pilots", clusters_to_be_networked="networked-clusters",
                topics_for_research_collaboration="research-topics",
            ),
            "S3-synergy diamonds": Where(FIGURE, {"measure": "synergy-diamonds"}),
            "participants of each discovery or action workshop": Where(FIGURE, {"measure": "participants", "about": "Participants in each discovery and action workshop in the regions"}),
            "participants of each cluster workshop": Where(FIGURE, {"measure": "participants", "about": "Participants in each of the ten cluster workshops"}),
        },
    ),
    "branding-by-stage": Reading(
        "branding-by-stage",
        "stage",
        same("traits text", "focus", "approach", "emphasis", "oriented to", "tie to place branding", "communication style", "supported in"),
    ),
    "money-and-staff": Reading(
        "money-and-staff",
        "record",
        {
            "award from ERDF (once)": Where(FIGURE, {"measure": "public-money"}),
            "allocated annually": Where(FIGURE, {"measure": "public-money"}),
            "staff for liaison": Where(FIGURE, {"measure": "staff"}),
            "management staff": Where(FIGURE, {"measure": "staff"}),
            "Membership Fees, average share of budget": Where(FIGURE, {"about": "Budget by source: Membership fees"}),
            "Individual Services, average share of budget": Where(FIGURE, {"about": "Budget by source: Individual services"}),
            "Basque Government Programme, average share of budget": Where(FIGURE, {"about": "Budget by source: Regional government"}),
            "Basque Government Programme, range of share": Where(SPREAD, {"about": "Budget by source: Regional government"}),
            "Other Public sources, average share of budget": Where(FIGURE, {"about": "Budget by source: Other public sources"}),
        },
    ),
    "kibs-in-cities": Reading(
        "kibs-in-cities",
        "place",
        {
            "larger": Where("named", {"judgement": "larger than expected"}),
            "smaller": Where("named", {"judgement": "smaller than expected"}),
        },
    ),
    "city-short-lists": Reading(
        "city-short-lists",
        "record",
        {
            **same(FIGURE, "number of clusters", "number of groups", "number of priority clusters", "number of priority areas"),
            **same("priorities", "cluster", "world-class cluster", "cluster of national scale", "other sector of excellence (example)", "priority area"),
            "priority cluster (the one named)": Where("text"),
        },
    ),
    "jobs-named": Reading(
        "jobs-named",
        "record",
        {
            **figures(jobs="jobs", head_offices="head-offices", workers="workers", turnover="turnover", companies="firms", strong_clusters="strong-clusters"),
            "scope": Where("about"),
        },
    ),
}  # fmt: skip

# Tables whose numbers are all typed.
NUMBERS = frozenset(
    {"cluster-sizes", "association-funding", "priority-schemes-by-case", "alpine-project-in-numbers", "money-and-staff",
     "city-short-lists", "jobs-named"}
)  # fmt: skip

# The names of rows in the papers, and in our tables.
ROWS: Mapping[str, str] = {
    **CITIES,
    **REGIONS,
    "Membership Fees": "membership-fees",
    "Individual Services": "services",
    "Basque Government Programme": "regional-government",
    "Other Public sources": "other-public",
    "embryonic": "Embryonic",
    "consolidation": "Consolidation",
    "maturity": "Maturity",
    "declining": "Decline",
}

# What belongs to the question of a table and is no row or column of it: the record and the field that hold it.
ELSEWHERE: Mapping[tuple[str, str, str], tuple[str, str]] = {
    ("city-short-lists", "frankfurt", "sector with strong clusters (example)"): ("frankfurt", "context"),
    ("jobs-named", "industriepark-hochst", "scope"): ("industriepark-hochst", "summary"),
    ("priority-schemes-by-case", "moravian-silesian-ris3", "not a priority"): ("moravian-silesian-ris3", "text"),
    ("priority-schemes-by-case", "ris3-skane", "city technology (example)"): ("ris3-skane", "text"),
    ("roles-by-level", "ecoplus", "leads"): ("ecoplus", "summary"),
}

# What speakers think that a level does, and the words of the list beside the table.
VIEWS: Mapping[tuple[str, str], str] = {
    ("regions", "finances"): "Region view money",
    ("city/metropolitan level", "coordinates"): "Metropolitan area view coordination",
    ("city/metropolitan level", "animates"): "Metropolitan area view animation",
    ("local governments", "animates"): "City view animators",
    ("local governments", "brands"): "City view branding",
}

# The events of the timeline, and the record that tells each.
EVENTS: Mapping[str, str] = {
    "GAIA is set up": "gaia",
    "Porter's book on the advantage of nations comes out": "cluster-policy",
    "Basque cluster policy begins": "basque-country",
    "Commission sets up the Knowledge for Growth experts": "knowledge-for-growth",
    "Foray and others first write smart specialisation down as a concept": "smart-specialisation",
    "Cluster Observatory reports on knowledge-intensive services": "european-cluster-observatory",
    "Karásek and others report on skills that move between sectors": "rpic-vip",
    "Tendensor's handbook on cluster branding": "tendensor",
    "Ebner coordinates a cluster map of Frankfurt Rhine-Main": "schumpeter-center",
    "Ketels speaks at the WIRE conference in Cork": "cluster-policy",
    "House of Pharma is set up": "house-of-pharma",
    "Go Electric is set up in Bucharest": "go-electric",
    "EU Cohesion Policy period": "cohesion-policy-2014-2020",
    "South Moravia's innovation strategy (RIS JMK) runs": "ris-jmk",
    "SPRI takes over the whole of Basque cluster policy": "spri",
    "CLUSTERS3 starts": "clusters3",
    "European Parliament reports on Cohesion Policy and RIS3": "european-parliament",
    "InFocus workshop in Frankfurt": "infocus",
    "S3-4AlpClusters starts": "s3-4alpclusters",
    "Fribourg's programme under the New Regional Policy": "npr",
    "Discovery workshop in Milan": "s3-4alpclusters",
    "The working paper is presented in Vienna": "s3-4alpclusters",
    "Toolkit of the innovation model is to be published": "s3-4alpclusters",
    "Conference in Venice": "s3-4alpclusters",
    "S3-4AlpClusters ends": "s3-4alpclusters",
    "CLUSTERS3 ends": "clusters3",
}

# What the papers call otherwise than the records: their words and ours.
PHRASES: Mapping[str, str] = {
    "pay per use": "paid for as they are used",
    "annual action plan": "against a yearly plan of action",
    "Strategy, Technology Watch and Competitive Intelligence": "strategy, watch on technology and competitors",
    "Facilitating Cooperation, Launching Working Groups & Joint R+D+i Projects": "cooperation, working groups, joint research and innovation projects",
    "Direct/Reverse Trade Missions, Trade Shows Joint Participation": "trade missions out and in, joint stands at fairs",
    "People & Talent development": "people and talent",
    "Others (Quality Certifications, etc.)": "other services, such as quality certificates",
    "strong place-based": "strongly tied to the place",
    "collective values of the local business system": "values of the local business system",
    "more selective": "selective",
    "corporate-oriented": "rests on leading firms",
    "specific leading firms and global players": "leading firms",
    "KIBS": "knowledge-intensive business services",
    "three sides of a triangle": "cross-point",
    "more oriented to a local demand": "serve local demand more",
    "connect many different suppliers of different city technologies": "connect suppliers of city technologies",
    "water cleaning": "cleaning of water",
    "waste management": "management of waste",
    "3000 strong clusters in Europe, including Turkey": "3,000 strong clusters of Europe, with Turkey",
    "circular-economy (materials circle, e.g. cascade use of materials/waste) / Upper Austria": "circular economy, materials in a circle, used in steps (Upper Austria)",
    "design, production and recycling of fibre composites for new lightweight materials": "design, production, recycling of fibre composites",
    "education efforts for mind-set change": "education to change how people think",
    "training on company level": "training in companies",
    "mapping of available technical solutions": "overview of technical solutions at hand",
    "construction sector": "construction",
    "develop bio-based inputs for the plastics industry": "make bio-based inputs for plastics",
    "collaborative R&D projects": "joint research and development projects",
    "networking activities": "networking between clusters",
    "development of critical skills": "building up critical skills",
}
