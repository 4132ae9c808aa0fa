"""Problems → text for a person, a program, a pull request, a browser."""

from generator.report.github import as_annotations, as_summary
from generator.report.json import as_json
from generator.report.page import as_page, explanation_page, fault_page
from generator.report.text import as_lines, as_text, count, first_line, more, visible

__all__ = [
    "as_annotations",
    "as_json",
    "as_lines",
    "as_page",
    "as_summary",
    "as_text",
    "count",
    "explanation_page",
    "fault_page",
    "first_line",
    "more",
    "visible",
]
