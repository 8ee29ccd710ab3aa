"""Opening hours as weekly schedules, and back. What a week cannot say is left to words: never a wrong hour."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.directory.opening_hours import always_open, check

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_SPAN = re.compile(r"(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))?")
_TIMES = re.compile(r"\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*")
_CLOCK = re.compile(r"(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?")
_NO_HOLIDAYS = "PH off"
_MIDNIGHT, _LAST_MINUTE = "24:00", "23:59"
"""Open Referral has no 24:00."""

Times = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Weekly:
    """Days that are open from one hour to another."""

    byday: str
    """As iCalendar has it: "MO,TU"."""
    opens_at: str
    closes_at: str


@dataclass(frozen=True, slots=True)
class Week:
    """All of a week's hours."""

    hours: tuple[Weekly, ...]
    open_on_holidays: bool


def weekly(rule: str) -> Week | None:
    """The week of a rule; None where the rule says more than a week can hold."""
    if always_open(rule):
        return Week((Weekly(",".join(_DAYS).upper(), "00:00", _LAST_MINUTE),), open_on_holidays=True)
    parts = [part.strip() for part in rule.split(";")]
    week: dict[str, Times] = {}
    for part in parts:
        if part == _NO_HOLIDAYS:
            continue
        days, _, times = part.rpartition(" ")
        found = _days(days)
        if not found or not _TIMES.fullmatch(times):
            return None
        spans = tuple((span[:5], span[6:]) for span in times.split(","))
        if any(closes <= opens for opens, closes in spans):
            # Past midnight: a schedule would close before it opens.
            return None
        # A later rule replaces an earlier one for its days.
        week |= dict.fromkeys(found, spans)
    hours = (
        Weekly(",".join(days).upper(), opens, closes.replace(_MIDNIGHT, _LAST_MINUTE))
        for days, spans in _alike(week)
        for opens, closes in spans
    )
    return Week(tuple(hours), open_on_holidays=_NO_HOLIDAYS not in parts)


def rule_of(hours: Iterable[Weekly]) -> str | None:
    """The rule that says the same; None where one of them is no plain hour of London's clock."""
    week: dict[str, Times] = {}
    for one in hours:
        days = [day.capitalize() for day in one.byday.split(",")]
        opens, closes = _CLOCK.fullmatch(one.opens_at), _CLOCK.fullmatch(one.closes_at)
        if not set(days) <= set(_DAYS) or not opens or not closes:
            return None
        for day in days:
            week[day] = tuple(sorted({*week.get(day, ()), (opens[1], closes[1].replace(_LAST_MINUTE, _MIDNIGHT))}))
    if week and set(week) == set(_DAYS) and set(week.values()) == {(("00:00", _MIDNIGHT),)}:
        return "24/7"
    rules = (f"{_spelled(days)} {','.join('-'.join(span) for span in spans)}" for days, spans in _alike(week))
    try:
        return check("; ".join(rules))
    except ValueError:
        return None


def _alike(week: dict[str, Times]) -> list[tuple[tuple[str, ...], Times]]:
    """The days that have the same hours, together, in the order of the week."""
    by_times: dict[Times, tuple[str, ...]] = {}
    for day in _DAYS:
        if day in week:
            by_times[week[day]] = (*by_times.get(week[day], ()), day)
    return [(days, times) for times, days in by_times.items()]


def _days(text: str) -> list[str]:
    """The days of "Mo-We,Sa"; all of them where none is named; none where the text is something else."""
    found: list[str] = []
    for part in text.split(",") if text else ["Mo-Su"]:
        span = _SPAN.fullmatch(part)
        if not span:
            return []
        first, last = _DAYS.index(span[1]), _DAYS.index(span[2] or span[1])
        found += _DAYS[first : last + 1] if first <= last else _DAYS[first:] + _DAYS[: last + 1]
    return found


def _spelled(days: tuple[str, ...]) -> str:
    first, last = _DAYS.index(days[0]), _DAYS.index(days[-1])
    return f"{days[0]}-{days[-1]}" if len(days) > 2 and last - first == len(days) - 1 else ",".join(days)
