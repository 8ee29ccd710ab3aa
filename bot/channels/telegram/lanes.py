"""Order within a chat, and chats side by side: each chat's jobs run one after the other, in the order they came."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable


class Lanes:
    """The jobs that are under way, by chat."""

    def __init__(self) -> None:
        self._last: dict[int, asyncio.Task[None]] = {}
        self._running: set[asyncio.Task[None]] = set()

    def start(self, chat_id: int, job: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        """Runs `job` once the chat's earlier jobs are over, however they ended."""
        before = self._last.get(chat_id)

        async def in_turn() -> None:
            if before is not None:
                await asyncio.wait([before])
            await job()

        task = asyncio.create_task(in_turn())
        self._last[chat_id] = task
        self._running.add(task)
        task.add_done_callback(lambda done: self._ended(chat_id, done))
        return task

    async def settle(self, seconds: float) -> None:
        """Waits until all is done, but no longer than that."""
        if self._running:
            await asyncio.wait(self._running, timeout=seconds)

    async def stop(self, seconds: float) -> None:
        """Lets what is under way finish; cancels what takes longer."""
        await self.settle(seconds)
        for task in self._running:
            task.cancel()
        await self.settle(1)

    def _ended(self, chat_id: int, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if self._last.get(chat_id) is task:
            del self._last[chat_id]
