"""When an entry is due again."""

from __future__ import annotations

from datetime import date

import pytest

from bot.directory.directory import Directory
from bot.directory.review import months_later, next_review, usual_months
from bot.directory.service import Service


def service(directory: Directory, checked: str, review_by: str) -> Service:
    """A service with these dates."""
    dates = {"checked": date.fromisoformat(checked), "review_by": date.fromisoformat(review_by)}
    return directory.services["national-line"].model_copy(update=dates)


@pytest.mark.parametrize(
    ("checked", "review_by", "due"),
    [
        ("2026-01-15", "2026-07-15", "2027-06-01"),
        ("2026-01-15", "2027-01-15", "2027-12-01"),
        ("2026-08-31", "2026-11-30", "2027-03-01"),
        ("2026-01-15", "2026-01-29", "2026-12-15"),
        ("2026-01-15", "2026-01-15", "2026-12-02"),
        ("2026-01-15", "2025-01-15", "2026-12-02"),
    ],
    ids=["half a year", "a year", "end of a month", "a fortnight", "no time at all", "before it was checked"],
)
def test_an_entry_is_due_as_long_after_today_as_before(
    small_directory: Directory, checked: str, review_by: str, due: str
) -> None:
    entry = service(small_directory, checked, review_by)

    assert next_review(entry, date(2026, 12, 1)) == date.fromisoformat(due)


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_later(date(2027, 12, 31), 2) == date(2028, 2, 29)


def test_a_kind_has_the_interval_of_most_of_its_live_entries(launch_directory: Directory) -> None:
    services = launch_directory.services.values()

    assert usual_months("service", services) == 6
    assert usual_months("helpline", services) == 12
    assert usual_months("helpline", []) == 6
