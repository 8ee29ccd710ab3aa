"""The bot's own phrases: gettext catalogues, read as they are (no compile step), English where a phrase is missing."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from bot.directory.entry import ENGLISH, Said

DOMAIN = "signpost"


class CatalogueError(Exception):
    """A catalogue cannot be used; the message names the file and the mend."""


@dataclass(frozen=True, slots=True)
class Speech:
    """All catalogues. A phrase is known by a key such as "hours.open_until"; English holds every key."""

    catalogues: Mapping[str, Mapping[str, str]]

    def said(self, key: str, language: str, **values: object) -> Said:
        """The phrase in `language`, else in English, with its {placeholders} filled."""
        own = self.catalogues.get(language, {})
        if key in own:
            return Said(own[key].format(**values), language)
        return Said(self.catalogues[ENGLISH][key].format(**values), ENGLISH)

    def say(self, key: str, language: str, **values: object) -> str:
        """The text of `said`."""
        return self.said(key, language, **values).text

    def everywhere(self, key: str) -> dict[str, str]:
        """A phrase in every language that has it."""
        return {language: phrases[key] for language, phrases in self.catalogues.items() if key in phrases}


def read_catalogues(root: Path) -> Speech:
    """The catalogues below `root` (`<language>/LC_MESSAGES/signpost.po`). Raises CatalogueError."""
    found: dict[str, Mapping[str, str]] = {}
    for path in sorted(root.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        found[path.parent.parent.name] = _phrases(path)
    if ENGLISH not in found:
        raise CatalogueError(
            f"{root / ENGLISH / 'LC_MESSAGES' / (DOMAIN + '.po')} is missing. "
            "Set SIGNPOST_LOCALES to the folder that holds en/LC_MESSAGES/signpost.po."
        )
    unknown = {language: sorted(set(phrases) - set(found[ENGLISH])) for language, phrases in found.items()}
    for language, keys in unknown.items():
        if keys:
            raise CatalogueError(f'{root / language}: "{keys[0]}" is no phrase of the English catalogue. Delete it.')
    return Speech(found)


def _phrases(path: Path) -> Mapping[str, str]:
    try:
        catalogue = read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)
    except (PoFileError, OSError, ValueError) as error:
        raise CatalogueError(f"{path} cannot be read: {error}. Compare it with the English catalogue.") from None
    return {
        str(message.id): str(message.string)
        for message in catalogue
        if message.id and message.string and not message.fuzzy
    }
