"""The year as opening hours divide it: what it says of a minute is what the chat says then."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory.opening_hours import DAY, LONDON, opening
from bot.directory.year import Slot, Year, joined

FIRST = date(2026, 11, 22)
RULES = (
    "24/7",
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Fr 09:00-17:00",
    "Mo-Su 17:00-02:00",
    "Fr-Sa 22:00-02:00; Dec 24-26 off",
    "PH 10:00-12:00",
    "Jul-Aug 10:00-22:30; We off",
    "Mo[1] 09:50-11:20",
)


def test_days_are_one_kind_if_everything_opens_and_closes_alike_on_them() -> None:
    year = Year.of(["Mo-Fr 09:00-17:00; PH off"], FIRST)
    assert len(year.kinds) == 2
    closed, office = year.kinds
    assert closed[0] == FIRST
    assert date(2026, 12, 25) in closed
    assert date(2026, 12, 28) in closed, "Boxing Day, made good on a Monday"
    assert office[0] == date(2026, 11, 23)


def test_a_day_is_cut_where_something_opens_or_closes() -> None:
    year = Year.of(["Mo-Su 17:00-02:00", "Mo-Su 09:00-17:00", "24/7"], FIRST)
    slots = list(year.slots(["Mo-Su 17:00-02:00", "Mo-Su 09:00-17:00"]))
    assert [(slot.begins, slot.ends) for slot in slots] == [(0, 120), (120, 540), (540, 1020), (1020, DAY)]
    assert [len(slot.open) for slot in slots] == [1, 0, 1, 1]


def test_times_that_touch_are_one() -> None:
    nobody: frozenset[str] = frozenset()
    slots = [Slot(0, 0, 60, nobody), Slot(0, 60, 90, nobody), Slot(0, 100, DAY, nobody), Slot(1, 0, 60, nobody)]
    assert joined(slots) == {(0, 0, 90), (0, 100, DAY), (1, 0, 60)}


@settings(max_examples=300, deadline=None)
@given(rules=st.sets(st.sampled_from(RULES), min_size=1), minute=st.integers(0, 366 * DAY - 1))
def test_at_any_minute_the_year_says_what_the_chat_says(rules: set[str], minute: int) -> None:
    """The nights on which clocks change are in the year; minutes of all of it are tried."""
    year = Year.of(rules, FIRST)
    now = (datetime(2026, 11, 22, tzinfo=UTC) + timedelta(minutes=minute)).astimezone(LONDON)
    kind = next((number for number, days in enumerate(year.kinds) if now.date() in days), None)
    if kind is None:
        return  # In summer the last hour of UTC belongs to the day after.
    at = now.hour * 60 + now.minute
    [slot] = [slot for slot in year.slots(rules) if slot.kind == kind and slot.begins <= at < slot.ends]
    assert slot.open == {rule for rule in rules if opening(rule, now).open}
