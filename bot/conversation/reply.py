"""What goes out: parts and choices. A reply says what; the channel decides how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.conversation.state import State
from bot.directory.entry import Said
from bot.search.understanding import Understanding

Reason = Literal["no-answer", "wrong-number", "no-help"]
WayKind = Literal["phone", "text", "webchat", "website", "email", "bsl", "relay", "venue"]


@dataclass(frozen=True, slots=True)
class Emergency:
    """What to do this minute. Stands before everything else."""

    urgency: str
    text: Said


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thought: the answer to the need, a notice, the emergency sentence of a message that may be urgent."""

    text: Said
    tone: Literal["plain", "alarm", "heading", "quiet"] = "plain"
    service: str = ""
    """The service whose number the sentence tells, if it does."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a service."""

    kind: WayKind
    label: str
    value: str
    """The number, address or instruction, as it is read."""
    link: str = ""
    """tel:, sms:, mailto: or https:; empty where nothing can be tapped."""
    hours: str = ""
    open: bool | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A service as a person reads it."""

    service: str
    name: str
    summary: Said
    ways: tuple[Way, ...]
    facts: tuple[Said, ...]
    """Who it is for, how to be referred, what to know before, interpreters."""
    checked: str
    old: bool = False
    """Past its review date."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps of a guidance page: all that fit here, and where they stand in the page."""

    page: str
    title: Said
    steps: tuple[Said, ...]
    first: int
    of: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class RouteCard:
    """A referral route: headed lines that can be read out on the phone."""

    route: str
    title: Said
    lines: tuple[tuple[str, Said], ...]
    checked: str


Part = Emergency | Sentence | Card | Steps | RouteCard


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its label, and the action that comes back in `Turn.action`."""

    label: str
    action: str
    kind: Literal["answer", "tool", "exit"] = "answer"


@dataclass(frozen=True, slots=True)
class Report:
    """A service's contact did not work for somebody. Counted; nothing else is kept."""

    service: str
    reason: Reason | Literal[""] = ""
    """Said with a second tap, of a report that has been counted by then."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer, and what the chat remembers after it."""

    language: str
    parts: tuple[Part, ...]
    choices: tuple[Choice, ...]
    state: State
    exit: bool = False
    """The channel now removes the chat and forgets it."""
    report: Report | None = None
    wants_location: bool = False
    understood: Understanding | None = None

    def services(self) -> tuple[str, ...]:
        """The ids of the services told of, in order: those of the cards, then that of the line that is always open."""
        cards = [part.service for part in self.parts if isinstance(part, Card)]
        lines = [part.service for part in self.parts if isinstance(part, Sentence) and part.service]
        return tuple(dict.fromkeys((*cards, *lines)))
