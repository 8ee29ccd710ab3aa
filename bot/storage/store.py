"""What the channels may keep, as a protocol: two databases implement it and pass the same tests.

A chat is known by a keyed hash. What a wipe needs (chat and message ids) is encrypted. No word of a message, no
name and no plain chat id is ever stored (product rules 3 and 4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol


class StoreError(Exception):
    """The database cannot be used now. The message is a sentence for the operator, without any secret."""


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message that is in a chat, ours or theirs, and can still be deleted."""

    message_id: int
    at: datetime


Source = Literal["chat", "web"]
"""Who reports: a chat, which is known again for seven days; or a page of the web, which never is."""


@dataclass(frozen=True, slots=True)
class ReportCount:
    """How many said on one day, for one reason, that a service's contact did not work."""

    service: str
    day: date
    reason: str
    """"" where none was given."""
    source: Source
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many messages of a day share one thing, such as the need or the language."""

    day: date
    kind: str
    value: str
    count: int


class Store(Protocol):
    """The memory of all chats. Every call may raise StoreError. `chat_id` is the channel's own id of the chat."""

    async def state(self, chat_id: int) -> str:
        """The chat's state line; "" for a chat that is not known."""
        ...

    async def keep(self, chat_id: int, state: str, now: datetime) -> None:
        """Keeps the state line and notes that the chat spoke at `now`."""
        ...

    async def note_messages(self, chat_id: int, message_ids: list[int], now: datetime) -> None:
        """Records messages that a wipe must delete. A repeat changes nothing."""
        ...

    async def messages(self, chat_id: int) -> list[SentMessage]:
        """The recorded messages of a chat, oldest first."""
        ...

    async def forget_messages(self, chat_id: int, message_ids: list[int]) -> None:
        """Drops the record of messages that are gone, or can no longer be deleted."""
        ...

    async def forget(self, chat_id: int) -> None:
        """Forgets the chat: state, messages, everything. The file's freed pages and its log hold no trace of it."""
        ...

    async def last_spoke(self, chat_id: int) -> datetime | None:
        """When the chat last spoke; None for a chat that is not known."""
        ...

    async def silent_since(self, moment: datetime) -> list[int]:
        """The chats that have said nothing since `moment`."""
        ...

    async def drop_old(self, before: datetime) -> None:
        """Drops every record from before that moment, whatever became of it: nothing is kept longer."""
        ...

    async def report(self, service: str, chat_id: int | None, now: datetime, reason: str = "") -> bool:
        """Counts "this did not work" for a service; whether it was counted. A chat counts once in seven days.

        None is a page of the web. With a reason, nothing new is counted: one of the day's reports gets the reason.
        """
        ...

    async def reports(self) -> list[ReportCount]:
        """The reports that nobody has closed, by service and day."""
        ...

    async def close_reports(self, service: str) -> int:
        """Drops the reports on a service; how many they were."""
        ...

    async def add_tallies(self, tallies: Iterable[Tally]) -> None:
        """Adds to the counts of messages."""
        ...

    async def tallies(self, first: date) -> list[Tally]:
        """The counts of messages from the day `first` on."""
        ...

    async def usable(self) -> bool:
        """Whether the database answers."""
        ...

    async def close(self) -> None:
        """Closes every connection."""
        ...
