"""How the files of `tests/expected/` are read: where our tables hold what the papers name, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Where:
    """Where the table holds what the papers put in a column: in a column of ours, or in the list beside the table.

    `only` narrows the rows, `under` the entries of a list to those under a heading; `is_counted` where the cell holds
    the numbers of what was typed, in words of our own.
    """

    column: str
    only: Mapping[str, str] = field(default_factory=dict)
    under: str = ""
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How a typed file is read: the column of our table that names rows, and where the columns of the file are."""

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
ROLES = ("finances", "staffs", "provides-space", "sits-on-board", "animates", "brands", "leads", "coordinates", "promotes", "backs")  # fmt: skip
INSTRUMENTS = (
    "branding", "cluster-programme", "steering-group", "strategic-initiative", "project-funding", "training", "incubation",
    "demonstrator", "interregional-project", "collaborative-platform", "staff-secondment", "cluster-focused-space",
    "real-estate-body", "urban-regeneration", "workshop", "innovation-voucher", "evidence-gathering", "toolkit",
    "investment-promotion", "membership", "cluster-organisation-funding", "technology-platform",
)  # fmt: skip
PILOT, ILLUSTRATION = {"status": "pilot"}, {"status": "illustration, not carried out"}
OF_ACTIVITY = ("regions", "resources", "opportunities", "capacities", "actions", "workshops", "stage")


def figures(**measures: str) -> dict[str, Where]:
    """Columns of a table of figures: what the papers count, by our measure."""
    return {name.replace("_", " "): Where(FIGURE, {"measure": measure}) for name, measure in measures.items()}


def same(column: str, *names: str, under: str = "") -> dict[str, Where]:
    """Several columns of the papers that stand in one of ours."""
    return dict.fromkeys(names, Where(column, under=under))


def share(part: str, column: str = FIGURE) -> Where:
    """A share of the budget of a cluster association."""
    return Where(column, {"about": f"Budget by source: {part}"})


READINGS: Mapping[str, Reading] = {
    "cluster-sizes": Reading("record", figures(members="members", companies_among_the_members="firms")),
    "association-funding": Reading(
        "part",
        {
            "average share of budget": Where(FIGURE),
            "range of share": Where(SPREAD),
            "form": Where("form"),
            "activity": Where(BESIDE),
        },
    ),
    "priority-layouts": Reading(
        "strategy",
        {
            **same(FIGURE, "number of big themes", "number of priorities"),
            **same("sides", "axis", "generic knowledge domain"),
            **same("scheme", "drawn as"),
            **same("priorities", "big theme", under="Big theme"),
            **same("priorities", "niche (example)", under="Niche"),
            **same("priorities", "priority", "priority (the one drawn)", "priority (one of several)"),
            **same("text", "trait of the big themes", "trait of the niches", "aim", "not a priority"),
            **same("text", "city technology (example)"),
            **same("text", "sides, counted", "niches named, counted", "priorities, counted", "knowledge domains, counted"),
        },
    ),
    "roles-by-level": Reading("body", {role: Where(role) for role in ROLES}),
    "transformative-activities": Reading(
        "case",
        {
            **{name: Where(name, PILOT) for name in OF_ACTIVITY},
            **{f"{name}, illustration": Where(name, ILLUSTRATION) for name in OF_ACTIVITY[:5]},
        },
    ),
    "alpine-regions": Reading(
        "region",
        {
            "regional": Where("pilots", {"kind": "regional"}),
            "cross-regional": Where("pilots", {"kind": "cross-regional"}),
            "none told": Where("kind", {"kind": "none told"}),
        },
    ),
    "alpine-project-in-numbers": Reading(
        "record",
        {
            **figures(
                partners="project-partners",
                regions="regions",
                observers="observers",
                pilot_clusters="pilot-clusters",
                surveyed_cluster_initiatives="cluster-initiatives",
                members_of_the_surveyed_cluster_initiatives="members",
                cluster_workshops="workshops",
                rounds_of_the_action_development_workshop="workshop-rounds",
                cross_regional_pilots="cross-regional-pilots",
                clusters_to_be_networked="networked-clusters",
                topics_for_research_collaboration="research-topics",
            ),
            "S3-synergy diamonds": Where(FIGURE, {"measure": "synergy-diamonds"}),
            "participants of each discovery or action workshop": Where(
                FIGURE, {"about": "Participants in each discovery and action workshop in the regions"}
            ),
            "participants of each cluster workshop": Where(
                FIGURE, {"about": "Participants in each of the ten cluster workshops"}
            ),
            **same("about", "surveyed cluster initiatives, said again", "cluster workshops, said again"),
        },
    ),
    "timeline": Reading("records", {}),
    "branding-by-stage": Reading(
        "stage",
        same(
            "traits text", "focus", "approach", "emphasis", "oriented to", "tie to place branding",
            "communication style", "supported in",
        ),
    ),
    "money-and-staff": Reading(
        "record",
        {
            **dict.fromkeys(("award from ERDF (once)", "allocated annually"), Where(FIGURE, {"measure": "public-money"})),
            **dict.fromkeys(("staff for liaison", "management staff"), Where(FIGURE, {"measure": "staff"})),
            "Membership Fees, average share of budget": share("Membership fees"),
            "Individual Services, average share of budget": share("Individual services"),
            "Basque Government Programme, average share of budget": share("Regional government"),
            "Basque Government Programme, range of share": share("Regional government", SPREAD),
            "Other Public sources, average share of budget": share("Other public sources"),
        },
    ),
    "kibs-in-cities": Reading(
        "place",
        {
            "larger": Where("named", {"judgement": "larger than expected"}),
            "smaller": Where("named", {"judgement": "smaller than expected"}),
        },
    ),
    "city-short-lists": Reading(
        "record",
        {
            **same(FIGURE, "number of clusters", "number of groups", "number of priority clusters"),
            **same("priorities", "cluster"),
            **same("priorities", "world-class cluster", under="World-class clusters"),
            **same("priorities", "cluster of national scale", under="Clusters of national scale"),
            **same("priorities", "other sector of excellence (example)", under="Other sectors of excellence"),
            **same("text", "priority cluster (the one named)", "number of clusters, said again"),
        },
    ),
    "jobs-named": Reading(
        "record",
        {
            **figures(
                jobs="jobs",
                head_offices="head-offices",
                workers="workers",
                turnover="turnover",
                companies="firms",
                strong_clusters="strong-clusters",
            ),
            "scope": Where("about"),
        },
    ),
    "instruments-by-case": Reading("case", {kind: Where("text", {"instrument": kind}) for kind in INSTRUMENTS}),
    "limits-by-case": Reading("case", {"limits": Where("limits", is_counted=True)}),
}  # fmt: skip

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
# Frankfurt's are sectors in which strong clusters are easily seen, and no list that the city made: the caveat of the
# table says so and leads to the case.
ELSEWHERE: Mapping[tuple[str, str, str], tuple[str, str]] = {
    ("city-short-lists", "frankfurt", "sector with strong clusters (example)"): ("frankfurt", "context"),
}

