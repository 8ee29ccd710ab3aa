"""A champion's referral: area, risk and case in three taps, or from one line of free text, to the route card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from bot.conversation.cards import card
from bot.conversation.reply import Choice, Part, RouteCard
from bot.conversation.said_words import all_said, longest_said
from bot.conversation.state import State
from bot.conversation.voice import Voice
from bot.directory.directory import Directory
from bot.directory.entry import Said
from bot.directory.referral import Case, ReferralWords, Route, RouteWords, WarningSign
from bot.directory.service import Risk, Service
from bot.search.ranking import reachable
from bot.speech.times import day

RISKS: tuple[Risk, ...] = ("standard", "medium", "high", "immediate")
GENERAL: Case = "adult"
_LOWER: tuple[Risk, ...] = ("standard", "medium")
_LINES = tuple(name for name in RouteWords.model_fields if name != "title")


@dataclass(frozen=True, slots=True)
class Told:
    """What a champion's line tells of a referral."""

    risk: str = ""
    cases: tuple[str, ...] = ()
    signs: tuple[WarningSign, ...] = ()
    """Warning signs: each of them means "do not wait"."""


def told_in(text: str, wordings: ReferralWords) -> Told:
    """The risk, the cases and the warning signs that `text` tells."""
    risk = longest_said(text, wordings.risk_words)
    cases = all_said(text, wordings.case_words)
    signs = all_said(text, {number: sign.words for number, sign in enumerate(wordings.warning_signs)})
    return Told(risk or "", cases, tuple(wordings.warning_signs[number] for number in signs))


def route_for(directory: Directory, district: str, risk: str, case: str = GENERAL) -> Route | None:
    """The route for a district, risk and case; the nearest one where there is none of its own.

    Danger now is the same for everybody, and high risk counts more than the case. Below that, the case counts more
    than the difference between standard and medium.
    """
    here = [route for route in directory.routes.values() if district in directory.districts_of(route.covers)]

    def first(risks: Iterable[str], wanted: str) -> Route | None:
        of_case = [route for route in here if route.case == wanted]
        return next((route for level in risks for route in of_case if route.risk == level), None)

    lower = [risk, *(level for level in _LOWER if level != risk)] if risk in _LOWER else [risk]
    return first(lower, case) or first([risk], GENERAL) or first(reversed(RISKS[:-1]), case)


def route_parts(route: Route, directory: Directory, voice: Voice, now: datetime) -> list[Part]:
    """The route card, and the cards of who takes it."""
    language = voice.language if voice.language in route.words else "en"
    said = route.words[language]
    title = voice.words({name: text.title for name, text in route.words.items()})
    who = takers(route, directory)
    names = Said(", ".join(service.name for service in who), voice.language)
    lines = tuple((voice.say(f"route.{name}"), Said(getattr(said, name), language)) for name in _LINES)
    return [
        RouteCard(
            route.id,
            title,
            ((voice.say("route.who"), names), *lines),
            voice.say("guide.source", date=day(route.checked, voice.language)),
        ),
        *(card(service, directory, voice, now) for service in who),
    ]


def takers(route: Route, directory: Directory) -> list[Service]:
    """Who takes a route, and can be told of."""
    named = [directory.services[name] for name in route.services]
    return [service for service in named if service.status == "live" and reachable(service)]


def risk_choices(voice: Voice) -> list[Choice]:
    """The four risks as buttons."""
    return [Choice(voice.say(f"risk.{risk}"), f"refer:{risk}") for risk in RISKS]


def further(route: Route, directory: Directory, state: State, cases: tuple[str, ...], voice: Voice) -> list[Choice]:
    """Buttons to the other routes here: from danger now to the same day; else to other cases, those told of first."""
    if state.risk == "immediate":
        return [Choice(voice.say("refer.same_day"), ":".join(("refer", "high", *cases[:1])))]
    every: tuple[str, ...] = get_args(Case)
    others = [case for case in dict.fromkeys((*cases, *every)) if case in every and case != route.case]
    found = [(case, route_for(directory, state.district, state.risk, case)) for case in others]
    return [
        Choice(voice.say(f"case.{case}"), f"refer:{state.risk}:{case}")
        for case, other in found
        if other and other.case == case
    ]


def remembers(state: State) -> bool:
    """Whether a route can be told without asking further."""
    return bool(state.district and state.risk)
