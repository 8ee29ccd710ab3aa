"""One store over each database: an SQLite file always, PostgreSQL where a server answers (or must answer)."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]
import pytest

from bot.storage.database import Database, open_store

SECRET = "a secret for tests that is long enough"
SERVER = "postgres@127.0.0.1:5432"

OpenStore = Callable[[], Awaitable[Database]]


async def _made_on_server() -> str:
    name = f"signpost_test_{secrets.token_hex(6)}"
    try:
        connection = await asyncpg.connect(f"postgresql://{SERVER}/postgres", timeout=3)
    except (OSError, asyncpg.PostgresError) as error:
        if "postgres" in os.environ.get("SIGNPOST_TEST_REQUIRE", ""):
            pytest.fail(f"no PostgreSQL server at {SERVER}: {type(error).__name__}")
        pytest.skip(f"no PostgreSQL server at {SERVER}")
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return name


async def _dropped(name: str) -> None:
    connection = await asyncpg.connect(f"postgresql://{SERVER}/postgres", timeout=3)
    await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await connection.close()


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'signpost.sqlite3'}"
        return
    name = await _made_on_server()
    yield f"postgresql://{SERVER}/{name}"
    await _dropped(name)


@pytest.fixture
async def reopen(url: str) -> AsyncIterator[OpenStore]:
    """Opens the same database again, as a restart or another replica does; all are closed in the end."""
    stores = []

    async def opened() -> Database:
        stores.append(await open_store(url, SECRET))
        return stores[-1]

    yield opened
    for store in stores:
        await store.close()


@pytest.fixture
async def store(reopen: OpenStore) -> Database:
    return await reopen()
