"""Calls to the Bot API, repeated until Telegram has accepted or refused them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import TypeVar

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.client import Client
from bot.channels.telegram.messages import Outgoing
from bot.channels.telegram.pace import Pace

Answer = TypeVar("Answer")

REFUSALS = (BadRequest, Forbidden, InvalidToken, ChatMigrated, Conflict)
"""No later try would be accepted. (BadRequest counts as a network error in the library: order matters.)"""
MOST_TRIES = 8
MOST_IDS = 100
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

log = logging.getLogger("signpost.telegram")


class Delivery:
    """Says and deletes. What waits here holds back its own chat only."""

    def __init__(self, client: Client, pace: Pace) -> None:
        self._client = client
        self._pace = pace
        self.away = False
        """Telegram as a whole does not answer: then no try counts, and nothing is given up."""

    async def persist(self, call: Callable[[], Awaitable[Answer]], tries: int = MOST_TRIES) -> Answer:
        """The answer to `call`. Raises TelegramError when it is refused, or after `tries` failures."""
        failed = counted = 0
        while True:
            try:
                return await call()
            except RetryAfter as error:
                await asyncio.sleep(seconds(error))
            except REFUSALS:
                raise
            except TelegramError:
                failed += 1
                counted += not self.away
                if counted >= tries:
                    raise
                await asyncio.sleep(self._pace.wait(failed))

    async def say(self, chat_id: int, message: Outgoing) -> int:
        """Sends a message, without sound and without previews; its id."""
        try:
            return await self.persist(lambda: self._send(chat_id, message))
        except BadRequest as error:
            # Words without bold and buttons are better than no words.
            log.warning("A message was refused and goes out as plain text: %s", type(error).__name__)
            return await self.persist(lambda: self._send_plain(chat_id, message))

    async def delete(self, chat_id: int, message_ids: Sequence[int], tries: int) -> None:
        """Deletes messages (100 at most); those that are gone, or that Telegram keeps, count as done."""
        try:
            await self.persist(lambda: self._client.delete_messages(chat_id, message_ids), tries)
        except BadRequest:
            # One that cannot be deleted fails them all.
            for message_id in message_ids:
                await self._delete_one(chat_id, message_id, tries)

    async def notice(self, callback: str | None) -> None:
        """Tells the phone that its button press arrived. Late or twice is refused, and no matter."""
        if callback is None:
            return
        try:
            await self._client.answer_callback_query(callback)
        except TelegramError as error:
            log.info("A button press could not be confirmed: %s", type(error).__name__)

    async def leave(self, chat_id: int) -> None:
        """Leaves a group or channel."""
        await self.persist(lambda: self._client.leave_chat(chat_id))

    async def _delete_one(self, chat_id: int, message_id: int, tries: int) -> None:
        try:
            await self.persist(lambda: self._client.delete_message(chat_id, message_id), tries)
        except BadRequest as error:
            log.info("A message could not be deleted: %s", type(error).__name__)

    async def _send(self, chat_id: int, message: Outgoing) -> int:
        sent = await self._client.send_message(
            chat_id,
            message.html,
            parse_mode=ParseMode.HTML,
            disable_notification=True,
            link_preview_options=_NO_PREVIEW,
            reply_markup=message.buttons,
        )
        return sent.message_id

    async def _send_plain(self, chat_id: int, message: Outgoing) -> int:
        sent = await self._client.send_message(
            chat_id, message.plain, disable_notification=True, link_preview_options=_NO_PREVIEW
        )
        return sent.message_id


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
