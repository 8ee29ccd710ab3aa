"""Sends chance to the chat: `python -m tests.fuzz --seconds 60 --seed 7`. Exit code 1 if a hard rule breaks.

Turns go through the conversation itself and through the web's POST /chat, with the launch directory and with the small
hub. All that is sent is invented, so what failed may be printed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import secrets
import sys
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from random import Random

import httpx

from bot.conversation.conversation import Conversation
from bot.conversation.reply import Reply
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.disk.catalogue_files import read_catalogues
from bot.disk.directory_files import checked, load
from bot.search.learning import learn
from bot.search.understanding import Understander
from tests.conftest import PROJECT, SATURDAY_NIGHT, learnt
from tests.fuzz.sent import Chance, Sent, smaller
from tests.hard_rules import MARK, TURNS_TEXT_AROUND, broken_rules
from tests.small_hub import FILES
from tests.web.conftest import World, client_of, site_of
from tests.written import written

SLOWEST = 20
"""Times as long as 4,000 characters of plain words (`tests/conversation/test_bad_input.py` says why)."""
ON_THE_WEB = 0.1
"""Share of the turns that go through the web."""
_REFUSED_OR_LEFT = {303, 413}


@dataclass(frozen=True)
class Chat:
    """One directory's conversation, and a browser on its page."""

    conversation: Conversation
    browser: httpx.AsyncClient


class Fuzz:
    """One run."""

    def __init__(self, texts: list[str], seed: int) -> None:
        self._random = Random(seed)
        self._chance = Chance(texts, self._random)
        self._token = ""
        self._slowest = 0.0
        self.turns = self.requests = 0

    async def run(self, chats: list[Chat], seconds: float) -> str:
        """Sends turns for so long. Returns the first thing that broke, or ""."""
        plain = Sent(Turn(SATURDAY_NIGHT, text="he took my wages and my phone " * 133), State())
        self._slowest = SLOWEST * min(_timed(plain, chats[0].conversation)[1] for _ in range(3))
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            chat = self._random.choice(chats)
            sent = self._chance.sent(chat.conversation.directory)
            if self._random.random() < ON_THE_WEB:
                broken, least = await self._over_the_web(sent, chat.browser), sent
            else:
                broken, least = self._straight(sent, chat.conversation)
            if broken:
                return f"{broken}\n  {least}"
        return ""

    def _straight(self, sent: Sent, conversation: Conversation) -> tuple[str, Sent]:
        self.turns += 1
        broken, reply = self._broken(sent, conversation)
        if reply:
            self._chance.came_back(reply)
        return broken, smaller(sent, lambda less: bool(self._broken(less, conversation)[0])) if broken else sent

    def _broken(self, sent: Sent, conversation: Conversation) -> tuple[str, Reply | None]:
        """What `sent` breaks, or "", and the reply to it. An exception breaks everything."""
        try:
            reply, seconds = _timed(sent, conversation)
            rules = broken_rules(reply, sent.turn, conversation)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            return f"{type(error).__name__}: {error}", None
        # Once more, because the machine has other things to do.
        if seconds > self._slowest and min(_timed(sent, conversation)[1] for _ in range(3)) > self._slowest:
            rules.append("it takes too long")
        return "; ".join(rules), reply

    async def _over_the_web(self, sent: Sent, browser: httpx.AsyncClient) -> str:
        """What the same turn breaks as a form or as JSON, with the last token, as it was or spoilt."""
        self.requests += 1
        token = self._chance.spoilt(self._token) if self._random.random() < 0.2 else self._token
        typed = {"text": sent.turn.text, "action": sent.turn.action, "token": token}
        fields = {name: _sendable(value) for name, value in typed.items() if value is not None}
        try:
            if self._random.random() < 0.5:
                response = await browser.post("/chat", json=fields)
            else:
                response = await browser.post("/chat", data=fields)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            return f"on the web, {type(error).__name__}: {error}"
        page = response.text
        if MARK in page.casefold() or any(char in TURNS_TEXT_AROUND for char in page):
            return "on the web, what was typed comes back"
        if response.status_code in _REFUSED_OR_LEFT:
            return ""
        if response.status_code != 200:
            return f"on the web, status {response.status_code}"
        if response.headers["content-type"].startswith("application/json"):
            self._token = json.loads(page)["token"]
        elif "tel:" not in page or 'action="/exit"' not in page:
            return "on the web, nobody to call, or no exit"
        return ""


def _timed(sent: Sent, conversation: Conversation) -> tuple[Reply, float]:
    begun = time.perf_counter()
    reply = conversation.reply(sent.turn, sent.state)
    return reply, time.perf_counter() - begun


def _sendable(text: str) -> str:
    """No browser can send half of a pair of surrogates."""
    return text.encode("utf-8", "replace").decode()


def _conversations() -> list[Conversation]:
    speech = read_catalogues(PROJECT / "locales")
    launch, small = load(PROJECT / "directory"), checked(FILES)
    return [
        Conversation(launch, Understander(launch, learnt(launch)), speech),
        Conversation(small, Understander(small, learn(small)), speech),
    ]


async def _chat(conversation: Conversation, stack: AsyncExitStack) -> Chat:
    site = site_of(lambda: conversation, World())
    return Chat(conversation, await stack.enter_async_context(client_of(site)))


async def main() -> int:
    """Runs, and says in a sentence how it went."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    given = options.parse_args()
    fuzz = Fuzz([message.text for message in written()], given.seed)
    async with AsyncExitStack() as stack:
        chats = [await _chat(conversation, stack) for conversation in _conversations()]
        broken = await fuzz.run(chats, given.seconds)
    sent = f"{fuzz.turns} turns and {fuzz.requests} web requests in {given.seconds:g} s"
    told = f"Broken: {broken}" if broken else "No hard rule broke."
    sys.stdout.write(f"Fuzzing with --seed {given.seed}, {sent}. {told}\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
