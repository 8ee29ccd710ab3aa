"""What every store promises, whichever database is behind it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import asyncpg  # type: ignore[import-untyped]
import pytest
from sqlalchemy import inspect, text, update

from bot.storage.cipher import Cipher
from bot.storage.database import Database, open_store
from bot.storage.migrations import MIGRATIONS, Migration, migrate
from bot.storage.schema import messages, metadata, report_marks
from bot.storage.store import ReportCount, SentMessage, StoreError, Tally
from tests.storage.conftest import SECRET, OpenStore

NOW = datetime(2026, 11, 21, 23, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CHAT, OTHER = 4815162342, 7_777_777_777


async def test_a_chat_is_remembered_across_a_restart(store: Database, reopen: OpenStore) -> None:
    assert await store.state(CHAT) == ""
    await store.keep(CHAT, "language=en district=thanet", NOW)
    await store.keep(CHAT, "language=pl", NOW + MINUTE)
    again = await reopen()
    assert await again.state(CHAT) == "language=pl"
    assert await again.state(OTHER) == ""
    assert await again.last_spoke(CHAT) == NOW + MINUTE
    assert await again.last_spoke(OTHER) is None


async def test_message_records_are_kept_once_each_and_given_back_oldest_first(store: Database) -> None:
    await store.note_messages(CHAT, [12, 11], NOW + MINUTE)
    await store.note_messages(CHAT, [10, 11], NOW)
    await store.note_messages(CHAT, [], NOW)
    await store.note_messages(OTHER, [10], NOW)
    assert await store.messages(CHAT) == [
        SentMessage(10, NOW),
        SentMessage(11, NOW + MINUTE),
        SentMessage(12, NOW + MINUTE),
    ]
    await store.forget_messages(CHAT, [10, 12, 99])
    assert [message.message_id for message in await store.messages(CHAT)] == [11]
    assert [message.message_id for message in await store.messages(OTHER)] == [10]


async def test_forgetting_one_chat_leaves_the_others(store: Database) -> None:
    for chat in (CHAT, OTHER):
        await store.keep(chat, "language=en", NOW)
        await store.note_messages(chat, [1, 2], NOW)
    await store.forget(CHAT)
    await store.forget(CHAT)
    assert (await store.state(CHAT), await store.messages(CHAT), await store.last_spoke(CHAT)) == ("", [], None)
    assert await store.state(OTHER) == "language=en"
    assert len(await store.messages(OTHER)) == 2
    assert await store.silent_since(NOW) == [OTHER]


async def test_silent_chats_are_found_even_if_only_a_message_was_noted(store: Database) -> None:
    await store.note_messages(CHAT, [1], NOW)
    await store.keep(OTHER, "", NOW)
    await store.keep(OTHER, "", NOW + 5 * MINUTE)
    assert await store.silent_since(NOW - MINUTE) == []
    assert await store.silent_since(NOW) == [CHAT]
    assert await store.silent_since(NOW + 5 * MINUTE) == [CHAT, OTHER]


async def test_old_records_are_dropped(store: Database) -> None:
    await store.note_messages(CHAT, [1], NOW - timedelta(hours=48))
    await store.note_messages(CHAT, [2], NOW)
    await store.keep(CHAT, "language=en", NOW)
    await store.keep(OTHER, "language=en", NOW - timedelta(hours=48))
    await store.drop_old(NOW - timedelta(hours=47))
    assert [message.message_id for message in await store.messages(CHAT)] == [2]
    assert await store.state(CHAT) == "language=en"
    assert await store.silent_since(NOW) == [CHAT]


def _told(counts: list[ReportCount]) -> list[tuple[str, str, str, str, int]]:
    return [(each.service, each.day.isoformat(), each.reason, each.source, each.count) for each in counts]


async def test_a_chat_counts_once_in_seven_days_for_a_service(store: Database) -> None:
    assert await store.report("oasis", CHAT, NOW)
    assert not await store.report("oasis", CHAT, NOW + MINUTE)
    assert not await store.report("oasis", CHAT, NOW + timedelta(days=6))
    assert await store.report("oasis", OTHER, NOW)
    assert await store.report("samaritans", CHAT, NOW)
    assert await store.report("oasis", CHAT, NOW + timedelta(days=7))
    assert _told(await store.reports()) == [
        ("oasis", "2026-11-21", "", "chat", 2),
        ("oasis", "2026-11-28", "", "chat", 1),
        ("samaritans", "2026-11-21", "", "chat", 1),
    ]


async def test_leaving_does_not_let_a_chat_report_again(store: Database) -> None:
    """Else one person could report, exit and report until an entry is marked."""
    await store.keep(CHAT, "language=en", NOW)
    assert await store.report("oasis", CHAT, NOW)
    await store.forget(CHAT)
    assert not await store.report("oasis", CHAT, NOW + MINUTE)


async def test_what_keeps_a_chat_from_counting_twice_is_dropped_with_old_records(store: Database) -> None:
    await store.report("oasis", CHAT, NOW)
    for later, left in ((timedelta(days=6), 1), (timedelta(days=7), 0)):
        await store.drop_old(NOW + later)
        async with store._engine.begin() as connection:
            assert len((await connection.execute(report_marks.select())).all()) == left


async def test_a_page_of_the_web_counts_each_time_and_is_told_apart(store: Database) -> None:
    for _ in range(3):
        assert await store.report("oasis", None, NOW)
    assert await store.report("oasis", CHAT, NOW)
    assert _told(await store.reports()) == [
        ("oasis", "2026-11-21", "", "chat", 1),
        ("oasis", "2026-11-21", "", "web", 3),
    ]


async def test_a_reason_is_given_to_a_report_and_counts_nothing_itself(store: Database) -> None:
    assert not await store.report("oasis", CHAT, NOW, "no-answer"), "there is no report that it could belong to"
    await store.report("oasis", CHAT, NOW)
    await store.report("oasis", None, NOW)
    assert await store.report("oasis", CHAT, NOW, "no-answer")
    assert not await store.report("oasis", CHAT, NOW, "wrong-number"), "one report has one reason"
    assert _told(await store.reports()) == [
        ("oasis", "2026-11-21", "", "web", 1),
        ("oasis", "2026-11-21", "no-answer", "chat", 1),
    ]


async def test_closed_reports_are_gone_and_others_stay(store: Database) -> None:
    for service in ("oasis", "samaritans"):
        await store.report(service, CHAT, NOW)
        await store.report(service, OTHER, NOW + timedelta(days=1))
    assert await store.close_reports("oasis") == 2
    assert await store.close_reports("oasis") == 0
    assert {each.service for each in await store.reports()} == {"samaritans"}


async def test_reports_that_were_counted_by_week_are_kept_and_mark_nothing(store: Database) -> None:
    async with store._engine.begin() as connection:
        await connection.run_sync(metadata.drop_all)
        await migrate(connection, MIGRATIONS[:1])
        old = "INSERT INTO reports (service, week, count) VALUES ('oasis', '2026-W40', 2), ('oasis', '2026-W41', 3)"
        await connection.execute(text(old))
    await store.migrate()
    [kept] = await store.reports()
    assert (kept.service, kept.reason, kept.source, kept.count) == ("oasis", "", "web", 5)


async def test_counts_of_a_day_are_added_up(store: Database) -> None:
    today = NOW.date()
    await store.add_tallies([Tally(today, "need", "refuge", 2), Tally(today, "need", "police", 1)])
    await store.add_tallies([Tally(today, "need", "refuge", 3)])
    await store.add_tallies([])
    assert await store.tallies(today) == [Tally(today, "need", "police", 1), Tally(today, "need", "refuge", 5)]
    assert await store.tallies(today + timedelta(days=1)) == []


async def test_fifty_chats_at_once_lose_nothing(store: Database) -> None:
    async def talk(chat: int) -> None:
        for number in range(5):
            await store.note_messages(chat, [number], NOW)
            await store.keep(chat, f"seen={number}", NOW)

    await asyncio.gather(*(talk(chat) for chat in range(1, 51)))
    assert {await store.state(chat) for chat in range(1, 51)} == {"seen=4"}
    assert {len(await store.messages(chat)) for chat in range(1, 51)} == {5}


async def test_a_cancelled_call_leaves_the_store_usable(store: Database) -> None:
    calls = [asyncio.create_task(store.keep(chat, "language=en", NOW)) for chat in range(20)]
    await asyncio.sleep(0)
    for call in calls:
        call.cancel()
    await asyncio.gather(*calls, return_exceptions=True)
    await store.keep(CHAT, "language=en", NOW)
    assert await store.usable()


async def test_with_another_key_nothing_can_be_read_and_nothing_fails(store: Database, url: str) -> None:
    await store.keep(CHAT, "language=en", NOW)
    await store.note_messages(CHAT, [1, 2], NOW)
    other = await open_store(url, "another secret that is long enough!")
    try:
        assert await other.state(CHAT) == ""
        assert await other.silent_since(NOW) == []
        chats_hash_was_copied = update(messages).values(chat=Cipher("another secret that is long enough!").chat(CHAT))
        async with other._engine.begin() as connection:
            await connection.execute(chats_hash_was_copied)
        assert await other.messages(CHAT) == []
        await other.drop_old(NOW + MINUTE)
    finally:
        await other.close()
    assert await store.last_spoke(CHAT) is None


async def test_a_closed_store_says_so(store: Database) -> None:
    assert await store.usable()
    await store.close()
    await store.close()
    assert not await store.usable()
    with pytest.raises(StoreError):
        await store.state(CHAT)


async def test_three_that_start_at_once_migrate_once(url: str) -> None:
    stores = await asyncio.gather(*(open_store(url, SECRET) for _ in range(3)))
    for store in stores:
        assert await store.usable()
        await store.close()


async def test_the_migrations_make_the_tables_of_the_schema(store: Database) -> None:
    async with store._engine.begin() as connection:
        found = await connection.run_sync(
            lambda sync: {
                name: [(column["name"], column["nullable"]) for column in inspect(sync).get_columns(name)]
                for name in inspect(sync).get_table_names()
            }
        )
    assert found == {
        name: [(column.name, bool(column.nullable)) for column in table.columns]
        for name, table in metadata.tables.items()
    }


async def test_a_migration_is_applied_once_and_whole(store: Database) -> None:
    good = Migration("9002-test", ("CREATE TABLE later (id BIGINT)",))
    broken = Migration("9003-test", ("CREATE TABLE latest (id BIGINT)", "CREATE NONSENSE"))
    async with store._engine.begin() as connection:
        assert await migrate(connection) == []
        assert await migrate(connection, (*MIGRATIONS, good)) == ["9002-test"]
        assert await migrate(connection, (*MIGRATIONS, good)) == []
    with pytest.raises(StoreError):
        async with store._transaction() as connection:
            await migrate(connection, (*MIGRATIONS, good, broken))
    async with store._engine.begin() as connection:
        assert "latest" not in await connection.run_sync(lambda sync: inspect(sync).get_table_names())


async def test_a_database_of_a_newer_version_is_refused(store: Database, url: str) -> None:
    async with store._engine.begin() as connection:
        await migrate(connection, (*MIGRATIONS, Migration("9999-future", ())))
    with pytest.raises(StoreError, match="newer Signpost"):
        await open_store(url, SECRET)


async def test_no_plain_chat_id_message_id_or_state_stands_in_any_row(store: Database) -> None:
    await store.keep(CHAT, "language=en district=thanet need=refuge", NOW)
    await store.note_messages(CHAT, [1234567], NOW)
    await store.report("oasis", CHAT, NOW)
    async with store._engine.begin() as connection:
        rows = [row for table in metadata.sorted_tables for row in (await connection.execute(table.select())).all()]
    raw = b"".join(bytes(value) for row in rows for value in row if isinstance(value, bytes | memoryview))
    for told in (str(CHAT), "1234567", "thanet", "refuge"):
        assert told not in str(rows)
        assert told.encode() not in raw
    for number in (CHAT, 1234567):
        assert number.to_bytes(8, "big") not in raw
        assert number.to_bytes(8, "little") not in raw


async def test_a_server_that_is_away_is_one_clear_sentence() -> None:
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:1 does not answer") as told:
        await open_store("postgresql://someone:hunter2@127.0.0.1:1/signpost", SECRET)
    assert "hunter2" not in str(told.value)


async def test_a_missing_file_is_made_and_a_missing_database_on_a_server_is_told(url: str) -> None:
    if url.startswith("sqlite"):
        store = await open_store(url, SECRET)
        await store.close()
        return
    with pytest.raises(StoreError, match="has no database signpost_nowhere"):
        await open_store(url.rpartition("/")[0] + "/signpost_nowhere", SECRET)
    with pytest.raises(asyncpg.PostgresError):
        await asyncpg.connect(url.rpartition("/")[0] + "/signpost_nowhere")
