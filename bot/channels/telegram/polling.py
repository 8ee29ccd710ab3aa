"""Fetches updates by long polling, and lets Telegram forget each of them only once it is done."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.client import Client
from bot.channels.telegram.delivery import Delivery, seconds
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.turns import Arrival, arrival
from bot.channels.telegram.window import Window

_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 0.5
"""While an answer is under way Telegram returns its update at once, again and again: asking waits a little."""
_REFUSED_TOKENS = 3
"""A proxy that stumbles can say "not found" once; Telegram says it every time."""
_IDS_START_AFRESH = timedelta(days=6)
"""After a week without updates Telegram chooses the next id at random, maybe below the offset."""

log = logging.getLogger("signpost.telegram")


class Polling:
    """The loop. `answer` does the work of one arrival, in its chat's lane."""

    def __init__(
        self,
        client: Client,
        delivery: Delivery,
        lanes: Lanes,
        answer: Callable[[Arrival], Awaitable[None]],
        clock: Callable[[], datetime],
        pace: Pace,
    ) -> None:
        self._client = client
        self._delivery = delivery
        self._lanes = lanes
        self._answer = answer
        self._clock = clock
        self._pace = pace
        self._window = Window()
        self._failed = 0
        self._refused = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Polls until `stop` is set. Raises InvalidToken if Telegram no longer takes the token."""
        stopping = asyncio.create_task(stop.wait())
        pause = _FIRST_PAUSE
        last = self._clock()
        try:
            while not stop.is_set():
                updates = await self._fetched(stopping)
                new = [update for update in updates if self._take(update)]
                if new:
                    last, pause = self._clock(), _FIRST_PAUSE
                elif self._clock() - last > _IDS_START_AFRESH:
                    self._window, last = Window(), self._clock()
                await self._lanes.settle(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
        finally:
            stopping.cancel()
        await self._finish()

    async def _fetched(self, stopping: asyncio.Task[Any]) -> list[Mapping[str, Any]]:
        """The next updates; none after a failure, and after waiting as long as that asks for."""
        offset = self._window.offset
        fetching = asyncio.create_task(self._client.raw_updates(offset, self._pace.poll))
        try:
            await asyncio.wait({fetching, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not fetching.done():
                return []
            updates = fetching.result()
        except TelegramError as error:
            await asyncio.wait({stopping}, timeout=await self._wait_after(error))
            return []
        finally:
            fetching.cancel()
        self._failed = self._refused = 0
        self._delivery.away = False
        self._window.confirmed(offset)
        return updates

    async def _wait_after(self, error: TelegramError) -> float:
        self._failed += 1
        if isinstance(error, RetryAfter):
            return seconds(error)
        if isinstance(error, InvalidToken):
            self._refused += 1
            if self._refused >= _REFUSED_TOKENS:
                raise error
        elif isinstance(error, Conflict):
            log.warning("Another program fetches this bot's updates, or a webhook is set.")
            with contextlib.suppress(TelegramError):
                await self._client.delete_webhook()
        else:
            self._delivery.away = True
        log.warning("No updates from Telegram: %s", type(error).__name__)
        return self._pace.wait(self._failed)

    def _take(self, raw: Mapping[str, Any]) -> bool:
        """Starts the work on an update; False if that is under way or done already."""
        update_id = raw.get("update_id")
        if not isinstance(update_id, int) or not self._window.take(update_id):
            return False
        try:
            update = Update.de_json(dict(raw), self._client)
            came = arrival(update, self._clock())
        except Exception as error:  # noqa: BLE001 (one that cannot be read must not hold back the others)
            log.error("Update %d cannot be read: %s", update_id, type(error).__name__)
            came = None
        if came is None:
            self._window.done(update_id)
        else:
            self._lanes.start(came.chat_id, lambda: self._work_on(came))
        return True

    async def _work_on(self, came: Arrival) -> None:
        try:
            await self._answer(came)
        except Exception as error:  # noqa: BLE001 (set aside, so that the chat's next message is answered)
            log.error("Update %d (%s) was set aside: %s", came.update_id, came.kind, type(error).__name__)
        # Not reached when the task is cancelled: then Telegram keeps the update and sends it again.
        self._window.done(came.update_id)

    async def _finish(self) -> None:
        """Finishes what is under way, and tells Telegram, so that the next start answers nothing twice."""
        await self._lanes.stop(self._pace.stop_within.total_seconds())
        if self._window.offset is not None:
            with contextlib.suppress(TelegramError, TimeoutError):
                async with asyncio.timeout(2):
                    await self._client.raw_updates(self._window.offset, timedelta(0), limit=1)
