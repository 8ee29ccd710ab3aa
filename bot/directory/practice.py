"""Practice for champions: an invented disclosure, with helpful and harmful replies to choose from, and why."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from bot.directory.entry import Dated, Entry, Id, Line, Many, Words

MOST_REPLIES = 3
"""A screen holds no more."""


class PracticeReply(Entry):
    """Something that a champion could say."""

    words: Words
    helps: bool
    why: Words
    """What it does to the person who hears it."""


class PracticeTurn(Entry):
    """What the person says, and what could be said to it."""

    said: Words
    replies: Annotated[Many[PracticeReply], Field(min_length=2, max_length=MOST_REPLIES)]

    @model_validator(mode="after")
    def _a_choice(self) -> Self:
        if len({reply.helps for reply in self.replies}) == 1:
            raise ValueError("all replies are of one kind | Give one that helps, and one that can do harm.")
        return self


class Practice(Dated):
    """One invented disclosure. Nobody is scored, and nothing is kept."""

    id: Id
    title: Words
    about: Words
    """Who speaks, and where."""
    turns: Annotated[Many[PracticeTurn], Field(min_length=3, max_length=4)]
    after: Words
    """What to take from it."""
    guidance: Many[Id] = ()
    """Pages to read next."""
    owner: Line
