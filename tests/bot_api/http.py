"""The least of an HTTP/1.1 server: forms in, JSON out, and connections that can be cut on purpose."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl


@dataclass(frozen=True, slots=True)
class Request:
    path: str
    form: dict[str, str]


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    body: object


class CutError(Exception):
    """The connection is to be cut instead of answered."""


Handler = Callable[[Request], Awaitable[Response]]


@contextlib.asynccontextmanager
async def listening(handler: Handler) -> AsyncIterator[str]:
    """Serves `handler` on a free port; yields its address."""
    connections: set[asyncio.Task[None]] = set()

    async def accepted(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        connections.add(task)
        try:
            await _talk(reader, writer, handler)
        except (CutError, ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            connections.discard(task)
            writer.transport.abort()

    server = await asyncio.start_server(accepted, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in list(connections):
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)


async def _talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, handler: Handler) -> None:
    while True:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        form = dict(parse_qsl(body.decode(), keep_blank_values=True))
        response = await handler(Request(head[0].split(" ")[1], form))
        raw = json.dumps(response.body).encode()
        lines = (
            f"HTTP/1.1 {response.status} Answer",
            "Content-Type: application/json",
            f"Content-Length: {len(raw)}",
            "",
            "",
        )
        writer.write("\r\n".join(lines).encode() + raw)
        await writer.drain()