# What speakers think that a level does, and the words of the list beside the table.
VIEWS: Mapping[tuple[str, str], str] = {
    ("regions", "finances"): "regions money",
    ("regions", "expands and networks"): "regions expansion networks",
    ("city/metropolitan level", "impulsion"): "city and metropolitan area set things going",
    ("city/metropolitan level", "coordinates"): "city and metropolitan area coordinate local stakeholders",
    ("city/metropolitan level", "animates"): "city and metropolitan area animate local stakeholders",
    ("local governments", "animates"): "local governments key animators",
    ("local governments", "brands"): "local governments branding of clusters with that of the city",
    ("local authorities", "central in the smart city"): "smart-city central part",
    ("municipality of Porto", "one actor among many"): "municipality one actor process many",
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
    "Smart Manufacturing for SME in food production": "smart manufacturing for SMEs in food production",
    "Smart and soft improvement and innovation in the field of construction and energy": "smart soft improvement and innovation in construction and energy",
    "start-ups with new high-tech products and services for the agrifood sector": "start-ups with high-tech products and services for the agrifood sector",
    "cross-sectoral intersections": "crossing of high technology with farming and food",
    "support the absorption and adoption of what high-tech start-ups offer": "help to absorb and adopt what high-tech start-ups offer",
    "a kind of cross-cluster dynamic": "several clusters",
    "AS-FABRIK, awarded Urban Innovative Action from ERDF": "a European grant for AS-FABRIK",
    "new education programmes": "courses",
    "living labs and large-scale demostrators": "living labs and large demonstrators",
    "hybrid encounters, hybrid talks and hybrid projects": "three formats",
    "socially relevant, transdisciplinary and innovative in method and format": "three demands",
    "4 member staff dedicated to liaisons": "four people for contacts",
    "own vehicle for real estate": "own vehicle for property",
    "recently been awarded Urban Innovative Action from ERDF": "European grant, recently",
    "education programmes for university students, entrepreneurs and professionals": "three groups of people",
    "co-finance cluster structures": "cluster organisations, share of the cost",
    "co-finance cluster-focused infrastructures (technoplatforms)": "technology platforms, infrastructure, share of the cost",
    "workshops had in common the general process": "process that all share",
    "has been renamed": "new name",
}
