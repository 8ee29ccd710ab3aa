"""Exit and silence: what is gone from the chat, from the database and from its bytes, and what is said honestly."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.storage.cipher import Cipher
from bot.storage.database import Database
from tests.bot_api.person import Person
from tests.bot_api.server import BotApi, Fault
from tests.telegram.broken_store import BrokenStore
from tests.telegram.conftest import CHAT, HURRIED, OTHER, SECRET, Clock, Running


def _blobs(path: Path) -> set[bytes]:
    connection = sqlite3.connect(path)
    found = {
        value
        for table in ("chats", "messages", "report_marks")
        for row in connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 (fixed names)
        for value in row
        if isinstance(value, bytes)
    }
    connection.close()
    return found


async def _eventually(condition: Callable[[], Awaitable[bool]]) -> None:
    """Sweeps come by themselves and tell nobody: looks again and again."""
    async with asyncio.timeout(5):
        while not await condition():  # noqa: ASYNC110 (nothing to wait for)
            await asyncio.sleep(0.01)


async def _empty(person: Person) -> None:
    async def gone() -> bool:
        return person.screen == []

    await _eventually(gone)


async def _forgotten(store: Database) -> None:
    async def gone() -> bool:
        return await store.last_spoke(CHAT) is None

    await _eventually(gone)


@pytest.mark.parametrize("way", ["button", "/exit", "exit", "Delete chat."])
async def test_exit_deletes_both_sides_and_forgets(
    running: Running, api: BotApi, store: Database, person: Person, database_file: Path, way: str
) -> None:
    async with running():
        await person.asks("is there a refuge near Ashbridge")
        await person.sends(sticker={
            "file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1,
            "is_animated": False, "is_video": False,
        })  # fmt: skip
        await person.reads()
        await person.asks("/area")
        await api.all_done()
        traces = _blobs(database_file)
        assert len(traces) > 10
        await (person.presses("Exit") if way == "button" else person.says(way))
        await api.all_done()
        assert person.screen == []
        assert await store.messages(CHAT) == []
        assert await store.last_spoke(CHAT) is None
        raw = b"".join(file.read_bytes() for file in database_file.parent.iterdir())
        assert not any(trace in raw for trace in traces)
        assert Cipher(SECRET).chat(CHAT) not in raw
    assert api.methods().count("deleteMessages") == 1


async def test_the_cover_message_is_shown_after_exit_and_leaves_no_record(
    running: Running, api: BotApi, store: Database, person: Person
) -> None:
    async with running(cover="Rain later. 12 °C."):
        await person.asks("hello")
        await person.says("exit")
        await api.all_done()
        assert [shown.text for shown in person.screen] == ["Rain later. 12 °C."]
        assert person.screen[0].sent_with["disable_notification"] == "true"
        assert await store.last_spoke(CHAT) is None


async def test_a_long_chat_is_deleted_in_batches_of_a_hundred(
    running: Running, api: BotApi, store: Database, person: Person, clock: Clock
) -> None:
    async with running():
        await person.asks("hello")
        more = [api.number() for _ in range(230)]
        await store.note_messages(CHAT, more, clock())
        await person.says("exit")
        await api.all_done()
    batches = [json.loads(form["message_ids"]) for method, form in api.calls if method == "deleteMessages"]
    assert [len(batch) for batch in batches] == [100, 100, 33]
    assert person.screen == []


async def test_messages_older_than_two_days_are_left_out_so_that_the_rest_goes(
    running: Running, api: BotApi, store: Database, person: Person, clock: Clock
) -> None:
    async with running(pace=replace(HURRIED, sweep_every=timedelta(hours=1))):
        await person.asks("hello")
        await api.all_done()
        clock.turn(hours=49)
        await person.asks("hello")
        await person.says("exit")
        await api.all_done()
    assert len(person.screen) == 2
    assert len(api.deleted) == 3


async def test_one_message_that_cannot_be_deleted_does_not_keep_the_others(
    running: Running, api: BotApi, person: Person
) -> None:
    async with running():
        await person.asks("hello")
        stubborn = person.screen[0]
        stubborn.date -= timedelta(days=3)
        await person.says("exit")
        await api.all_done()
    assert person.screen == [stubborn]


@pytest.mark.parametrize("kind", ["429", "500", "502", "cut before", "cut after", "garbage"])
async def test_a_wipe_goes_on_through_faults(
    running: Running, api: BotApi, store: Database, person: Person, kind: str
) -> None:
    async with running():
        await person.asks("hello")
        api.faults.append(Fault("deleteMessages", kind, times=1 if kind == "429" else 3))  # type: ignore[arg-type]
        await person.says("exit")
        await api.all_done()
        assert person.screen == []
        assert await store.last_spoke(CHAT) is None


async def test_a_wipe_that_fails_for_long_is_finished_by_a_later_sweep(
    running: Running, api: BotApi, store: Database, person: Person
) -> None:
    async with running():
        await person.asks("hello")
        api.faults.append(Fault("deleteMessages", "500", times=11))
        await person.says("exit")
        await _empty(person)
        await api.all_done()
        await _forgotten(store)


async def test_a_wipe_that_was_cut_off_is_finished_after_a_restart(
    running: Running, api: BotApi, store: Database, person: Person
) -> None:
    async with running(pace=replace(HURRIED, sweep_every=timedelta(hours=1))):
        await person.asks("hello")
        api.faults.append(Fault("deleteMessages", "500", times=8))
        await person.says("exit")
        await api.all_done()
        assert len(person.screen) == 3
        assert len(await store.messages(CHAT)) == 3
    async with running():
        await _empty(person)


async def test_silence_wipes_the_chat_and_says_nothing(
    running: Running, api: BotApi, store: Database, person: Person, neighbour: Person, clock: Clock
) -> None:
    async with running(cover="Rain later.", lifetime=timedelta(hours=2)):
        await person.asks("hello")
        await api.all_done()
        clock.turn(hours=1, minutes=30)
        await neighbour.asks("hello")
        await api.all_done()
        assert len(person.screen) == 2
        clock.turn(hours=1)
        await _empty(person)
        assert len(neighbour.screen) == 2
        await _forgotten(store)
    assert len(api.sent) == 2
    assert await store.last_spoke(OTHER)


async def test_no_record_is_kept_for_longer_than_47_hours(
    running: Running, api: BotApi, store: Database, person: Person, clock: Clock
) -> None:
    async with running(lifetime=timedelta(hours=47)):
        await person.asks("hello")
        await api.all_done()
        clock.turn(hours=24)
        await person.asks("hello")
        await api.all_done()
        clock.turn(hours=23, seconds=1)

        async def half_dropped() -> bool:
            return len(await store.messages(CHAT)) == 2

        await _eventually(half_dropped)
        clock.turn(hours=24)
        await _forgotten(store)
    assert len(person.screen) == 2, "Telegram does not let these two go any more"


async def test_a_chat_that_speaks_again_just_in_time_stays(
    running: Running, api: BotApi, store: Database, person: Person, clock: Clock
) -> None:
    async with running():
        await person.asks("hello")
        await api.all_done()
        clock.turn(hours=23)
        await person.asks("is there a refuge near Ashbridge")
        await api.all_done()
        clock.turn(hours=23)
        await asyncio.sleep(0.1)
        assert len(person.screen) == 4
        assert "district=ashby" in await store.state(CHAT)


async def test_exit_without_the_database_says_plainly_what_it_could_not_do(
    running: Running, api: BotApi, store: Database, person: Person
) -> None:
    broken = BrokenStore(store)
    broken.down = False
    async with running(store=broken, cover="Rain later."):
        await person.asks("hello")
        await api.all_done()
        broken.down = True
        await person.presses("Exit")
        told = await person.reads()
        assert "Delete it by hand" in told.text
        broken.down = False

        async def only_the_told_one() -> bool:
            return person.screen == [told]

        await _eventually(only_the_told_one)
