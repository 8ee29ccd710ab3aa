"""Hours with a year in them are over when the year is."""

from __future__ import annotations

from datetime import date

import pytest

from bot.checks import never_open
from tests.checks.asking import example, severities, told_by
from tests.slips import ENTRY, entry

USUAL = '"Mo-Fr 09:00-17:00; PH off"'
PAST = {ENTRY: entry(USUAL, '"2026 Nov 02-06 09:00-17:00"')}


def test_hours_that_come_every_week_have_no_finding() -> None:
    assert told_by(never_open, today=date(2036, 1, 1)) == []


def test_hours_that_are_over_are_a_warning() -> None:
    assert told_by(never_open, PAST) == [example(never_open)]
    assert severities(never_open, PAST) == {"warning"}


def test_hours_that_are_yet_to_come_have_no_finding() -> None:
    assert told_by(never_open, PAST, today=date(2026, 11, 1)) == []


@pytest.mark.parametrize("way", ["webchat: {page: 'https://example.org'", "venue: {address: Hall"])
def test_a_webchat_and_a_door_can_be_over_too(way: str) -> None:
    changed = entry("covers: [ashby]", f"covers: [ashby]\n{way}, hours: '2026 Nov 02-06 09:00-17:00'}}")

    assert len(told_by(never_open, {ENTRY: changed})) == 1
