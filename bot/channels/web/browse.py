"""The directory as pages: by area and need, one page a service, one page of guidance. For reading and printing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.pages import Pages
from bot.conversation.answer import Asked, services_for
from bot.conversation.cards import card
from bot.conversation.conversation import Conversation
from bot.conversation.guide import whole_page
from bot.conversation.state import State
from bot.conversation.voice import Voice
from bot.directory.directory import Directory
from bot.directory.need import Need
from bot.directory.opening_hours import LONDON
from bot.directory.service import EVERYWHERE, Service
from bot.search.ranking import SHOWN_AT_ONCE, reachable
from bot.speech.times import clock as time_of_day
from bot.speech.times import day

_AUDIENCES = ("public", "employer", "champion")


class Browse:
    """The pages below /directory and /guidance. A search engine may know them, so no champion's contact is there."""

    def __init__(self, conversation: Callable[[], Conversation], pages: Pages, clock: Callable[[], datetime]) -> None:
        self._conversation = conversation
        self._pages = pages
        self._clock = clock

    async def start(self, request: Request) -> Response:
        """GET /directory: areas, and guides by reader."""
        directory = self._directory
        guides = {
            audience: [page for page in directory.guidance.values() if page.audiences[0] == audience]
            for audience in _AUDIENCES
        }
        return self._page("directory.html", request, districts=directory.districts.values(), guides=guides)

    async def district(self, request: Request) -> Response:
        """GET /directory/{district}: what people need there, and the services of the place."""
        name, label = self._place(request)
        directory, voice = self._directory, self._voice(request)
        local = [
            service for service in directory.live_of(name or EVERYWHERE) if _public(service) and self._shown(service)
        ]
        return self._page(
            "district.html",
            request,
            place=name or EVERYWHERE,
            label=label,
            needs=sorted(_needs(directory), key=lambda need: (need.audience != "public", voice.label(need.name))),
            services=sorted(local, key=lambda service: service.name),
        )

    async def need(self, request: Request) -> Response:
        """GET /directory/{district}/{need}: every service for it there, best first."""
        name, label = self._place(request)
        need = next((need for need in _needs(self._directory) if need.id == request.path_params["need"]), None)
        if need is None:
            raise HTTPException(404)
        voice, now = self._voice(request), self._clock()
        state = State(language=voice.language, district=name, audience=need.audience)
        services = services_for(Asked(need.id), state, self._directory, now)
        return self._page(
            "need.html",
            request,
            place=name or EVERYWHERE,
            label=label,
            need=need,
            guides=[self._directory.guidance[page] for page in need.guidance],
            cards=[card(service, self._directory, voice, now) for service in services],
            paged={service.id for service in services if self._shown(service)},
        )

    async def service(self, request: Request) -> Response:
        """GET /directory/service/{id}: one card."""
        service = self._directory.services.get(request.path_params["id"])
        if service is None or not _public(service) or not self._shown(service):
            raise HTTPException(404)
        shown = card(service, self._directory, self._voice(request), self._clock())
        return self._page("service.html", request, card=shown)

    async def guidance(self, request: Request) -> Response:
        """GET /guidance/{id}: all steps of a page."""
        page = self._directory.guidance.get(request.path_params["id"])
        if page is None:
            raise HTTPException(404)
        voice, now = self._voice(request), self._clock()
        steps = whole_page(page, voice, len(page.steps))
        state = State(language=voice.language, audience=page.audiences[0])
        found = filter(_public, services_for(Asked(page.needs[0]), state, self._directory, now))
        return self._page(
            "guidance.html",
            request,
            steps=steps,
            cards=[card(service, self._directory, voice, now) for service in islice(found, SHOWN_AT_ONCE)],
            following=[self._directory.guidance[name] for name in page.next],
        )

    @property
    def _directory(self) -> Directory:
        return self._conversation().directory

    def _voice(self, request: Request) -> Voice:
        return Voice(self._conversation().speech, self._pages.language(request))

    def _place(self, request: Request) -> tuple[str, str]:
        """The district that the address names, and its name; "" and a label for everywhere."""
        name = request.path_params["district"]
        if name == EVERYWHERE:
            return "", self._voice(request).say("area.none")
        if name not in self._directory.districts:
            raise HTTPException(404)
        return name, self._directory.districts[name].name

    def _shown(self, service: Service) -> bool:
        today = self._clock().astimezone(LONDON).date()
        return service.status == "live" and reachable(service) and service.age(today) != "expired"

    def _page(self, template: str, request: Request, **values: object) -> Response:
        now = self._clock()
        language = self._pages.language(request)
        printed = {"date": day(now.astimezone(LONDON).date(), language), "time": time_of_day(now, language)}
        return self._pages.page(template, language, 200, printed=printed, **values)


def _public(service: Service) -> bool:
    return set(service.audiences) != {"champion"}


def _needs(directory: Directory) -> Iterator[Need]:
    for need in directory.needs.values():
        if need.kind == "services" and need.audience != "champion":
            yield need
