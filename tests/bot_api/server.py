"""A stand-in for Telegram's Bot API over real HTTP: keeps chats, refuses what the real one refuses, fails on demand."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from tests.bot_api.http import CutError, Request, Response, listening
from tests.bot_api.rules import RefusedError, buttons, shown_text

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
BOT = {"id": 123456789, "is_bot": True, "first_name": "Notes", "username": "notes_bot"}
DELETABLE_FOR = timedelta(hours=48)
PATIENCE = 30.0

FaultKind = Literal["429", "500", "502", "cut before", "cut after", "garbage"]


@dataclass(slots=True)
class Fault:
    """Something that goes wrong with the next `times` calls of a method (in one chat, or in any)."""

    method: str
    kind: FaultKind
    times: int = 1
    chat: int | None = None
    retry_after: float = 0.2
    """Telegram itself counts whole seconds; tests have no time for them."""


@dataclass(slots=True)
class Shown:
    """A message in a chat, of either side."""

    id: int
    chat: int
    by_bot: bool
    text: str
    date: datetime
    rows: list[list[dict[str, str]]] = field(default_factory=list)
    sent_with: dict[str, str] = field(default_factory=dict)

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.rows for button in row]


class BotApi:
    """One bot's side of Telegram. Plain lists and dicts: tests look into them."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.clock = clock
        self.url = ""
        self.calls: list[tuple[str, dict[str, str]]] = []
        self.updates: list[dict[str, Any]] = []
        self.chats: dict[int, list[Shown]] = {}
        self.sent: list[Shown] = []
        """Every message that was ever accepted, deleted or not."""
        self.deleted: list[int] = []
        self.faults: list[Fault] = []
        self.blocked: set[int] = set()
        self.left: set[int] = set()
        self.confirmed = 0
        self.away = False
        """While it is set, nothing is answered but 502."""
        self._numbers = 1000
        self._update_ids = 500
        self._queries: set[str] = set()
        self._poll = 0
        self._changed = asyncio.Condition()

    # --- for tests

    def number(self) -> int:
        """A new message id."""
        self._numbers += 1
        return self._numbers

    async def arrives(self, kind: str, content: dict[str, Any]) -> int:
        """Puts an update into the queue; its id."""
        self._update_ids += 1
        self.updates.append({"update_id": self._update_ids, kind: content})
        if kind == "callback_query":
            self._queries.add(content["id"])
        await self._notify()
        return self._update_ids

    async def until(self, condition: Callable[[], bool]) -> None:
        """Waits for something to become true through the calls of the bot."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(condition)

    async def all_done(self) -> None:
        """Waits until the bot has acknowledged every update."""
        await self.until(lambda: not self.updates)

    def methods(self) -> list[str]:
        return [method for method, _ in self.calls]

    # --- HTTP

    async def handle(self, request: Request) -> Response:
        token, _, method = request.path.removeprefix("/bot").partition("/")
        if token != TOKEN:
            return _error(RefusedError(401, "Unauthorized"))
        if method != "getUpdates":
            self.calls.append((method, request.form))
        fault = self._fault(method, request.form)
        try:
            if fault and fault.kind == "cut before":
                raise CutError
            if fault and fault.kind == "garbage":
                return Response(200, "<html>not the Bot API</html>")
            if fault and fault.kind != "cut after":
                raise _refusal(fault)
            action = getattr(self, f"_{method}", None)
            if action is None:
                raise RefusedError(404, "Not Found")
            result = await action(request.form)
            if fault:
                raise CutError
        except RefusedError as refused:
            return _error(refused)
        finally:
            await self._notify()
        return Response(200, {"ok": True, "result": result})

    def _fault(self, method: str, form: dict[str, str]) -> Fault | None:
        if self.away:
            return Fault(method, "502")
        for fault in self.faults:
            if fault.method == method and fault.chat in {None, int(form.get("chat_id", "0"))} and fault.times:
                fault.times -= 1
                return fault
        return None

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    # --- methods of the Bot API

    async def _getMe(self, _: dict[str, str]) -> object:  # noqa: N802 (Telegram's names)
        return BOT

    async def _deleteWebhook(self, _: dict[str, str]) -> object:  # noqa: N802
        return True

    async def _setMyCommands(self, _: dict[str, str]) -> object:  # noqa: N802
        return True

    async def _getUpdates(self, form: dict[str, str]) -> object:  # noqa: N802
        self._poll += 1
        mine, offset = self._poll, int(form.get("offset", "0"))
        self.updates = [update for update in self.updates if update["update_id"] >= offset]
        self.confirmed = max(self.confirmed, offset)
        await self._notify()
        wanted = set(json.loads(form.get("allowed_updates", "[]")))

        def found() -> list[dict[str, Any]]:
            return [update for update in self.updates if not wanted or wanted & update.keys()]

        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(float(form.get("timeout", "0"))), self._changed:
                await self._changed.wait_for(lambda: bool(found()) or self._poll != mine)
        if self._poll != mine:
            raise RefusedError(409, "Conflict: terminated by other getUpdates request")
        return found()[: int(form.get("limit", "100"))]

    async def _sendMessage(self, form: dict[str, str]) -> object:  # noqa: N802
        chat = self._writable(form)
        text = shown_text(form.get("text", ""), form.get("parse_mode"))
        rows = buttons(form.get("reply_markup"))
        sent = Shown(self.number(), chat, True, text, self.clock(), rows, form)
        self.chats[chat].append(sent)
        self.sent.append(sent)
        return _message(sent)

    async def _editMessageText(self, form: dict[str, str]) -> object:  # noqa: N802
        chat = self._writable(form)
        text = shown_text(form.get("text", ""), form.get("parse_mode"))
        for each in self.chats[chat]:
            if each.id == int(form["message_id"]) and each.by_bot:
                if each.text == text:
                    raise RefusedError(400, "Bad Request: message is not modified")
                each.text, each.rows = text, buttons(form.get("reply_markup"))
                return _message(each)
        raise RefusedError(400, "Bad Request: message to edit not found")

    async def _answerCallbackQuery(self, form: dict[str, str]) -> object:  # noqa: N802
        if form["callback_query_id"] not in self._queries:
            raise RefusedError(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self._queries.discard(form["callback_query_id"])
        return True

    async def _deleteMessage(self, form: dict[str, str]) -> object:  # noqa: N802
        chat = self._writable(form)
        if not self._delete(chat, [int(form["message_id"])]):
            raise RefusedError(400, "Bad Request: message to delete not found")
        return True

    async def _deleteMessages(self, form: dict[str, str]) -> object:  # noqa: N802
        chat = self._writable(form)
        numbers = json.loads(form.get("message_ids", "[]"))
        if not 1 <= len(numbers) <= 100:
            raise RefusedError(400, "Bad Request: message identifiers are not specified")
        self._delete(chat, numbers)
        return True

    async def _leaveChat(self, form: dict[str, str]) -> object:  # noqa: N802
        chat = self._writable(form)
        self.left.add(chat)
        return True

    def _delete(self, chat: int, numbers: list[int]) -> bool:
        found = [each for each in self.chats[chat] if each.id in numbers]
        if any(self.clock() - each.date >= DELETABLE_FOR for each in found):
            raise RefusedError(400, "Bad Request: message can't be deleted for everyone")
        self.chats[chat] = [each for each in self.chats[chat] if each not in found]
        self.deleted += [each.id for each in found]
        return bool(found)

    def _writable(self, form: dict[str, str]) -> int:
        chat = int(form["chat_id"])
        if chat not in self.chats:
            raise RefusedError(400, "Bad Request: chat not found")
        if chat in self.blocked:
            raise RefusedError(403, "Forbidden: bot was blocked by the user")
        if chat in self.left:
            raise RefusedError(403, "Forbidden: bot is not a member of the group chat")
        return chat


@contextlib.asynccontextmanager
async def bot_api(clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> AsyncIterator[BotApi]:
    """A running stand-in."""
    api = BotApi(clock)
    async with listening(api.handle) as url:
        api.url = url
        yield api


def _message(sent: Shown) -> dict[str, Any]:
    chat = {"id": sent.chat, "type": "private", "first_name": "P"}
    return {"message_id": sent.id, "date": int(sent.date.timestamp()), "chat": chat, "from": BOT, "text": sent.text}


def _refusal(fault: Fault) -> RefusedError:
    if fault.kind == "429":
        after = fault.retry_after
        return RefusedError(429, f"Too Many Requests: retry after {after}", retry_after=after)
    return RefusedError(int(fault.kind), "Internal Server Error")


def _error(refused: RefusedError) -> Response:
    body: dict[str, Any] = {"ok": False, "error_code": refused.status, "description": refused.description}
    if refused.parameters:
        body["parameters"] = refused.parameters
    return Response(refused.status, body)
