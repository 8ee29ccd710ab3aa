"""An urgency: danger, self-harm or a child at risk; what to say first, and what gives it away."""

from __future__ import annotations

from pydantic import Field

from bot.directory.entry import Entry, Id, Many, Words


class Urgency(Entry):
    """A kind of emergency. Two people sign each change (`sign-offs.yaml`)."""

    id: Id
    rank: int
    """1 is told first when a message holds several."""
    block: Words
    """What stands before everything else when it is sure: what to do this minute."""
    sentence: Words
    """What stands on top when it only may be so."""
    afterwards: Words
    """The sentence between the block and the services: who else can help."""
    need: Id
    """The need that is answered first."""
    services: Many[Id] = ()
    """Who is named first, as cards."""
    told_in_block: Many[Id] = Field(min_length=1)
    """Services whose numbers the block already tells: no card repeats them."""
