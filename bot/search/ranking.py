"""Which services to name for a need, a place and a person: the fitting one first, somebody local, somebody open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.directory.directory import Directory
from bot.directory.opening_hours import LONDON, always_open, is_open
from bot.directory.service import Service

SHOWN_AT_ONCE = 3
_FIRST_CHOICE, _LATER_CHOICE = 6.0, 0.45
_NEED_FIRST, _NEED_LATER, _NEED_LEAST = 3.0, 0.25, 0.5
_LOCAL, _OPEN, _REACHABLE_BY_PHONE, _SPEAKS, _FOR_THEM = 1.6, 1.0, 0.9, 1.2, 2.0
_PAST_REVIEW, _REPORTED, _CLOSED = 2.5, 2.5, 0.6


@dataclass(frozen=True, slots=True)
class Wanted:
    """What services are looked for."""

    need: str
    district: str | None = None
    audience: str = "public"
    language: str = "en"
    people: frozenset[str] = frozenset()


def ranked(directory: Directory, wanted: Wanted, now: datetime) -> list[Service]:
    """The services that fit `wanted`, best first. Drafts and historic entries are never among them.

    Nor are expired ones, unless nothing else is left: an old number, told as old, is more than none.
    """
    today = now.astimezone(LONDON).date()
    fitting = [
        service for service in directory.live_for(wanted.need, wanted.district) if fits(directory, service, wanted)
    ]
    current = [service for service in fitting if service.age(today) != "expired"]
    scored = [(-_score(directory, service, wanted, now), service.id, service) for service in current or fitting]
    return [service for _, _, service in sorted(scored, key=lambda item: item[:2])]


def fits(directory: Directory, service: Service, wanted: Wanted) -> bool:
    """Whether a service may be named at all: for this audience, this place, this person, and with a way to reach it."""
    if wanted.audience not in service.audiences or not reachable(service):
        return False
    if directory.is_local(service.covers) and (
        wanted.district is None or wanted.district not in directory.districts_of(service.covers)
    ):
        return False
    return suits(service, wanted.people)


def suits(service: Service, people: frozenset[str]) -> bool:
    """Whether a service takes somebody of whom `people` is known: a man is not sent to a women's line."""
    if "everyone" in service.people or not people:
        return True
    if people & set(service.people):
        return True
    narrow = {"women", "men", "harming", "under-18", "students", "communities"}
    return not narrow & set(service.people)


def reachable(service: Service) -> bool:
    """Whether the entry names any way to get there."""
    ways = (
        service.phones,
        service.text,
        service.webchat,
        service.website,
        service.email,
        service.venue,
        service.bsl,
        service.relay_uk,
    )
    return any(ways) or any(words.refer for words in service.words.values())


def hours_of(service: Service) -> list[str]:
    """The hours of its phones, chats and door, of all that are known."""
    rules = [phone.hours for phone in service.phones]
    rules += [way.hours for way in (service.text, service.webchat, service.venue, service.bsl) if way]
    return [rule for rule in rules if rule]


def open_now(service: Service, now: datetime) -> bool | None:
    """Whether any phone, chat or door of it is open at `now`; None where no hours are known."""
    known = hours_of(service)
    return any(is_open(rule, now) for rule in known) if known else None


def round_the_clock(directory: Directory, wanted: Wanted) -> list[Service]:
    """Lines that answer at any hour, listed for this audience and district, in the order of the list."""
    areas = [area for area in directory.hub.areas if wanted.district in area.districts]
    ids = [*directory.hub.always_open.get(wanted.audience, ()), *(line for area in areas for line in area.always_open)]  # type: ignore[call-overload]
    lines = [directory.services[name] for name in dict.fromkeys(ids)]
    return [line for line in lines if line.status == "live" and any(always_open(phone.hours) for phone in line.phones)]


def _score(directory: Directory, service: Service, wanted: Wanted, now: datetime) -> float:
    need = directory.needs[wanted.need]
    score = 0.0
    if service.id in need.services:
        score += max(_FIRST_CHOICE - _LATER_CHOICE * need.services.index(service.id), _NEED_LEAST)
    if wanted.need in service.needs:
        score += max(_NEED_FIRST - _NEED_LATER * service.needs.index(wanted.need), _NEED_LEAST)
    if directory.is_local(service.covers):
        score += _LOCAL
    if service.phones:
        score += _REACHABLE_BY_PHONE
    is_open_now = open_now(service, now)
    if is_open_now is not None:
        score += _OPEN if is_open_now else -_CLOSED
    if wanted.language in service.interpreting.languages and wanted.language != "en":
        score += _SPEAKS
    if wanted.people & set(service.people):
        score += _FOR_THEM
    if service.age(now.astimezone(LONDON).date()) != "fresh":
        score -= _PAST_REVIEW
    if service.id in directory.marked:
        score -= _REPORTED
    return score


def with_one_local(directory: Directory, services: list[Service], count: int = SHOWN_AT_ONCE) -> list[Service]:
    """The order in which to show `services`: among the first `count` stands a local one, if there is any."""
    first = services[:count]
    if any(directory.is_local(service.covers) for service in first):
        return services
    local = next((service for service in services if directory.is_local(service.covers)), None)
    return (
        services
        if local is None
        else [*_without(first[: count - 1], local), local, *_without(services[count - 1 :], local)]
    )


def _without(services: Iterable[Service], one: Service) -> list[Service]:
    return [service for service in services if service.id != one.id]
