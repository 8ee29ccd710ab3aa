"""Reads the gettext catalogues as they are: no compile step for those who keep them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Message
from babel.messages.pofile import PoFileError, read_po

from bot.directory.entry import ENGLISH
from bot.speech.catalogue import CatalogueError, Speech

DOMAIN = "signpost"


def read_catalogues(root: Path) -> Speech:
    """The catalogues below `root` (`<language>/LC_MESSAGES/signpost.po`). Raises CatalogueError."""
    catalogues: dict[str, dict[str, str]] = {}
    places: dict[tuple[str, str], tuple[str, int]] = {}
    for path in sorted(root.resolve().glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        language = path.parent.parent.name
        catalogues[language] = {}
        for message in _messages(path):
            catalogues[language][str(message.id)] = str(message.string)
            places[language, str(message.id)] = (str(path), message.lineno or 1)
    if ENGLISH not in catalogues:
        raise CatalogueError(
            f"{root / ENGLISH / 'LC_MESSAGES' / (DOMAIN + '.po')} is missing. "
            "Set SIGNPOST_LOCALES to the folder that holds en/LC_MESSAGES/signpost.po."
        )
    for language, phrases in catalogues.items():
        unknown = sorted(phrases.keys() - catalogues[ENGLISH].keys())
        if unknown:
            raise CatalogueError(f'{root / language}: "{unknown[0]}" is no phrase of the English catalogue. Delete it.')
    return Speech(catalogues, places)


def _messages(path: Path) -> Iterator[Message]:
    try:
        catalogue = read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)
    except (PoFileError, OSError, ValueError) as error:
        raise CatalogueError(f"{path} cannot be read: {error}. Compare it with the English catalogue.") from None
    return (message for message in catalogue if message.id and message.string and not message.fuzzy)
