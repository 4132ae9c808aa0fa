"""A map of Europe: an outline, the places of cases and bodies as marks that never hide each other, and the same in rows."""
