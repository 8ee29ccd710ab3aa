"""A look into the store that is configured, for one command."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.commands.configured import settings
from bot.storage.secret_key import load_or_make_key
from bot.storage.store import Store

Found = TypeVar("Found")


def in_store(act: Callable[[Store], Awaitable[Found]]) -> Found:
    """What `act` finds in the store that is configured."""
    # Only here: see `signpost run`.
    from bot.storage.database import open_store

    configured = settings()

    async def opened() -> Found:
        secret = configured.secret_key or load_or_make_key(configured.key_file)
        store = await open_store(configured.database_url, secret)
        try:
            return await act(store)
        finally:
            await store.close()

    return asyncio.run(opened())
