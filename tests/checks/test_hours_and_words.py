"""Somebody who reads "24 hours" at three in the morning must find somebody there."""

from __future__ import annotations

import pytest

from bot.checks import hours_and_words
from tests.checks.asking import example, severities, told_by
from tests.slips import ENTRY, entry

WEEKDAYS = '    hours: "Mo-Fr 09:00-17:00; PH off"'


def test_words_that_say_nothing_of_hours_have_no_finding() -> None:
    assert told_by(hours_and_words) == []


def test_day_and_night_is_told_where_the_hours_are_of_weekdays() -> None:
    changed = {ENTRY: entry("We help.", "We help day and night.")}

    assert told_by(hours_and_words, changed) == [example(hours_and_words)]
    assert severities(hours_and_words, changed) == {"error"}


@pytest.mark.parametrize(
    "said", ["Open 24 hours.", "Call 24/7.", "A 24-hour line.", "Help round the clock.", "Ring at any hour."]
)
def test_it_is_told_however_it_is_said(said: str) -> None:
    assert len(told_by(hours_and_words, {ENTRY: entry("We help.", f'"{said}"')})) == 1


@pytest.mark.parametrize("said", ["We ring back within 24 hours.", "You hear from us in 24 hours.", "Route 247 stops."])
def test_a_time_in_which_something_is_done_is_no_opening_hour(said: str) -> None:
    assert told_by(hours_and_words, {ENTRY: entry("We help.", f'"{said}"')}) == []


def test_a_label_is_held_against_its_own_number() -> None:
    two = WEEKDAYS.replace("Mo-Fr 09:00-17:00; PH off", "24/7") + '\n  - number: "01484 221000"\n' + WEEKDAYS
    changed = entry(WEEKDAYS, f"{two}\n    label: {{en: Day or night}}")

    [finding] = told_by(hours_and_words, {ENTRY: changed})

    assert f'{ENTRY}:16:17: this says "day or night", but no hours here are "24/7"' in finding


def test_a_text_is_right_if_any_of_the_ways_is_open_day_and_night() -> None:
    two = f'{WEEKDAYS}\n  - number: "01484 221000"\n    hours: "24/7"'
    changed = entry(WEEKDAYS, two).replace(b"We help.", b"We help day and night.")

    assert told_by(hours_and_words, {ENTRY: changed}) == []


@pytest.mark.parametrize(
    "said", ["Call on weekdays.", "Call in office hours.", "Monday to Friday.", "From 9am to 5pm."]
)
def test_the_other_way_round_office_hours_are_told_where_the_hours_say_always(said: str) -> None:
    changed = entry(WEEKDAYS, '    hours: "24/7"').replace(b"We help.", said.encode())

    [finding] = told_by(hours_and_words, {ENTRY: changed})

    assert finding.endswith('but the hours are "24/7" (hours-and-words)\n    ' + hours_and_words.MEND)


def test_a_file_without_hours_contradicts_nothing() -> None:
    changed = entry(WEEKDAYS + "\n", "").replace(b"We help.", b"We help day and night.")

    assert told_by(hours_and_words, {ENTRY: changed}) == []


def test_a_name_is_a_promise_too() -> None:
    [finding] = told_by(hours_and_words, {ENTRY: entry("name: Ashby Outreach", "name: Ashby 24-hour line")})

    assert finding.startswith(f'{ENTRY}:2:7: this says "24-hour", but no hours here are "24/7"')
