"""Removes both sides of a chat, and then every record of it: on exit, after silence, and until it has worked."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial

from telegram.error import Forbidden, TelegramError

from bot.channels.telegram.delivery import MOST_IDS, MOST_TRIES, Delivery
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.messages import one_line
from bot.channels.telegram.pace import Pace
from bot.storage.store import SentMessage, Store, StoreError

DELETABLE_FOR = timedelta(hours=48)
KEPT_FOR = timedelta(hours=47)
"""No record is older than this: product rule 4. It leaves an hour for a wipe that has to be tried again."""
_ROOM_TO_RETRY = timedelta(minutes=5)
_SWEEP_TRIES = 2

log = logging.getLogger("signpost.telegram")


class Wiping:
    """Wipes chats. Runs inside the chat's lane, so that no answer comes between."""

    def __init__(
        self, store: Store, delivery: Delivery, lanes: Lanes, clock: Callable[[], datetime], lifetime: timedelta
    ) -> None:
        self._store = store
        self._delivery = delivery
        self._lanes = lanes
        self._clock = clock
        self._lifetime = min(lifetime, KEPT_FOR - _ROOM_TO_RETRY)
        self._unfinished: set[int] = set()
        """Chats whose wipe did not work yet, besides those that the store knows to be due."""

    async def exit(self, chat_id: int, seen: Iterable[SentMessage], cover: str, no_database: str) -> None:
        """Wipes the chat at its person's wish; then shows the cover, or says honestly that it did not work.

        `seen` are messages known from the update itself. The cover is not recorded: a record is a trace.
        """
        recorded, gone = await self._wiped(chat_id, seen, MOST_TRIES)
        words = cover if recorded else no_database
        if words and (gone or not recorded):
            await self._delivery.say(chat_id, one_line(words))

    async def forget(self, chat_id: int) -> bool:
        """Forgets the chat; if that fails, it is tried again with the next sweep."""
        try:
            await self._store.forget(chat_id)
        except StoreError as error:
            log.warning("A chat could not be forgotten yet: %s", error)
            self._unfinished.add(chat_id)
            return False
        self._unfinished.discard(chat_id)
        return True

    async def run(self, pace: Pace) -> None:
        """Sweeps for ever."""
        while True:
            try:
                await self.sweep()
                await self._store.drop_old(self._clock() - KEPT_FOR + pace.sweep_every)
            except StoreError as error:
                log.warning("Old chats could not be looked for: %s", error)
            except Exception as error:  # noqa: BLE001 (whatever went wrong, the next sweep must come)
                log.error("A sweep failed: %s", type(error).__name__)
            await asyncio.sleep(pace.sweep_every.total_seconds())

    async def sweep(self) -> None:
        """Wipes every chat that has been silent for its lifetime, and those whose wipe is unfinished."""
        for chat_id in {*await self._store.silent_since(self._clock() - self._lifetime), *self._unfinished}:
            await asyncio.wait([self._lanes.start(chat_id, partial(self._swept, chat_id))])

    async def _swept(self, chat_id: int) -> None:
        # It may have spoken while other chats were swept: then its answer must stay.
        spoke = await self._store.last_spoke(chat_id)
        if chat_id in self._unfinished or (spoke and spoke <= self._clock() - self._lifetime):
            await self._wiped(chat_id, (), _SWEEP_TRIES)

    async def _wiped(self, chat_id: int, seen: Iterable[SentMessage], tries: int) -> tuple[bool, bool]:
        """Whether the store told what to delete, and whether all of that is gone."""
        messages, recorded = {message.message_id: message for message in seen}, True
        try:
            messages |= {message.message_id: message for message in await self._store.messages(chat_id)}
        except StoreError as error:
            log.warning("The messages to delete are not known: %s", error)
            recorded = False
        gone = await self._deleted(chat_id, list(messages.values()), tries)
        if not (recorded and gone and await self.forget(chat_id)):
            await self._make_due(chat_id)
        return recorded, gone

    async def _deleted(self, chat_id: int, messages: list[SentMessage], tries: int) -> bool:
        young = [each.message_id for each in messages if self._clock() - each.at < DELETABLE_FOR]
        try:
            for first in range(0, len(young), MOST_IDS):
                batch = young[first : first + MOST_IDS]
                await self._delivery.delete(chat_id, batch, tries)
                # What is gone is struck off at once: after a restart only the rest is tried again.
                await self._struck_off(chat_id, batch)
        except Forbidden:
            # The person blocked the bot: it can do nothing more in this chat, ever.
            return True
        except TelegramError as error:
            log.warning("A chat could not be deleted yet: %s", type(error).__name__)
            return False
        return True

    async def _struck_off(self, chat_id: int, message_ids: list[int]) -> None:
        try:
            await self._store.forget_messages(chat_id, message_ids)
        except StoreError as error:
            log.warning("Deleted messages could not be struck off yet: %s", error)

    async def _make_due(self, chat_id: int) -> None:
        """Has the next sweep wipe the chat, here or after a restart."""
        self._unfinished.add(chat_id)
        try:
            await self._store.keep(chat_id, "", self._clock() - self._lifetime)
        except StoreError as error:
            log.warning("An unfinished wipe could not be noted: %s", error)
