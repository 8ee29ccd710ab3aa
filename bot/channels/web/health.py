"""For those who run the hub: does it live, is it ready, what has it counted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels.web.counts import TEXT_FORMAT, Counts

OK = "ok"


class Health:
    """The pages that no person reads."""

    def __init__(self, ready: Callable[[], Awaitable[dict[str, str]]], counts: Counts) -> None:
        self._ready = ready
        self._counts = counts

    async def lives(self, _: Request) -> Response:
        """GET /healthz: the process answers."""
        return JSONResponse({"status": OK})

    async def ready(self, _: Request) -> Response:
        """GET /readyz: every part is usable, or 503 and which is not."""
        parts = await self._ready()
        usable = all(state == OK for state in parts.values())
        return JSONResponse({"status": OK if usable else "not ready", **parts}, 200 if usable else 503)

    async def metrics(self, _: Request) -> Response:
        """GET /metrics: counts for Prometheus."""
        return Response(self._counts.text(), headers={"Content-Type": TEXT_FORMAT})
