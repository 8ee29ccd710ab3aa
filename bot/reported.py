"""What people's reports say of an entry: how many, why, and whether it is marked until somebody has checked it.

A check answers the reports that came up to its day. Reasons and decisions: docs/adr/0010-reports.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.directory.directory import Directory
from bot.storage.store import ReportCount

WEEK = timedelta(days=7)
ENOUGH = 3
"""Voices within a week that mark an entry. Each chat is one; all pages of the web together are one."""


@dataclass(frozen=True, slots=True)
class Reported:
    """An entry with open reports."""

    service: str
    name: str
    """"" if the directory no longer holds it."""
    reasons: Mapping[str, int]
    """Counts by reason; "" where none was given."""
    last_week: int
    marked: bool

    @property
    def count(self) -> int:
        """All open reports."""
        return sum(self.reasons.values())


def reported(counts: Iterable[ReportCount], directory: Directory, today: date) -> list[Reported]:
    """The entries with open reports: the marked ones first, then by how many."""
    found = []
    for service, own in _open(counts, directory):
        entry = directory.services.get(service)
        reasons: Counter[str] = Counter()
        for each in own:
            reasons[each.reason] += each.count
        last_week = sum(each.count for each in own if each.day > today - WEEK)
        found.append(Reported(service, entry.name if entry else "", reasons, last_week, _enough(own)))
    return sorted(found, key=lambda each: (not each.marked, -each.count, each.service))


def marked(counts: Iterable[ReportCount], directory: Directory) -> frozenset[str]:
    """The entries that are marked."""
    return frozenset(service for service, own in _open(counts, directory) if _enough(own))


def _open(counts: Iterable[ReportCount], directory: Directory) -> Iterator[tuple[str, list[ReportCount]]]:
    by_service: dict[str, list[ReportCount]] = {}
    for each in counts:
        entry = directory.services.get(each.service)
        if entry is None or each.day > entry.checked:
            by_service.setdefault(each.service, []).append(each)
    yield from by_service.items()


def _enough(own: list[ReportCount]) -> bool:
    """Whether there was a week with so many voices. It need not be the last one: a mark stays until a check."""
    for end in {each.day for each in own}:
        week = [each for each in own if end - WEEK < each.day <= end]
        chats = sum(each.count for each in week if each.source == "chat")
        if chats + any(each.source == "web" for each in week) >= ENOUGH:
            return True
    return False
