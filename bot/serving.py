"""The composition root of the channels: runs every configured one until told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
import socket
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from functools import partial

import uvicorn

from bot.app import StartError, load_conversation, now
from bot.channels.web.health import OK, Readiness
from bot.channels.web.site import WebSettings, create_site
from bot.conversation.reply import Report
from bot.disk.watching import Watch
from bot.live import Live
from bot.measures import gauges
from bot.settings import Settings
from bot.storage.database import open_store
from bot.storage.secret_key import load_or_make_key
from bot.storage.store import Store, StoreError
from bot.upkeep import Upkeep

log = logging.getLogger("signpost")

STOP_WITHIN = timedelta(seconds=8)


async def serve(settings: Settings, told: Callable[[str], None]) -> None:
    """Serves every configured channel until SIGTERM or SIGINT. `told` gets the lines for the person who started it."""
    if settings.telegram_webhook_url:
        raise StartError(
            "SIGNPOST_TELEGRAM_WEBHOOK_URL: webhooks are not served yet. Leave it out: Telegram is then asked "
            "for messages by long polling, which needs no address of your own."
        )
    listening = _listen(settings)
    # While the phrases are learnt there is no loop that could hear a signal: leaving is then an exception.
    signal.signal(signal.SIGTERM, _leave)
    watch = Watch((settings.directory, settings.locales))
    live = Live(partial(load_conversation, settings), watch, now, told)
    settle()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    secret = settings.secret_key or load_or_make_key(settings.key_file)
    async with _store(settings, secret) as store:
        upkeep = Upkeep(live, store, now)
        channels = [_serve_web(settings, secret, live, store, upkeep, listening, stop)]
        told(f"Signpost is on http://{settings.host}:{settings.port} — open it in a browser. Stop with Ctrl+C.")
        if settings.telegram_token:
            told("Telegram is served too, for the bot whose token is in SIGNPOST_TELEGRAM_TOKEN.")
            channels.append(_serve_telegram(settings, live, store, upkeep, stop))
        else:
            told("To add Telegram, ask @BotFather for a token and start with SIGNPOST_TELEGRAM_TOKEN=<token> make run.")
        live.follow()
        keeping = asyncio.create_task(upkeep.run())
        try:
            await _until_stopped([asyncio.create_task(channel) for channel in channels], stop)
        finally:
            live.stop()
            keeping.cancel()
            await upkeep.keep()


def settle() -> None:
    """What is loaded by now stays: Python need not look through it for garbage again, while every chat waits."""
    gc.collect()
    gc.freeze()


def _leave(*_: object) -> None:
    raise SystemExit(0)


async def _until_stopped(tasks: list[asyncio.Task[None]], stop: asyncio.Event) -> None:
    """Waits for the stop signal or the first channel that fails; then stops all, and raises what failed."""
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([*tasks, stopping], return_when=asyncio.FIRST_COMPLETED)
    stop.set()
    done, late = await asyncio.wait(tasks, timeout=STOP_WITHIN.total_seconds())
    for task in late:
        task.cancel()
    await asyncio.gather(*late, stopping, return_exceptions=True)
    for task in done:
        task.result()


@contextlib.asynccontextmanager
async def _store(settings: Settings, secret: str) -> AsyncIterator[Store]:
    store = await open_store(settings.database_url, secret)
    try:
        yield store
    finally:
        await store.close()


def _listen(settings: Settings) -> socket.socket:
    """The web's socket, taken before anything else starts, so that a port in use is told at once."""
    listening = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        raise StartError(
            f"SIGNPOST_HOST and SIGNPOST_PORT: {settings.host}:{settings.port} cannot be used ({error.strerror}). "
            f"Stop the program that uses it, or choose another: SIGNPOST_PORT={settings.port + 1} make run"
        ) from None
    return listening


async def _serve_web(
    settings: Settings,
    secret: str,
    live: Live,
    store: Store,
    upkeep: Upkeep,
    listening: socket.socket,
    stop: asyncio.Event,
) -> None:
    async def ready() -> Readiness:
        usable = await store.usable()
        # An edit that is refused is told, but takes nobody's answer away: the last good directory is in force.
        parts = {"directory": live.standing.told, "database": OK if usable else "the database does not answer"}
        return Readiness(usable, parts)

    async def report(given: Report) -> None:
        with contextlib.suppress(StoreError):
            await store.report(given.service, None, now(), given.reason)

    told = WebSettings(settings.exit_url, secret)
    site = create_site(live, told, ready, report, now, lambda: gauges(live, now()), upkeep.count("web"))
    server = _Server(
        uvicorn.Config(
            site, log_config=None, access_log=False, server_header=False, lifespan="off", timeout_graceful_shutdown=4
        )
    )
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([serving, stopping], return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    stopping.cancel()
    await serving


class _Server(uvicorn.Server):
    """uvicorn without its own signal handlers: one stop for all channels."""

    @contextlib.contextmanager
    def capture_signals(self):  # type: ignore[no-untyped-def]
        """Leaves the signals to `serve`."""
        yield


async def _serve_telegram(settings: Settings, live: Live, store: Store, upkeep: Upkeep, stop: asyncio.Event) -> None:
    # Only with a token: the bot library takes as much memory as all of the understanding.
    from bot.channels.telegram.channel import TelegramChannel, TelegramSettings

    told = TelegramSettings(
        settings.telegram_token or "", settings.telegram_api_url, settings.cover_message, settings.chat_lifetime
    )
    await TelegramChannel(told, live, store, now, count=upkeep.count("telegram")).run(stop)
