"""The small grammars that stand inside values: dates, quantities, citations, prose, names."""
