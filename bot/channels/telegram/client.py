"""python-telegram-bot's Bot, made silent, and asked for updates one by one as Telegram wrote them."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast

from telegram import Bot
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

# The library's own switch: time spans come as timedelta, without a warning at each of them.
os.environ["PTB_TIMEDELTA"] = "true"

MOST_AT_ONCE = 100
WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
_SILENCE = logging.CRITICAL + 1
_CONNECTIONS = 128
_ANSWERS_WITHIN = 20.0
"""Generous: a call that is given up too early is made twice, and the person reads the answer twice."""


class Client(Bot):
    """The Bot API with one method more."""

    __slots__ = ()

    async def raw_updates(
        self, offset: int | None, wait: timedelta, limit: int = MOST_AT_ONCE
    ) -> list[Mapping[str, Any]]:
        """Updates from `offset` on, as Telegram wrote them.

        `get_updates` would fail as a whole, and log what people wrote, if one of them could not be read.
        """
        asked = {"offset": offset, "timeout": int(wait.total_seconds()), "limit": limit, "allowed_updates": WANTED}
        found = await self._post("getUpdates", asked, read_timeout=wait.total_seconds() + _ANSWERS_WITHIN)
        return cast(list[Mapping[str, Any]], found)


class _Request(HTTPXRequest):
    """The library's HTTP client, which takes an answer that is not the Bot API's for a fault of the network.

    The library itself would log such an answer, or stumble over it: a proxy's page, a captive portal's.
    """

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer of the Bot API. Raises TelegramError."""
        try:
            read = json.loads(payload)
        except ValueError:
            read = None
        if isinstance(read, dict) and ("result" in read or read.get("ok") is False):
            return read
        raise TelegramError("This is no answer of the Bot API")


def make_client(token: str, api_url: str) -> Client:
    """A client for the Bot API at `api_url`; connects on `initialize`."""
    # httpx logs each address, which holds the token. The library logs whole updates when it cannot read one, so
    # it says nothing at all: what matters is raised, and told by this channel.
    for name, level in (("httpx", logging.WARNING), ("httpcore", logging.WARNING), ("telegram", _SILENCE)):
        logging.getLogger(name).setLevel(level)
    base = api_url.rstrip("/")
    return Client(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=_request(_CONNECTIONS),
        get_updates_request=_request(2),
    )


def _request(connections: int) -> HTTPXRequest:
    return _Request(
        connection_pool_size=connections,
        connect_timeout=10.0,
        read_timeout=_ANSWERS_WITHIN,
        write_timeout=_ANSWERS_WITHIN,
        pool_timeout=_ANSWERS_WITHIN,
    )
