"""The language of one reply: its phrases, and directory words with a mark where they fall back to English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.directory.entry import Said, in_language
from bot.speech.catalogue import Speech


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks one language."""

    speech: Speech
    language: str

    def say(self, key: str, /, **values: object) -> str:
        """A phrase of the program, as text."""
        return self.speech.say(key, self.language, **values)

    def said(self, key: str, /, **values: object) -> Said:
        """A phrase of the program, with the language that it is really in."""
        return self.speech.said(key, self.language, **values)

    def words(self, words: Mapping[str, str]) -> Said:
        """Words of the directory."""
        return in_language(words, self.language)

    def label(self, words: Mapping[str, str]) -> str:
        """Words of the directory for a button or a line of a card."""
        return in_language(words, self.language).text
