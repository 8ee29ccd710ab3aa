"""Once a minute: marks come and go with the reports, and counts are kept, of whom nobody knows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.conversation.conversation import Conversation
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.disk.watching import Watch
from bot.live import Live
from bot.storage.database import Database, open_store
from bot.storage.store import Tally
from bot.upkeep import Upkeep
from tests.conftest import SATURDAY_NIGHT
from tests.telegram.broken_store import BrokenStore

TODAY = date(2026, 11, 21)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Database]:
    store = await open_store(f"sqlite:///{tmp_path / 'upkeep.sqlite3'}", "k" * 32)
    yield store
    await store.close()


@pytest.fixture
def live(small_conversation: Conversation, tmp_path: Path) -> Live:
    return Live(lambda _: small_conversation, Watch((tmp_path,)), lambda: SATURDAY_NIGHT, lambda _: None)


async def test_a_mark_comes_with_the_third_chat_and_goes_when_the_reports_are_closed(
    live: Live, store: Database
) -> None:
    upkeep = Upkeep(live, store, lambda: SATURDAY_NIGHT)
    for chat in (1, 2, 3):
        await upkeep.mark()
        assert live().directory.marked == frozenset()
        await store.report("national-line", chat, SATURDAY_NIGHT)
    await upkeep.mark()
    assert live().directory.marked == {"national-line"}
    await store.close_reports("national-line")
    await upkeep.mark()
    assert live().directory.marked == frozenset()


async def test_typed_messages_are_counted_by_each_thing_alone_and_without_a_word(live: Live, store: Database) -> None:
    upkeep = Upkeep(live, store, lambda: SATURDAY_NIGHT)
    for turn in (
        Turn(SATURDAY_NIGHT, text="hes kicking the door in, im in ashbridge"),
        Turn(SATURDAY_NIGHT, text="asdfgh"),
        Turn(SATURDAY_NIGHT, action="need:refuge"),
    ):
        upkeep.count("web")(live().reply(turn, State()))
    await upkeep.keep()
    await upkeep.keep()
    assert await store.tallies(TODAY) == [
        Tally(TODAY, "channel", "web", 2),
        Tally(TODAY, "district", "ashby", 1),
        Tally(TODAY, "district", "not known", 1),
        Tally(TODAY, "language", "en", 2),
        Tally(TODAY, "need", "not understood", 1),
        Tally(TODAY, "need", "police", 1),
        Tally(TODAY, "urgency", "danger", 1),
        Tally(TODAY, "urgency", "none", 1),
    ]
    assert await store.tallies(TODAY + timedelta(days=1)) == []


async def test_while_the_database_is_away_counts_wait(live: Live, store: Database) -> None:
    broken = BrokenStore(store)
    upkeep = Upkeep(live, broken, lambda: SATURDAY_NIGHT)
    reply = live().reply(Turn(SATURDAY_NIGHT, text="is there a refuge near me"), State())
    for _ in range(2):
        upkeep.count("telegram")(reply)
        await upkeep.mark()
        await upkeep.keep()
    broken.down = False
    await upkeep.keep()
    assert Tally(TODAY, "channel", "telegram", 2) in await store.tallies(TODAY)


async def test_the_day_is_londons(live: Live, store: Database) -> None:
    summer = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    upkeep = Upkeep(live, store, lambda: summer)
    upkeep.count("web")(live().reply(Turn(summer, text="is there a refuge near me"), State()))
    await upkeep.keep()
    assert {tally.day for tally in await store.tallies(TODAY.replace(month=1))} == {date(2026, 7, 1)}
