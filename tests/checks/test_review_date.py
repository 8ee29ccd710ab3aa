"""The next review comes after the last check, and within two years of it."""

from __future__ import annotations

import pytest

from bot.checks import review_date
from tests.checks.asking import example, severities, told_by
from tests.slips import ENTRY, entry


def reviewed(day: str) -> dict[str, bytes]:
    """The entry that was checked on 1 November 2026, to be reviewed by `day`."""
    return {ENTRY: entry("review_by: 2027-11-01", f"review_by: {day}")}


@pytest.mark.parametrize("day", ["2026-11-02", "2027-11-01", "2028-11-01"])
def test_a_review_within_two_years_has_no_finding(day: str) -> None:
    assert told_by(review_date, reviewed(day)) == []


@pytest.mark.parametrize("day", ["2025-11-01", "2026-11-01"])
def test_a_review_before_the_check_is_an_error(day: str) -> None:
    assert told_by(review_date, reviewed(day)) == [example(review_date).replace("2025-11-01", day)]
    assert severities(review_date, reviewed(day)) == {"error"}


def test_a_review_after_more_than_two_years_is_a_warning() -> None:
    [finding] = told_by(review_date, reviewed("2028-11-02"))

    assert (
        "17:12: the review by 2028-11-02 is more than two years after the check of 2026-11-01 (review-date)" in finding
    )
    assert severities(review_date, reviewed("2028-11-02")) == {"warning"}
