"""Reads the gettext catalogues as they are: no compile step for those who keep them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from bot.directory.entry import ENGLISH
from bot.directory.yaml_source import MAX_BYTES
from bot.disk.walking import read_part
from bot.speech.catalogue import CatalogueError, Speech

DOMAIN = "signpost"


def read_catalogues(root: Path) -> Speech:
    """The catalogues below `root` (`<language>/LC_MESSAGES/signpost.po`). Raises CatalogueError."""
    found = {path.parent.parent.name: _phrases(path) for path in sorted(root.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))}
    if ENGLISH not in found:
        raise CatalogueError(
            f"{root / ENGLISH / 'LC_MESSAGES' / (DOMAIN + '.po')} is missing. "
            "Set SIGNPOST_LOCALES to the folder that holds en/LC_MESSAGES/signpost.po."
        )
    for language, phrases in found.items():
        unknown = sorted(phrases.keys() - found[ENGLISH].keys())
        if unknown:
            raise CatalogueError(f'{root / language}: "{unknown[0]}" is no phrase of the English catalogue. Delete it.')
    return Speech(found)


def _phrases(path: Path) -> Mapping[str, str]:
    try:
        raw = read_part(path)
        if len(raw) > MAX_BYTES:
            raise ValueError(f"it has more than {MAX_BYTES:,} bytes")
        catalogue = read_po(io.BytesIO(raw), abort_invalid=True)
    except (PoFileError, OSError, ValueError) as error:
        raise CatalogueError(f"{path} cannot be read: {error}. Compare it with the English catalogue.") from None
    return {
        str(message.id): str(message.string)
        for message in catalogue
        if message.id and message.string and not message.fuzzy
    }
