"""The chat page: one turn a request, the memory in the page's token."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.channels.web.counts import Counts
from bot.channels.web.incoming import Incoming, is_json, read_incoming
from bot.channels.web.own_words import in_own_words
from bot.channels.web.pages import Pages
from bot.channels.web.parts import as_json
from bot.channels.web.token import RefusedTokenError, Tokens
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Choice, Emergency, Reply, Sentence
from bot.conversation.state import State
from bot.conversation.turn import Turn

_START = "start"
_ALWAYS = (
    ("choice.start", _START),
    ("choice.language", "language"),
    ("choice.work", "work"),
    ("choice.refer", "refer"),
    ("choice.about", "privacy"),
)
"""Buttons at the foot of every answer, by phrase and action."""


class Chat:
    """Answers turns. Holds no memory of any of them."""

    def __init__(
        self,
        conversation: Callable[[], Conversation],
        tokens: Tokens,
        pages: Pages,
        counts: Counts,
        exit_url: str,
        report: Callable[[str], Awaitable[None]],
        clock: Callable[[], datetime],
    ) -> None:
        self._conversation = conversation
        self._tokens = tokens
        self._pages = pages
        self._counts = counts
        self._exit_url = exit_url
        self._report = report
        self._clock = clock

    async def first_page(self, request: Request) -> Response:
        """GET /: the page as it first opens. It shows no chat, however often it is loaded."""
        return self._page(self._reply(Incoming("", _START, ""), request), first=True)

    async def turn(self, request: Request) -> Response:
        """POST /chat: a text or a button in, an answer out, as the request speaks: a page or JSON."""
        incoming = await read_incoming(request)
        # In a thread: the encoder takes its time outside Python's lock, and other chats must not wait for it.
        reply = await run_in_threadpool(self._reply, incoming, request)
        understood = reply.understood
        self._counts.turn(understood.need if understood and understood.understood else "", _urgency(reply))
        if is_json(request):
            response: Response = self._json(reply)
        elif reply.exit:
            response = self._gone()
        else:
            response = self._page(reply, first=incoming.action == _START)
        if reply.report:
            # After the answer: the next number must not wait for the count of the wrong one.
            response.background = BackgroundTask(self._report, reply.report.service)
        return response

    async def exit(self, _: Request) -> Response:
        """POST /exit: for a browser without scripts. Clears what the browser lets go, and leaves."""
        return self._gone()

    async def to_start(self, _: Request) -> Response:
        """GET /chat: an address from the history, or a page reloaded; there is nothing to show again."""
        return RedirectResponse("/", 303)

    def _reply(self, incoming: Incoming, request: Request) -> Reply:
        conversation, now = self._conversation(), self._clock()
        refused = False
        state = State()
        if incoming.token:
            try:
                state = self._tokens.open(incoming.token, now)
            except RefusedTokenError:
                refused = True
        words = incoming.text if incoming.action is None else None
        turn = Turn(now, text=words, action=incoming.action, language_hint=self._pages.hint(request))
        reply = in_own_words(conversation.reply(turn, state), conversation.speech)
        if refused and not reply.exit:
            return _after_emergency(reply, Sentence(conversation.speech.said("web.expired", reply.language), "quiet"))
        return reply

    def _page(self, reply: Reply, first: bool) -> Response:
        speech = self._conversation().speech
        own = {choice.action for choice in reply.choices} | ({_START} if first else set())
        always = [
            Choice(speech.say(key, reply.language), action, "tool") for key, action in _ALWAYS if action not in own
        ]
        return self._pages.page(
            "chat.html",
            reply.language,
            reply=reply,
            first=first,
            token=self._tokens.seal(reply.state, self._clock()),
            answers=[choice for choice in reply.choices if choice.kind == "answer"],
            tools=[choice for choice in reply.choices if choice.kind == "tool"],
            always=always,
        )

    def _json(self, reply: Reply) -> Response:
        token = "" if reply.exit else self._tokens.seal(reply.state, self._clock())
        return JSONResponse(as_json(reply, token, self._conversation().speech.say("english_only", reply.language)))

    def _gone(self) -> Response:
        return RedirectResponse(self._exit_url, 303, {"Clear-Site-Data": '"*"'})


def _urgency(reply: Reply) -> str:
    """The class of urgency that was answered, for the count; "" for none."""
    understood = reply.understood
    return (understood.urgency or "") if understood else ""


def _after_emergency(reply: Reply, notice: Sentence) -> Reply:
    """`reply` with a notice on top, yet below what to do this minute."""
    urgent = sum(isinstance(part, Emergency) for part in reply.parts)
    return replace(reply, parts=(*reply.parts[:urgent], notice, *reply.parts[urgent:]))
