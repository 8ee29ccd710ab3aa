"""A need: one thing that people come with, the sentence that answers it and the services that fit best."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.directory.entry import Entry, Id, Many, Words
from bot.directory.service import Audience, Person

Answer = Literal["services", "route", "about-chat", "greeting", "not-covered"]
"""How a need is answered: with services; with a referral route; with what there is to say about this chat, a
greeting or a subject that Signpost does not cover."""


class Need(Entry):
    """A kind of question, its button and its answer."""

    id: Id
    name: Words
    """The label of its button: a few words."""
    answer: Words
    """One sentence that fits whoever asks."""
    kind: Answer = "services"
    audience: Audience = "public"
    """Whose question it is: it tells a champion or an employer without a button."""
    services: Many[Id] = ()
    """The services to name first, best first; the rest follow by fit and place."""
    guidance: Many[Id] = ()
    practice: bool = False
    """Its answer offers to practise (`practice/`)."""
    people: Many[Person] = Field(default=(), alias="for")
    """Whom the need itself speaks of: a man who is abused is not sent to a women's line."""
    secret_address: bool = False
    """Those who help with it hide people: a service of a place that has it first must say `confidential_address`."""
    common: int | None = None
    """Its place among the buttons that are offered when nothing was understood; absent: not among them."""
