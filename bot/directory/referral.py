"""Referral routes: for a district and a risk, who takes the person on, how, and what happens next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from bot.directory.entry import Dated, Entry, Id, Line, Many, Words, _has_english
from bot.directory.service import Risk

Case = Literal[
    "adult",
    "child-present",
    "under-18",
    "man",
    "lgbt",
    "older-or-disabled",
    "no-public-funds",
    "honour",
    "stalking",
    "causes-harm",
]
"""Whom the route is for; `adult` is the general route."""


class RouteWords(Entry):
    """The route card, in one language."""

    title: Line
    how: Line
    outside_hours: Line
    consent: Line
    ready: Line
    say: Line
    next: Line
    checks_back: Line


class Route(Dated):
    """One route card."""

    id: Id
    covers: Many[Id] = Field(min_length=1)
    risk: Risk
    case: Case = "adult"
    services: Many[Id] = Field(min_length=1)
    """Who takes it, first choice first."""
    words: Mapping[str, RouteWords]
    owner: Line

    @model_validator(mode="after")
    def _english(self) -> Self:
        _has_english({language: words.title for language, words in self.words.items()})
        return self


class WarningSign(Entry):
    """What means "do not wait", whatever the level of risk: it leads to the route for danger now."""

    name: Words
    words: Many[Line] = Field(min_length=1)


class ReferralWords(Entry):
    """`referral.yaml`: the words that tell a risk, a case or a warning sign in a champion's free text."""

    risk_words: dict[Risk, Many[Line]]
    case_words: dict[Case, Many[Line]]
    """In the order in which they count when a message tells several."""
    warning_signs: Many[WarningSign] = ()
