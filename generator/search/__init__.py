"""The search of our own: a small index of all pages, in parts that a browser loads when somebody searches."""

from generator.search.parts import FOLDER, search_files

__all__ = ["FOLDER", "search_files"]
