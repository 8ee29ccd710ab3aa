"""A service: one helpline, drop-in, team, scheme or website, as hub staff wrote it down."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from bot.directory.entry import Dated, Entry, Id, Line, Link, Many, Words, _has_english
from bot.directory.opening_hours import Hours
from bot.directory.phone_number import PhoneNumber

Kind = Literal[
    "service",
    "helpline",
    "drop-in",
    "team",
    "scheme",
    "programme",
    "project",
    "campaign",
    "website",
    "body",
    "process",
    "document",
]
Status = Literal["live", "draft", "historic"]
Confidence = Literal["high", "medium", "low"]
Age = Literal["fresh", "due", "expired"]
Audience = Literal["public", "champion", "employer"]
Risk = Literal["standard", "medium", "high", "immediate"]
Person = Literal[
    "everyone",
    "women",
    "men",
    "lgbt",
    "deaf",
    "disabled",
    "older",
    "under-18",
    "young-adults",
    "parents",
    "migrants",
    "students",
    "friends",
    "harming",
    "professionals",
    "employers",
    "communities",
    "bereaved",
]
"""Whom a service is for. `harming`: people who cause harm; `communities`: people of one community or faith."""

EVERYWHERE = "everywhere"
"""A service that covers every district of every area."""

_EMAIL = re.compile(r"^[\w.+'-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$", re.IGNORECASE)


def _email(address: str) -> str:
    if not _EMAIL.match(address):
        raise ValueError(f'"{address}" is not an e-mail address | Write it as in "help@example.org".')
    return address


Email = Annotated[str, AfterValidator(_email)]


class Phone(Entry):
    """A number, and what a frightened person needs to know before dialling it."""

    number: PhoneNumber
    label: Words | None = None
    then: Words | None = None
    """What to press or say once the call is answered ("option 2")."""
    hours: Hours | None = None
    hours_sure: bool = True
    """False: the pages disagree on the hours; the narrowest are given."""
    free: bool | None = None
    """None: no page says whether the call costs anything."""
    on_bill: bool | None = None
    rings_back: bool | None = None
    belongs_to: Id | None = None
    """The service that answers, where it is not this one: the reason why one number stands in two files."""
    page: Line | None = None
    """The page that gives this number, where it is not the file's first source."""


class TextLine(Entry):
    """A number that takes text messages."""

    number: PhoneNumber
    words: Words
    """How to use it, in full: "Text SHOUT to 85258"."""
    hours: Hours | None = None


class Chat(Entry):
    """A webchat, or a page where somebody signs (BSL)."""

    page: Link
    hours: Hours | None = None


class Venue(Entry):
    """A place that may be visited. Never a refuge: a secret address has no field here."""

    address: Line
    hours: Hours | None = None
    words: Words | None = None
    """What to know before going there ("Ring first.")."""


class UnconfirmedPhone(Entry):
    """A number seen only on an old or second-hand page. For hub staff; nobody else is ever shown it."""

    number: PhoneNumber
    seen: Line


class Professional(Entry):
    """Contacts that only verified champions may see."""

    phones: Many[Phone] = ()
    email: Email | None = None
    page: Link | None = None


class ServiceWords(Entry):
    """What the person reads about a service, in one language."""

    summary: Annotated[Line, Field(max_length=320)]
    """What it does for you: two sentences at most."""
    serves: Annotated[Line, Field(max_length=160)] | None = None
    """Who it is for."""
    refer: Annotated[Line, Field(max_length=240)] | None = None
    """How to be put in touch, or to put somebody in touch."""
    note: Annotated[Line, Field(max_length=320)] | None = None
    """What else to know before making contact."""


class Interpreting(Entry):
    """The languages in which a service can be used."""

    languages: Many[Id] = ()
    any_language: bool = False
    """It brings in interpreters for other languages."""
    bsl: bool = False


class Service(Dated):
    """One entry of the directory. The file's name is its id."""

    id: Id
    name: Line
    also_called: Many[Line] = ()
    """Former names, initials, spellings in other scripts and what people call it."""
    kind: Kind
    status: Status
    reason: Line | None = None
    """Why a draft or historic entry is not shown."""
    confidence: Confidence = "medium"
    confidential_address: bool = False
    """A refuge, or a service that hides people: nothing like a place may stand in this file."""
    words: Mapping[str, ServiceWords]
    needs: Many[Id] = Field(min_length=1)
    """What it helps with, closest first."""
    urgency: Many[Id] = ()
    audiences: Many[Audience] = Field(min_length=1)
    covers: Many[Id] = Field(min_length=1)
    """Districts, areas or "everywhere"."""
    people: Annotated[Many[Person], Field(alias="for")] = ("everyone",)
    risk: Many[Risk] = ()
    phones: Many[Phone] = ()
    text: TextLine | None = None
    webchat: Chat | None = None
    bsl: Chat | None = None
    relay_uk: Line | None = None
    """What to dial through Relay UK."""
    email: Email | None = None
    website: Link | None = None
    venue: Venue | None = None
    interpreting: Interpreting = Interpreting()
    professional: Professional | None = None
    unconfirmed_phones: Many[UnconfirmedPhone] = ()
    conflicts: Many[Line] = ()
    """Where the sources disagree, and what was chosen."""
    notes: Line | None = None
    """For hub staff; nobody else reads it."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        _has_english({language: words.summary for language, words in self.words.items()})
        if self.status != "live" and not self.reason:
            raise ValueError(f'a {self.status} entry needs a "reason" | Add a line "reason: ..." that says why.')
        if self.confidential_address and self.venue:
            raise ValueError('a service with a confidential address has a "venue" | Delete the venue.')
        return self

    def words_in(self, language: str) -> tuple[ServiceWords, str]:
        """Its words in `language`, or in English; and the language that they are in."""
        return (self.words[language], language) if language in self.words else (self.words["en"], "en")

    def age(self, today: date) -> Age:
        """Fresh; due: past its review date; expired: so long past it that it is not shown (90 days)."""
        late = (today - self.review_by).days
        return "fresh" if late <= 0 else "due" if late <= EXPIRES_AFTER_DAYS else "expired"


EXPIRES_AFTER_DAYS = 90
