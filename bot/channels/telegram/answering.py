"""Answers one arrival. The order of effects is what makes a repeat harmless and a wipe complete:

record what came in, ask the conversation, send, record what was sent, keep the state; only then is the update done.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from telegram.error import Forbidden

from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.messages import one_line, rendered
from bot.channels.telegram.turns import Arrival
from bot.channels.telegram.wipe import Wiping
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Reply, Sentence
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.directory.entry import ENGLISH
from bot.storage.store import Store, StoreError

log = logging.getLogger("signpost.telegram")


class Answering:
    """Knows the conversation, the store and the way out."""

    def __init__(
        self,
        conversation: Callable[[], Conversation],
        store: Store,
        delivery: Delivery,
        wiping: Wiping,
        clock: Callable[[], datetime],
        cover: str,
    ) -> None:
        self._conversation = conversation
        self._store = store
        self._delivery = delivery
        self._wiping = wiping
        self._clock = clock
        self._cover = cover

    async def answer(self, arrival: Arrival) -> None:
        """Does all that `arrival` asks for. Raises TelegramError if Telegram does not accept it."""
        if arrival.place != "private":
            await self._leave(arrival)
            return
        if arrival.blocked:
            await self._wiping.forget(arrival.chat_id)
            return
        line = await self._remembered(arrival)
        if arrival.turn is None:
            return
        # In a thread: the encoder takes its time outside Python's lock, and other chats must not wait for it.
        reply = await asyncio.to_thread(self._reply, arrival.turn, State.from_line(line or ""))
        if reply.exit:
            await self._exit(arrival, reply)
            return
        if line is None:
            reply = replace(reply, parts=(*reply.parts, self._without_database(reply.language)))
        try:
            await asyncio.gather(self._delivery.notice(arrival.callback), self._send(arrival.chat_id, reply))
        except Forbidden:
            await self._wiping.forget(arrival.chat_id)
            raise
        await self._keep(arrival.chat_id, reply)

    async def _remembered(self, arrival: Arrival) -> str | None:
        """Records what came in; the state line, or None if the database cannot be used."""
        try:
            for message in arrival.messages:
                await self._store.note_messages(arrival.chat_id, [message.message_id], message.at)
            return await self._store.state(arrival.chat_id)
        except StoreError as error:
            log.warning("Answering without the database: %s", error)
            return None

    def _reply(self, turn: Turn, state: State) -> Reply:
        conversation = self._conversation()
        try:
            return conversation.reply(turn, state)
        except Exception as error:  # noqa: BLE001 (a person in danger gets a number to call, whatever broke)
            log.error("The conversation failed: %s", type(error).__name__)
        fallback = conversation.reply(Turn(turn.now, action="help"), State(language=state.language))
        sorry = Sentence(conversation.speech.said("error.sorry", fallback.language), "alarm")
        return replace(fallback, parts=(sorry, *fallback.parts))

    async def _send(self, chat_id: int, reply: Reply) -> None:
        for message in rendered(reply, self._conversation()):
            await self._note_sent(chat_id, await self._delivery.say(chat_id, message))

    async def _note_sent(self, chat_id: int, message_id: int) -> None:
        try:
            await self._store.note_messages(chat_id, [message_id], self._clock())
        except StoreError as error:
            log.warning("A sent message could not be recorded: %s", error)

    async def _keep(self, chat_id: int, reply: Reply) -> None:
        now = self._clock()
        try:
            await self._store.keep(chat_id, reply.state.line(), now)
            if reply.report:
                await self._store.report(reply.report.service, chat_id, now)
        except StoreError as error:
            log.warning("A chat's state could not be kept: %s", error)

    async def _exit(self, arrival: Arrival, reply: Reply) -> None:
        await self._delivery.notice(arrival.callback)
        sorry = self._without_database(reply.language).text.text
        await self._wiping.exit(arrival.chat_id, arrival.messages, self._cover, sorry)

    def _without_database(self, language: str) -> Sentence:
        return Sentence(self._conversation().speech.said("error.database", language))

    async def _leave(self, arrival: Arrival) -> None:
        """Says one neutral line in a group, nothing in a channel, and leaves."""
        if arrival.place == "group":
            words = self._conversation().speech.say("group.leave", arrival.language or ENGLISH)
            await self._delivery.say(arrival.chat_id, one_line(words))
        await self._delivery.leave(arrival.chat_id)
