"""An invented directory of any size: the launch directory's needs and words, and services that resemble its own."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from bot.directory.directory import Directory
from bot.directory.district import Area, District, Point
from bot.directory.service import EVERYWHERE, Service

_IN_AN_AREA = 10
_WORDS = 30_000
_BEGINNINGS = ("b", "br", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w")
_MIDDLES = ("a", "e", "i", "o", "u", "ai", "ea")
_ENDINGS = ("", "l", "n", "r", "s", "th", "ck", "nd", "m")
_GENERIC = ("Centre", "Project", "Service", "Women's Support", "Outreach", "Trust", "Helpline", "Drop-in")
_DAYS = ("Mo-Fr", "Mo-Th", "Mo,We,Fr", "Tu,Th", "Mo-Sa", "We", "Mo-Su")
_OF_PLACES = ("ham", "ton", "bury", "field", "by", "ley", " Green", " Hill")
_COVERS = (0.87, 0.12, 0.01)
"""Shares of the services that cover one district, an area of several, or everywhere."""


def invented(launch: Directory, services: int, districts: int, chance: Random) -> Directory:
    """The launch directory, filled up to this many services and districts."""
    words = sorted({_word(chance) for _ in range(_WORDS)})
    places = dict(launch.districts)
    while len(places) < districts:
        district = _district(words, chance)
        places.setdefault(district.id, district)
    ids = list(places)
    areas = [
        Area(id=f"area-{start}", name={"en": f"Area {start}"}, districts=tuple(ids[start : start + _IN_AN_AREA]))
        for start in range(0, len(ids), _IN_AN_AREA)
    ]
    covers = (ids, [area.id for area in areas], [EVERYWHERE])
    needs = [need.id for need in launch.needs.values() if need.kind == "services"]
    alike = [service for service in launch.live_services if service.phones]
    entries = dict(launch.services)
    while len(entries) < services:
        (where,) = chance.choices(covers, _COVERS)
        entry = chance.choice(alike).model_copy(
            update={
                "id": f"invented-{len(entries)}",
                "name": _name(words, places[chance.choice(ids)], chance),
                "also_called": (),
                "covers": (chance.choice(where),),
                "needs": tuple(chance.sample(needs, chance.randint(1, 4))),
            }
        )
        entries[entry.id] = _with_hours(entry, chance)
    hub = launch.hub.model_copy(update={"areas": (*launch.hub.areas, *areas)})
    return replace(launch, hub=hub, districts=places, services=entries)


def with_a_slip(name: str, chance: Random) -> str:
    """`name` with one slip of the fingers, in any letter: left out, doubled, swapped with the next, or another one."""
    pairs = [place for place in range(len(name) - 1) if name[place : place + 2].isalpha()]
    at = chance.choice(pairs)
    before, letter, following, after = name[:at], name[at], name[at + 1], name[at + 2 :]
    slips = (
        before + following + after,
        before + letter + letter + following + after,
        before + following + letter + after,
        before + chance.choice("abcdefghijklmnopqrstuvwxyz") + following + after,
    )
    return chance.choice([slip for slip in slips if slip.lower() != name.lower()])


def _word(chance: Random) -> str:
    syllables = [chance.choice(_BEGINNINGS) + chance.choice(_MIDDLES) for _ in range(chance.choice((2, 3, 3)))]
    return "".join(syllables) + chance.choice(_ENDINGS)


def _name(words: list[str], district: District, chance: Random) -> str:
    parts = [word.title() for word in chance.sample(words, chance.choice((2, 2, 3)))]
    if chance.random() < 0.3:
        parts.insert(0, district.name)
    if chance.random() < 0.5:
        parts.append(chance.choice(_GENERIC))
    return " ".join(parts)


def _district(words: list[str], chance: Random) -> District:
    name, *places = (word.title() + chance.choice(_OF_PLACES) for word in chance.sample(words, 40))
    return District(
        id=name.lower().replace(" ", "-"),
        name=name,
        full_name=f"{name} District",
        towns=tuple(places[:5]),
        villages=tuple(places[5:]),
        centre=Point(lat=chance.uniform(50.0, 55.0), lon=chance.uniform(-4.0, 1.5)),
    )


def _with_hours(service: Service, chance: Random) -> Service:
    """`service` with hours of its own at each number that has any."""
    opens, closes = chance.choice(range(7, 12)), chance.choice(range(13, 22))
    rule = f"{chance.choice(_DAYS)} {opens:02}:{chance.choice(('00', '30'))}-{closes}:00; PH off"
    phones = tuple(phone.model_copy(update={"hours": rule if phone.hours else None}) for phone in service.phones)
    return service.model_copy(update={"phones": phones})
