"""People trust "Checked on ...": a day that has not come yet is a slip of the year."""

from __future__ import annotations

from datetime import date

from bot.checks import future_date
from bot.disk.directory_files import checked
from tests.checks.asking import TODAY, example, severities, told_by
from tests.slips import ENTRY, entry
from tests.small_hub import FILES

TOMORROW = {ENTRY: entry("checked: 2026-11-01", "checked: 2027-11-01").replace(b"by: 2027", b"by: 2028")}


def test_days_in_the_past_have_no_finding() -> None:
    assert told_by(future_date) == []


def test_today_is_not_the_future() -> None:
    assert told_by(future_date, {ENTRY: entry("checked: 2026-11-01", f"checked: {TODAY}")}) == []


def test_a_check_that_is_yet_to_come_is_an_error() -> None:
    assert told_by(future_date, TOMORROW) == [example(future_date)]
    assert severities(future_date, TOMORROW) == {"error"}


def test_so_is_an_agreement_that_is_yet_to_come() -> None:
    signed = b"signed: {referral.yaml: {content: 0a0a0a0a0a0a0a0a, by: [{role: Al, day: 2030-01-01}]}}\n"

    [finding] = told_by(future_date, {"sign-offs.yaml": signed})

    assert finding.startswith('sign-offs.yaml:1:74: "day" is 2030-01-01, which has not come yet')


def test_a_clock_that_jumped_back_takes_no_directory_out_of_use() -> None:
    """The check tells it; whoever is served meanwhile is served."""
    assert told_by(future_date, today=date(1970, 1, 1))
    assert checked({**FILES, **TOMORROW})
