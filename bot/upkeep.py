"""What is done once a minute while Signpost serves: marks are renewed, and what was counted is kept."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta

from bot.conversation.insight import counted
from bot.conversation.reply import Reply
from bot.directory.opening_hours import LONDON
from bot.live import Live
from bot.reported import marked
from bot.storage.store import Store, StoreError, Tally

EVERY = timedelta(minutes=1)


class Upkeep:
    """Counts in memory, so that no answer waits for it and the store cannot tell when in a day it was."""

    def __init__(self, live: Live, store: Store, clock: Callable[[], datetime]) -> None:
        self._live = live
        self._store = store
        self._clock = clock
        self._counts: Counter[tuple[date, str, str]] = Counter()

    def count(self, channel: str) -> Callable[[Reply], None]:
        """Counts the replies of a channel."""

        def one(reply: Reply) -> None:
            today = self._clock().astimezone(LONDON).date()
            self._counts.update((today, kind, value) for kind, value in counted(reply, channel))

        return one

    async def run(self) -> None:
        """Goes on until it is cancelled."""
        while True:
            await self.mark()
            await self.keep()
            await asyncio.sleep(EVERY.total_seconds())

    async def mark(self) -> None:
        """Marks what people reported, also to other processes. Without the database the marks stay as they were."""
        with contextlib.suppress(StoreError):
            self._live.mark(marked(await self._store.reports(), self._live().directory))

    async def keep(self) -> None:
        """Adds what was counted to what is stored. While the database is away, it is held here."""
        held = dict(self._counts)
        self._counts.clear()
        try:
            await self._store.add_tallies(Tally(*what, count) for what, count in held.items())
        except StoreError:
            self._counts.update(held)
