"""Changes of the schema: named steps, each applied once and recorded. A step that has been released never changes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.store import StoreError

_BYTES = {"sqlite": "BLOB", "postgresql": "BYTEA"}
_LOCK = 0x5160_0057
"""Any number, the same in every replica: PostgreSQL lets one of them migrate at a time."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step. `{bytes}` stands for the database's own name of that type."""

    name: str
    statements: tuple[str, ...]


MIGRATIONS = (
    Migration(
        "0001-chats-messages-reports",
        (
            """CREATE TABLE chats (
                chat {bytes} NOT NULL PRIMARY KEY, chat_id {bytes} NOT NULL, state {bytes} NOT NULL,
                spoke BIGINT NOT NULL)""",
            "CREATE INDEX ix_chats_spoke ON chats (spoke)",
            """CREATE TABLE messages (
                message {bytes} NOT NULL PRIMARY KEY, chat {bytes} NOT NULL, message_id {bytes} NOT NULL,
                sent BIGINT NOT NULL)""",
            "CREATE INDEX ix_messages_chat ON messages (chat)",
            "CREATE INDEX ix_messages_sent ON messages (sent)",
            """CREATE TABLE reports (
                service TEXT NOT NULL, week TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (service, week))""",
            """CREATE TABLE report_marks (
                mark {bytes} NOT NULL PRIMARY KEY, chat {bytes} NOT NULL, week TEXT NOT NULL)""",
            "CREATE INDEX ix_report_marks_chat ON report_marks (chat)",
        ),
    ),
    Migration(
        "0002-reports-by-day-and-reason",
        (
            "ALTER TABLE reports RENAME TO reports_by_week",
            """CREATE TABLE reports (
                service TEXT NOT NULL, day TEXT NOT NULL, reason TEXT NOT NULL, source TEXT NOT NULL,
                count INTEGER NOT NULL, PRIMARY KEY (service, day, reason, source))""",
            # Which day of its week it was is not known, nor from how many chats: such reports mark nothing.
            """INSERT INTO reports (service, day, reason, source, count)
                SELECT service, CAST(CURRENT_DATE AS TEXT), '', 'web', SUM(count) FROM reports_by_week
                GROUP BY service""",
            "DROP TABLE reports_by_week",
            "DROP TABLE report_marks",
            "CREATE TABLE report_marks (mark {bytes} NOT NULL PRIMARY KEY, day TEXT NOT NULL)",
        ),
    ),
    Migration(
        "0003-tallies",
        (
            """CREATE TABLE tallies (
                day TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL,
                PRIMARY KEY (day, kind, value))""",
        ),
    ),
)


async def migrate(connection: AsyncConnection, steps: tuple[Migration, ...] = MIGRATIONS) -> list[str]:
    """Applies what is missing, within the caller's transaction: all or nothing. The names of what was applied."""
    kind = connection.dialect.name
    if kind == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    await connection.execute(text("CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY)"))
    done = set((await connection.execute(text("SELECT name FROM migrations"))).scalars())
    if done - {step.name for step in steps}:
        raise StoreError(
            "The database was written by a newer Signpost than this one. Start the newer one, "
            "or choose another database: SIGNPOST_DATABASE_URL=sqlite:////path/to/signpost.sqlite3"
        )
    missing = [step for step in steps if step.name not in done]
    for step in missing:
        for statement in step.statements:
            await connection.execute(text(statement.format(bytes=_BYTES[kind])))
        await connection.execute(text("INSERT INTO migrations (name) VALUES (:name)"), {"name": step.name})
    return [step.name for step in missing]
