"""Hours become a weekly schedule only where a week says exactly the same; then they come back as they were."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.directory.directory import Directory
from bot.directory.opening_hours import LONDON, opening
from bot.interchange.open_referral.schedules import Week, Weekly, rule_of, weekly

WEEKDAYS = "MO,TU,WE,TH,FR"
EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU"


@pytest.mark.parametrize(
    ("rule", "week"),
    [
        ("Mo-Fr 09:00-17:00", Week((Weekly(WEEKDAYS, "09:00", "17:00"),), True)),
        ("Mo-Fr 09:00-17:00; PH off", Week((Weekly(WEEKDAYS, "09:00", "17:00"),), False)),
        ("24/7", Week((Weekly(EVERY_DAY, "00:00", "23:59"),), True)),
        ("Mo-Su 17:00-24:00", Week((Weekly(EVERY_DAY, "17:00", "23:59"),), True)),
        ("09:00-12:00", Week((Weekly(EVERY_DAY, "09:00", "12:00"),), True)),
        (
            "Mo,We 09:30-11:30,12:30-14:30; Sa 10:00-11:00",
            Week(
                (
                    Weekly("MO,WE", "09:30", "11:30"),
                    Weekly("MO,WE", "12:30", "14:30"),
                    Weekly("SA", "10:00", "11:00"),
                ),
                True,
            ),
        ),
        (
            "Mo-Fr 10:00-17:00; We 10:00-20:00",
            Week((Weekly("MO,TU,TH,FR", "10:00", "17:00"), Weekly("WE", "10:00", "20:00")), True),
        ),
        ("Sa-Mo 10:00-12:00", Week((Weekly("MO,SA,SU", "10:00", "12:00"),), True)),
    ],
)
def test_a_week_is_told_as_it_is(rule: str, week: Week) -> None:
    assert weekly(rule) == week


@pytest.mark.parametrize(
    "rule",
    [
        "Mo 22:00-02:00",
        "Th[1] 10:00-12:00",
        "Jan-Mar Mo 10:00-12:00",
        "week 1-53/2 Tu 10:00-12:00",
        "Mo-Fr 09:00-17:00; Su off",
        "PH 10:00-12:00",
        "Mo-Fr 09:00+",
    ],
)
def test_what_a_week_cannot_say_is_left_to_words(rule: str) -> None:
    assert weekly(rule) is None


@pytest.mark.parametrize(
    ("hours", "rule"),
    [
        ([Weekly("MO,TU,WE,TH,FR", "09:00:00", "17:00")], "Mo-Fr 09:00-17:00"),
        ([Weekly("TU", "14:00", "16:00"), Weekly("TU", "09:00", "12:00")], "Tu 09:00-12:00,14:00-16:00"),
        ([Weekly("MO,TU", "09:00", "12:00")], "Mo,Tu 09:00-12:00"),
        ([Weekly("mo,tu", "09:00", "12:00")], "Mo,Tu 09:00-12:00"),
        ([Weekly("2MO", "09:00", "12:00")], None),
        ([Weekly("MO", "09:00Z", "12:00")], None),
        ([Weekly("MO", "09:00+01:00", "12:00")], None),
        ([Weekly("MO", "nine", "12:00")], None),
        ([Weekly("MO", "25:00", "26:00")], None),
        ([], None),
    ],
)
def test_a_feeds_week_is_taken_if_it_is_one_of_londons_clock(hours: list[Weekly], rule: str | None) -> None:
    assert rule_of(hours) == rule


def test_every_week_of_the_launch_directory_comes_back_open_at_the_same_quarter_hours(
    launch_directory: Directory,
) -> None:
    rules = {phone.hours for service in launch_directory.services.values() for phone in service.phones if phone.hours}
    assert len(rules) > 15
    # A week without a bank holiday: a schedule says those in words.
    start = datetime(2026, 11, 23, tzinfo=LONDON)
    for rule in rules:
        week = weekly(rule)
        assert week is not None, rule
        again = rule_of(week.hours)
        assert again is not None, rule
        for quarter in range(7 * 24 * 4):
            moment = start + timedelta(minutes=15 * quarter)
            assert opening(rule, moment).open == opening(again, moment).open, (rule, again, moment)
