"""Pages for what cannot be answered: neutral, with a line to call and a way on, never with a trace."""

from __future__ import annotations

import logging
import traceback

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web.incoming import is_json
from bot.channels.web.pages import Pages

log = logging.getLogger("signpost.web")

_SAYINGS = {404: "web.not_found", 405: "web.not_found", 413: "web.too_long", 500: "error.sorry"}
_OTHERWISE = "web.unreadable"


class Refusals:
    """Says no politely."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    async def refused(self, request: Request, error: Exception) -> Response:
        """The page for an HTTPException."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        headers = error.headers if isinstance(error, HTTPException) else None
        response = self.page(request, status)
        response.headers.update(headers or {})
        return response

    def page(self, request: Request, status: int) -> Response:
        """The page for a status, or the same sentence as JSON for a program."""
        language = self._pages.language(request)
        key = _SAYINGS.get(status, _OTHERWISE)
        if is_json(request):
            return JSONResponse({"error": self._pages.view(language).say(key)}, status)
        return self._pages.page("refusal.html", language, status, key=key)


class Guard:
    """Turns every surprise into the neutral page.

    What is logged is where it happened, and no more: an error's own words, or a trace, may hold what somebody wrote.
    """

    def __init__(self, app: ASGIApp, refusals: Refusals) -> None:
        self._app = app
        self._refusals = refusals

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        started = False

        async def noting(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except ClientDisconnect:
            return
        except Exception as error:  # noqa: BLE001 - the last line of defence: nobody is shown a trace
            self._note(error)
            if scope["type"] == "http" and not started:
                await self._sorry(Request(scope))(scope, receive, send)

    def _sorry(self, request: Request) -> Response:
        try:
            return self._refusals.page(request, 500)
        except Exception as error:  # noqa: BLE001 - the page itself is what is broken
            self._note(error)
            return Response(status_code=500)

    def _note(self, error: Exception) -> None:
        place = traceback.extract_tb(error.__traceback__)[-1]
        log.error("A page failed: %s in %s, line %s", type(error).__name__, place.filename, place.lineno)
