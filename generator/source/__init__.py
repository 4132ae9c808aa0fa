"""Bytes → Document: the data of a YAML file plus the place of every key, value and character of text."""

from generator.source.document import Document, Lines
from generator.source.read import MOST_BYTES, read_document, read_lines, read_text, work_of
from generator.source.removal import without

__all__ = ["MOST_BYTES", "Document", "Lines", "read_document", "read_lines", "read_text", "without", "work_of"]
