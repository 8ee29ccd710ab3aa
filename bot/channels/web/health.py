"""For those who run the hub: does it live, is it ready, what has it counted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels.web.counts import TEXT_FORMAT, Counts

OK = "ok"


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether visitors can be answered, and what there is to say of each part."""

    usable: bool
    parts: Mapping[str, str]


class Health:
    """The pages that no person reads."""

    def __init__(self, ready: Callable[[], Awaitable[Readiness]], counts: Counts) -> None:
        self._ready = ready
        self._counts = counts

    async def lives(self, _: Request) -> Response:
        """GET /healthz: the process answers."""
        return JSONResponse({"status": OK})

    async def ready(self, _: Request) -> Response:
        """GET /readyz: 200 while people are answered, else 503; and how each part is."""
        found = await self._ready()
        return JSONResponse(
            {"status": OK if found.usable else "not ready", **found.parts}, 200 if found.usable else 503
        )

    async def metrics(self, _: Request) -> Response:
        """GET /metrics: counts for Prometheus."""
        return Response(self._counts.text(), headers={"Content-Type": TEXT_FORMAT})
