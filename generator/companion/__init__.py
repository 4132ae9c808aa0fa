"""Shows the site while it is being edited: renews what changed, and puts a report in place of the pages while something is wrong."""

from generator.companion.companion import Companion
from generator.companion.server import Server

__all__ = ["Companion", "Server"]
