"""For Markdown: the caption of a table is a block, so that a table written as HTML keeps its caption where it belongs."""

from __future__ import annotations

from typing import Any

from markdown.extensions import Extension


class Captions(Extension):  # type: ignore[misc]  # Markdown has no types
    """Add `caption` to the elements that stand in no paragraph."""

    def extendMarkdown(self, md: Any) -> None:  # noqa: N802 - the name that Markdown calls
        """Do so for one converter."""
        md.block_level_elements.append("caption")


def makeExtension(**settings: Any) -> Captions:  # noqa: N802 - the name that Markdown calls
    """Make the extension for `mkdocs.yml`."""
    return Captions(**settings)
