"""About: what is said of the data as a whole wherever they go: title, words, version, citation, licence."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages import Settings

TEXT = (
    "Cases of how European regions and cities use clusters to carry out strategies of smart specialisation, with every "
    "figure, its date and its source, and tables that compare them."
)


@dataclass(frozen=True, slots=True)
class About:
    """The data of a site as of the day of the newest check, which is their version."""

    settings: Settings
    day: tuple[int, int, int]
    text: str = TEXT

    @property
    def title(self) -> str:
        """The name of the whole."""
        return f"{self.settings.site_name}: data"

    @property
    def version(self) -> str:
        """The day as `2026-11-21`."""
        return "{:04}-{:02}-{:02}".format(*self.day)

    @property
    def home(self) -> str:
        """The address of the page of all files."""
        return self.settings.absolute("/data/")

    @property
    def cite(self) -> str:
        """The whole as a reference."""
        return f"Casebook editors ({self.day[0]}). {self.title} (version {self.version}) [Data set]. {self.home}"
