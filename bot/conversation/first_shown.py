"""Who is shown first, and among the first three, for each need and district: what a change of the directory moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.conversation.answer import Asked, services_for
from bot.conversation.state import State
from bot.directory.directory import Directory
from bot.directory.public_facts import listed, places, quoted
from bot.search.ranking import SHOWN_AT_ONCE

_ASKERS = {"public": "People", "champion": "Champions", "employer": "Employers"}


@dataclass(frozen=True, slots=True)
class _Move:
    """What people who ask about a need now see otherwise."""

    need: str
    told: str


def moves(old: Directory, new: Directory, now: datetime) -> Iterator[str]:
    """A sentence for every need whose first answers are others at `now`, with the districts where that is so."""
    found: dict[_Move, list[str]] = {}
    districts = ["", *(district for district in new.districts if district in old.districts)]
    for need in new.needs.values():
        if need.id not in old.needs or need.kind != "services":
            continue
        for district in districts:
            move = _move(need.id, district, old, new, now)
            if move:
                found.setdefault(move, []).append(district)
    for move, where in found.items():
        need = new.needs[move.need]
        who = f"{_ASKERS[need.audience]}{_in(where, districts, new)} who ask about {quoted(need.name['en'])}"
        yield f"{who} now see {move.told}."


def _move(need: str, district: str, old: Directory, new: Directory, now: datetime) -> _Move | None:
    before, after = _first(need, district, old, now), _first(need, district, new, now)
    names_before, names_after = list(before.values()), list(after.values())
    if before.keys() == after.keys() and list(before)[:1] == list(after)[:1]:
        return None
    if list(before)[:1] != list(after)[:1]:
        first = names_after[0] if after else "nobody"
        return _Move(need, f"{first} first, before: {names_before[0] if before else 'nobody'}")
    come = [name for service, name in after.items() if service not in before]
    gone = [name for service, name in before.items() if service not in after]
    told = f"{listed(come)} among the first {SHOWN_AT_ONCE}" if come else ""
    lost = f"{listed(gone)} no longer" if gone else ""
    return _Move(need, ", ".join(filter(None, [told, lost])))


def _first(need: str, district: str, directory: Directory, now: datetime) -> dict[str, str]:
    """The first services by id, with their names."""
    state = State(district=district, audience=directory.needs[need].audience)
    return {service.id: service.name for service in services_for(Asked(need), state, directory, now)[:SHOWN_AT_ONCE]}


def _in(where: list[str], all_of_them: list[str], directory: Directory) -> str:
    if where == all_of_them:
        return ""
    known = [district for district in where if district]
    if not known:
        return " whose district is not known"
    also = ", or whose district is not known," if "" in where else ""
    return f" in {places(known, directory)}{also}"
