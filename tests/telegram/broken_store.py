"""A store whose database fails when a test says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from bot.storage.database import Database
from bot.storage.store import ReportCount, SentMessage, StoreError, Tally


class BrokenStore:
    """Passes everything on to a real store, except while it is down."""

    def __init__(self, store: Database) -> None:
        self.store = store
        self.down = True

    def _up(self) -> Database:
        if self.down:
            raise StoreError("The database server does not answer.")
        return self.store

    async def state(self, chat_id: int) -> str:
        return await self._up().state(chat_id)

    async def keep(self, chat_id: int, state: str, now: datetime) -> None:
        await self._up().keep(chat_id, state, now)

    async def note_messages(self, chat_id: int, message_ids: list[int], now: datetime) -> None:
        await self._up().note_messages(chat_id, message_ids, now)

    async def messages(self, chat_id: int) -> list[SentMessage]:
        return await self._up().messages(chat_id)

    async def forget_messages(self, chat_id: int, message_ids: list[int]) -> None:
        await self._up().forget_messages(chat_id, message_ids)

    async def forget(self, chat_id: int) -> None:
        await self._up().forget(chat_id)

    async def last_spoke(self, chat_id: int) -> datetime | None:
        return await self._up().last_spoke(chat_id)

    async def silent_since(self, moment: datetime) -> list[int]:
        return await self._up().silent_since(moment)

    async def drop_old(self, before: datetime) -> None:
        await self._up().drop_old(before)

    async def report(self, service: str, chat_id: int | None, now: datetime, reason: str = "") -> bool:
        return await self._up().report(service, chat_id, now, reason)

    async def reports(self) -> list[ReportCount]:
        return await self._up().reports()

    async def close_reports(self, service: str) -> int:
        return await self._up().close_reports(service)

    async def add_tallies(self, tallies: Iterable[Tally]) -> None:
        await self._up().add_tallies(tallies)

    async def tallies(self, first: date) -> list[Tally]:
        return await self._up().tallies(first)

    async def usable(self) -> bool:
        return not self.down

    async def close(self) -> None:
        await self.store.close()
