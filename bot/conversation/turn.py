"""What comes in: words, a button, a place on the map, or something that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Unreadable = Literal["picture", "voice", "contact", "sticker", "other"]


@dataclass(frozen=True, slots=True)
class Location:
    """A shared place, in degrees (WGS 84). Used once, not kept."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Turn:
    """One message from a person. Exactly one of text, action, location and unreadable is given."""

    now: datetime
    text: str | None = None
    action: str | None = None
    location: Location | None = None
    unreadable: Unreadable | None = None
    forwarded: bool = False
    """The words are somebody else's."""
    language_hint: str | None = None
    """What the channel says of the person's language: a hint only."""
