"""Charts: one file each, in this tuple. Comparison → rows with names → Plotly's figure as plain data."""

from __future__ import annotations

from generator.charts.alpine_project_in_numbers import ALPINE_PROJECT_CHART
from generator.charts.alpine_regions import ALPINE_REGIONS_CHART
from generator.charts.association_funding import ASSOCIATION_FUNDING_CHART
from generator.charts.chart import Chart
from generator.charts.cluster_sizes import CLUSTER_SIZES_CHART
from generator.charts.instruments_by_case import INSTRUMENTS_CHART
from generator.charts.roles_by_level import ROLES_BY_LEVEL_CHART
from generator.charts.timeline import TIMELINE_CHART
from generator.charts.transformative_activities import TRANSFORMATIVE_ACTIVITIES_CHART

CHARTS: tuple[Chart, ...] = (
    CLUSTER_SIZES_CHART,
    ASSOCIATION_FUNDING_CHART,
    ROLES_BY_LEVEL_CHART,
    INSTRUMENTS_CHART,
    TRANSFORMATIVE_ACTIVITIES_CHART,
    ALPINE_REGIONS_CHART,
    ALPINE_PROJECT_CHART,
    TIMELINE_CHART,
)

__all__ = ["CHARTS", "Chart"]
