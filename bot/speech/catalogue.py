"""The bot's own phrases: gettext catalogues, read as they are (no compile step), English where a phrase is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.directory.entry import ENGLISH, Said


class CatalogueError(Exception):
    """A catalogue cannot be used; the message names the file and the mend."""


@dataclass(frozen=True, slots=True, repr=False)
class Speech:
    """All catalogues. A phrase is known by a key such as "hours.open_until"; English holds every key."""

    catalogues: Mapping[str, Mapping[str, str]]
    places: Mapping[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    """The file and line of each phrase, by language and key."""

    def said(self, key: str, language: str, /, **values: object) -> Said:
        """The phrase in `language`, else in English, with its {placeholders} filled."""
        own = self.catalogues.get(language, {})
        if key in own:
            return Said(own[key].format(**values), language)
        return Said(self.catalogues[ENGLISH][key].format(**values), ENGLISH)

    def say(self, key: str, language: str, /, **values: object) -> str:
        """The text of `said`."""
        return self.said(key, language, **values).text

    def everywhere(self, key: str) -> dict[str, str]:
        """A phrase in every language that has it."""
        return {language: phrases[key] for language, phrases in self.catalogues.items() if key in phrases}
