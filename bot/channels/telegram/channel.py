"""Puts the Telegram channel together, connects it, and runs it until told to stop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.channels.error import ChannelError
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.client import Client, make_client
from bot.channels.telegram.delivery import Delivery, seconds
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.wipe import Wiping
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Reply
from bot.storage.store import Store

_CONNECT_TRIES = 4
_LONGEST_WAIT_TO_CONNECT = 30.0

log = logging.getLogger("signpost.telegram")


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """What the channel is told."""

    token: str = field(repr=False)
    api_url: str
    cover_message: str
    """Shown after an exit; empty: nothing."""
    chat_lifetime: timedelta


class TelegramChannel:
    """Serves private chats of one bot."""

    def __init__(
        self,
        settings: TelegramSettings,
        conversation: Callable[[], Conversation],
        store: Store,
        clock: Callable[[], datetime],
        pace: Pace | None = None,
        count: Callable[[Reply], None] = lambda _: None,
    ) -> None:
        self._settings = settings
        self._conversation = conversation
        self._store = store
        self._clock = clock
        self._pace = pace or Pace()
        self._count = count

    async def run(self, stop: asyncio.Event) -> None:
        """Serves until `stop` is set. Raises ChannelError if Telegram cannot be reached or refuses the token."""
        client = make_client(self._settings.token, self._settings.api_url)
        try:
            await self._connect(client, stop)
            await self._serve(client, stop)
        except InvalidToken:
            raise ChannelError(
                "Telegram does not accept the token in SIGNPOST_TELEGRAM_TOKEN. Copy it again from @BotFather: "
                "it looks like 123456789:AAH… (digits, a colon, letters)."
            ) from None
        finally:
            await client.shutdown()

    async def _serve(self, client: Client, stop: asyncio.Event) -> None:
        settings, store, clock = self._settings, self._store, self._clock
        lanes = Lanes()
        delivery = Delivery(client, self._pace)
        wiping = Wiping(store, delivery, lanes, clock, settings.chat_lifetime)
        answering = Answering(self._conversation, store, delivery, wiping, clock, settings.cover_message, self._count)
        polling = Polling(client, delivery, lanes, answering.answer, clock, self._pace)
        sweeping = asyncio.create_task(wiping.run(self._pace))
        try:
            await polling.run(stop)
        finally:
            sweeping.cancel()
            await asyncio.wait([sweeping])

    async def _connect(self, client: Client, stop: asyncio.Event) -> None:
        for attempt in range(1, _CONNECT_TRIES + 1):
            try:
                await client.initialize()
            except InvalidToken:
                raise
            except RetryAfter as error:
                await _rest(stop, min(seconds(error), _LONGEST_WAIT_TO_CONNECT))
            except TelegramError as error:
                log.warning("Telegram does not answer: %s", type(error).__name__)
                if attempt < _CONNECT_TRIES:
                    await _rest(stop, self._pace.wait(attempt))
            else:
                return
            if stop.is_set():
                return
        raise ChannelError(
            f"Telegram cannot be reached at {self._settings.api_url}. Check the network, or the address in "
            "SIGNPOST_TELEGRAM_API_URL."
        )


async def _rest(stop: asyncio.Event, seconds_to_rest: float) -> None:
    """Waits, but no longer than until the stop."""
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([stopping], timeout=seconds_to_rest)
    stopping.cancel()
