"""How many services there are for each need in each district: which of them are local, which are for everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.directory.directory import Directory
from bot.directory.need import Need
from bot.directory.service import Service
from bot.search.ranking import Wanted, fits

Level = Literal["nobody", "national", "one", "few", "many"]
"""Nobody at all, only services for everywhere, or that many local ones."""

_MANY = 4
"""From here on a need is well covered in a district."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The services that somebody in a district is offered for a need, by name."""

    local: tuple[Service, ...]
    national: tuple[Service, ...]

    @property
    def level(self) -> Level:
        """How well the need is covered there."""
        if not self.local:
            return "national" if self.national else "nobody"
        return "one" if len(self.local) == 1 else "few" if len(self.local) < _MANY else "many"


@dataclass(frozen=True, slots=True)
class Row:
    """One need over the districts, in their order."""

    need: Need
    cells: tuple[Cell, ...]

    @property
    def national(self) -> tuple[Service, ...]:
        """The services for everywhere, which are the same in each district."""
        return self.cells[0].national if self.cells else ()


def coverage(directory: Directory, needs: Iterable[Need], districts: Iterable[str], today: date) -> list[Row]:
    """A row a need that services answer, asked by whoever has it. What nobody may be shown today does not count."""
    places = list(districts)
    return [
        Row(need, tuple(_cell(directory, need, district, today) for district in places))
        for need in needs
        if need.kind == "services"
    ]


def _cell(directory: Directory, need: Need, district: str, today: date) -> Cell:
    wanted = Wanted(need.id, district, need.audience, people=frozenset(need.people))
    found = sorted(
        (
            service
            for service in directory.live_for(need.id, district)
            if service.age(today) != "expired" and fits(directory, service, wanted)
        ),
        key=lambda service: service.name,
    )
    local = tuple(service for service in found if directory.is_local(service.covers))
    return Cell(local, tuple(service for service in found if service not in local))
