"""A champion's referral: area and risk in two taps, or from one line of free text, to the route card."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from bot.conversation.cards import card
from bot.conversation.reply import Choice, Part, RouteCard
from bot.conversation.state import State
from bot.conversation.voice import Voice
from bot.directory.directory import Directory
from bot.directory.referral import Case, Route, RouteWords
from bot.directory.service import Risk, Service
from bot.search.ranking import reachable
from bot.search.text import words
from bot.speech.times import day

RISKS: tuple[Risk, ...] = ("standard", "medium", "high", "immediate")
GENERAL: Case = "adult"
_LINES = tuple(name for name in RouteWords.model_fields if name != "title")


def said_in(text: str, wordings: Mapping[Any, tuple[str, ...]]) -> str:
    """The key whose longest wording stands in `text`, or "" (for risks and cases, from `referral.yaml`)."""
    typed = f" {' '.join(words(text))} "
    found = [
        (len(wording), key)
        for key, wordings_of in wordings.items()
        for wording in wordings_of
        if _spelt(wording) in typed
    ]
    return max(found)[1] if found else ""


@lru_cache(maxsize=1024)
def _spelt(wording: str) -> str:
    """The words of a wording as they would stand in a message. Only of the directory's: no message is remembered."""
    return f" {' '.join(words(wording))} "


def route_for(directory: Directory, district: str, risk: str, case: str = GENERAL) -> Route | None:
    """The route for a district, risk and case; the nearest general one where there is no special one."""
    here = [route for route in directory.routes.values() if district in directory.districts_of(route.covers)]

    def distance(route: Route) -> tuple[bool, bool]:
        return (route.case != case, route.risk != risk)

    fitting = [route for route in here if route.risk == risk and route.case in {case, GENERAL}]
    fitting += [route for route in here if route.case == case and case != GENERAL and risk != "immediate"]
    return min(fitting, key=distance, default=None)


def route_parts(route: Route, directory: Directory, voice: Voice, now: datetime) -> list[Part]:
    """The route card, and the cards of who takes it."""
    language = voice.language if voice.language in route.words else "en"
    said = route.words[language]
    title = voice.words({name: text.title for name, text in route.words.items()})
    lines = tuple((voice.say(f"route.{name}"), type(title)(getattr(said, name), language)) for name in _LINES)
    return [
        RouteCard(route.id, title, lines, voice.say("guide.source", date=day(route.checked, voice.language))),
        *(card(service, directory, voice, now) for service in takers(route, directory)),
    ]


def takers(route: Route, directory: Directory) -> list[Service]:
    """Who takes a route, and can be told of."""
    named = [directory.services[name] for name in route.services]
    return [service for service in named if service.status == "live" and reachable(service)]


def risk_choices(voice: Voice) -> list[Choice]:
    """The four risks as buttons."""
    return [Choice(voice.say(f"risk.{risk}"), f"refer:{risk}") for risk in RISKS]


def remembers(state: State) -> bool:
    """Whether a route can be told without asking further."""
    return bool(state.district and state.risk)
