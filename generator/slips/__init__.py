"""Bytes → Reading: the record of a file and its problems, with slips of layout told as what they are."""

from generator.slips.search import Reading, read_record

__all__ = ["Reading", "read_record"]
