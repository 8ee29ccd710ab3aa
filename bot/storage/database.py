"""The store in a database: one class for SQLite and PostgreSQL, which pass the same tests."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Table, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.storage import failure, schema
from bot.storage.cipher import Cipher
from bot.storage.engine import connect
from bot.storage.migrations import migrate
from bot.storage.schema import chats, messages, report_marks, reports
from bot.storage.store import ReportCount, SentMessage, Source, StoreError, Tally


async def open_store(url: str, secret: str) -> Database:
    """The store at `url`, with its tables up to date. Raises StoreError."""
    try:
        engine = connect(url)
    except OSError as error:
        raise StoreError(
            f"The folder of the database cannot be made or used ({error.strerror}: {error.filename}). "
            "Choose another: SIGNPOST_DATABASE_URL=sqlite:////path/to/signpost.sqlite3"
        ) from None
    store = Database(engine, Cipher(secret))
    try:
        await store.migrate()
    except BaseException:
        # An aiosqlite connection that stays open keeps the process alive for ever.
        await store.close()
        raise
    return store


ONE_REPORT_IN = timedelta(days=7)
"""A chat counts once in this time for a service."""

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds between tries while another process sets the file up."""


class Database:
    """Implements `bot.storage.store.Store`."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher) -> None:
        self._engine = engine
        self._cipher = cipher
        self._closed = False
        self._scrubbing = asyncio.Lock()
        self._deletions = 0
        self._scrubbed = 0

    async def migrate(self) -> None:
        """Brings the tables up to date. Waits for another process that is doing so just now."""
        with self._told():
            for pause in (*_PAUSES, None):
                try:
                    async with self._engine.begin() as connection:
                        await migrate(connection)
                    return
                except failure.FAILURES as error:
                    # SQLite refuses at once, whatever its patience, while another process turns the log on.
                    if pause is None or not failure.busy(error):
                        raise
                await asyncio.sleep(pause)

    async def state(self, chat_id: int) -> str:
        """The chat's state line; "" for a chat that is not known."""
        chat = self._cipher.chat(chat_id)
        async with self._transaction() as connection:
            sealed = await connection.scalar(select(chats.c.state).where(chats.c.chat == chat))
        return "" if sealed is None else self._cipher.open_state(sealed, chat)

    async def keep(self, chat_id: int, state: str, now: datetime) -> None:
        """Keeps the state line and notes that the chat spoke at `now`."""
        chat = self._cipher.chat(chat_id)
        values = {"state": self._cipher.seal_state(state, chat), "spoke": _seconds(now)}
        async with self._transaction() as connection:
            await self._know(connection, chat_id, now)
            await connection.execute(update(chats).where(chats.c.chat == chat).values(values))

    async def note_messages(self, chat_id: int, message_ids: list[int], now: datetime) -> None:
        """Records messages that a wipe must delete. A repeat changes nothing."""
        if not message_ids:
            return
        chat = self._cipher.chat(chat_id)
        rows = []
        for number in dict.fromkeys(message_ids):
            message = self._cipher.message(chat_id, number)
            sealed = self._cipher.seal_number(number, message)
            rows.append({"message": message, "chat": chat, "message_id": sealed, "sent": _seconds(now)})
        async with self._transaction() as connection:
            await self._know(connection, chat_id, now)
            await self._insert_new(connection, messages, rows)

    async def messages(self, chat_id: int) -> list[SentMessage]:
        """The recorded messages of a chat, oldest first."""
        chat = self._cipher.chat(chat_id)
        query = select(messages.c.message, messages.c.message_id, messages.c.sent).where(messages.c.chat == chat)
        async with self._transaction() as connection:
            rows = (await connection.execute(query)).all()
        opened = [(sent, self._cipher.open_number(sealed, message)) for message, sealed, sent in rows]
        found = sorted((sent, number) for sent, number in opened if number is not None)
        return [SentMessage(number, _moment(sent)) for sent, number in found]

    async def forget_messages(self, chat_id: int, message_ids: list[int]) -> None:
        """Drops the record of messages that are gone, or can no longer be deleted."""
        gone = [self._cipher.message(chat_id, number) for number in message_ids]
        async with self._transaction() as connection:
            await connection.execute(delete(messages).where(messages.c.message.in_(gone)))

    async def forget(self, chat_id: int) -> None:
        """Forgets the chat: state, messages, everything. The file's freed pages and its log hold no trace of it."""
        chat = self._cipher.chat(chat_id)
        async with self._transaction() as connection:
            for table in (messages, chats):
                await connection.execute(delete(table).where(table.c.chat == chat))
        await self._scrub()

    async def last_spoke(self, chat_id: int) -> datetime | None:
        """When the chat last spoke; None for a chat that is not known."""
        async with self._transaction() as connection:
            spoke = await connection.scalar(select(chats.c.spoke).where(chats.c.chat == self._cipher.chat(chat_id)))
        return None if spoke is None else _moment(spoke)

    async def silent_since(self, moment: datetime) -> list[int]:
        """The chats that have said nothing since `moment`; without those that another key has sealed."""
        query = select(chats.c.chat, chats.c.chat_id).where(chats.c.spoke <= _seconds(moment)).order_by(chats.c.spoke)
        async with self._transaction() as connection:
            rows = (await connection.execute(query)).all()
        found = [self._cipher.open_number(sealed, chat) for chat, sealed in rows]
        return [chat_id for chat_id in found if chat_id is not None]

    async def drop_old(self, before: datetime) -> None:
        """Drops every record from before that moment, whatever became of it: nothing is kept longer."""
        async with self._transaction() as connection:
            old_messages = await connection.execute(delete(messages).where(messages.c.sent < _seconds(before)))
            old_chats = await connection.execute(delete(chats).where(chats.c.spoke < _seconds(before)))
            await self._drop_marks(connection, before)
        if old_messages.rowcount or old_chats.rowcount:
            await self._scrub()

    async def report(self, service: str, chat_id: int | None, now: datetime, reason: str = "") -> bool:
        """Counts "this did not work" for a service; whether it was counted. A chat counts once in seven days.

        None is a page of the web. With a reason, nothing new is counted: one of the day's reports gets the reason.
        """
        today = now.astimezone(UTC).date()
        source: Source = "web" if chat_id is None else "chat"
        key = {"service": service, "day": today.isoformat(), "source": source}
        async with self._transaction() as connection:
            if reason:
                if not await self._count(connection, reports, {**key, "reason": ""}, -1):
                    return False
            elif chat_id is not None:
                await self._drop_marks(connection, now)
                mark: dict[str, object] = {"mark": self._cipher.report(chat_id, service), "day": today.isoformat()}
                if not await self._insert_new(connection, report_marks, [mark]):
                    return False
            await self._insert_new(connection, reports, [{**key, "reason": reason, "count": 0}])
            await self._count(connection, reports, {**key, "reason": reason}, 1)
        return True

    async def _drop_marks(self, connection: AsyncConnection, now: datetime) -> None:
        last = now.astimezone(UTC).date() - ONE_REPORT_IN
        await connection.execute(delete(report_marks).where(report_marks.c.day <= last.isoformat()))

    async def _count(self, connection: AsyncConnection, table: Table, key: Mapping[str, str], by: int) -> int:
        """Adds to the count of one row, as long as it does not fall below nought; how many rows that were."""
        this = [table.c[name] == value for name, value in key.items()]
        counted = update(table).where(*this, table.c.count + by >= 0).values(count=table.c.count + by)
        return (await connection.execute(counted)).rowcount

    async def reports(self) -> list[ReportCount]:
        """The reports that nobody has closed, by service and day."""
        query = select(reports).where(reports.c.count > 0).order_by(*reports.primary_key)
        async with self._transaction() as connection:
            rows = (await connection.execute(query)).all()
        return [
            ReportCount(row.service, date.fromisoformat(row.day), row.reason, row.source, row.count)  # type: ignore[arg-type]
            for row in rows
        ]

    async def close_reports(self, service: str) -> int:
        """Drops the reports on a service; how many they were."""
        this = reports.c.service == service
        async with self._transaction() as connection:
            count = await connection.scalar(select(func.sum(reports.c.count)).where(this))
            await connection.execute(delete(reports).where(this))
        return int(count or 0)

    async def add_tallies(self, tallies: Iterable[Tally]) -> None:
        """Adds to the counts of messages."""
        async with self._transaction() as connection:
            for tally in tallies:
                key = {"day": tally.day.isoformat(), "kind": tally.kind, "value": tally.value}
                await self._insert_new(connection, schema.tallies, [{**key, "count": 0}])
                await self._count(connection, schema.tallies, key, tally.count)

    async def tallies(self, first: date) -> list[Tally]:
        """The counts of messages from the day `first` on."""
        query = select(schema.tallies).where(schema.tallies.c.day >= first.isoformat())
        async with self._transaction() as connection:
            rows = (await connection.execute(query.order_by(*schema.tallies.primary_key))).all()
        return [Tally(date.fromisoformat(row.day), row.kind, row.value, row.count) for row in rows]  # type: ignore[arg-type]

    async def usable(self) -> bool:
        """Whether the database answers."""
        try:
            async with self._transaction() as connection:
                await connection.execute(select(chats.c.spoke).limit(1))
        except StoreError:
            return False
        return True

    async def close(self) -> None:
        """Closes every connection."""
        self._closed = True
        await self._engine.dispose()

    async def _know(self, connection: AsyncConnection, chat_id: int, now: datetime) -> None:
        """A chat with as much as one message on record is known, so that silence removes it."""
        chat = self._cipher.chat(chat_id)
        row: dict[str, object] = {
            "chat": chat,
            "chat_id": self._cipher.seal_number(chat_id, chat),
            "state": self._cipher.seal_state("", chat),
            "spoke": _seconds(now),
        }
        await self._insert_new(connection, chats, [row])

    async def _insert_new(self, connection: AsyncConnection, table: Table, rows: list[dict[str, object]]) -> int:
        """Inserts the rows that are not there yet; how many that were."""
        insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
        return (await connection.execute(insert.values(rows).on_conflict_do_nothing())).rowcount

    async def _scrub(self) -> None:
        """Rewrites the SQLite file without what was deleted, and empties its write-ahead log.

        `secure_delete` is not enough: when a page is split or merged, copies of keys stay in its unused middle
        (measured: two hashes of 7,000 stayed). Who waits while another one scrubs may find it done for both.
        """
        if self._engine.dialect.name != "sqlite":
            return
        self._deletions += 1
        mine = self._deletions
        async with self._scrubbing:
            if self._scrubbed >= mine:
                return
            upto = self._deletions
            with self._told():
                async with self._engine.connect() as connection:
                    # Past SQLAlchemy, which would begin a transaction first; neither works inside one.
                    driver: Any = (await connection.get_raw_connection()).driver_connection
                    await driver.execute_fetchall("VACUUM")
                    [[busy, *_]] = await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            if busy:
                path = self._engine.url.database
                raise StoreError(f"The database file {path} is held by another program. Stop that one.")
            self._scrubbed = upto

    @contextlib.asynccontextmanager
    async def _transaction(self) -> AsyncIterator[AsyncConnection]:
        with self._told():
            async with self._engine.begin() as connection:
                yield connection

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turns what the drivers raise into StoreError."""
        if self._closed:
            # A new connection would open by itself and keep the process alive.
            raise StoreError("The database was closed.")
        try:
            yield
        except failure.FAILURES as error:
            raise StoreError(failure.sentence(self._engine.url, error)) from None


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
