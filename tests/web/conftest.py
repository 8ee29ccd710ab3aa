"""The site over the small hub: in-process for most tests, on a real port for those in a browser."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from bot.channels.web.health import Readiness
from bot.channels.web.site import WebSettings, create_site
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Report
from tests.conftest import SATURDAY_NIGHT

EXIT_URL = "https://weather.example/today"
SECRET = "a secret for tests, long enough to be one"


@dataclass
class World:
    """What stands around the site, for a test to turn."""

    now: datetime = SATURDAY_NIGHT
    parts: dict[str, str] = field(default_factory=lambda: {"directory": "ok", "database": "ok"})
    reports: list[Report] = field(default_factory=list)

    def clock(self) -> datetime:
        return self.now

    def later(self, **length: float) -> None:
        self.now += timedelta(**length)

    async def ready(self) -> Readiness:
        return Readiness(self.parts["database"] == "ok", self.parts)

    async def report(self, report: Report) -> None:
        self.reports.append(report)


def site_of(
    conversation: Callable[[], Conversation], world: World, exit_url: str = EXIT_URL, secret: str = SECRET
) -> Starlette:
    return create_site(conversation, WebSettings(exit_url, secret), world.ready, world.report, world.clock)


@pytest.fixture
def world() -> World:
    return World()


def client_of(site: ASGIApp, base_url: str = "http://signpost.test") -> httpx.AsyncClient:
    """A browser without scripts, in-process. (Starlette's own test client wants a library that is not among ours.)"""
    return httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url=base_url)


@pytest.fixture
async def client(small_conversation: Conversation, world: World) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(site_of(lambda: small_conversation, world)) as client:
        yield client


@contextmanager
def served(app: ASGIApp) -> Iterator[int]:
    """Serves `app` on a free port of this machine; yields the port."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(app, log_config=None, access_log=False, server_header=False, lifespan="off", ws="none")
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield int(listening.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(5)
        listening.close()
