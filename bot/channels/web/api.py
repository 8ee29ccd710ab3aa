"""Open Referral UK, read-only: the services that anybody may be shown, for other directories."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.conversation.conversation import Conversation
from bot.directory.directory import Directory
from bot.directory.opening_hours import LONDON
from bot.directory.service import Service
from bot.interchange.open_referral.feed import PROFILE, brief, full, looked_for, offered, page
from bot.interchange.open_referral.identity import identifier

PER_PAGE, MOST_PER_PAGE = 50, 200


class Api:
    """The addresses below /api. Nothing is logged of who asked for what."""

    def __init__(self, conversation: Callable[[], Conversation], clock: Callable[[], datetime]) -> None:
        self._conversation = conversation
        self._clock = clock
        self._known: tuple[str, date, Mapping[str, Service]] | None = None

    async def about(self, _: Request) -> Response:
        """GET /api: which version of the standard this is."""
        return JSONResponse(PROFILE)

    async def services(self, request: Request) -> Response:
        """GET /api/services: one page of the list."""
        try:
            number = _whole(request, "page", 1)
            per_page = min(_whole(request, "per_page", PER_PAGE), MOST_PER_PAGE)
        except ValueError as error:
            return JSONResponse({"error": str(error)}, 400)
        asked = (request.query_params.get(name, "") for name in ("search", "taxonomy_term_id", "taxonomy_id"))
        directory, today, services = self._offered()
        found = looked_for(services.values(), *asked)
        first = (number - 1) * per_page
        contents = [brief(service, directory, today) for service in found[first : first + per_page]]
        return JSONResponse(page(contents, number, per_page, len(found)))

    async def service(self, request: Request) -> Response:
        """GET /api/services/{id}: one service with everything that belongs to it."""
        directory, today, services = self._offered()
        found = services.get(request.path_params["id"])
        if found is None:
            return JSONResponse({"error": "There is no service with this id."}, 404)
        return JSONResponse(full(found, directory, today))

    async def nothing(self, _: Request) -> Response:
        """Any other address below /api."""
        return JSONResponse({"error": "There is nothing here. The services are at /api/services."}, 404)

    def _offered(self) -> tuple[Directory, date, Mapping[str, Service]]:
        """What may be shown today, by Open Referral's ids; looked through once a day, and after each edit."""
        directory, today = self._conversation().directory, self._clock().astimezone(LONDON).date()
        if self._known is None or self._known[:2] != (directory.digest, today):
            services = {identifier("service", service.id): service for service in offered(directory, today)}
            self._known = directory.digest, today, services
        return directory, today, self._known[2]


def _whole(request: Request, name: str, default: int) -> int:
    """A query parameter that counts from 1. Raises ValueError with the sentence for whoever asked."""
    given = request.query_params.get(name, str(default))
    if not given.isascii() or not given.isdecimal() or len(given) > len(str(10**9)) or int(given) < 1:
        raise ValueError(f"{name} is a whole number from 1.")
    return int(given)
