"""Languages that Signpost speaks, as data: a new one is a line in `languages.yaml` and its words."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.directory.entry import Entry, Id, Line, Many


class Language(Entry):
    """A language, its own name for itself and how it is written."""

    id: Id
    name: Line
    """Its own name, as its speakers write it."""
    english_name: Line
    direction: Literal["ltr", "rtl"] = "ltr"
    script: Literal["latin", "cyrillic", "arabic", "devanagari", "gurmukhi", "gujarati", "bengali"]


class Languages(Entry):
    """The languages, in the order in which they are offered."""

    languages: Many[Language] = Field(min_length=1)
