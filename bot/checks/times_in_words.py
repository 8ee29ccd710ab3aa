"""Parts of a year in as few words as tell them: "on Sundays and bank holidays 00:00–08:00"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from datetime import date

from bot.directory.entry import ENGLISH
from bot.directory.opening_hours import DAY, bank_holidays
from bot.directory.year import Times, Year
from bot.speech.times import day

_WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
_DATES_TOLD = 3
_RUN = 3
"""From so many weekdays in a row on, only the first and the last are named."""

Ranges = tuple[tuple[int, int], ...]


def times_in_words(times: Times, year: Year) -> str:
    """`times`, days first, in English."""
    ranges: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for kind, begins, ends in sorted(times):
        ranges[kind].append((begins, ends))
    days: dict[Ranges, set[date]] = defaultdict(set)
    for kind, found in ranges.items():
        days[tuple(found)].update(year.kinds[kind])
    told = frozenset().union(*days.values())
    everything = frozenset().union(*year.kinds)
    if set(days) == {((0, DAY),)} and told == everything:
        return "at any hour"
    parts = [f"{_days(some, everything, told)} {_hours(hours)}" for hours, some in sorted(days.items(), key=_order)]
    return listed(parts, ", and")


def listed(items: Sequence[str], last: str = " and") -> str:
    """`items` as a list in a sentence."""
    return f"{last} ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def _order(item: tuple[Ranges, set[date]]) -> tuple[int, Ranges]:
    return -len(item[1]), item[0]


def _hours(ranges: Ranges) -> str:
    if ranges == ((0, DAY),):
        return "at any hour"
    return listed([f"{_clock(begins)}–{_clock(ends)}" for begins, ends in ranges])


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _days(days: Set[date], everything: Set[date], told: Set[date]) -> str:
    """`days` by weekday, by holiday, and by date what is left. `told`: all days of which something is said beside."""
    if days == everything:
        return "every day"
    holidays = {one for year in {one.year for one in everything} for one in bank_holidays(year)} & everything
    ordinary = everything - holidays
    weekdays = [
        weekday
        for weekday in range(len(_WEEKDAYS))
        if len(_on([weekday], ordinary - days)) <= _DATES_TOLD < len(_on([weekday], days))
    ]
    names = _weekdays(weekdays)
    left = days - _on(weekdays, days)
    if left & holidays and holidays <= days:
        names.append("bank holidays")
        left -= holidays
    falling = sorted({one.weekday() for one in left & holidays})
    if falling and len(left) > _DATES_TOLD and _on(falling, holidays) <= left:
        names.append(f"bank holidays that fall on {listed(_weekdays(falling))}")
        left -= holidays
    words = f"on {listed([*names, *_dates(left)])}"
    untold = _on(weekdays, everything) - told
    if not untold:
        return words
    return f"{words} (but not on {'bank holidays' if untold == _on(weekdays, holidays) else listed(_dates(untold))})"


def _on(weekdays: Sequence[int], days: Set[date]) -> set[date]:
    return {one for one in days if one.weekday() in weekdays}


def _weekdays(weekdays: Sequence[int]) -> list[str]:
    if len(weekdays) >= _RUN and weekdays[-1] - weekdays[0] == len(weekdays) - 1:
        return [f"{_WEEKDAYS[weekdays[0]]} to {_WEEKDAYS[weekdays[-1]]}"]
    return [_WEEKDAYS[weekday] for weekday in weekdays]


def _dates(days: Set[date]) -> list[str]:
    ordered = sorted(days)
    names = [day(one, ENGLISH) for one in ordered[:_DATES_TOLD]]
    return [*names, f"{len(ordered) - _DATES_TOLD} more days"] if len(ordered) > _DATES_TOLD else names
