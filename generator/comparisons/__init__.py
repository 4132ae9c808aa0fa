"""Tables that compare records: one file each, in this tuple. Catalogue → rows → a table with fixed columns.

A comparison chooses and orders; it knows nothing of pages, charts or files.
"""

from __future__ import annotations

from generator.comparisons.alpine_project_in_numbers import ALPINE_PROJECT_IN_NUMBERS
from generator.comparisons.alpine_regions import ALPINE_REGIONS
from generator.comparisons.association_funding import ASSOCIATION_FUNDING
from generator.comparisons.branding_by_stage import BRANDING_BY_STAGE
from generator.comparisons.city_short_lists import CITY_SHORT_LISTS
from generator.comparisons.cluster_sizes import CLUSTER_SIZES
from generator.comparisons.comparison import BLANKS, GROUPS, NOT_TOLD, SEPARATOR, Column, Comparison
from generator.comparisons.concepts_by_case import CONCEPTS_BY_CASE
from generator.comparisons.evidence_by_case import EVIDENCE_BY_CASE
from generator.comparisons.instruments_by_case import INSTRUMENTS_BY_CASE
from generator.comparisons.jobs_named import JOBS_NAMED
from generator.comparisons.kibs_in_cities import KIBS_IN_CITIES
from generator.comparisons.limits_by_case import LIMITS_BY_CASE
from generator.comparisons.money_and_staff import MONEY_AND_STAFF
from generator.comparisons.priority_layouts import PRIORITY_LAYOUTS
from generator.comparisons.roles_by_level import ROLES_BY_LEVEL
from generator.comparisons.timeline import TIMELINE
from generator.comparisons.transformative_activities import TRANSFORMATIVE_ACTIVITIES

COMPARISONS: tuple[Comparison, ...] = (
    CLUSTER_SIZES,
    ASSOCIATION_FUNDING,
    PRIORITY_LAYOUTS,
    ROLES_BY_LEVEL,
    TRANSFORMATIVE_ACTIVITIES,
    ALPINE_REGIONS,
    ALPINE_PROJECT_IN_NUMBERS,
    TIMELINE,
    BRANDING_BY_STAGE,
    MONEY_AND_STAFF,
    KIBS_IN_CITIES,
    CITY_SHORT_LISTS,
    JOBS_NAMED,
    INSTRUMENTS_BY_CASE,
    CONCEPTS_BY_CASE,
    LIMITS_BY_CASE,
    EVIDENCE_BY_CASE,
)

__all__ = ["BLANKS", "COMPARISONS", "GROUPS", "NOT_TOLD", "SEPARATOR", "Column", "Comparison"]
