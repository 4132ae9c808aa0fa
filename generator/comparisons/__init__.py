"""Tables that compare records: one file each, in this tuple. Catalogue → rows → a table with fixed columns.

A comparison chooses and orders; it knows nothing of pages, charts or files.
"""

from __future__ import annotations

from generator.comparisons.cluster_sizes import CLUSTER_SIZES
from generator.comparisons.comparison import Column, Comparison

COMPARISONS: tuple[Comparison, ...] = (CLUSTER_SIZES,)

__all__ = ["COMPARISONS", "Column", "Comparison"]
