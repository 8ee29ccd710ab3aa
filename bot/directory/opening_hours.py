"""When a line or a door is open: OpenStreetMap's `opening_hours` syntax, London time, English bank holidays.

The parser knows only the holidays that all of Great Britain shares, so `PH` is replaced by England's own dates
(Easter Monday and the August bank holiday among them) before it reads the rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo

import opening_hours
from pydantic import AfterValidator

LONDON = ZoneInfo("Europe/London")
DAY = 24 * 60
"""The minutes of a day."""
_ALWAYS = "24/7"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RULES = 4096
"""Rules that are kept ready to be asked."""
_PUBLIC_HOLIDAY = re.compile(r"\bPH\b")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a place stands at one minute. `changes` is when that ends; None if it never does."""

    open: bool
    changes: datetime | None


def check(rule: str) -> str:
    """`rule` itself, if it can be read and is open at some time."""
    dated = _PUBLIC_HOLIDAY.sub("2026 Dec 25", rule)
    if not opening_hours.validate(dated):
        raise ValueError(
            f'"{rule}" are no opening hours that can be read | Write them as in "Mo-Fr 09:00-17:00; PH off" or "24/7".'
        )
    parsed = opening_hours.OpeningHours(dated)
    moment = datetime(2026, 1, 1, tzinfo=LONDON).replace(tzinfo=None)
    if not parsed.is_open(moment) and parsed.next_change(moment) is None:
        raise ValueError(f'"{rule}" is never open | Give the hours, or leave the line out if nobody knows them.')
    return rule


Hours = Annotated[str, AfterValidator(check)]
"""A rule such as "Mo-Fr 09:00-17:00; PH off", or "24/7"."""


def opening(rule: str, now: datetime) -> Opening:
    """Whether `rule` is open at `now` (aware), and until when that lasts."""
    if rule == _ALWAYS:
        return Opening(True, None)
    local = now.astimezone(LONDON)
    return Opening(is_open(rule, now), _aware(_parsed(rule, local.year).next_change(local)))


def is_open(rule: str, now: datetime) -> bool:
    """Whether `rule` is open at `now` (aware). Ranking asks this of many services at once."""
    return rule == _ALWAYS or _is_open(rule, now.astimezone(UTC).replace(second=0, microsecond=0))


def spans(rule: str, day: date) -> tuple[tuple[int, int], ...]:
    """From which minute until which `rule` is open on `day`, counted from midnight by the clock on the wall."""
    if rule == _ALWAYS:
        return ((0, DAY),)
    midnight = datetime.combine(day, time())
    return tuple(
        (begins.hour * 60 + begins.minute, ends.hour * 60 + ends.minute if ends.date() == day else DAY)
        for begins, ends, state, _ in _parsed(rule, day.year).intervals(midnight, midnight + timedelta(days=1))
        if state is opening_hours.State.OPEN
    )


def always_open(rule: str | None) -> bool:
    """Round the clock, every day of the year."""
    return rule == _ALWAYS


@lru_cache(maxsize=_RULES)
def _is_open(rule: str, minute: datetime) -> bool:
    local = minute.astimezone(LONDON)
    # Asked without a zone: asked with one, the library calls the hour in which the clocks go back closed.
    return _parsed(rule, local.year).is_open(local.replace(tzinfo=None))


@lru_cache(maxsize=_RULES)
def _parsed(rule: str, year: int) -> opening_hours.OpeningHours:
    if _PUBLIC_HOLIDAY.search(rule):
        rule = _PUBLIC_HOLIDAY.sub(",".join(_written(day) for day in bank_holidays(year)), rule)
    return opening_hours.OpeningHours(rule, timezone=LONDON)


@lru_cache(maxsize=16)
def bank_holidays(year: int) -> tuple[date, ...]:
    """England's bank holidays of `year` and the first of the next, in order."""
    # Only here: a tenth of a second that reading the directory need not pay for.
    import holidays

    days = holidays.country_holidays("GB", subdiv="ENG", years=[year, year + 1])
    return tuple(sorted(day for day in days if day <= date(year + 1, 1, 31)))


def _written(day: date) -> str:
    return f"{day.year} {_MONTHS[day.month - 1]} {day.day:02d}"


def _aware(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
