"""Problems → text for a person, a program, a pull request."""

from generator.report.github import as_annotations, as_summary
from generator.report.json import as_json
from generator.report.text import as_lines, as_text, count, first_line, visible

__all__ = ["as_annotations", "as_json", "as_lines", "as_summary", "as_text", "count", "first_line", "visible"]
