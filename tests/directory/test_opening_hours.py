"""When a line is open, as somebody in Kent or Kirklees would find it: London time, English bank holidays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.directory.directory import Directory
from bot.directory.opening_hours import LONDON, Opening, always_open, bank_holidays, check, opening

OFFICE = "Mo-Fr 09:00-17:00; PH off"
OFFICE_ALL_YEAR = "Mo-Fr 09:00-17:00"
EVENINGS = "Mo-Su 17:00-24:00"
NIGHTS = "Fr-Sa 22:00-02:00"
SPLIT = "Mo-We 09:30-11:30,12:30-14:30; Th-Fr 09:30-11:30"
FIRST_MINUTE = datetime(2025, 1, 1, tzinfo=UTC)
MINUTES_TO_2031 = 6 * 365 * 24 * 60


def london(text: str) -> datetime:
    """A London time: "2026-11-23 09:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def hours_in(value: object) -> Iterator[str]:
    """Every opening hours rule in an entry, wherever it stands."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner: Any = getattr(value, name)
            if name == "hours" and isinstance(inner, str):
                yield inner
            else:
                yield from hours_in(inner)
    elif isinstance(value, tuple):
        for item in value:
            yield from hours_in(item)


@pytest.mark.parametrize(
    ("rule", "now", "is_open", "changes"),
    [
        pytest.param(OFFICE, "2026-11-23 08:59", False, "2026-11-23 09:00", id="a minute before an office opens"),
        pytest.param(OFFICE, "2026-11-23 09:00", True, "2026-11-23 17:00", id="the minute at which it opens"),
        pytest.param(OFFICE, "2026-11-23 16:59", True, "2026-11-23 17:00", id="its last minute"),
        pytest.param(OFFICE, "2026-11-23 17:00", False, "2026-11-24 09:00", id="the minute at which it closes"),
        pytest.param(OFFICE, "2026-11-20 17:00", False, "2026-11-23 09:00", id="Friday evening: closed until Monday"),
        pytest.param(OFFICE, "2026-11-21 23:10", False, "2026-11-23 09:00", id="Saturday night"),
        pytest.param(EVENINGS, "2026-11-22 23:59", True, "2026-11-23 00:00", id="until midnight"),
        pytest.param(EVENINGS, "2026-11-23 00:00", False, "2026-11-23 17:00", id="midnight is closed"),
        pytest.param(
            NIGHTS, "2026-11-21 01:30", True, "2026-11-21 02:00", id="past midnight, the night before's hours"
        ),
        pytest.param(NIGHTS, "2026-11-22 02:00", False, "2026-11-27 22:00", id="after the last night of the week"),
        pytest.param(SPLIT, "2026-11-23 12:00", False, "2026-11-23 12:30", id="closed over lunch"),
        pytest.param(SPLIT, "2026-11-26 12:00", False, "2026-11-27 09:30", id="no afternoon on Thursdays"),
        pytest.param(OFFICE, "2026-07-20 09:00", True, "2026-07-20 17:00", id="nine o'clock in summer"),
    ],
)
def test_somebody_is_told_whether_it_is_open_and_until_when(rule: str, now: str, is_open: bool, changes: str) -> None:
    assert opening(rule, london(now)) == Opening(is_open, london(changes))


@pytest.mark.parametrize(
    ("now", "is_open"),
    [
        pytest.param("2026-07-20T08:00+00:00", True, id="eight in the morning UTC is nine in a British summer"),
        pytest.param("2026-11-23T08:00+00:00", False, id="and eight in winter"),
        pytest.param("2026-07-20T16:30+00:00", False, id="half past four UTC is after five in summer"),
        pytest.param("2026-11-23T18:00+05:45", True, id="asked from Nepal"),
    ],
)
def test_hours_are_london_hours_wherever_the_question_comes_from(now: str, is_open: bool) -> None:
    assert opening(OFFICE, datetime.fromisoformat(now)).open is is_open


@pytest.mark.parametrize(
    ("holiday", "opens"),
    [
        pytest.param("2026-12-25", "2026-12-29", id="Christmas Day 2026, then Boxing Day's substitute on Monday"),
        pytest.param("2026-12-28", "2026-12-29", id="Boxing Day's substitute 2026"),
        pytest.param("2027-12-27", "2027-12-29", id="Christmas Day's substitute 2027, a Monday"),
        pytest.param("2027-12-28", "2027-12-29", id="Boxing Day's substitute 2027, a Tuesday"),
        pytest.param("2027-01-01", "2027-01-04", id="New Year's Day"),
        pytest.param("2028-01-03", "2028-01-04", id="New Year's Day's substitute 2028"),
        pytest.param("2026-04-03", "2026-04-07", id="Good Friday, then Easter Monday"),
        pytest.param("2026-04-06", "2026-04-07", id="Easter Monday, a holiday in England but not in Scotland"),
        pytest.param("2026-05-04", "2026-05-05", id="the early May holiday"),
        pytest.param("2026-05-25", "2026-05-26", id="the spring holiday"),
        pytest.param("2026-08-31", "2026-09-01", id="England's August holiday, the last Monday"),
    ],
)
def test_an_office_that_closes_on_bank_holidays_is_closed_all_that_day(holiday: str, opens: str) -> None:
    for clock in ("00:00", "09:00", "12:00", "16:59", "23:59"):
        assert opening(OFFICE, london(f"{holiday} {clock}")) == Opening(False, london(f"{opens} 09:00"))


@pytest.mark.parametrize("day", ["2026-08-03", "2026-03-17", "2026-11-30", "2026-07-13"])
def test_other_nations_holidays_are_working_days_in_england(day: str) -> None:
    """Scotland's August holiday, St Patrick's, St Andrew's and Orangemen's Day."""
    assert opening(OFFICE, london(f"{day} 12:00")).open


def test_a_line_that_says_nothing_about_bank_holidays_is_open_on_them() -> None:
    assert opening(OFFICE_ALL_YEAR, london("2026-12-25 12:00")).open


def test_a_holiday_of_next_year_is_known_in_december() -> None:
    assert opening(OFFICE, london("2027-12-31 17:30")) == Opening(False, london("2028-01-04 09:00"))


def test_a_line_may_keep_its_own_hours_on_bank_holidays() -> None:
    rule = "Mo-Fr 09:00-17:00; PH 10:00-12:00"

    assert opening(rule, london("2026-12-25 09:30")) == Opening(False, london("2026-12-25 10:00"))
    assert opening(rule, london("2026-12-25 11:00")) == Opening(True, london("2026-12-25 12:00"))


def test_england_has_its_eight_bank_holidays() -> None:
    assert [day for day in bank_holidays(2026) if day.year == 2026] == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 4),
        date(2026, 5, 25),
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 26),
        date(2026, 12, 28),
    ]


def test_a_night_line_is_open_through_the_hour_that_spring_leaves_out() -> None:
    """On 29 March 2026 one o'clock is followed by three o'clock less an hour: 02:00."""
    rule = "Mo-Su 00:30-03:00"

    assert opening(rule, datetime(2026, 3, 29, 0, 59, tzinfo=UTC)) == Opening(True, london("2026-03-29 03:00"))
    assert opening(rule, datetime(2026, 3, 29, 1, 1, tzinfo=UTC)) == Opening(True, london("2026-03-29 03:00"))
    assert not opening(rule, datetime(2026, 3, 29, 2, 0, tzinfo=UTC)).open


def test_a_night_line_is_open_through_the_hour_that_autumn_repeats() -> None:
    """On 25 October 2026 the hour from one to two comes twice."""
    rule = "Mo-Su 00:30-03:00"

    for minutes in (0, 58, 60, 119, 120, 179):
        now = datetime(2026, 10, 25, 0, 0, tzinfo=UTC) + timedelta(minutes=minutes)
        assert opening(rule, now) == Opening(True, datetime(2026, 10, 25, 3, 0, tzinfo=UTC))


def test_a_night_line_is_open_in_the_last_minute_before_the_clocks_go_back() -> None:
    assert opening("Mo-Su 00:30-03:00", datetime(2026, 10, 25, 0, 59, tzinfo=UTC)).open


def test_day_and_night_is_always_open_and_never_changes() -> None:
    for now in ("2026-12-25 03:00", "2026-03-29 03:30", "2026-10-25 01:30", "2030-02-28 23:59"):
        assert opening("24/7", london(now)) == Opening(True, None)


def test_only_day_and_night_counts_as_always_open() -> None:
    assert always_open("24/7")
    assert not always_open(OFFICE)
    assert not always_open(None)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("9-5 weekdays", '"9-5 weekdays" are no opening hours that can be read'),
        ("Mon to Fri 9am-5pm", '"Mon to Fri 9am-5pm" are no opening hours that can be read'),
        ("", '"" are no opening hours that can be read'),
        ("Mo-Fr 09:00-25:99", '"Mo-Fr 09:00-25:99" are no opening hours that can be read'),
        ("off", '"off" is never open'),
        ("2020 Jan 01-31 09:00-17:00", '"2020 Jan 01-31 09:00-17:00" is never open'),
    ],
)
def test_hours_that_help_nobody_are_refused(rule: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=r"no opening hours|never open") as refused:
        check(rule)

    assert str(refused.value).partition(" | ")[0] == sentence


@pytest.fixture(scope="session")
def launch_rules(launch_directory: Directory) -> list[str]:
    return sorted({rule for service in launch_directory.services.values() for rule in hours_in(service)})


def test_the_launch_directory_holds_many_kinds_of_hours(launch_rules: list[str]) -> None:
    """So that the two tests below prove something."""
    assert len(launch_rules) > 20


@settings(max_examples=400, deadline=None)
@given(choice=st.integers(0, 10_000), minute=st.integers(0, MINUTES_TO_2031))
def test_at_every_minute_until_2031_every_rule_of_the_launch_directory_has_an_answer(
    launch_rules: list[str], choice: int, minute: int
) -> None:
    """Neither a leap day, a clock change nor a holiday breaks it, and what is told to change lies ahead."""
    now = FIRST_MINUTE + timedelta(minutes=minute)

    told = opening(launch_rules[choice % len(launch_rules)], now)

    assert told.changes is None or told.changes > now
    assert told.open or told.changes is not None, "closed for ever"


@pytest.mark.parametrize("day", ["2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2028-02-29", "2026-12-31"])
def test_every_quarter_of_an_hour_of_a_difficult_day_has_an_answer(launch_rules: list[str], day: str) -> None:
    for rule in launch_rules:
        for quarter in range(96):
            now = london(day).astimezone(UTC) + timedelta(minutes=15 * quarter)
            told = opening(rule, now)
            assert told.changes is None or told.changes > now
            assert told.changes is None or opening(rule, told.changes).open is not told.open, "nothing changes then"
