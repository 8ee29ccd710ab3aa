"""When an entry is due to be looked at again, how late that is, and where to ask whether it still holds."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from bot.directory.entry import Dated
from bot.directory.entry_file import EntryFile
from bot.directory.guidance import Guidance
from bot.directory.referral import Route
from bot.directory.service import Service

_MONTHS_OF_A_YEAR = 12
USUAL_MONTHS = 6
"""Where a kind has no entries yet."""
_EVERYBODYS = 3
"""Digits of the numbers that nobody rings to ask how they are: 999, 101, 111."""


def next_review(entry: Dated, today: date) -> date:
    """The day on which an entry that was looked at today is due: whole months where its interval was whole months."""
    months = _months(entry)
    if months:
        return months_later(today, months)
    return today + max(entry.review_by - entry.checked, timedelta(days=1))


def usual_months(kind: str, services: Iterable[Service]) -> int:
    """After how many months most entries of a kind are due; drafts and historic entries do not count."""
    found = Counter(_months(service) for service in services if service.kind == kind and service.status == "live")
    del found[0]
    return max(found, key=lambda months: (found[months], -months), default=USUAL_MONTHS)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    year, month = divmod(day.month - 1 + months, _MONTHS_OF_A_YEAR)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def due(entries: Iterable[EntryFile], by: date) -> list[EntryFile]:
    """The entries that are to be looked at by a day, oldest first. What is history is left alone."""
    found = [
        entry
        for entry in entries
        if entry.entry.review_by <= by and not (isinstance(entry.entry, Service) and entry.entry.status == "historic")
    ]
    return sorted(found, key=lambda entry: (entry.entry.review_by, entry.file))


def how_late(entry: Dated, today: date) -> str:
    """When it is due, and what its being late does: "12 days late, marked as old"."""
    days = (entry.review_by - today).days
    when = f"{_days(-days)} late" if days < 0 else f"due in {_days(days)}" if days else "due today"
    if isinstance(entry, Service) and entry.status == "live":
        effect = {"fresh": "", "due": ", marked as old", "expired": ", no longer shown"}[entry.age(today)]
        return when + effect
    return f"{when}, a draft" if isinstance(entry, Service) else when


def where_to_ask(entry: Dated) -> str:
    """The number to ring, the page to read or the owner to ask. Never a number that people in danger need free."""
    page = next((source.page or source.report for source in entry.sources), "")
    if isinstance(entry, Guidance | Route):
        return f"Ask {entry.owner}, and read {page}"
    assert isinstance(entry, Service)  # noqa: S101
    own = (phone.number for phone in entry.phones if phone.belongs_to is None and len(phone.number) > _EVERYBODYS)
    number = next(own, None)
    read = entry.website or page
    if number:
        return f"Ring {number}, or read {read}"
    if entry.email and not entry.website:
        return f"Write to {entry.email}, or read {read}"
    return f"Read {read}"


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _months(entry: Dated) -> int:
    """The interval in months; 0 where it is none."""
    first, last = entry.checked, entry.review_by
    months = (last.year - first.year) * _MONTHS_OF_A_YEAR + last.month - first.month
    return months if months > 0 and months_later(first, months) == last else 0
