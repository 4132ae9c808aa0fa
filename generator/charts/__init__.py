"""Charts: one file each, in this tuple. Comparison → rows with names → Plotly's figure as plain data."""

from __future__ import annotations

from generator.charts.chart import Chart
from generator.charts.cluster_sizes import CLUSTER_SIZES_CHART

CHARTS: tuple[Chart, ...] = (CLUSTER_SIZES_CHART,)

__all__ = ["CHARTS", "Chart"]
