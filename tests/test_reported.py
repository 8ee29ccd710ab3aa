"""Three voices in seven days mark an entry until somebody has checked it. Nobody can do that alone."""

from __future__ import annotations

from datetime import date, timedelta

from bot.directory.directory import Directory
from bot.reported import Reported, marked, reported
from bot.storage.store import ReportCount, Source

FRIDAY = date(2026, 11, 20)
LINE = "national-line"
"""Checked on 1 November 2026."""


def said(day: date, count: int = 1, source: Source = "chat", reason: str = "", service: str = LINE) -> ReportCount:
    return ReportCount(service, day, reason, source, count)


def days(number: int) -> timedelta:
    return timedelta(days=number)


def test_three_chats_in_seven_days_mark_an_entry(small_directory: Directory) -> None:
    counts = [said(FRIDAY - days(6)), said(FRIDAY - days(3)), said(FRIDAY)]
    assert marked(counts, small_directory) == {LINE}


def test_two_chats_do_not_nor_three_in_more_than_seven_days(small_directory: Directory) -> None:
    assert marked([said(FRIDAY, 2)], small_directory) == set()
    assert marked([said(FRIDAY - days(7)), said(FRIDAY - days(3)), said(FRIDAY)], small_directory) == set()


def test_any_number_of_pages_of_the_web_is_one_voice(small_directory: Directory) -> None:
    flood = [said(FRIDAY, 1000, "web"), said(FRIDAY - days(1), 1000, "web", "no-answer")]
    assert marked(flood, small_directory) == set()
    assert marked([*flood, said(FRIDAY)], small_directory) == set(), "one person with a phone and a browser"
    assert marked([*flood, said(FRIDAY, 2)], small_directory) == {LINE}


def test_reasons_do_not_make_a_voice_count_less(small_directory: Directory) -> None:
    counts = [said(FRIDAY, reason="no-answer"), said(FRIDAY, reason="wrong-number"), said(FRIDAY)]
    assert marked(counts, small_directory) == {LINE}


def test_a_mark_stays_for_as_long_as_nobody_checks(small_directory: Directory) -> None:
    [told] = reported([said(FRIDAY, 3)], small_directory, FRIDAY + days(100))
    assert told == Reported(LINE, "National Line", {"": 3}, 0, True)


def test_a_check_on_the_day_of_the_reports_or_later_answers_them(small_directory: Directory) -> None:
    on_the_day = small_directory.services[LINE].checked
    assert reported([said(on_the_day, 3)], small_directory, FRIDAY) == []
    assert marked([said(on_the_day + days(1), 3)], small_directory) == {LINE}


def test_what_is_marked_is_listed_first_then_what_most_people_said(small_directory: Directory) -> None:
    counts = [
        said(FRIDAY, 3, service="mens-line"),
        said(FRIDAY, 9, "web", "no-answer"),
        said(FRIDAY - days(8), 1, "web", "wrong-number"),
        said(FRIDAY, 1, service="gone-line"),
    ]
    assert reported(counts, small_directory, FRIDAY) == [
        Reported("mens-line", "Mens Line", {"": 3}, 3, True),
        Reported(LINE, "National Line", {"no-answer": 9, "wrong-number": 1}, 9, False),
        Reported("gone-line", "", {"": 1}, 1, False),
    ]
