"""The transformative activities of all cases, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.comparisons.columns import AS_TOLD, CASE, SOURCE
from generator.comparisons.comparison import BLANKS, Column, Comparison, blank, listed
from generator.records import Activity, Case

_STATUS = {"pilot": "pilot", "illustration": "illustration, not carried out"}


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    found = [(case, activity) for case in catalogue.cases for activity in case.activities]
    for case, activity in sorted(found, key=lambda pair: pair[1].status != "pilot"):
        yield _row(catalogue, case, activity)


def _row(catalogue: Catalogue, case: Case, activity: Activity) -> dict[str, object]:
    is_pilot = activity.status == "pilot"
    workshops = dict.fromkeys(workshop.kind for workshop in case.workshops) if is_pilot else ()
    resources = (
        f"{one.name} ({catalogue.row('places', one.region).label})" if one.region else one.name
        for one in activity.resources
    )
    return {
        "activity": activity.name or activity.id,
        "case": case.id,
        "status": _STATUS[activity.status],
        "regions": " ".join(activity.regions),
        "resources": listed(resources) or blank(case, "activities.resources"),
        "opportunities": listed(activity.opportunities) or blank(case, "activities.opportunities"),
        "capacities": listed(activity.capacities) or blank(case, "activities.capacities"),
        "actions": listed(activity.actions) or blank(case, "activities.actions"),
        "workshops": " ".join(workshops) or (blank(case, "workshops") if is_pilot else BLANKS["not_applicable"]),
        "stage": activity.stage or (blank(case, "activities.stage") if is_pilot else BLANKS["not_applicable"]),
        "as_told": case.as_told,
        "source": activity.cite,
    }


TRANSFORMATIVE_ACTIVITIES = Comparison(
    id="transformative-activities",
    title="Transformative activities from resources to actions",
    question="What did regions make of the strengths that they had, and what do they plan to do?",
    caveat="Four of the pilots are told in a table of a few words each, two in the text. The plans are told by people of the "
    "project; none is reported as carried out. The row marked as an illustration is an example of Dominique Foray, and no pilot.",
    group="strategies",
    columns=(
        Column("activity", "Activity", "text", "The name of the activity."),
        CASE,
        Column("status", "Status", "text", "Whether regions worked on it, or a work only proposes it."),
        Column("regions", "Regions", "places", "The regions that take part."),
        Column("resources", "Resources", "list", "What the regions already have."),
        Column("opportunities", "Opportunities", "list", "The openings for change."),
        Column("capacities", "Innovation capacities", "list", "The capacities that were chosen."),
        Column("actions", "Actions", "list", "What is to be done."),
        Column("workshops", "Workshops", "term", "The kinds of workshop.", vocabulary="workshop-kinds"),
        Column("stage", "How far", "term", "How far it had come when told.", vocabulary="stages"),
        AS_TOLD,
        SOURCE,
    ),
    rows=_rows,
)
