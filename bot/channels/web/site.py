"""Puts the web channel together: settings in, an application out. What every address means stands here."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.web.api import Api
from bot.channels.web.browse import Browse
from bot.channels.web.chat import Chat
from bot.channels.web.counts import Counts, Gauge
from bot.channels.web.headers import Headers
from bot.channels.web.health import Health, Readiness
from bot.channels.web.pages import STATIC, Pages
from bot.channels.web.refusals import Guard, Refusals
from bot.channels.web.token import Tokens
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Reply, Report


@dataclass(frozen=True, slots=True)
class WebSettings:
    """What the web channel is told."""

    exit_url: str
    """Where Exit leads."""
    secret: str = field(repr=False)
    token_lifetime: timedelta = timedelta(hours=2)


def create_site(
    conversation: Callable[[], Conversation],
    settings: WebSettings,
    ready: Callable[[], Awaitable[Readiness]],
    report: Callable[[Report], Awaitable[None]],
    clock: Callable[[], datetime],
    gauges: Callable[[], Iterable[Gauge]] = tuple,
    count: Callable[[Reply], None] = lambda _: None,
) -> Starlette:
    """The site. `conversation` is asked anew for each request, so that an edit of the directory goes live."""
    # It would write down who asked for what; to leave it out is not for whoever starts the server to remember.
    logging.getLogger("uvicorn.access").disabled = True
    counts = Counts(gauges)
    pages = Pages(conversation, settings.exit_url)
    tokens = Tokens(settings.secret, settings.token_lifetime)
    chat = Chat(conversation, tokens, pages, counts, settings.exit_url, report, clock, count)
    browse = Browse(conversation, pages, clock)
    api = Api(conversation, clock)
    health = Health(ready, counts)
    refusals = Refusals(pages)
    site = Starlette(
        routes=[
            Route("/", chat.first_page),
            Route("/chat", chat.turn, methods=["POST"]),
            Route("/chat", chat.to_start),
            Route("/exit", chat.exit, methods=["POST"]),
            Route("/directory", browse.start),
            Route("/directory/service/{id}", browse.service),
            Route("/directory/{district}", browse.district),
            Route("/directory/{district}/{need}", browse.need),
            Route("/guidance/{id}", browse.guidance),
            Route("/api", api.about),
            Route("/api/", api.about),
            Route("/api/services", api.services),
            Route("/api/services/{id}", api.service),
            Route("/api/{rest:path}", api.nothing),
            Route("/healthz", health.lives),
            Route("/readyz", health.ready),
            Route("/metrics", health.metrics),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[
            Middleware(Headers, exit_url=settings.exit_url, counts=counts),
            Middleware(Guard, refusals=refusals),
        ],
        exception_handlers={HTTPException: refusals.refused},
    )
    # A redirect to the address with a slash less would repeat whatever host name the request claims.
    site.router.redirect_slashes = False
    return site
