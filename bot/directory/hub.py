"""What the hub sets once for the whole directory: its round-the-clock lines and its own pages."""

from __future__ import annotations

from pydantic import Field

from bot.directory.district import Area
from bot.directory.entry import Entry, Id, Line, Many, Words
from bot.directory.service import Audience


class Hub(Entry):
    """`hub.yaml`: the areas, and whom everybody can reach at any hour."""

    areas: Many[Area] = Field(min_length=1)
    always_open: dict[Audience, Many[Id]]
    """Per audience, the lines that are open round the clock everywhere, best first."""
    everyday_names: Many[Line] = ()
    """Names of services that are also everyday words ("Choices", "Shout"): alone they name nothing."""
    contact_words: Many[Line] = ()
    """Words that ask for a contact ("number", "phone"): beside one of them an everyday name is a name."""
    about: Words
    """What Signpost is, in two sentences."""
