"""How long the web server's event loop stands still: the time by which everybody else's answer is late.

Fifty people write to the real site, in this process, each some message a second; one message in twenty is as long as
the site takes. Beside them a clock ticks every 5 ms and notes how late each tick is.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from random import Random

import httpx
from starlette.applications import Starlette

from benchmarks.measuring import percentile
from benchmarks.queries import own_messages
from benchmarks.question import NOW
from benchmarks.signpost import readers
from bot.channels.web.health import Readiness
from bot.channels.web.incoming import MAX_BODY
from bot.channels.web.site import WebSettings, create_site
from bot.conversation.reply import Report
from bot.serving import settle

PEOPLE, MESSAGES = 50, 20
_TICK = 0.005
_BETWEEN = (0.5, 1.5)
"""Seconds between a person's messages."""

Ask = Callable[[httpx.AsyncClient, str], Awaitable[httpx.Response]]


def main() -> None:
    """Prints by how many milliseconds ticks were late, and how long the longest messages took."""
    name, conversation = list(readers().items())[-1]
    texts = [message.text for messages in own_messages().values() for message in messages]
    settle()
    chance = Random(4)
    english = [message.text for message in own_messages()["en"]]
    longest = {
        "many stories, one after the other": _filled(english, chance),
        "all languages": _filled(texts, chance),
        "the names of all services": _filled([one.name for one in conversation.directory.services.values()], chance),
        "words that nobody knows": _filled(
            ["".join(chance.sample("abcdefghijklmnoprstuvwyz", 7)) for _ in texts], chance
        ),
        "one word": "deal " * (MAX_BODY // 6),
    }
    site = create_site(lambda: conversation, WebSettings("https://example.org", "x" * 32), _ready, _report, lambda: NOW)
    print(f"Pauses of the event loop ({PEOPLE} people at once, {PEOPLE * MESSAGES} messages, {name}; milliseconds)")
    for name, text in longest.items():
        print(f"{f'the longest message alone: {name}':58} {asyncio.run(_alone(site, text)):8.1f}")
    for name, ask, said in (
        ("nothing is asked (GET /healthz)", _lives, texts),
        ("test messages", _chat, texts),
        ("test messages, every twentieth the longest", _chat, _with_longest(texts, list(longest.values()))),
    ):
        late = asyncio.run(_under_load(site, ask, said))
        print(
            f"{f'ticks late by: {name}':58} p50 {percentile(late, 0.5):7.2f}   p99 {percentile(late, 0.99):7.2f}"
            f"   longest {max(late):7.2f}"
        )


def _filled(texts: list[str], chance: Random) -> str:
    """As many of `texts` as one message of the site takes."""
    said = ""
    while len(said.encode()) < MAX_BODY // 2:
        said += chance.choice(texts) + " "
    return said


def _with_longest(texts: list[str], longest: list[str]) -> list[str]:
    return [
        longest[place // MESSAGES % len(longest)] if place % MESSAGES == 0 else text for place, text in enumerate(texts)
    ]


async def _alone(site: Starlette, text: str) -> float:
    """Milliseconds of the quickest of some answers: what it costs, whatever else the machine does."""
    times = []
    async with _client(site) as client:
        for _ in range(5):
            begun = time.perf_counter()
            await _chat(client, text)
            times.append((time.perf_counter() - begun) * 1000)
    return min(times)


async def _under_load(site: Starlette, ask: Ask, texts: list[str]) -> list[float]:
    """By how many milliseconds each tick came late."""
    late: list[float] = []
    ticking = asyncio.create_task(_tick(late))
    async with _client(site) as client:
        await asyncio.gather(*(_person(client, ask, texts, number) for number in range(PEOPLE)))
    ticking.cancel()
    return late


async def _tick(late: list[float]) -> None:
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(_TICK)
        late.append((time.perf_counter() - begun - _TICK) * 1000)


async def _person(client: httpx.AsyncClient, ask: Ask, texts: list[str], number: int) -> None:
    chance = Random(number)
    for turn in range(MESSAGES):
        await asyncio.sleep(chance.uniform(*_BETWEEN))
        answer = await ask(client, texts[(number * MESSAGES + turn) % len(texts)])
        answer.raise_for_status()


async def _chat(client: httpx.AsyncClient, text: str) -> httpx.Response:
    return await client.post("/chat", data={"text": text})


async def _lives(client: httpx.AsyncClient, _: str) -> httpx.Response:
    return await client.get("/healthz")


def _client(site: Starlette) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=site), base_url="http://signpost.example")


async def _ready() -> Readiness:
    return Readiness(usable=True, parts={})


async def _report(_: Report) -> None:
    return None


if __name__ == "__main__":
    main()
