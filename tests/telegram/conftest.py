"""The real channel, the real store and the small hub, over a stand-in for Telegram, with a clock that tests turn."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.telegram.channel import TelegramChannel, TelegramSettings
from bot.channels.telegram.pace import Pace
from bot.conversation.conversation import Conversation
from bot.storage.database import Database, open_store
from bot.storage.store import Store
from tests.bot_api.person import Person
from tests.bot_api.server import TOKEN, BotApi, bot_api
from tests.conftest import SATURDAY_NIGHT

SECRET = "a secret for tests that is long enough"
CHAT, OTHER = 4815162342, 2718281828
HURRIED = Pace(
    first_wait=timedelta(milliseconds=5),
    longest_wait=timedelta(milliseconds=20),
    sweep_every=timedelta(milliseconds=30),
    stop_within=timedelta(seconds=1),
)
TYPED = ("kicking the door", "zebra crossing", "Marigold", str(CHAT), str(OTHER), TOKEN.partition(":")[2])
"""What people type and who they are, in these tests: in no log and in no database file."""


class Clock:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.now = SATURDAY_NIGHT

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        self.now += timedelta(**by)


Running = Callable[..., contextlib.AbstractAsyncContextManager[TelegramChannel]]


@pytest.fixture
def private(private: list[str]) -> list[str]:
    return [*private, *TYPED]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def api(clock: Clock) -> AsyncIterator[BotApi]:
    async with bot_api(clock) as api:
        yield api


@pytest.fixture
def database_file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "signpost.sqlite3"


@pytest.fixture
async def store(database_file: Path) -> AsyncIterator[Database]:
    store = await open_store(f"sqlite:///{database_file}", SECRET)
    yield store
    await store.close()


@pytest.fixture
def running(api: BotApi, store: Database, small_conversation: Conversation, clock: Clock) -> Running:
    """Runs the channel for as long as the test is inside; whatever it raises, the test gets."""

    @contextlib.asynccontextmanager
    async def run(
        store: Store = store,
        token: str = TOKEN,
        api_url: str = api.url,
        cover: str = "",
        lifetime: timedelta = timedelta(hours=24),
        conversation: Callable[[], Conversation] = lambda: small_conversation,
        pace: Pace = HURRIED,
    ) -> AsyncIterator[TelegramChannel]:
        channel = TelegramChannel(TelegramSettings(token, api_url, cover, lifetime), conversation, store, clock, pace)
        stop = asyncio.Event()
        task = asyncio.create_task(channel.run(stop))
        try:
            yield channel
        finally:
            stop.set()
            async with asyncio.timeout(8):
                await task

    return run


@pytest.fixture
def person(api: BotApi) -> Person:
    return Person(api, CHAT)


@pytest.fixture
def neighbour(api: BotApi) -> Person:
    return Person(api, OTHER)
