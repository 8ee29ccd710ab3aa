"""Guidance pages: short steps for an employer, a champion or anybody else."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.directory.entry import Dated, Id, Line, Many, Words
from bot.directory.service import Audience

MAX_STEPS = 9


class Guidance(Dated):
    """A page of short steps, one thought each."""

    id: Id
    title: Words
    audiences: Many[Audience] = Field(min_length=1)
    needs: Many[Id] = Field(min_length=1)
    steps: Annotated[Many[Words], Field(min_length=1, max_length=MAX_STEPS)]
    found_by: Many[Line] = ()
    """Words in a message that bring this page before the other pages of its readers."""
    order: int | None = None
    """Its place among the buttons for its readers (`/work`); absent: not among them."""
    next: Many[Id] = ()
    """Pages that follow on."""
    owner: Line
    legal: bool = False
    """It states the law: two people sign it (`sign-offs.yaml`)."""
