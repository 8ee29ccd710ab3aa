"""What every file of the directory has in common: strict fields, words per language, sources and dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, StringConstraints

Item = TypeVar("Item")

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
"""An id: lower-case words joined by - or _, as in the file's name."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=1500, strip_whitespace=True)]
"""A text that is not empty and fits a phone screen or two."""

Many = Annotated[tuple[Item, ...], Strict(False)]
"""A YAML list. (Strictness stays in force for what is in it.)"""

ENGLISH = "en"
"""The language in which each text exists; the others fall back to it."""


def _https(url: str) -> str:
    if not url.startswith(("https://", "http://")) or " " in url or "." not in url:
        raise ValueError(f'"{url}" is not a web address | Copy it from the browser: it begins with https://.')
    return url


def _secure(url: str) -> str:
    if _https(url).startswith("http://"):
        raise ValueError(f'"{url}" is not a secure address | Use the one that begins with https://.')
    return url


PageUrl = Annotated[str, AfterValidator(_https)]
"""The address of a page that was read; old pages may be http."""

Link = Annotated[str, AfterValidator(_secure)]
"""An address that people are sent to: https only."""


def _has_english(words: Mapping[str, str]) -> Mapping[str, str]:
    if ENGLISH not in words:
        raise ValueError('the English text is missing | Add a line "en: ...".')
    return words


Words = Annotated[Mapping[str, Line], AfterValidator(_has_english)]
"""One text in several languages, keyed by language id; English is always there."""


class Entry(BaseModel):
    """A value read from the directory: frozen, and strict about what it is given."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", populate_by_name=True)


class Source(Entry):
    """Where a fact was read: a page, or one of the councils' reports by its file name."""

    page: PageUrl | None = None
    report: Line | None = None
    says_date: Line | None = None
    """The date that the page itself shows, in its own words; absent if it shows none."""


class Dated(Entry):
    """A file that somebody answers for: who says so, when it was checked, when it is due again."""

    sources: Many[Source] = Field(min_length=1)
    checked: date
    review_by: date


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language that it is really in."""

    text: str
    language: str


def in_language(words: Mapping[str, str], language: str) -> Said:
    """The text in `language`, or in English where that is missing."""
    if language in words:
        return Said(words[language], language)
    return Said(words[ENGLISH], ENGLISH)
